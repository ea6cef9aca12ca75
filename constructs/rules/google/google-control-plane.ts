import { parseRange } from "../../model";
import type { Rule } from "../rule";
import { googleClusters } from "../walk";

const PREFIX = 28;

export const googleControlPlane: Rule = {
  id: "GCP-CL-02",
  title: "the control plane of a GKE cluster has a range of exactly 16 addresses",
  severity: "error",
  formula: "prefix = 28",
  source: "GKE API reference, PrivateClusterConfig.masterIpv4CidrBlock",
  *check(context) {
    for (const { cluster, path } of googleClusters(context)) {
      const { controlPlane } = cluster.network;
      const observed = parseRange(controlPlane)?.prefix ?? PREFIX;
      if (observed === PREFIX) continue;
      yield {
        path: `${path}.network.controlPlane`,
        observed,
        limit: PREFIX,
        unit: "prefix length",
        message: `the range of the control plane is exactly a /${PREFIX}; got ${controlPlane}`,
        hint: `did you mean "${controlPlane.replace(/\/\d+$/, `/${PREFIX}`)}"?`,
      };
    }
  },
};

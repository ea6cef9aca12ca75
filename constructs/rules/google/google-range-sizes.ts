import { parseRange } from "../../model";
import type { Rule } from "../rule";
import { googleClusters } from "../walk";

/** Prefix lengths of the widest and the narrowest range that Google takes. */
const SIZES = {
  services: { widest: 16, narrowest: 28, what: "the services of a GKE cluster" },
  privateServices: { widest: 8, narrowest: 24, what: "services that Google peers with a VPC" },
} as const;

export const googleRangeSizes: Rule = {
  id: "GCP-CL-05",
  title: "ranges of services have a size that Google takes",
  severity: "warning",
  formula: "16 <= prefix of services <= 28; prefix of privateServices <= 24",
  source: "GKE documentation, VPC-native clusters; Google VPC documentation, private services access",
  *check(context) {
    for (const { cluster, path } of googleClusters(context)) {
      for (const use of ["services", "privateServices"] as const) {
        const range = parseRange(cluster.network[use] ?? "");
        const { widest, narrowest, what } = SIZES[use];
        if (range === undefined || (range.prefix >= widest && range.prefix <= narrowest)) continue;
        const limit = range.prefix < widest ? widest : narrowest;
        yield {
          path: `${path}.network.${use}`,
          observed: range.prefix,
          limit,
          unit: "prefix length",
          message: `the range of ${what} is /${widest} to /${narrowest}; got ${cluster.network[use]}`,
        };
      }
    }
  },
};

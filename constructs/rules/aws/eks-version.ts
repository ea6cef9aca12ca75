import type { Rule } from "../rule";
import { awsClusters } from "../walk";

export const eksVersion: Rule = {
  id: "AWS-EKS-18",
  title: "the Kubernetes version of an EKS cluster is a minor one",
  severity: "error",
  formula: "1.x",
  source: "Amazon EKS user guide, Kubernetes versions: EKS chooses the patch version of the control plane itself",
  *check(context) {
    for (const { cluster, path } of awsClusters(context)) {
      const { version } = cluster.scheduler;
      const [major, minor, ...more] = version?.split(".") ?? [];
      if (version === undefined || more.length === 0) continue;
      yield {
        path: `${path}.scheduler.version`,
        observed: version,
        limit: `${major}.${minor}`,
        message: `EKS takes a minor version of Kubernetes and chooses the patch itself; got ${JSON.stringify(version)}`,
        hint: `write "${major}.${minor}"`,
      };
    }
  },
};

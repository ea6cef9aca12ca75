import type { Rule } from "../rule";
import { awsClusters } from "../walk";

const minorOf = (version: string): string => version.split(".").slice(0, 2).join(".");

export const eksRelease: Rule = {
  id: "AWS-EKS-10",
  title: "a release of the EKS images of Amazon Linux is one for the Kubernetes version of its cluster",
  severity: "error",
  formula: "minor version of releaseVersion = that of the cluster",
  source:
    "awslabs/amazon-eks-ami, release names; Amazon EKS API reference, CreateNodegroup: version and releaseVersion",
  *check(context) {
    for (const { cluster, path } of awsClusters(context)) {
      const { version } = cluster.scheduler;
      for (const { name, image } of cluster.pools) {
        if (version === undefined || image?.kind !== "al2023" || image.releaseVersion === undefined) continue;
        if (minorOf(image.releaseVersion) === minorOf(version)) continue;
        yield {
          path: `${path}.pools.${name}.image.releaseVersion`,
          observed: image.releaseVersion,
          limit: minorOf(version),
          message: `the release ${image.releaseVersion} is for Kubernetes ${minorOf(image.releaseVersion)}; the cluster has ${minorOf(version)}, and its machines follow it`,
          hint: "take a release for the cluster's version, or none",
        };
      }
    }
  },
};

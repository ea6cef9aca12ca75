import { awsNeedsOf, awsProviderRange } from "../../ledger/provider-floors";
import type { Rule } from "../rule";
import { awsClusters } from "../walk";

export const awsProviderFloor: Rule = {
  id: "AWS-VER-01",
  title: "an option that needs a later provider says so",
  severity: "note",
  source: "terraform-provider-aws, CHANGELOG.md: deletion_protection in 6.9.0, control_plane_scaling_config in 6.23.0",
  *check(context) {
    for (const { site, cluster, path } of awsClusters(context)) {
      for (const { option, argument, since } of awsNeedsOf(cluster)) {
        const clusters = site.stacks === "perCluster" ? [cluster] : site.clusters;
        yield {
          path: `${path}.${option}`,
          observed: since,
          message: `${option} becomes ${argument}, which the AWS provider knows since ${since}: this stack asks for ${awsProviderRange(clusters)}`,
        };
      }
    }
  },
};

import type { Rule } from "../rule";
import { awsClusters } from "../walk";

export const awsStacks: Rule = {
  id: "AWS-STACK-1",
  title: "every EKS cluster has a network in its own stack",
  severity: "error",
  structural: true,
  source:
    "no value passes from one stack to another: a cluster in a stack of its own cannot stand in the network of another",
  *check(context) {
    for (const { site, cluster, path } of awsClusters(context)) {
      if (cluster.network !== undefined || context.isPartial(`${path}.network`)) continue;
      if (site.stacks === "perCluster") {
        yield {
          path: `${path}.network`,
          message: `the cluster ${cluster.name} needs a network of its own, since the site makes a stack of each cluster (stacks: "perCluster")`,
          hint: 'give the cluster a network, or the site stacks: "single"',
        };
      } else if (site.network === undefined && !context.isPartial(`sites.${site.name}.network`)) {
        yield {
          path: `${path}.network`,
          message: `the cluster ${cluster.name} has no network, and neither has its site`,
          hint: 'give the site a network, for example { cidrs: ["10.16.0.0/16"] }',
        };
      }
    }
  },
};

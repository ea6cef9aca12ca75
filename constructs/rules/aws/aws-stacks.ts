import type { Rule } from "../rule";
import { awsClusters } from "../walk";

export const awsStacks: Rule = {
  id: "AWS-STACK-1",
  title: "every EKS cluster has a network, its own or its site's",
  severity: "error",
  structural: true,
  source: "Amazon EKS API reference, CreateCluster: resourcesVpcConfig is required",
  *check(context) {
    for (const { site, cluster, path } of awsClusters(context)) {
      if (cluster.network !== undefined || context.isPartial(`${path}.network`)) continue;
      if (site.network !== undefined || context.isPartial(`sites.${site.name}.network`)) continue;
      yield {
        path: `${path}.network`,
        message: `the cluster ${cluster.name} has no network, and neither has its site`,
        hint: 'give the site a network, for example { cidrs: ["10.16.0.0/16"] }',
      };
    }
  },
};

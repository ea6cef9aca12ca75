import type { AwsCluster } from "../../model";
import type { Rule } from "../rule";

export const retiredProtected: Rule = {
  id: "AWS-RETIRE-1",
  title: "an EKS cluster that is retired was deployed without deletion protection before",
  severity: "warning",
  source:
    "Amazon EKS user guide, protect clusters from accidental deletion: DeleteCluster fails until it is switched off",
  *check({ authored }) {
    for (const site of authored.sites) {
      if (site.tenure !== "cloud" || site.provider !== "aws") continue;
      for (const cluster of site.clusters) {
        if (cluster.deletionProtection !== true || !(site.retired || isRetired(cluster))) continue;
        yield {
          path: `sites.${site.name}.clusters.${cluster.name}.deletionProtection`,
          observed: "true",
          message: `EKS itself refuses to delete ${cluster.name}: the deploy that retires it fails`,
          hint: "deploy it once with deletionProtection: false, then retire it",
        };
      }
    }
  },
};

/** As a whole, or some of the clusters that it becomes. */
const isRetired = ({ retired }: AwsCluster): boolean =>
  Array.isArray(retired) ? retired.length > 0 : retired === true;

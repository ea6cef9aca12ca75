import { deployedCounts, findPool } from "../ledger";
import type { Rule } from "./rule";
import { physicalSites } from "./walk";

export const deploymentCounts: Rule = {
  id: "DEPLOY-5",
  title: "deployments bring the machines of a pool, all of them and no more",
  severity: "error",
  formula: "sum of the deployments' counts = count of the pool; fewer are a warning",
  source: "the fleet document: a pool and its deployments count the same machines",
  *check(context) {
    for (const { site, path } of physicalSites(context)) {
      if (context.isPartial(`${path}.deployments`)) continue;
      for (const [name, observed] of deployedCounts(site)) {
        const found = findPool(site, name);
        const limit = found?.pool.count;
        if (found === undefined || limit === undefined || observed === limit) continue;
        const place = `${path}.clusters.${found.cluster}.pools.${found.pool.name}.count`;
        if (context.isPartial(place)) continue;
        const brought = site.deployments.filter(({ pools }) => pools.some((each) => each.name === name));
        const by = brought.map((deployment) => deployment.name).join(", ");
        const more = observed > limit;
        yield {
          path: place,
          ...(more ? {} : { severity: "warning" as const }),
          observed,
          limit,
          unit: "machines",
          message: more
            ? `the deployments ${by} bring ${observed} machines to a pool of ${limit}`
            : `${limit - observed} of ${limit} machines come with no deployment; ${by} ${brought.length === 1 ? "brings" : "bring"} ${observed}`,
          hint: more
            ? "give each deployment of the pool a count of its own"
            : "add the deployment that brings the rest",
        };
      }
    }
  },
};

import { didYouMean } from "../model";
import type { Rule } from "./rule";
import { hinted, physicalSites } from "./walk";

export const poolHalls: Rule = {
  id: "LOC-2",
  title: "a pool stands in halls of its site",
  severity: "error",
  source: "the fleet document: a hall is a part of its site",
  *check(context) {
    for (const { site, path } of physicalSites(context)) {
      const names = site.halls.map(({ name }) => name);
      if (context.lacksItems(`${path}.halls`)) continue;
      for (const cluster of site.clusters) {
        for (const pool of cluster.pools) {
          for (const [index, hall] of (pool.halls ?? []).entries()) {
            if (names.includes(hall)) continue;
            yield {
              path: `${path}.clusters.${cluster.name}.pools.${pool.name}.halls[${index}]`,
              observed: hall,
              message: `the site has no hall ${JSON.stringify(hall)}${names.length === 0 ? "; it has no halls" : ""}`,
              ...hinted(didYouMean(hall, names) ?? (names.length === 0 ? undefined : `it has ${names.join(", ")}`)),
            };
          }
        }
      }
    }
  },
};

import { parseRange } from "../../model";
import type { Rule } from "../rule";
import { azureClusters } from "../walk";

const MOST = 200;

export const azurePublicApi: Rule = {
  id: "AZ-API-01",
  title: "a public API server of AKS is open to at most 200 ranges, and not to everybody",
  severity: "error",
  formula: "ranges <= 200; none of them 0.0.0.0/0 (a warning)",
  source: "AKS documentation, API server authorized IP ranges",
  *check(context) {
    for (const { cluster, path } of azureClusters(context)) {
      if (cluster.apiServer.access !== "public") continue;
      const { authorizedRanges: ranges } = cluster.apiServer;
      const place = `${path}.apiServer.authorizedRanges`;
      if (ranges.length > MOST) {
        yield {
          path: place,
          observed: ranges.length,
          limit: MOST,
          unit: "ranges",
          message: `an API server takes at most ${MOST} ranges; got ${ranges.length}`,
          hint: "use fewer, wider ranges",
        };
      }
      for (const [index, range] of ranges.entries()) {
        if (parseRange(range)?.prefix !== 0) continue;
        yield {
          path: `${place}[${index}]`,
          severity: "warning",
          observed: range,
          message: `${range} lets the whole internet reach the Kubernetes API of ${cluster.name}`,
          hint: 'name the ranges of your offices and networks, or write access: "private"',
        };
      }
    }
  },
};

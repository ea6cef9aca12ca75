import { parseRange } from "../../model";
import type { Rule } from "../rule";
import { awsClusters } from "../walk";

const MOST = 40;

export const eksPublicEndpoint: Rule = {
  id: "AWS-EKS-03",
  title: "a public endpoint of EKS is open to at most 40 ranges, and not to everybody",
  severity: "error",
  formula: "ranges <= 40; none of them 0.0.0.0/0 (a warning)",
  source:
    "Amazon EKS service quotas, public endpoint access CIDR ranges per cluster (fixed); EKS best practices guide, security",
  *check(context) {
    for (const { cluster, path } of awsClusters(context)) {
      const ranges = cluster.publicAccessCidrs ?? [];
      const place = `${path}.publicAccessCidrs`;
      if (ranges.length > MOST) {
        yield {
          path: place,
          observed: ranges.length,
          limit: MOST,
          unit: "ranges",
          message: `a public endpoint takes at most ${MOST} ranges, which AWS does not raise; got ${ranges.length}`,
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
          hint: "name the ranges of your offices and networks, or leave publicAccessCidrs out for a private endpoint",
        };
      }
    }
  },
};

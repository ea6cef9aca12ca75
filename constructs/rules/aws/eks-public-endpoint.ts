import { contains, parseRange } from "../../model";
import type { Rule } from "../rule";
import { awsClusters } from "../walk";

const MOST = 40;
/** Ranges from which nothing comes over the internet. */
const RESERVED = [
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/3",
].flatMap((cidr) => parseRange(cidr) ?? []);

export const eksPublicEndpoint: Rule = {
  id: "AWS-EKS-03",
  title: "a public endpoint of EKS is open to at most 40 ranges of public addresses, and not to everybody",
  severity: "error",
  formula: "ranges <= 40, none of them reserved; none of them 0.0.0.0/0 (a warning)",
  source:
    "Amazon EKS service quotas, public endpoint access CIDR ranges per cluster (fixed); AWS re:Post, access to the public API server endpoint: no reserved addresses; RFC 6890; EKS best practices guide, security",
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
        const parsed = parseRange(range);
        const reserved = RESERVED.find((outer) => parsed !== undefined && contains(outer, parsed));
        if (reserved !== undefined) {
          yield {
            path: `${place}[${index}]`,
            observed: range,
            limit: reserved.cidr,
            message: `${range} lies in ${reserved.cidr}, from which nobody comes over the internet; EKS refuses it`,
            hint: "name public ranges; what is inside the VPC, or routed to it, uses the private endpoint, which is always there",
          };
        }
        if (parsed?.prefix !== 0) continue;
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

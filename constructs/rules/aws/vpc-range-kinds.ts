import { contains, parseRange } from "../../model";
import type { Rule } from "../rule";
import { awsOwnNetworks } from "../walk";

/** Ranges that do not stand beside each other in a VPC. */
const KINDS = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "198.19.0.0/16"].flatMap(
  (cidr) => parseRange(cidr) ?? [],
);

export const vpcRangeKinds: Rule = {
  id: "AWS-VPC-3",
  title: "further ranges of a VPC are of the kind of its first, of 100.64.0.0/10, or public",
  severity: "warning",
  formula: `of ${KINDS.map(({ cidr }) => cidr).join(", ")} a VPC has ranges of one, that of its first, or of none where its first is of none`,
  source: "Amazon VPC user guide, VPC CIDR blocks: IPv4 CIDR block association restrictions",
  *check(context) {
    for (const { network, path } of awsOwnNetworks(context)) {
      const [first, ...others] = network.cidrs;
      const kind = first === undefined ? undefined : kindOf(first);
      for (const [index, cidr] of others.entries()) {
        const other = kindOf(cidr);
        if (first === undefined || other === undefined || other === kind) continue;
        yield {
          path: `${path}.cidrs[${index + 1}]`,
          observed: cidr,
          limit: kind ?? "100.64.0.0/10",
          message: `AWS adds no range of ${other} to a VPC whose first range is ${first}; got ${cidr}`,
          hint: `take a range of ${kind === undefined ? "" : `${kind} or `}100.64.0.0/10`,
        };
      }
    }
  },
};

function kindOf(cidr: string): string | undefined {
  const range = parseRange(cidr);
  return range === undefined ? undefined : KINDS.find((outer) => contains(outer, range))?.cidr;
}

import { contains, parseRange, type Range } from "../model";
import type { Rule } from "./rule";
import { physicalSites } from "./walk";

export const networksWithin: Rule = {
  id: "IPAM-3",
  title: "a network lies in what its site announces, and its subnets in it",
  severity: "error",
  formula: "range of a network in one of the aggregates; subnetPrefix >= length of the range",
  source: "RFC 4632, 3.1: a subnet is a part of its range; what a site does not announce nobody routes to it",
  *check(context) {
    for (const { site, path } of physicalSites(context)) {
      const plan = site.addressPlan;
      if (plan === undefined) continue;
      const aggregates = plan.aggregates.flatMap((cidr) => parseRange(cidr) ?? []);
      for (const { name, cidrs, purpose, subnetPrefix } of plan.networks) {
        const at = `${path}.addressPlan.networks.${name}`;
        for (const [index, cidr] of cidrs.entries()) {
          const range = parseRange(cidr);
          if (range === undefined) continue;
          if (plan.aggregates.length > 0 && purpose !== "services" && !aggregates.some((each) => contains(each, range)))
            yield {
              path: `${at}.cidrs[${index}]`,
              observed: cidr,
              limit: plan.aggregates.join(", "),
              message: `${cidr} lies in no aggregate of the site: nobody outside of it finds the way`,
              hint: "take a range of an aggregate, or announce another aggregate",
            };
          if (subnetPrefix !== undefined && subnetPrefix < range.prefix) yield tooLong(at, subnetPrefix, range);
        }
      }
    }
  },
};

const tooLong = (at: string, subnetPrefix: number, { cidr, prefix }: Range) => ({
  path: `${at}.subnetPrefix`,
  observed: subnetPrefix,
  limit: prefix,
  unit: "bits",
  message: `no subnet of /${subnetPrefix} fits into ${cidr}`,
  hint: "a larger number is a smaller subnet",
});

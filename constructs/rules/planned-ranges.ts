import { type NetworkPurpose, type PhysicalSiteSpec, parseRange, type Range } from "../model";
import type { RuleContext } from "./rule";
import { physicalSites } from "./walk";

/** A range of an address plan. */
export interface PlannedRange {
  readonly path: string;
  readonly range: Range;
  readonly site: PhysicalSiteSpec;
  readonly use: NetworkPurpose | "aggregate";
  /** The routing domain; undefined for that of the fleet, which clouds are in. */
  readonly domain: string | undefined;
}

/** Every range of the address plans of sites in use, in the order in which they are stated. */
export function* plannedRanges(context: RuleContext): Generator<PlannedRange> {
  for (const { site, path } of physicalSites(context)) {
    const plan = site.addressPlan;
    if (plan === undefined) continue;
    const at = `${path}.addressPlan`;
    const stated = [
      ...plan.aggregates.map((cidr, index) => ({
        cidr,
        path: `${at}.aggregates[${index}]`,
        use: "aggregate" as const,
      })),
      ...plan.networks.flatMap(({ name, purpose, cidrs }) =>
        cidrs.map((cidr, index) => ({ cidr, path: `${at}.networks.${name}.cidrs[${index}]`, use: purpose })),
      ),
    ];
    for (const { cidr, ...rest } of stated) {
      const range = parseRange(cidr);
      if (range !== undefined) yield { ...rest, range, site, domain: plan.routingDomain };
    }
  }
}

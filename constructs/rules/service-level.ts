import type { LeaseTerms, PhysicalSiteSpec, Policy } from "../model";
import type { Report, Rule } from "./rule";
import { leases, physicalSites } from "./walk";

export const serviceLevelHolds: Rule = {
  id: "SLA-1",
  title:
    "what a hall is built for supports the availability that its lease promises, and racks have the cords it counts on",
  severity: "warning",
  formula:
    "availability <= policy.supportedAvailability of the scheme of the hall; two feeds or more a rack where both must fail to be an outage",
  source:
    "practice: availability figures that circulate with the Uptime tiers (unverified); leases that count an outage by feeds",
  *check(context) {
    const physical = new Map([...physicalSites(context)].map((each) => [each.site.name, each]));
    for (const { site, lease, path } of leases(context)) {
      const at = physical.get(site.name);
      if (at === undefined || lease.serviceLevel === undefined) continue;
      const place = `${path}.serviceLevel`;
      if (!context.isPartial(`${at.path}.halls`))
        yield* halls(at.site, lease.serviceLevel, place, context.fleet.policy);
      if (!context.isPartial(`${at.path}.powerTopology`)) yield* cords(at.site, at.path, lease.serviceLevel);
    }
  },
};

type Level = NonNullable<LeaseTerms["serviceLevel"]>;

function* halls(
  site: PhysicalSiteSpec,
  { availability }: Level,
  path: string,
  { supportedAvailability }: Policy,
): Generator<Report> {
  if (availability === undefined) return;
  for (const { name, redundancy } of site.halls) {
    const limit = supportedAvailability.find(({ scheme }) => scheme === redundancy)?.availability ?? 1;
    if (redundancy === undefined || availability <= limit) continue;
    yield {
      path: `${path}.availability`,
      observed: availability,
      limit,
      message: `the lease promises ${percent(availability)} % of the time; the hall ${name} is built ${redundancy}, which is not known to support more than ${percent(limit)} %`,
      hint: "ask how the landlord keeps the promise, or count on credits",
    };
  }
}

const percent = (share: number): number => Number((share * 100).toPrecision(12));

/** Where an outage is the loss of both feeds, what has one feed has no promise at all. */
function* cords(site: PhysicalSiteSpec, path: string, { outage }: Level): Generator<Report> {
  const topology = site.powerTopology;
  if (outage !== "bothFeeds" || topology === undefined) return;
  const single = [
    ...topology.rackSupplies.map(({ id, feeds }) => ({
      what: `rackSupplies.${id}`,
      called: `the racks of ${id}`,
      feeds,
    })),
    ...topology.loads
      .filter(({ kind }) => kind !== "house" && kind !== "cooling")
      .map(({ id, feeds }) => ({ what: `loads.${id}`, called: `the load ${id}`, feeds })),
  ].filter(({ feeds }) => feeds.length < 2);
  for (const { what, called, feeds } of single) {
    yield {
      path: `${path}.powerTopology.${what}.feeds`,
      observed: feeds.length,
      limit: 2,
      unit: "feeds",
      message: `an outage by the lease is the loss of both feeds, and ${called} has one: it goes dark without an outage`,
      hint: "feed it twice, or have the lease count the loss of one feed",
    };
  }
}

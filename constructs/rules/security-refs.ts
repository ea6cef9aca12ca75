import { zoneAndOuter } from "../ledger";
import { didYouMean, type SecurityProfile } from "../model";
import type { Report, Rule, RuleContext } from "./rule";
import { hinted, type PhysicalSiteAt, physicalSites } from "./walk";

export const securityRefs: Rule = {
  id: "SEC-2",
  title: "a security profile speaks of clusters, halls and zones that there are, each hall in one zone, and zones nest",
  severity: "error",
  source: "the fleet document, whose parts refer to each other by name",
  *check(context) {
    for (const each of physicalSites(context)) {
      const profile = each.site.securityProfile;
      if (profile === undefined) continue;
      const place = `${each.path}.securityProfile`;
      yield* references(context, each, profile, place);
      yield* nest(profile, place);
      yield* hallsOnce(profile, place);
    }
  },
};

function* references(
  context: RuleContext,
  { site, path }: PhysicalSiteAt,
  profile: SecurityProfile,
  place: string,
): Generator<Report> {
  const lists = {
    cluster: { list: `${path}.clusters`, names: site.clusters.map(({ name }) => name) },
    hall: { list: `${path}.halls`, names: site.halls.map(({ name }) => name) },
    zone: { list: `${place}.zones`, names: profile.zones.map(({ id }) => id) },
  };
  function* known(kind: keyof typeof lists, name: string, at: string): Generator<Report> {
    const { list, names } = lists[kind];
    if (names.includes(name) || context.lacksItems(list)) return;
    const has = names.length === 0 ? `it has no ${kind}s` : `it has ${names.join(", ")}`;
    const owner = kind === "zone" ? "the profile" : "the site";
    yield {
      path: at,
      observed: name,
      message: `${owner} has no ${kind} ${JSON.stringify(name)}; ${has}`,
      ...hinted(didYouMean(name, names)),
    };
  }
  for (const [index, name] of (profile.weights?.clusters ?? []).entries())
    yield* known("cluster", name, `${place}.weights.clusters[${index}]`);
  for (const { id, parent, halls, clusters } of profile.zones) {
    if (parent !== undefined) yield* known("zone", parent, `${place}.zones.${id}.parent`);
    for (const [index, name] of halls.entries()) yield* known("hall", name, `${place}.zones.${id}.halls[${index}]`);
    for (const [index, name] of clusters.entries())
      yield* known("cluster", name, `${place}.zones.${id}.clusters[${index}]`);
  }
  for (const { name, zone } of profile.access) {
    if (zone !== undefined) yield* known("zone", zone, `${place}.access.${name}.zone`);
  }
  for (const { name, clusters } of profile.residency) {
    for (const [index, cluster] of clusters.entries())
      yield* known("cluster", cluster, `${place}.residency.${name}.clusters[${index}]`);
  }
}

/** A zone is not within itself, by whatever way. Said once of each way round, at the first of its zones. */
function* nest({ zones }: SecurityProfile, place: string): Generator<Report> {
  const said = new Set<string>();
  for (const zone of zones) {
    const way = zoneAndOuter(zones, zone.id);
    if (way.at(-1)?.parent !== zone.id || said.has(zone.id)) continue;
    for (const { id } of way) said.add(id);
    const round = [...way.map(({ id }) => id), zone.id].join(" in ");
    yield {
      path: `${place}.zones.${zone.id}.parent`,
      observed: zone.parent ?? "",
      message: `zones go round: ${round}`,
    };
  }
}

function* hallsOnce({ zones }: SecurityProfile, place: string): Generator<Report> {
  const first = new Map<string, string>();
  for (const { id, halls } of zones) {
    for (const [index, hall] of halls.entries()) {
      const other = first.get(hall);
      first.set(hall, other ?? id);
      if (other === undefined || other === id) continue;
      const message = `the hall ${hall} lies in the zone ${other} already`;
      yield {
        path: `${place}.zones.${id}.halls[${index}]`,
        observed: hall,
        message,
        hint: "name a hall in its innermost zone",
      };
    }
  }
}

import { operates, reaches, weightZones, zonesOfCluster } from "../ledger";
import { leaseOf, type PhysicalSiteSpec, type SecurityProfile, type Zone } from "../model";
import type { Report, Rule } from "./rule";
import { physicalSites } from "./walk";

export const zonesProtect: Rule = {
  id: "PHYS-1",
  title: "inner zones are protected no less than those around them, and nobody else is alone with weights",
  severity: "error",
  formula:
    "protectionClass of a zone >= that of the zone around it; a zone with weights has entry verification, a log and escorted visitors; landlord in {none, escorted} there",
  source:
    "EN 50600-1, protection classes; NIST SP 800-53 PE-3, physical access control; leases limit the landlord's access",
  *check(context) {
    for (const { site, path } of physicalSites(context)) {
      const profile = site.securityProfile;
      const place = `${path}.securityProfile`;
      if (profile === undefined || context.isPartial(`${place}.zones`)) continue;
      yield* nesting(profile, place);
      if (profile.weights === undefined) continue;
      yield* holders(site, profile, place);
      for (const zone of weightZones(site, profile)) yield* entry(zone, `${place}.zones.${zone.id}`);
      if (!context.isPartial(`${place}.access`)) yield* landlord(site, profile, place);
    }
  },
};

function* nesting({ zones }: SecurityProfile, path: string): Generator<Report> {
  for (const { id, parent, protectionClass } of zones) {
    const outer = zones.find((zone) => zone.id === parent);
    if (outer === undefined || protectionClass >= outer.protectionClass) continue;
    yield {
      path: `${path}.zones.${id}.protectionClass`,
      observed: protectionClass,
      limit: outer.protectionClass,
      message: `the zone ${id} has protection class ${protectionClass}, less than class ${outer.protectionClass} of the zone ${outer.id} around it`,
      hint: "raise the class of the inner zone, or nest the zones the other way round",
    };
  }
}

/** Once zones are stated, each cluster that holds weights stands in one. */
function* holders(site: PhysicalSiteSpec, profile: SecurityProfile, path: string): Generator<Report> {
  const homeless = (profile.weights?.clusters ?? []).filter(
    (cluster) =>
      site.clusters.some((each) => each.name === cluster) && zonesOfCluster(site, profile, cluster).length === 0,
  );
  for (const cluster of homeless) {
    const none = profile.zones.length === 0;
    yield {
      path: none ? `${path}.zones` : `${path}.weights.clusters`,
      ...(none ? { severity: "warning" as const } : {}),
      observed: cluster,
      message: `the cluster ${cluster} holds weights, and ${none ? "no zone is stated" : "stands in none of the zones"}`,
      hint: "give the zone its halls, or name the cluster in it",
    };
  }
}

function* entry(zone: Zone, path: string): Generator<Report> {
  if (zone.entry === "none") {
    const message = `weights stand in the zone ${zone.id}, and nobody is verified at its entry`;
    yield { path: `${path}.entry`, layer: "physicalAccess", observed: zone.entry, message, hint: 'at least "badge"' };
  }
  if (!zone.logged) {
    const message = `weights stand in the zone ${zone.id}, and entries are not logged`;
    yield { path: `${path}.logged`, layer: "physicalAccess", observed: "false", message };
  }
  if (!zone.visitorEscort) {
    const message = `weights stand in the zone ${zone.id}, and visitors are not escorted`;
    yield { path: `${path}.visitorEscort`, layer: "physicalAccess", observed: "false", message };
  }
}

/** What one reaches, and the layer it belongs to: where the landlord runs that layer, it cannot be kept from it. */
const parts = [
  { part: "racks", called: "racks", layer: "racks" },
  { part: "bmc", called: "BMCs", layer: "bmcFirmware" },
  { part: "weights", called: "weights", layer: "none" },
] as const;

function* landlord(site: PhysicalSiteSpec, profile: SecurityProfile, path: string): Generator<Report> {
  const name = leaseOf(site)?.landlord;
  if (name === undefined) return;
  const zones = weightZones(site, profile);
  const grants = profile.access.filter(({ party }) => party === "landlord");
  for (const grant of grants) {
    const where = zones.filter((zone) => reaches(grant, profile.zones, zone));
    // Without zones the site is one.
    if (where.length === 0 && (profile.zones.length > 0 || grant.zone !== undefined)) continue;
    for (const { part, called, layer } of parts.filter((each) => grant[each.part] === "unescorted")) {
      const zone = where.length === 0 ? "the site" : `the zone ${where.map(({ id }) => id).join(", ")}`;
      yield {
        path: `${path}.access.${grant.name}.${part}`,
        layer,
        observed: grant[part],
        limit: "escorted",
        message: `the landlord reaches ${called} unescorted in ${zone}, where weights are`,
        hint: '"escorted" or "none"',
      };
    }
  }
  if (grants.length > 0 || operates(site, "physicalAccess")) return;
  yield {
    path: `${path}.access`,
    severity: "warning",
    limit: "escorted",
    message: `weights are at the site, whose building ${name} runs; nobody says whether the landlord is escorted`,
    hint: "give a row of access for the party landlord",
  };
}

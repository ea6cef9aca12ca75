import type { AccessGrant, AccessLevel, AccessParty, PhysicalSiteSpec, SecurityProfile, Zone } from "../model";
import { operates } from "./responsibility";

/** What one party may reach in one zone, or in the whole site where its zones are not stated. */
export interface AccessRow {
  readonly zone?: string;
  readonly party: AccessParty;
  /** Who: as the profile names them. */
  readonly name: string;
  readonly racks: AccessLevel;
  readonly bmc: AccessLevel;
  /** Absent: the profile says nothing of it. */
  readonly weights?: AccessLevel;
  /** Whether somebody states it, or the scope of the agreement implies it. */
  readonly basis: "stated" | "byScope";
  readonly reason?: string;
}

/**
 * Who may reach racks, BMCs and weights. Parties of which the profile says nothing have what the scope implies: whoever operates a
 * layer reaches it, and who runs the building reaches what stands in it.
 */
export function accessRows(site: PhysicalSiteSpec): AccessRow[] {
  const grants = site.securityProfile?.access ?? [];
  const stated = grants.map(({ zone, ...grant }): AccessRow => {
    const { name, party, racks, bmc, weights, reason } = grant;
    return {
      ...(zone === undefined ? {} : { zone }),
      party,
      name,
      racks,
      bmc,
      weights,
      basis: "stated",
      ...(reason === undefined ? {} : { reason }),
    };
  });
  const says = (party: AccessParty) => grants.some((grant) => grant.party === party);
  return [...(says("self") ? [] : [byScope(site, "self")]), ...(says("landlord") ? [] : landlord(site)), ...stated];
}

/** An owned site has no landlord. */
const landlord = (site: PhysicalSiteSpec): AccessRow[] =>
  site.tenure === "owned" || (site.tenure === "partner" && site.title.kind === "owned")
    ? []
    : [byScope(site, "landlord")];

function byScope(site: PhysicalSiteSpec, party: "self" | "landlord"): AccessRow {
  const runs = (layer: "physicalAccess" | "racks" | "hardware" | "bmcFirmware") =>
    operates(site, layer) === (party === "self");
  return {
    party,
    name: party,
    racks: runs("physicalAccess") || runs("racks") || runs("hardware") ? "unescorted" : "none",
    bmc: runs("bmcFirmware") ? "unescorted" : "none",
    basis: "byScope",
  };
}

/** The zone with this id, then those around it, outwards; each once, even where they wrongly go round. */
export function zoneAndOuter(zones: readonly Zone[], id: string | undefined): Zone[] {
  const found: Zone[] = [];
  let next = zones.find((zone) => zone.id === id);
  while (next !== undefined && !found.includes(next)) {
    found.push(next);
    const outer: string | undefined = next.parent;
    next = zones.find((zone) => zone.id === outer);
  }
  return found;
}

/** The zones in which racks of a cluster that holds weights stand: by the cluster's name, else by the halls of its pools. */
export function weightZones(site: PhysicalSiteSpec, profile: SecurityProfile): Zone[] {
  const holders = profile.weights?.clusters ?? [];
  return profile.zones.filter((zone) =>
    holders.some((cluster) => zonesOfCluster(site, profile, cluster).includes(zone)),
  );
}

/** The zones that a cluster stands in: those that name it, else those of its halls. */
export function zonesOfCluster(site: PhysicalSiteSpec, profile: SecurityProfile, cluster: string): Zone[] {
  const named = profile.zones.filter((zone) => zone.clusters.includes(cluster));
  if (named.length > 0) return named;
  const pools = site.clusters.find((each) => each.name === cluster)?.pools ?? [];
  const halls = pools.flatMap((pool): readonly string[] => pool.halls ?? hallsOfPhase(site, pool.capacity.phase));
  return profile.zones.filter((zone) => zone.halls.some((hall) => halls.includes(hall)));
}

/** Where a pool may stand if it does not say: the halls of its phase, else all. */
function hallsOfPhase(site: PhysicalSiteSpec, id: string | undefined): readonly string[] {
  const phases = site.tenure === "leased" ? site.lease.phases : site.phases;
  const own = phases.find((phase) => phase.id === id)?.halls ?? [];
  return own.length > 0 ? own : site.halls.map((hall) => hall.name);
}

/** Whether a grant holds in a zone: it names none, or that zone, or one around it. */
export const reaches = (grant: Pick<AccessGrant, "zone">, zones: readonly Zone[], zone: Zone): boolean =>
  grant.zone === undefined || zoneAndOuter(zones, zone.id).some(({ id }) => id === grant.zone);

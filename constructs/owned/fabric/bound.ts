import { type Clos, stripe } from "./clos";

/** Fewest switches that have the ports, however they are joined. */
export interface ClosBound {
  readonly leaves: number;
  readonly spines: number;
  readonly cores: number;
}

/**
 * The formula's bound for whole scalable units: spines with ports for all uplinks of the leaves that are built, cores with ports for
 * all uplinks of those spines. What is wired evenly often needs more: `Clos.spines` and `Clos.cores`.
 */
export const unitBound = (clos: Clos): ClosBound => boundOf(clos, clos.leaves);

/** The bound by ports alone, for leaves that are filled whatever unit a host belongs to. */
export const portBound = (clos: Clos): ClosBound =>
  boundOf(clos, Math.ceil((clos.hosts * clos.rails + clos.managerLinks) / (clos.ports - clos.uplinks)));

function boundOf(clos: Clos, leaves: number): ClosBound {
  if (clos.tiers === 2) return { leaves, spines: stripe(clos.uplinks, leaves, clos.ports), cores: 0 };
  const spines = Math.ceil((leaves * clos.uplinks) / (clos.ports - clos.spineUplinks));
  return { leaves, spines, cores: Math.ceil((spines * clos.spineUplinks) / clos.ports) };
}

/** Most endpoints that switches of so many ports join without blocking: k2/2 in two tiers, k3/4 in three. */
export const mostEndpoints = (ports: number, tiers: 2 | 3): number => (tiers === 2 ? ports ** 2 / 2 : ports ** 3 / 4);

/** What decides a folded Clos: numbers alone, of one plane. */
export interface ClosInput {
  /** Hosts of the end state. */
  readonly hosts: number;
  /** NICs of one host: each unit has a leaf for each. */
  readonly rails: number;
  /** Ports of one switch at the speed of a link. */
  readonly ports: number;
  /** Hosts that share leaves. */
  readonly unitHosts: number;
  /** Hosts of a leaf for each uplink, at most. @default 1 */
  readonly oversubscription?: number;
  /** Uplinks of a leaf. @default - ports / (1 + oversubscription), rounded down to whole cages */
  readonly uplinks?: number;
  /** @default - two where they take the end state, else three */
  readonly tiers?: 2 | 3;
  /** Units of one pod in three tiers. @default - as many as a spine has ports for */
  readonly unitsPerPod?: number;
  /** Links of the servers that manage the fabric. @default 0 */
  readonly managerLinks?: number;
  /** Links of one cage: what goes up is kept to whole cages. @default 1 */
  readonly linksPerCage?: number;
}

/** A folded Clos whose every port is decided: the end state, of one plane. Numbers of links are those of one pair of switches. */
export interface Clos {
  readonly hosts: number;
  readonly rails: number;
  readonly ports: number;
  readonly unitHosts: number;
  readonly tiers: 2 | 3;
  readonly managerLinks: number;
  /** Host places of the first unit that the managers' links take. */
  readonly reservedSlots: number;
  readonly units: number;
  readonly leaves: number;
  /** Uplinks of one leaf, to all spines it is joined to. */
  readonly uplinks: number;
  /** In two tiers the whole fabric is one pod. */
  readonly unitsPerPod: number;
  readonly pods: number;
  readonly spinesPerPod: number;
  readonly spines: number;
  readonly linksPerLeafSpine: number;
  /** Uplinks of one spine; 0 in two tiers. */
  readonly spineUplinks: number;
  readonly cores: number;
  readonly linksPerSpineCore: number;
  /** Cores that each spine is joined to. */
  readonly coresPerSpine: number;
  /** Spines of one pod that share their cores. More than one only where cores have ports to spare. */
  readonly spinesPerCore: number;
}

/** Why no fabric can be wired from an input. */
export interface ClosProblem {
  readonly kind: "uplinks" | "unitHosts" | "managers" | "twoTiers" | "pod" | "unitsPerPod" | "cores";
  readonly observed: number;
  readonly limit: number;
}

export type ClosResult = { readonly clos: Clos } | { readonly problems: readonly ClosProblem[] };

/** Wires the end state, or says everything that stands in the way. Counts must be whole and positive; nothing else is assumed. */
export function designClos(input: ClosInput): ClosResult {
  const { rails, ports, unitHosts, managerLinks = 0 } = input;
  const uplinks = uplinksOf(input);
  const reservedSlots = Math.ceil(managerLinks / rails);
  const problems: ClosProblem[] = [];
  if (uplinks >= ports) problems.push({ kind: "uplinks", observed: uplinks, limit: ports - 1 });
  if (unitHosts + uplinks > ports && uplinks < ports)
    problems.push({ kind: "unitHosts", observed: unitHosts, limit: ports - uplinks });
  if (reservedSlots >= unitHosts)
    problems.push({ kind: "managers", observed: managerLinks, limit: (unitHosts - 1) * rails });
  if (problems.length > 0) return { problems };

  const units = Math.ceil((input.hosts + reservedSlots) / unitHosts);
  const leaves = units * rails;
  const tiers = input.tiers ?? (leaves <= ports ? 2 : 3);
  const known = { ...input, managerLinks, reservedSlots, units, leaves, uplinks, tiers };
  return tiers === 2 ? twoTiers(known) : threeTiers(known);
}

type Known = ClosInput & Pick<Clos, "managerLinks" | "reservedSlots" | "units" | "leaves" | "uplinks" | "tiers">;

const common = (known: Known) => ({
  hosts: known.hosts,
  rails: known.rails,
  ports: known.ports,
  unitHosts: known.unitHosts,
  tiers: known.tiers,
  managerLinks: known.managerLinks,
  reservedSlots: known.reservedSlots,
  units: known.units,
  leaves: known.leaves,
  uplinks: known.uplinks,
});

function twoTiers(known: Known): ClosResult {
  const { ports, leaves, uplinks, units } = known;
  if (leaves > ports) return { problems: [{ kind: "twoTiers", observed: leaves, limit: ports }] };
  const spines = stripe(uplinks, leaves, ports);
  return {
    clos: {
      ...common(known),
      unitsPerPod: units,
      pods: 1,
      spinesPerPod: spines,
      spines,
      linksPerLeafSpine: uplinks / spines,
      spineUplinks: 0,
      cores: 0,
      linksPerSpineCore: 0,
      coresPerSpine: 0,
      spinesPerCore: 1,
    },
  };
}

function threeTiers(known: Known): ClosResult {
  const { rails, ports, uplinks, units } = known;
  const spineUplinks = spineUplinksOf(known);
  const spineDown = ports - spineUplinks;
  const most = Math.floor(spineDown / rails);
  if (most < 1) return { problems: [{ kind: "pod", observed: rails, limit: spineDown }] };
  const wanted = known.unitsPerPod ?? most;
  if (wanted > most) return { problems: [{ kind: "unitsPerPod", observed: wanted, limit: most }] };
  const unitsPerPod = Math.min(wanted, units);
  const pods = Math.ceil(units / unitsPerPod);
  if (pods > ports) return { problems: [{ kind: "cores", observed: pods, limit: ports }] };

  const spinesPerPod = stripe(uplinks, unitsPerPod * rails, spineDown);
  const linksPerSpineCore = largestDivisor(spineUplinks, Math.floor(ports / pods));
  const coresPerSpine = spineUplinks / linksPerSpineCore;
  const spinesPerCore = largestDivisor(spinesPerPod, Math.floor(ports / (pods * linksPerSpineCore)));
  return {
    clos: {
      ...common(known),
      unitsPerPod,
      pods,
      spinesPerPod,
      spines: pods * spinesPerPod,
      linksPerLeafSpine: uplinks / spinesPerPod,
      spineUplinks,
      cores: (spinesPerPod / spinesPerCore) * coresPerSpine,
      linksPerSpineCore,
      coresPerSpine,
      spinesPerCore,
    },
  };
}

/** Uplinks of a leaf as given, else so many that what is left of its ports is at most `oversubscription` for each. */
export function uplinksOf(input: ClosInput): number {
  const { ports, oversubscription = 1, linksPerCage = 1 } = input;
  return input.uplinks ?? wholeCages(Math.floor(ports / (1 + oversubscription)), linksPerCage);
}

/** Uplinks of a spine in three tiers: half its ports, in whole cages. */
export const spineUplinksOf = ({ ports, linksPerCage = 1 }: Pick<ClosInput, "ports" | "linksPerCage">): number =>
  wholeCages(Math.floor(ports / 2), linksPerCage);

const wholeCages = (links: number, linksPerCage: number): number =>
  Math.max(1, links >= linksPerCage ? links - (links % linksPerCage) : links);

/**
 * Spines over which the uplinks of leaves stripe evenly: the smallest divisor of the uplinks of a leaf with which no spine needs more
 * than `down` ports. The uplinks themselves are one, so that there always is one while the leaves are no more than `down`.
 */
export function stripe(uplinks: number, leaves: number, down: number): number {
  const least = Math.ceil((leaves * uplinks) / down);
  for (let spines = Math.max(1, least); spines < uplinks; spines++) if (uplinks % spines === 0) return spines;
  return uplinks;
}

/** The largest divisor of a number that is no more than a limit; at least 1. */
function largestDivisor(of: number, limit: number): number {
  for (let divisor = Math.min(of, limit); divisor > 1; divisor--) if (of % divisor === 0) return divisor;
  return 1;
}

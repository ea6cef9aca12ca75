import type { LinkTier } from "../../model/fabric";
import { cableLengthM, type DeviceRole, type Position, type PositionOf } from "./lengths";
import type { NetworkPlan } from "./plan";
import { slotsOf } from "./wiring";

/** What a length stands for: so many links of one pair of devices. `NaN` where it is not known where one of them stands. */
export type VisitLength = (lengthM: number, links: number) => void;

/**
 * Links that take one medium, because modules with two ports take the same fibre at both: links that share a cage at either end are
 * never in two groups. Its devices are those of a unit's leaf cage, of some units of a pod, or of some pods.
 */
export interface LinkGroup {
  readonly tier: LinkTier;
  /** The unit whose hosts or leaves they are; for spines and cores the first pod. From 0. */
  readonly first: number;
  /** Units, or pods. */
  readonly count: number;
  /** Links in all planes. */
  readonly links: number;
  /** Cages that take a module at the lower ends, in all planes, with the links that each takes. */
  readonly lower: readonly Cages[];
  /** And at the upper ends: cages of switches. */
  readonly upperCages: number;
  /** Visits the lengths of its links, in all planes. */
  lengths(visit: VisitLength): void;
}

/** Cages of one kind of device. */
export interface Cages {
  readonly cages: number;
  readonly linksPerCage: number;
}

/** Every group of links of a network, tier by tier. */
export function* linkGroups(network: NetworkPlan, positionOf: PositionOf): Generator<LinkGroup> {
  const at = positions(network, positionOf);
  yield* hostGroups(network, at);
  yield* leafGroups(network, at);
  yield* spineGroups(network, at);
}

/** Positions of one role in one plane by index. */
type Places = (index: number) => Position | undefined;
type At = (role: DeviceRole, plane: number) => Places;

/** Positions by role and plane, each asked for once. */
function positions(network: NetworkPlan, positionOf: PositionOf): At {
  const known = new Map<string, Places>();
  return (role, plane) => {
    const key = `${role}${plane}`;
    const places = known.get(key) ?? remembered(network, positionOf, role, plane);
    known.set(key, places);
    return places;
  };
}

function remembered({ firstHost }: NetworkPlan, positionOf: PositionOf, role: DeviceRole, plane: number): Places {
  // What is attached before the hosts of the cluster is no host of it.
  const skipped = role === "host" ? firstHost : 0;
  const list: (Position | undefined | null)[] = [];
  return (index) => {
    let found = list[index];
    if (found === undefined) {
      found = (index < skipped ? undefined : positionOf(role, plane, index - skipped)) ?? null;
      list[index] = found;
    }
    return found ?? undefined;
  };
}

const lengthOf = ({ cabling }: NetworkPlan, from: Position | undefined, to: Position | undefined): number =>
  from === undefined || to === undefined ? Number.NaN : cableLengthM(cabling, from, to);

/** The hosts whose links share the cages of their leaves, with all their rails; the managers are with those they share a cage with. */
function* hostGroups(network: NetworkPlan, at: At): Generator<LinkGroup> {
  const { wiring, linksPerCage, planes, hostLinksPerCage, roles } = network;
  const { clos, unitHosts } = wiring;
  const cagesOfHost = Math.ceil((clos.rails * planes) / hostLinksPerCage);
  const firstReserved = slotsOf(clos, 0);
  let managed = clos.managerLinks === 0 || wiring.leaves === 0;
  let before = 0;
  for (const [unit, inUnit] of unitHosts.entries()) {
    for (let slot = 0; slot < inUnit; slot += linksPerCage) {
      const hosts = Math.min(linksPerCage, inUnit - slot);
      const first = before + slot;
      const own: LinkGroup = {
        tier: "hostLeaf",
        first: unit,
        count: 1,
        links: hosts * clos.rails * planes,
        lower: [{ cages: hosts * cagesOfHost, linksPerCage: hostLinksPerCage }],
        upperCages: clos.rails * planes,
        lengths(visit) {
          const hostAt = at("host", 0);
          for (let plane = 0; plane < planes; plane++) {
            const leafAt = at(roles.leaf, plane);
            for (let host = first; host < first + hosts; host++) {
              const from = hostAt(host);
              for (let rail = 0; rail < clos.rails; rail++) {
                visit(lengthOf(network, from, leafAt(unit * clos.rails + rail)), 1);
              }
            }
          }
        },
      };
      const shares = !managed && unit === 0 && slot + linksPerCage > firstReserved;
      if (shares) managed = true;
      yield shares ? joined(own, managerGroup(network, at, 1)) : own;
    }
    before += inUnit;
  }
  if (!managed) yield managerGroup(network, at, 0);
}

const joined = (one: LinkGroup, other: LinkGroup): LinkGroup => ({
  ...one,
  links: one.links + other.links,
  lower: [...one.lower, ...other.lower],
  upperCages: one.upperCages + other.upperCages,
  lengths(visit) {
    one.lengths(visit);
    other.lengths(visit);
  },
});

/** The links of the servers that manage the fabric, each with a cage of its own; so many cages of each leaf have a host's module. */
function managerGroup(network: NetworkPlan, at: At, shared: 0 | 1): LinkGroup {
  const { wiring, linksPerCage, planes, roles } = network;
  const { clos } = wiring;
  const first = slotsOf(clos, 0);
  let cages = 0;
  for (let rail = 0; rail < Math.min(clos.rails, clos.managerLinks); rail++) {
    const last = first + Math.ceil((clos.managerLinks - rail) / clos.rails) - 1;
    cages += Math.floor(last / linksPerCage) - Math.floor(first / linksPerCage) + 1 - shared;
  }
  return {
    tier: "hostLeaf",
    first: 0,
    count: 1,
    links: clos.managerLinks * planes,
    lower: [{ cages: clos.managerLinks * planes, linksPerCage: 1 }],
    upperCages: cages * planes,
    lengths(visit) {
      for (let plane = 0; plane < planes; plane++) {
        const [managerAt, leafAt] = [at("manager", plane), at(roles.leaf, plane)];
        for (let manager = 0; manager < clos.managerLinks; manager++) {
          visit(lengthOf(network, managerAt(manager), leafAt(manager % clos.rails)), 1);
        }
      }
    },
  };
}

/** The fewest units or pods in a row whose links end in whole cages of what is above. */
function whole(links: number, linksPerCage: number): number {
  let count = 1;
  while ((count * links) % linksPerCage !== 0) count++;
  return count;
}

/** Units of a pod, with the spines of the pod. */
function* leafGroups(network: NetworkPlan, at: At): Generator<LinkGroup> {
  const { wiring, linksPerCage, planes, roles } = network;
  const { clos, unitHosts } = wiring;
  const step = whole(clos.rails * clos.linksPerLeafSpine, linksPerCage);
  for (let pod = 0; pod < wiring.pods; pod++) {
    const end = Math.min(unitHosts.length, (pod + 1) * clos.unitsPerPod);
    for (let unit = pod * clos.unitsPerPod; unit < end; unit += step) {
      const units = Math.min(step, end - unit);
      const leaves = units * clos.rails;
      yield {
        tier: "leafSpine",
        first: unit,
        count: units,
        links: leaves * clos.uplinks * planes,
        lower: [{ cages: leaves * Math.ceil(clos.uplinks / linksPerCage) * planes, linksPerCage }],
        upperCages: clos.spinesPerPod * Math.ceil((leaves * clos.linksPerLeafSpine) / linksPerCage) * planes,
        lengths(visit) {
          for (let plane = 0; plane < planes; plane++) {
            const [leafAt, spineAt] = [at(roles.leaf, plane), at(roles.spine, plane)];
            for (let leaf = unit * clos.rails; leaf < unit * clos.rails + leaves; leaf++) {
              const from = leafAt(leaf);
              for (let spine = 0; spine < clos.spinesPerPod; spine++) {
                visit(lengthOf(network, from, spineAt(pod * clos.spinesPerPod + spine)), clos.linksPerLeafSpine);
              }
            }
          }
        },
      };
    }
  }
}

/** Pods, with all cores. */
function* spineGroups(network: NetworkPlan, at: At): Generator<LinkGroup> {
  const { wiring, linksPerCage, planes, roles } = network;
  const { clos } = wiring;
  if (clos.spineUplinks === 0) return;
  const perPod = clos.spinesPerCore * clos.linksPerSpineCore;
  const step = whole(perPod, linksPerCage);
  for (let pod = 0; pod < wiring.pods; pod += step) {
    const pods = Math.min(step, wiring.pods - pod);
    const spines = pods * clos.spinesPerPod;
    yield {
      tier: "spineCore",
      first: pod,
      count: pods,
      links: spines * clos.spineUplinks * planes,
      lower: [{ cages: spines * Math.ceil(clos.spineUplinks / linksPerCage) * planes, linksPerCage }],
      upperCages: clos.cores * Math.ceil((pods * perPod) / linksPerCage) * planes,
      lengths(visit) {
        for (let plane = 0; plane < planes; plane++) {
          const [spineAt, coreAt] = [at(roles.spine, plane), at(roles.core, plane)];
          for (let spine = pod * clos.spinesPerPod; spine < pod * clos.spinesPerPod + spines; spine++) {
            const from = spineAt(spine);
            const place = spine % clos.spinesPerPod;
            const firstCore = Math.floor(place / clos.spinesPerCore) * clos.coresPerSpine;
            for (let core = firstCore; core < firstCore + clos.coresPerSpine; core++) {
              visit(lengthOf(network, from, coreAt(core)), clos.linksPerSpineCore);
            }
          }
        }
      },
    };
  }
}

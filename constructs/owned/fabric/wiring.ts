import type { LinkTier } from "../../model/fabric";
import type { Clos } from "./clos";

/** What stands at an end of a link. Indices count from 0 within a plane. */
export type EndRole = "host" | "manager" | "leaf" | "spine" | "core";

/** One end of a link: ports of a host are its rails; those of a switch count from 0. */
export interface LinkEnd {
  readonly role: EndRole;
  readonly index: number;
  readonly port: number;
}

/** A link: `from` is the lower end. */
export interface FabricLink {
  readonly from: LinkEnd;
  readonly to: LinkEnd;
}

/** Called for each link, with the indices and ports of its lower and its upper end. */
export type VisitLink = (from: number, fromPort: number, to: number, toPort: number) => void;

/** A fabric as it stands with so many hosts: leaves and spines of the units and pods in use, all cores of the end state. */
export interface Wiring {
  readonly clos: Clos;
  /** Hosts of each unit in use. */
  readonly unitHosts: readonly number[];
  readonly hosts: number;
  readonly leaves: number;
  readonly pods: number;
  readonly spines: number;
  readonly cores: number;
}

/**
 * Wires the hosts there are into a design. They fill unit after unit in the order of their indices; where some units are to stay part
 * filled, give the hosts of each. More than the end state takes is refused by the rule NET-6, and left out here.
 */
export function wire(clos: Clos, hosts: number | readonly number[]): Wiring {
  const unitHosts = (typeof hosts === "number" ? filled(clos, hosts) : hosts)
    .slice(0, clos.units)
    .map((count, unit) => Math.min(count, slotsOf(clos, unit)));
  const pods = clos.tiers === 2 ? 1 : Math.ceil(unitHosts.length / clos.unitsPerPod);
  return {
    clos,
    unitHosts,
    hosts: unitHosts.reduce((sum, count) => sum + count, 0),
    leaves: unitHosts.length * clos.rails,
    pods,
    spines: pods * clos.spinesPerPod,
    cores: clos.cores,
  };
}

/** Host places of a unit; the managers' links take some of the first. */
export const slotsOf = (clos: Clos, unit: number): number => clos.unitHosts - (unit === 0 ? clos.reservedSlots : 0);

function filled(clos: Clos, hosts: number): number[] {
  const units: number[] = [];
  for (let left = hosts; left > 0; left -= slotsOf(clos, units.length - 1)) {
    units.push(Math.min(left, slotsOf(clos, units.length)));
  }
  // The servers that manage the fabric have their unit before the first host comes.
  return units.length === 0 && clos.reservedSlots > 0 ? [0] : units;
}

/** Links of one tier, in one plane. */
export function linkCount(wiring: Wiring, tier: LinkTier): number {
  const { clos } = wiring;
  if (tier === "hostLeaf") return wiring.hosts * clos.rails + (wiring.leaves > 0 ? clos.managerLinks : 0);
  return tier === "leafSpine" ? wiring.leaves * clos.uplinks : wiring.spines * clos.spineUplinks;
}

/** Visits every link between hosts and leaves: NIC r of a host goes to leaf r of its unit, at the port of the host's place. */
export function eachHostLink(wiring: Wiring, visit: VisitLink): void {
  const { rails } = wiring.clos;
  let host = 0;
  for (const [unit, count] of wiring.unitHosts.entries()) {
    for (let slot = 0; slot < count; slot++, host++) {
      for (let rail = 0; rail < rails; rail++) visit(host, rail, unit * rails + rail, slot);
    }
  }
}

/** Visits every link of the servers that manage the fabric: they take the last places of the first unit, rail after rail. */
export function eachManagerLink(wiring: Wiring, visit: VisitLink): void {
  const { clos } = wiring;
  if (wiring.leaves === 0) return;
  for (let manager = 0; manager < clos.managerLinks; manager++) {
    const place = slotsOf(clos, 0) + Math.floor(manager / clos.rails);
    visit(manager, 0, manager % clos.rails, place);
  }
}

/** Visits every link between leaves and spines: a leaf's uplinks go to the spines of its pod in turn, parallel links side by side. */
export function eachLeafLink(wiring: Wiring, visit: VisitLink): void {
  const { clos } = wiring;
  const perPod = clos.unitsPerPod * clos.rails;
  const links = clos.linksPerLeafSpine;
  const up = clos.ports - clos.uplinks;
  for (let leaf = 0; leaf < wiring.leaves; leaf++) {
    const firstSpine = Math.floor(leaf / perPod) * clos.spinesPerPod;
    const base = (leaf % perPod) * links;
    for (let link = 0; link < clos.uplinks; link++) {
      visit(leaf, up + link, firstSpine + Math.floor(link / links), base + (link % links));
    }
  }
}

/** Visits every link between spines and cores: equally many from each pod to each core. */
export function eachSpineLink(wiring: Wiring, visit: VisitLink): void {
  const { clos } = wiring;
  const links = clos.linksPerSpineCore;
  const perPod = clos.spinesPerCore * links;
  const up = clos.ports - clos.spineUplinks;
  for (let spine = 0; spine < wiring.spines; spine++) {
    const pod = Math.floor(spine / clos.spinesPerPod);
    const place = spine % clos.spinesPerPod;
    const firstCore = Math.floor(place / clos.spinesPerCore) * clos.coresPerSpine;
    const base = pod * perPod + (place % clos.spinesPerCore) * links;
    for (let link = 0; link < clos.spineUplinks; link++) {
      visit(spine, up + link, firstCore + Math.floor(link / links), base + (link % links));
    }
  }
}

/** Visits every link of a tier; links of managers are not among them. */
export function eachLink(wiring: Wiring, tier: LinkTier, visit: VisitLink): void {
  if (tier === "hostLeaf") eachHostLink(wiring, visit);
  else if (tier === "leafSpine") eachLeafLink(wiring, visit);
  else eachSpineLink(wiring, visit);
}

/** Roles at the lower and upper end of a tier's links. */
export const endsOf = {
  hostLeaf: ["host", "leaf"],
  leafSpine: ["leaf", "spine"],
  spineCore: ["spine", "core"],
} as const satisfies Readonly<Record<LinkTier, readonly [EndRole, EndRole]>>;

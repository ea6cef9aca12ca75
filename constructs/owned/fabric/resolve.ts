import { findSwitch, type SwitchType, speedOf } from "../../catalog";
import type { Fabric, FabricTechnology } from "../../model/fabric";
import type { ClosInput } from "./clos";
import type { FabricHosts } from "./facts";

/** The switch of a network at the speed of its links. */
export interface SwitchAt {
  readonly name: string;
  /** Absent: the catalogue does not know it. */
  readonly type: SwitchType | undefined;
  /** Ports at the speed of a link; 0 where nothing says how many. */
  readonly ports: number;
  readonly linksPerCage: number;
  readonly laneGbps: number;
}

/** Lanes of a technology, for switches that the catalogue does not know. */
export const laneOf = (technology: FabricTechnology): number => (technology === "infinibandXdr" ? 200 : 100);

/** What the fabric's switch has at the speed of a link: as the fabric says, else as the catalogue says. */
export function switchOf(fabric: Fabric): SwitchAt {
  const type = findSwitch(fabric.switch);
  const speed = type === undefined ? undefined : speedOf(type, fabric.linkGbps);
  const linksPerCage = fabric.linksPerCage ?? speed?.linksPerCage ?? 1;
  const known = speed === undefined ? 0 : speed.cages * linksPerCage;
  return {
    name: fabric.switch,
    type,
    ports: fabric.portsPerSwitch ?? known,
    linksPerCage,
    laneGbps: type?.laneGbps ?? laneOf(fabric.technology),
  };
}

/** Rails of a fabric: as it says, else the NICs of its hosts. */
export const railsOf = (fabric: Fabric, hosts: FabricHosts): number => fabric.rails ?? hosts.nics;

/** Hosts that a fabric is designed for. */
export const designHosts = (fabric: Fabric, hosts: FabricHosts): number =>
  Math.max(1, fabric.designFor?.hosts ?? hosts.hosts);

/** The numbers that decide one plane of a fabric. */
export function closInputOf(fabric: Fabric, hosts: FabricHosts): ClosInput {
  const { ports, linksPerCage } = switchOf(fabric);
  return {
    hosts: designHosts(fabric, hosts),
    rails: railsOf(fabric, hosts),
    ports,
    unitHosts: fabric.scalableUnitHosts,
    oversubscription: fabric.oversubscription,
    managerLinks: fabric.managerLinks,
    linksPerCage,
    ...(fabric.uplinksPerLeaf === undefined ? {} : { uplinks: fabric.uplinksPerLeaf }),
    ...(fabric.tiers === undefined ? {} : { tiers: fabric.tiers }),
    ...(fabric.unitsPerPod === undefined ? {} : { unitsPerPod: fabric.unitsPerPod }),
  };
}

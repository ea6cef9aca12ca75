import { findSwitch, speedOf } from "../../catalog";
import type { Fabric, StorageNetwork } from "../../model/fabric";
import { type ClosInput, type ClosResult, designClos, uplinksOf } from "./clos";
import type { FabricHosts } from "./facts";
import type { NetworkPlan } from "./plan";
import { designHosts } from "./resolve";
import { wire } from "./wiring";

/** The storage network in numbers: what is wired, and how many leaves' worth of places other devices take first. */
export interface StorageDesign {
  readonly input: ClosInput;
  readonly result: ClosResult;
  /** Units of leaves that the other links take: hosts come after them. */
  readonly otherUnits: number;
  /** Places that other devices take, with as many links each as a host has. */
  readonly attachments: number;
  readonly linksPerCage: number;
}

/**
 * The storage network is a Clos whose units are groups of leaves: a host's links go to as many leaves of its group, so that losing
 * one leaf leaves it the others. Other devices have whole groups of their own, before those of the hosts: hosts that come move none.
 *
 * @returns nothing where the catalogue does not know the switch, or it does not run at that speed
 */
export function designStorage(fabric: Fabric, storage: StorageNetwork, hosts: FabricHosts): StorageDesign | undefined {
  const type = findSwitch(storage.switch);
  const speed = type === undefined ? undefined : speedOf(type, storage.linkGbps);
  if (speed === undefined) return undefined;
  const { linksPerCage } = speed;
  const ports = speed.cages * linksPerCage;
  const base = { rails: storage.linksPerHost, ports, oversubscription: storage.oversubscription, linksPerCage };
  const unitHosts = Math.max(1, ports - uplinksOf({ ...base, hosts: 1, unitHosts: 1 }));
  const attachments = Math.ceil(storage.otherLinks / storage.linksPerHost);
  const otherUnits = Math.ceil(attachments / unitHosts);
  const input = { ...base, unitHosts, hosts: otherUnits * unitHosts + designHosts(fabric, hosts) };
  return { input, result: designClos(input), otherUnits, attachments, linksPerCage };
}

/** The storage network as it stands with the hosts there are; nothing where none can be wired so: NET-9 says why. */
export function planStorage(fabric: Fabric, storage: StorageNetwork, hosts: FabricHosts): NetworkPlan | undefined {
  const design = designStorage(fabric, storage, hosts);
  const type = findSwitch(storage.switch);
  if (design === undefined || type === undefined || !("clos" in design.result)) return undefined;
  const { unitHosts } = design.input;
  const units = [...filledUnits(design.attachments, unitHosts), ...filledUnits(hosts.hosts, unitHosts)];
  return {
    kind: "storage",
    planes: 1,
    wiring: wire(design.result.clos, units),
    switchName: storage.switch,
    switchType: type,
    linkGbps: storage.linkGbps,
    linksPerCage: design.linksPerCage,
    laneGbps: type.laneGbps,
    hostLinksPerCage: 1,
    firstHost: design.attachments,
    roles: { leaf: "storageLeaf", spine: "storageSpine", core: "storageCore" },
    cabling: fabric.cabling,
  };
}

const filledUnits = (count: number, size: number): number[] =>
  Array.from({ length: Math.ceil(count / size) }, (_, unit) => Math.min(size, count - unit * size));

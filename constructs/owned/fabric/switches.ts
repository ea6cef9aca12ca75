import { findSwitch } from "../../catalog";
import type { SwitchRole } from "../../model/fabric";
import { type FabricPlan, type NetworkPlan, networksOf } from "./plan";
import { peakModulesKW } from "./power";

/** Switches of one role that want places in racks. */
export interface SwitchDemand {
  readonly fabric: string;
  readonly role: SwitchRole;
  /** Product name. */
  readonly type: string;
  /** Over all planes. */
  readonly count: number;
  readonly planes: number;
  /** What they are best kept near: the racks of a scalable unit, those of a pod, or anything. */
  readonly near: "unit" | "pod" | "fabric";
  /** How many of them belong to each unit or pod, in each plane. */
  readonly perGroup: number;
  /** Most power of one of them with its modules, in kW; 0 where the catalogue does not know it. */
  readonly powerKW: number;
  readonly rackUnits: number;
  readonly weightKg: number;
}

/** All switches of a fabric as it stands: what a layout has to find places and power for. Roles without a switch are left out. */
export function switchesOf(plan: FabricPlan): SwitchDemand[] {
  const { fabric, management } = plan;
  const above = management?.levels.reduce((sum, { switches }) => sum + switches, 0) ?? 0;
  const flat = (role: SwitchRole, type: string, count: number): SwitchDemand => ({
    fabric: fabric.name,
    role,
    type,
    count,
    planes: 1,
    near: "fabric",
    perGroup: count,
    ...figuresOf(type, 0),
  });
  return [
    ...networksOf(plan).flatMap((network) => clos(fabric.name, network)),
    ...(management === undefined
      ? []
      : [
          flat("managementLeaf", management.leafType.name, management.leaves),
          flat("managementSpine", management.spineType.name, above),
        ]),
    ...(fabric.wan === undefined ? [] : [flat("border", fabric.wan.switch, fabric.wan.borderSwitches)]),
  ].filter(({ count }) => count > 0);
}

function clos(fabric: string, network: NetworkPlan): SwitchDemand[] {
  const { wiring, planes, roles, switchName } = network;
  const { rails, spinesPerPod, tiers } = wiring.clos;
  const demand = (role: SwitchRole, count: number, near: SwitchDemand["near"], perGroup: number): SwitchDemand => ({
    fabric,
    role,
    type: switchName,
    count: count * planes,
    planes,
    near,
    perGroup,
    ...figuresOf(switchName, peakModulesKW(network)),
  });
  return [
    demand(roles.leaf, wiring.leaves, "unit", rails),
    demand(roles.spine, wiring.spines, tiers === 2 ? "fabric" : "pod", spinesPerPod),
    demand(roles.core, wiring.cores, "fabric", wiring.cores),
  ];
}

/** Figures of a switch and its modules; zeros for one that the catalogue does not know, which a device type has to describe. */
function figuresOf(type: string, modulesKW: number): Pick<SwitchDemand, "powerKW" | "rackUnits" | "weightKg"> {
  const found = findSwitch(type);
  return {
    powerKW: found === undefined ? 0 : Math.round((found.powerKW.value + modulesKW) * 1e6) / 1e6,
    rackUnits: found?.rackUnits.value ?? 0,
    weightKg: found?.weightKg.value ?? 0,
  };
}

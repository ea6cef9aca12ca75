import type { Machine } from "../../catalog";
import type { DeviceType, FleetSpec, RackType } from "../../model";
import { rackLookups } from "../racks/lookups";

/** What planning looks up. */
export interface PlanningContext {
  machine(type: string): Machine | undefined;
  rackType(name: string): RackType | undefined;
  deviceType(name: string): DeviceType | undefined;
  /** Share of addresses that a range is to hold beyond what is planned. */
  readonly addressGrowth: number;
}

const contexts = new WeakMap<FleetSpec, PlanningContext>();

/** What planning looks up in a fleet: one object for one fleet, so that rules, stacks and files share what is planned with it. */
export function planningContextOf(fleet: FleetSpec): PlanningContext {
  const known = contexts.get(fleet);
  if (known !== undefined) return known;
  const { machine, rackType, deviceType } = rackLookups(fleet);
  const made: PlanningContext = { machine, rackType, deviceType, addressGrowth: fleet.policy.addressGrowth };
  contexts.set(fleet, made);
  return made;
}

import type { PhysicalSiteSpec, SwitchPlacement } from "../../model";
import { planFabric } from "../fabric/plan";
import { type SwitchDemand, switchesOf } from "../fabric/switches";
import type { RackItem } from "./item";
import type { RackLookups } from "./lookups";
import { GRAMS_PER_KG, HALVES_PER_UNIT, taken, WATTS_PER_KW } from "./whole-units";

/** Switches of an allocation as their racks see them, with the most that their modules draw. Nothing where the type is not known. */
export function switchItems(
  site: Pick<PhysicalSiteSpec, "fabrics" | "clusters">,
  lookups: Pick<RackLookups, "machine" | "deviceType">,
): (line: Pick<SwitchPlacement, "fabric" | "role">) => RackItem | undefined {
  const items = new Map(
    site.fabrics.flatMap((fabric) => {
      const cluster = site.clusters.find(({ name }) => name === fabric.cluster);
      const plan = cluster === undefined ? undefined : planFabric(fabric, cluster, lookups.machine);
      return (plan === undefined ? [] : switchesOf(plan)).flatMap((demand) => {
        const item = itemOf(demand, lookups);
        return item === undefined ? [] : [[`${fabric.name} ${demand.role}`, item] as const];
      });
    }),
  );
  return ({ fabric, role }) => items.get(`${fabric} ${role}`);
}

function itemOf(demand: SwitchDemand, { deviceType }: Pick<RackLookups, "deviceType">): RackItem | undefined {
  const device = deviceType(demand.type);
  const units = device?.rackUnits ?? demand.rackUnits;
  if (units === 0) return undefined;
  return {
    type: demand.type,
    isRack: false,
    halfUnits: taken(units, HALVES_PER_UNIT),
    grams: taken(device?.weightKg ?? demand.weightKg, GRAMS_PER_KG),
    watts: taken(Math.max(device?.maxPowerKW ?? 0, demand.powerKW), WATTS_PER_KW),
    liquidWatts: 0,
  };
}

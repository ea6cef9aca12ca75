import { findSwitch } from "../../catalog";
import type { Fabric, PhysicalSiteSpec, SwitchPlacement } from "../../model";
import type { RackItem } from "./item";
import { GRAMS_PER_KG, HALVES_PER_UNIT, taken, WATTS_PER_KW } from "./whole-units";

/** Switches of a fabric as their racks see them: without their modules, which draw beside them. Nothing where the type is not known. */
export function switchItem(
  site: Pick<PhysicalSiteSpec, "fabrics">,
  line: Pick<SwitchPlacement, "fabric" | "role">,
): RackItem | undefined {
  const fabric = site.fabrics.find(({ name }) => name === line.fabric);
  const name = fabric === undefined ? undefined : switchOf(fabric, line.role);
  const type = name === undefined ? undefined : findSwitch(name);
  if (type === undefined) return undefined;
  return {
    type: type.name,
    isRack: false,
    halfUnits: taken(type.rackUnits.value, HALVES_PER_UNIT),
    grams: taken(type.weightKg.value, GRAMS_PER_KG),
    watts: taken(type.powerKW.value, WATTS_PER_KW),
    liquidWatts: 0,
  };
}

function switchOf(fabric: Fabric, role: SwitchPlacement["role"]): string | undefined {
  switch (role) {
    case "leaf":
    case "spine":
    case "core":
      return fabric.switch;
    case "storageLeaf":
    case "storageSpine":
      return fabric.storage?.switch;
    case "managementLeaf":
      return fabric.management?.switch;
    case "managementSpine":
      return fabric.management?.spineSwitch ?? fabric.management?.switch;
    case "border":
      return fabric.wan?.switch;
  }
}

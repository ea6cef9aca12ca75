import { findSwitch } from "../../catalog";
import type { OtherMaterial } from "../../ledger";
import type { Figure } from "../../model/basis";
import type { LinkTier, Medium } from "../../model/fabric";
import type { CableLine, CablePlan, ModuleLine } from "./cables";
import type { FabricPlan } from "./plan";
import { switchesOf } from "./switches";

const mediumWords: Readonly<Record<Medium, string>> = {
  dac: "passive copper (DAC)",
  lacc: "active copper (LACC)",
  multimode: "multimode (SR)",
  singleMode: "single-mode MPO (DR)",
  singleModeLc: "single-mode LC (FR4)",
};

/** Words of a tier, for tables and drawings. */
export const tierWords: Readonly<Record<LinkTier, string>> = {
  hostLeaf: "host to leaf",
  leafSpine: "leaf to spine",
  spineCore: "spine to core",
};

/** What a module is called in a bill: `module 2x400G multimode (SR)`. */
export const moduleName = ({ medium, ports, gbps }: Pick<ModuleLine, "medium" | "ports" | "gbps">): string =>
  `module ${ports === 1 ? `${gbps}G` : `2x${gbps / 2}G`} ${mediumWords[medium]}`;

/** What a cable is called in a bill: `cable multimode (SR) 15 m`. */
export const cableName = ({ medium, lengthM }: Pick<CableLine, "medium" | "lengthM">): string =>
  `cable ${medium === undefined ? "of a medium still to be found" : mediumWords[medium]} ${lengthM === undefined ? "of a length still to be found" : `${lengthM} m`}`;

const weeks = (value: number): Figure => ({
  value,
  basis: "assumed",
  source: "the catalogue of this project: ask the supplier",
});

/** Everything of a fabric that is bought: switches, modules and cables, for the bill of materials of its site. */
export function fabricMaterials(plan: FabricPlan, cables: readonly CablePlan[]): OtherMaterial[] {
  const materials: OtherMaterial[] = [];
  const add = (kind: OtherMaterial["kind"], item: string, quantity: number, leadTimeWeeks: Figure) => {
    const known = materials.findIndex((each) => each.kind === kind && each.item === item);
    const before = materials[known];
    if (before === undefined) materials.push({ kind, item, quantity, leadTimeWeeks });
    else materials[known] = { ...before, quantity: before.quantity + quantity };
  };
  for (const { type, count } of switchesOf(plan)) {
    add("switch", type, count, findSwitch(type)?.leadTimeWeeks ?? weeks(0));
  }
  for (const module of cables.flatMap(({ modules }) => modules)) {
    if (module.optical) add("optic", moduleName(module), module.count, weeks(module.leadTimeWeeks));
  }
  for (const line of cables.flatMap(({ cables: lines }) => lines)) {
    add("cable", cableName(line), line.cables, weeks(line.leadTimeWeeks));
  }
  const { management } = plan;
  if (management !== undefined) {
    const { hosts, switches, others } = management.ports;
    add("cable", "cable copper pair (1 GbE)", hosts + switches + others, weeks(4));
    const uplinks = management.levels.reduce((sum, { downlinks }) => sum + downlinks, 0);
    if (uplinks > 0)
      add("cable", `cable for management uplinks of ${management.uplinkGbps}G, with its modules`, uplinks, weeks(12));
  }
  return materials;
}

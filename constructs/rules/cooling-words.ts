import { groupThousands } from "../model";
import type { CoolingShort } from "../owned/cooling/loop-check";
import { figure } from "./rack-walk";

/** `1,632 kW`, `2,350 l/min`: to whole units from ten on, since no meter of heat or flow is finer. */
export const amount = (value: number, unit: string): string =>
  `${value >= 10 ? groupThousands(Math.round(value)) : figure(value)} ${unit}`;

/** `with cdu-b1 out nothing is left of 900 kW`, `1,500 kW are installed`. */
export function leftOver({ left, installed, unit, after, of }: CoolingShort): string {
  if (of === "pipes") return `its pipes take ${amount(left, unit)}`;
  if (installed === 0) return "nothing is there";
  if (after === undefined) return `${amount(installed, unit)} are installed`;
  const { name, units, board } = after.loss;
  const out = board === undefined ? `${name} out` : `${name} lost, which feeds ${few(units)},`;
  return `with ${out} ${after.left === 0 ? "nothing" : amount(left, unit)} is left of ${amount(installed, unit)}`;
}

/** `a, b and 3 more`. */
export function few(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} and ${groupThousands(rest)} more`;
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}

import type { CoolingTopology } from "../../model";
import { type CoolingShort, shortAfterLoss } from "./loop-check";
import { type CoolingUnit, coolsAir, coolsLoop } from "./units";

/** What is wrong with the way of the heat from one loop on. */
export type PathTrouble =
  | { readonly kind: "short"; readonly loop: string; readonly heatKW: number; readonly short: CoolingShort }
  | { readonly kind: "nothingCools"; readonly loop: string; readonly heatKW: number }
  | { readonly kind: "comesRound"; readonly loop: string };

/** Heat as it enters loops, in kW by the loop's name. */
export type LoopHeat = ReadonlyMap<string, number>;

/**
 * Follows heat from loops of machines and from the air of halls to the outside: each component passes on its share, by capacity, of
 * what its loop or hall brings, and a chiller its own draw as well. Loops of machines themselves are not judged here.
 */
export function heatPath(
  topology: CoolingTopology,
  units: readonly CoolingUnit[],
  fromMachines: LoopHeat,
  airByHall: ReadonlyMap<string, number>,
): PathTrouble[] {
  const heat = new Map<string, number>();
  const add = (loop: string | undefined, kW: number) => {
    if (loop !== undefined) heat.set(loop, (heat.get(loop) ?? 0) + kW);
  };
  for (const [loop, kW] of fromMachines) add(loop, kW);
  for (const [hall, kW] of airByHall) {
    const handlers = units.filter((unit) => coolsAir(unit) && unit.halls.includes(hall));
    for (const [unit, part] of shares(handlers, kW)) add(unit.rejectsTo, part);
  }
  const troubles: PathTrouble[] = [];
  const { order, round } = downstream(topology, units);
  for (const loop of order) {
    const heatKW = Number((heat.get(loop) ?? 0).toPrecision(12));
    if (heatKW === 0) continue;
    const coolers = units.filter((unit) => unit.loop === loop && coolsLoop(unit));
    const isMachines = topology.loops.find(({ name }) => name === loop)?.kind === "technology";
    if (coolers.length === 0 && !isMachines) troubles.push({ kind: "nothingCools", loop, heatKW });
    const short = coolers.length === 0 || isMachines ? undefined : shortAfterLoss(coolers, heatKW, "capacity");
    if (short !== undefined) troubles.push({ kind: "short", loop, heatKW, short });
    for (const [unit, part] of shares(coolers, heatKW)) {
      add(unit.rejectsTo, part + (unit.kind === "chiller" ? unit.drawKW : 0));
    }
  }
  for (const loop of round) if ((heat.get(loop) ?? 0) > 0) troubles.push({ kind: "comesRound", loop });
  return troubles;
}

/** Heat over components by their capacity; evenly where nobody states one. */
function shares(units: readonly CoolingUnit[], kW: number): [CoolingUnit, number][] {
  const total = units.reduce((sum, { capacityKW = 0 }) => sum + capacityKW, 0);
  return units.map((unit) => [unit, total === 0 ? kW / units.length : (kW * (unit.capacityKW ?? 0)) / total]);
}

/** Loops, each before those that its heat goes to; what comes round to itself is told apart. */
function downstream(topology: CoolingTopology, units: readonly CoolingUnit[]): { order: string[]; round: string[] } {
  const order: string[] = [];
  const left = new Set(topology.loops.map(({ name }) => name));
  const comesBefore = (loop: string) =>
    units.some((unit) => unit.rejectsTo === loop && unit.loop !== undefined && left.has(unit.loop) && coolsLoop(unit));
  for (;;) {
    const ready = [...left].filter((loop) => !comesBefore(loop));
    if (ready.length === 0) return { order, round: [...left] };
    for (const loop of ready) left.delete(loop);
    order.push(...ready);
  }
}

import { airZones } from "../owned/cooling/air-zones";
import { heatIn } from "../owned/cooling/heat";
import { shortAfterLoss } from "../owned/cooling/loop-check";
import { isOver } from "../owned/over-limit";
import { afterLosses } from "./cooling-after-loss";
import { amount, few, leftOver } from "./cooling-words";
import type { Report, Rule } from "./rule";
import { firstOf, type Scene, type Step, scenes } from "./scenes";

export const airCooling: Rule = {
  id: "COOL-2",
  title: "air takes what liquid leaves, with the largest air handler out, or a board that feeds them, at each phase",
  severity: "error",
  layer: "mechanicalElectrical",
  formula:
    "sum of power x (1 - liquidShare) of a hall <= airCoolingMW; of the halls that share air handlers <= their capacity without the largest, and without those of any board; and after every loss of the power tree, with what it stops, for the racks that live on",
  source:
    "physics: all power becomes heat, and racks cooled by liquid still need air (NVIDIA DGX SuperPOD GB200 reference architecture: hybrid)",
  *check(context) {
    for (const scene of scenes(context)) {
      yield* firstOf(scene, (step) => halls(scene, step));
      yield* firstOf(scene, (step) => [...handlers(scene, step), ...afterLosses(context, scene, step, "air")]);
    }
  },
};

function* halls(scene: Scene, step: Step): Generator<Report> {
  for (const hall of scene.site.halls) {
    const { airKW, powerKW, liquidKW } = heatIn(scene, hall.name, step.isThere);
    const checks = [
      {
        field: "airCoolingMW",
        mw: hall.airCoolingMW,
        needed: airKW,
        what: "gives off",
        into: " into its air; air cooling takes ",
      },
      { field: "coolingMW", mw: hall.coolingMW, needed: powerKW, what: "gives off", into: " of heat; cooling takes " },
    ] as const;
    for (const { field, mw, needed, what, into } of checks) {
      const limit = mw === undefined ? undefined : Number((mw * 1000).toPrecision(12));
      if (limit === undefined || !isOver(needed, limit)) continue;
      const liquid = liquidKW === 0 || field === "coolingMW" ? "" : `, beside ${amount(liquidKW, "kW")} in liquid`;
      yield {
        path: `${scene.path}.halls.${hall.name}.${field}`,
        observed: needed,
        limit,
        unit: "kW",
        message: `what stands in ${hall.name} ${what} ${amount(needed, "kW")}${into}${amount(limit, "kW")}${liquid}`,
        hint: "place less in the hall, or correct its cooling",
      };
    }
  }
}

/** Halls that share air handlers are judged together: the air goes where the heat is. */
function* handlers(scene: Scene, step: Step): Generator<Report> {
  for (const { halls: names, units } of airZones(scene.site.halls, step.units)) {
    const needed = names.reduce((sum, name) => sum + heatIn(scene, name, step.isThere).airKW, 0);
    const short = needed === 0 ? undefined : shortAfterLoss(units, needed, "capacity");
    if (short === undefined) continue;
    const groups = [...new Set(units.map(({ group }) => group))];
    yield {
      path: `${scene.path}.coolingTopology.units.${groups[0]}`,
      observed: short.needed,
      limit: short.left,
      unit: "kW",
      message: `${few(groups)} cool${groups.length === 1 ? "s" : ""} ${amount(needed, "kW")} of air in ${few(names)}; ${leftOver(short)}`,
      hint: "add an air handler, or feed them from more boards",
    };
  }
}

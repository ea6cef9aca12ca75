import { expandHostlist, type Hall } from "../model";
import type { FlowPolicy } from "../owned/cooling/flow";
import { heatIn } from "../owned/cooling/heat";
import { loopsOfHall } from "../owned/cooling/limits";
import { checkLoop } from "../owned/cooling/loop-check";
import { isOver } from "../owned/over-limit";
import { afterLosses } from "./cooling-after-loss";
import { amount, few, leftOver } from "./cooling-words";
import type { Report, Rule } from "./rule";
import { firstOf, type Scene, type Step, scenes } from "./scenes";

export const liquidCooling: Rule = {
  id: "COOL-1",
  title:
    "each loop carries the heat of its machines with its largest CDU out, or a board that feeds them, at each phase",
  severity: "error",
  layer: "mechanicalElectrical",
  formula:
    "sum of power x liquidShare of the racks of a loop <= capacity of its CDUs without the largest, and without those of any board; and after every loss of the power tree, with what it stops, for the racks that live on; flow = heat x 60 / (4.167 kJ/(l K) x rise) <= what pumps and pipes move",
  source:
    "physics: heat capacity of water at 25 °C (IAPWS-95); N+1 of coolant distribution units, as vendors of racks ask for",
  *check(context) {
    for (const scene of scenes(context)) {
      yield* firstOf(scene, (step) => [
        ...scene.site.halls.flatMap((hall) => [...liquid(scene, hall, step, context.fleet.policy)]),
        ...afterLosses(context, scene, step, "liquid"),
      ]);
    }
  },
};

function* liquid(scene: Scene, hall: Hall, step: Step, flow: FlowPolicy): Generator<Report> {
  const all = heatIn(scene, hall.name, step.isThere);
  const stated = hall.liquidCoolingMW === undefined ? undefined : Number((hall.liquidCoolingMW * 1000).toPrecision(12));
  if (stated !== undefined && isOver(all.liquidKW, stated)) {
    yield {
      path: `${scene.path}.halls.${hall.name}.liquidCoolingMW`,
      observed: all.liquidKW,
      limit: stated,
      unit: "kW",
      message: `machines of ${hall.name} give ${amount(all.liquidKW, "kW")} to liquid; the hall's liquid cooling takes ${amount(stated, "kW")}`,
    };
  }
  const loops = loopsOfHall(scene.site, hall.name);
  const served = new Set<string>();
  for (const loop of loops) {
    const positions = loop.racks === undefined ? undefined : new Set(expandHostlist(loop.racks));
    const heat = heatIn(scene, hall.name, step.isThere, positions);
    for (const position of heat.wetRacks) served.add(position);
    const { shorts, heatKW } = checkLoop(loop, heat.liquidKW, step.units, flow);
    for (const short of shorts) {
      const needs =
        short.of === "capacity"
          ? `carries ${amount(heatKW, "kW")} from ${heat.wetRacks.length === 1 ? "1 rack" : `${heat.wetRacks.length} racks`}`
          : `needs ${amount(short.needed, short.unit)} for ${amount(heatKW, "kW")}`;
      yield {
        path: `${scene.path}.coolingTopology.loops.${loop.name}`,
        observed: short.needed,
        limit: short.left,
        unit: short.unit,
        message: `the loop ${loop.name} ${needs}; ${leftOver(short)}`,
        hint:
          short.of === "capacity"
            ? "add a CDU, feed them from more boards, or give the loop fewer racks"
            : "larger pumps or pipes, or a higher rise (riseK)",
      };
    }
  }
  const unserved = all.wetRacks.filter((position) => !served.has(position));
  if (loops.length === 0 || unserved.length === 0) return;
  const heat = heatIn(scene, hall.name, step.isThere, new Set(unserved));
  yield {
    path: `${scene.path}.halls.${hall.name}`,
    observed: heat.liquidKW,
    limit: 0,
    unit: "kW",
    message: `machines in ${few(unserved)} of ${hall.name} give ${amount(heat.liquidKW, "kW")} to liquid, and no loop serves their positions`,
    hint: `a loop says which positions it serves, as racks: its loops are ${loops.map(({ name }) => name).join(", ")}`,
  };
}

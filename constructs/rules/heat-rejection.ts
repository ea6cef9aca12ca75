import { expandHostlist } from "../model";
import { heatIn } from "../owned/cooling/heat";
import { heatPath, type PathTrouble } from "../owned/cooling/heat-path";
import { amount, leftOver } from "./cooling-words";
import type { Report, Rule } from "./rule";
import { firstOf, type Scene, type Step, scenes } from "./scenes";

export const heatRejection: Rule = {
  id: "COOL-4",
  title: "the heat of the halls has a way outside that carries it with its largest component out, at each phase",
  severity: "warning",
  layer: "mechanicalElectrical",
  formula:
    "heat into each facility and condenser loop <= capacity of what cools it without the largest, and without that of any board",
  source: "unverified: capacities hold at the design temperatures of the outside air that the topology states",
  *check(context) {
    for (const scene of scenes(context)) yield* firstOf(scene, (step) => path(scene, step));
  },
};

function* path(scene: Scene, step: Step): Generator<Report> {
  const { coolingTopology } = scene.site;
  if (coolingTopology === undefined) return;
  const fromMachines = new Map<string, number>();
  for (const { name, kind, hall, racks } of coolingTopology.loops) {
    if (kind !== "technology" || hall === undefined) continue;
    const positions = racks === undefined ? undefined : new Set(expandHostlist(racks));
    fromMachines.set(name, heatIn(scene, hall, step.isThere, positions).liquidKW);
  }
  const air = new Map(scene.site.halls.map(({ name }) => [name, heatIn(scene, name, step.isThere).airKW]));
  for (const trouble of heatPath(coolingTopology, step.units, fromMachines, air)) {
    yield { path: `${scene.path}.coolingTopology.loops.${trouble.loop}`, ...told(trouble) };
  }
}

function told(trouble: PathTrouble): Omit<Report, "path"> {
  switch (trouble.kind) {
    case "comesRound":
      return { message: `the heat of the loop ${trouble.loop} comes round to itself: nothing takes it outside` };
    case "nothingCools":
      return {
        observed: trouble.heatKW,
        limit: 0,
        unit: "kW",
        message: `nothing cools the loop ${trouble.loop}, which takes ${amount(trouble.heatKW, "kW")}`,
        hint: "add the chillers, dry coolers or towers that do, or leave rejectsTo out where nobody says",
      };
    case "short":
      return {
        observed: trouble.short.needed,
        limit: trouble.short.left,
        unit: trouble.short.unit,
        message: `the loop ${trouble.loop} takes ${amount(trouble.heatKW, "kW")}; ${leftOver(trouble.short)}`,
      };
  }
}

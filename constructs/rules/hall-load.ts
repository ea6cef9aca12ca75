import { expandHostlist, type Hall } from "../model";
import { heatIn } from "../owned/cooling/heat";
import { isOver } from "../owned/over-limit";
import { rowsOf } from "../owned/racks/positions";
import { figure } from "./rack-walk";
import type { Report, Rule } from "./rule";
import { firstOf, type Scene, type Step, scenes } from "./scenes";

export const hallLoad: Rule = {
  id: "HALL-4",
  title: "what stands in a hall, and in each of its rows, draws no more than is delivered there, at each phase",
  severity: "error",
  layer: "racks",
  formula: "sum of the power in the racks of a hall <= criticalItMW; in those of a row <= rowKW",
  source: "physics: machines, devices and what is reserved, each with the most that it draws",
  *check(context) {
    for (const scene of scenes(context)) {
      for (const hall of scene.site.halls) yield* firstOf(scene, (step) => loads(scene, hall, step));
    }
  },
};

function* loads(scene: Scene, hall: Hall, step: Step): Generator<Report> {
  const path = `${scene.path}.halls.${hall.name}`;
  const { powerKW } = heatIn(scene, hall.name, step.isThere);
  const limit = Number((hall.criticalItMW * 1000).toPrecision(12));
  if (isOver(powerKW, limit)) {
    yield {
      path: `${path}.criticalItMW`,
      observed: powerKW,
      limit,
      unit: "kW",
      message: `what stands in ${hall.name} draws up to ${figure(powerKW)} kW; the hall has ${figure(limit)} kW`,
      hint: "place less in it by layouts, or correct criticalItMW",
    };
  }
  const positions = new Map(rowsOf(hall).map((row) => [row.name, row.positions]));
  for (const { name, rows, rowKW } of hall.rows ?? []) {
    for (const row of rowKW === undefined ? [] : expandHostlist(rows)) {
      const inRow = heatIn(scene, hall.name, step.isThere, new Set(positions.get(row))).powerKW;
      if (rowKW === undefined || !isOver(inRow, rowKW)) continue;
      yield {
        path: `${path}.rows.${name}.rowKW`,
        observed: inRow,
        limit: rowKW,
        unit: "kW",
        message: `what stands in the row ${row} of ${hall.name} draws up to ${figure(inRow)} kW; the row has ${figure(rowKW)} kW`,
      };
      break;
    }
  }
}

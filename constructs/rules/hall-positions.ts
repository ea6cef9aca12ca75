import { expandHostlist, FloorPlan, type Hall } from "../model";
import { type RackLookups, rackLookups } from "../owned/racks/lookups";
import { positionNames } from "../owned/racks/positions";
import { figure } from "./rack-walk";
import type { Report, Rule } from "./rule";
import { sites } from "./walk";

export const hallPositions: Rule = {
  id: "HALL-3",
  title: "positions of a hall are each one thing, and wide and deep enough for their racks",
  severity: "error",
  formula:
    "rows are named once; reserved positions exist and are kept by one entry; widthMm <= rackPitchM, depthMm <= rackDepthM",
  source: "the fleet document: a position is one place on the floor",
  *check(context) {
    const lookups = rackLookups(context.fleet);
    for (const { site, path } of sites(context)) {
      if (site.tenure === "cloud") continue;
      for (const hall of site.halls) {
        const at = `${path}.halls.${hall.name}`;
        yield* rowsOnce(hall, at);
        yield* reservedOnce(hall, at);
        yield* racksFit(hall, at, lookups);
      }
    }
  },
};

function* rowsOnce(hall: Hall, path: string): Generator<Report> {
  const seen = new Map<string, string>();
  for (const { name, rows } of hall.rows ?? []) {
    for (const row of expandHostlist(rows)) {
      const first = seen.get(row);
      if (first !== undefined) {
        yield {
          path: `${path}.rows.${name}.rows`,
          observed: rows,
          message: `the row ${row} is named twice: by ${first} and by ${name}`,
        };
        break;
      }
      seen.set(row, name);
    }
  }
}

function* reservedOnce(hall: Hall, path: string): Generator<Report> {
  const known = new Set(positionNames(hall));
  const kept = new Map<string, string>();
  for (const { name, positions } of hall.reserved ?? []) {
    const at = { path: `${path}.reserved.${name}.positions`, observed: positions };
    for (const position of expandHostlist(positions)) {
      const first = kept.get(position);
      kept.set(position, first ?? name);
      if (!known.has(position)) {
        const hint =
          known.size === 0
            ? "say which rows the hall has, as rows"
            : `a position is its row and number: ${[...known][0]}`;
        yield { ...at, message: `the hall ${hall.name} has no position ${position}`, hint };
        break;
      }
      if (first !== undefined) {
        yield { ...at, message: `the position ${position} is kept twice: by ${first} and by ${name}` };
        break;
      }
    }
  }
}

/** Where the floor is not said, racks that are too wide make drawings and cable lengths wrong, and nothing else. */
function* racksFit(hall: Hall, path: string, lookups: RackLookups): Generator<Report> {
  const floor = FloorPlan.parse(hall.floor ?? {});
  const said = hall.floor === undefined ? ({ severity: "warning" } as const) : {};
  for (const rows of hall.rows ?? []) {
    const name = rows.rackType ?? hall.rackType;
    const type = name === undefined ? undefined : lookups.rackType(name);
    if (type === undefined) continue;
    const sizes = [
      { field: "rackPitchM", mm: type.widthMm, m: floor.rackPitchM, words: "wide; its positions are" },
      { field: "rackDepthM", mm: type.depthMm, m: floor.rackDepthM, words: "deep; its positions are" },
    ];
    for (const { field, mm, m, words } of sizes) {
      if (mm <= Number((m * 1000).toPrecision(12))) continue;
      yield {
        path: hall.floor === undefined ? `${path}.rows.${rows.name}` : `${path}.floor.${field}`,
        ...said,
        observed: m,
        limit: mm / 1000,
        unit: "m",
        message: `${type.name} in the rows ${rows.rows} is ${figure(mm)} mm ${words} ${figure(m * 1000)} mm${hall.floor === undefined ? ", as nothing else is said" : ""}`,
        hint: `give floor: { ${field}: ${mm / 1000} }`,
      };
    }
  }
}

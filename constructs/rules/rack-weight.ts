import { footprintM2, type Hall, type RackType } from "../model";
import { rackLoad } from "../owned/racks/rack-load";
import { GRAMS_PER_KG } from "../owned/racks/whole-units";
import { type ConfigurationAt, configurations, figure, itemsIn, racksIn, verb } from "./rack-walk";
import type { Report, Rule } from "./rule";

export const rackWeight: Rule = {
  id: "RACK-2",
  title: "a rack and the floor under it bear what stands in it",
  severity: "error",
  layer: "racks",
  formula:
    "tareKg + sum of weightKg <= maxWeightKg of the rack type; the same over widthMm x depthMm <= floorLoadKgPerM2 of the hall",
  source: "statics: the mass of a rack rests on its footprint; NetBox states weights and enforces neither limit",
  *check(context) {
    for (const each of configurations(context)) {
      const type = each.sample.rackType;
      if (type === undefined || each.sample.items.length === 0) continue;
      const hall = each.scene.site.halls.find(({ name }) => name === each.sample.hall);
      yield* weight(each, type, hall);
    }
  },
};

function* weight(each: ConfigurationAt, type: RackType, hall: Hall | undefined): Generator<Report> {
  const { path, sample } = each;
  // What is a rack of its own brings its frame along.
  const tare = sample.items.some(({ item }) => item.isRack) ? 0 : type.tareKg;
  const kg = Number((rackLoad(sample).grams / GRAMS_PER_KG + tare).toPrecision(12));
  const what = `${itemsIn(sample.items)} in ${racksIn(each)}`;
  const withTare = tare === 0 ? "" : ` with the ${figure(tare)} kg of the rack`;
  if (type.maxWeightKg !== undefined && kg > type.maxWeightKg) {
    yield {
      path,
      observed: kg,
      limit: type.maxWeightKg,
      unit: "kg",
      message: `${what} ${verb(sample.items, "weigh")} ${figure(kg)} kg${withTare}; ${type.name} bears ${figure(type.maxWeightKg)} kg`,
      hint: "fewer machines in a rack, or a stronger rack",
    };
  }
  const limit = hall?.floorLoadKgPerM2;
  const area = footprintM2(type);
  const load = Number((kg / area).toPrecision(12));
  if (limit === undefined || load <= limit) return;
  yield {
    path,
    observed: Number(load.toFixed(2)),
    limit,
    unit: "kg/m2",
    message: `${what} ${verb(sample.items, "weigh")} ${figure(kg)} kg${withTare} on ${figure(area)} m2: ${figure(Number(load.toFixed(1)))} kg/m2; the floor of ${sample.hall} bears ${figure(limit)} kg/m2`,
    hint: "spread the load with fewer machines in a rack, or with plates under it and a rack type of that footprint",
  };
}

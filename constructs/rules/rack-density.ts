import { rackLoad } from "../owned/racks/rack-load";
import { WATTS_PER_KW } from "../owned/racks/whole-units";
import { configurations, figure, itemsIn, racksIn, verb } from "./rack-walk";
import type { Rule } from "./rule";

export const rackDensity: Rule = {
  id: "RACK-3",
  title: "a rack draws no more than its type and its hall are built for",
  severity: "error",
  layer: "racks",
  formula: "sum of the power in a rack <= ratedKW of its type, and <= rackKW of its hall",
  source: "the fleet document: density as the hall is built and leased",
  *check(context) {
    for (const each of configurations(context)) {
      const { sample, scene, path } = each;
      const hall = scene.site.halls.find(({ name }) => name === sample.hall);
      const observed = rackLoad(sample).watts / WATTS_PER_KW;
      const limits = [
        { limit: sample.rackType?.ratedKW, of: `${sample.rackTypeName} is rated` },
        { limit: hall?.rackKW, of: `the hall takes` },
      ];
      for (const { limit, of } of limits) {
        if (limit === undefined || observed <= limit) continue;
        yield {
          path: sample.stated !== undefined && sample.items.length === 0 ? `${path}.rackKW` : path,
          observed,
          limit,
          unit: "kW",
          message: `${sample.items.length === 0 ? "what is reserved" : itemsIn(sample.items)} in ${racksIn(each)} ${verb(sample.items, "draw")} up to ${figure(observed)} kW; ${of} ${figure(limit)} kW a rack`,
          hint: "fewer machines in a rack, or the density that is really built",
        };
        break;
      }
    }
  },
};

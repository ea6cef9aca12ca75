import { allowableAir, facilityWater, recommendedAir, temperatureSources } from "../catalog/temperatures";
import type { CoolingLoop, CoolingTopology } from "../model";
import { figure } from "./rack-walk";
import type { Report, Rule } from "./rule";
import { type Scene, scenes } from "./scenes";

export const coolingTemperatures: Rule = {
  id: "COOL-3",
  title:
    "air and water are supplied as warm as the class of the hall says and as its devices take, and heat flows downhill",
  severity: "error",
  layer: "mechanicalElectrical",
  formula:
    "airSupplyC within the allowable range of airClass (a warning outside the recommended one); supplyC of a facility loop within its waterClass; supplyC of a loop > supplyC of the loop that takes its heat; supplyC <= maxWaterSupplyC of the devices",
  source: `${temperatureSources.air}; ${temperatureSources.water}`,
  *check(context) {
    for (const scene of scenes(context)) {
      yield* air(scene);
      const { coolingTopology } = scene.site;
      if (coolingTopology === undefined) continue;
      yield* water(scene, coolingTopology);
      yield* downhill(scene, coolingTopology);
      yield* devices(scene, coolingTopology);
    }
  },
};

const place = (path: string, observed: number, limit: number) => ({ path, observed, limit, unit: "°C" });

function* air({ site, path }: Scene): Generator<Report> {
  for (const { name, airClass, airSupplyC } of site.halls) {
    if (airSupplyC === undefined) continue;
    const at = `${path}.halls.${name}.airSupplyC`;
    const allowed = airClass === undefined ? undefined : allowableAir[airClass];
    const range = recommendedAir(airClass);
    const limit = (of: { readonly fromC: number; readonly toC: number }) => (airSupplyC < of.fromC ? of.fromC : of.toC);
    if (allowed !== undefined && (airSupplyC < allowed.fromC || airSupplyC > allowed.toC)) {
      const message = `${name} supplies air of ${figure(airSupplyC)} °C; the class ${airClass} allows ${allowed.fromC} to ${allowed.toC} °C`;
      yield { ...place(at, airSupplyC, limit(allowed)), message };
    } else if (airSupplyC < range.fromC || airSupplyC > range.toC) {
      const message = `${name} supplies air of ${figure(airSupplyC)} °C; ${range.fromC} to ${range.toC} °C are recommended`;
      yield { ...place(at, airSupplyC, limit(range)), severity: "warning", message };
    }
  }
}

/** Facility loops and the class of the halls whose machines give their heat to them. */
function* water({ site, path, units }: Scene, topology: CoolingTopology): Generator<Report> {
  for (const loop of topology.loops) {
    if (loop.kind !== "facility" || loop.supplyC === undefined) continue;
    for (const hall of site.halls) {
      if (hall.waterClass === undefined) continue;
      const own = topology.loops.filter((each) => each.hall === hall.name).map(({ name }) => name);
      const serves = units.some(
        (unit) =>
          unit.rejectsTo === loop.name &&
          (unit.halls.includes(hall.name) || (unit.loop !== undefined && own.includes(unit.loop))),
      );
      const { fromC, toC } = facilityWater[hall.waterClass];
      if (!serves || (loop.supplyC >= fromC && loop.supplyC <= toC)) continue;
      const range = Number.isFinite(toC) ? `${fromC} to ${toC} °C` : `${fromC} °C or more`;
      yield {
        ...place(
          `${path}.coolingTopology.loops.${loop.name}.supplyC`,
          loop.supplyC,
          loop.supplyC < fromC ? fromC : toC,
        ),
        message: `the loop ${loop.name} supplies ${figure(loop.supplyC)} °C; ${hall.name} has facility water of the class ${hall.waterClass}, ${range}`,
      };
      break;
    }
  }
}

/** A loop cannot be colder than the one that takes its heat, unless a chiller stands between them. */
function* downhill({ path, units }: Scene, topology: CoolingTopology): Generator<Report> {
  const loops = new Map<string, CoolingLoop>(topology.loops.map((loop) => [loop.name, loop]));
  const said = new Set<string>();
  for (const { kind, loop, rejectsTo } of units) {
    const warm = loop === undefined ? undefined : loops.get(loop);
    const cold = rejectsTo === undefined ? undefined : loops.get(rejectsTo);
    if (kind !== "cdu" || warm?.supplyC === undefined || cold?.supplyC === undefined) continue;
    if (warm.supplyC > cold.supplyC || said.has(warm.name)) continue;
    said.add(warm.name);
    yield {
      ...place(`${path}.coolingTopology.loops.${warm.name}.supplyC`, warm.supplyC, cold.supplyC),
      message: `the loop ${warm.name} is to be supplied at ${figure(warm.supplyC)} °C by CDUs whose own water, of ${cold.name}, has ${figure(cold.supplyC)} °C: it must be warmer than that`,
      hint: "a CDU needs a few kelvins between its two sides",
    };
  }
}

function* devices({ site, path, lookups }: Scene, topology: CoolingTopology): Generator<Report> {
  for (const layout of site.rackLayouts) {
    const loop = topology.loops.find(({ kind, hall }) => kind === "technology" && hall === layout.hall);
    for (const { name, device } of layout.entries) {
      const most = device === undefined ? undefined : lookups.deviceType(device)?.maxWaterSupplyC;
      if (loop?.supplyC === undefined || most === undefined || loop.supplyC <= most) continue;
      yield {
        ...place(`${path}.rackLayouts.${layout.name}.entries.${name}`, loop.supplyC, most),
        message: `${device} takes water of up to ${figure(most)} °C; the loop ${loop.name} supplies ${figure(loop.supplyC)} °C`,
      };
    }
  }
}

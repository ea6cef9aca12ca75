import { didYouMean } from "../model";
import { hallsOf } from "../owned/allocation/pool-requests";
import { rackLookups } from "../owned/racks/lookups";
import { machinesPerRack } from "../owned/racks/per-rack";
import { survivalOfPool } from "../owned/racks/pool-survival";
import { figure } from "./rack-walk";
import type { Report, Rule } from "./rule";
import { hinted, machineAt, sites } from "./walk";

export const rackTypesKnown: Rule = {
  id: "RACK-5",
  title: "halls and pools name racks that exist, and a pool asks for no more machines in one than fit",
  severity: "error",
  formula: "machinesPerRack <= what height, density, weight, floor, feeds and supplies of the rack allow",
  source: "the catalogue and the fleet's own rack types, each with its source",
  *check(context) {
    const lookups = rackLookups(context.fleet);
    const names = lookups.rackTypeNames;
    const known = function* (name: string | undefined, path: string): Generator<Report> {
      if (name === undefined || lookups.rackType(name) !== undefined || context.lacksItems("rackTypes")) return;
      const hint = didYouMean(name, names) ?? "add it with addRackType, or take one of the catalogue";
      yield { path, observed: name, message: `there is no rack type ${JSON.stringify(name)}`, ...hinted(hint) };
    };
    for (const { site, path } of sites(context)) {
      if (site.tenure === "cloud") continue;
      for (const hall of site.halls) {
        yield* known(hall.rackType, `${path}.halls.${hall.name}.rackType`);
        for (const rows of hall.rows ?? [])
          yield* known(rows.rackType, `${path}.halls.${hall.name}.rows.${rows.name}.rackType`);
      }
      for (const cluster of site.clusters) {
        for (const pool of cluster.pools) {
          const at = `${path}.clusters.${cluster.name}.pools.${pool.name}`;
          yield* known(pool.rackType, `${at}.rackType`);
          const machine = machineAt(context, site, pool.machine);
          if (machine === undefined || pool.machinesPerRack === undefined) continue;
          for (const name of hallsOf(site, pool)) {
            const hall = site.halls.find((each) => each.name === name);
            const rackType = lookups.rackType(pool.rackType ?? hall?.rackType ?? "");
            if (rackType === undefined) continue;
            const survival = survivalOfPool(cluster, pool);
            const fit = machinesPerRack({ machine, machinePowerKW: pool.machinePowerKW, rackType, hall, survival });
            if (pool.machinesPerRack <= fit.machines) continue;
            const { label, most, each, perUnit, unit } = fit.binds;
            yield {
              path: `${at}.machinesPerRack`,
              observed: pool.machinesPerRack,
              limit: fit.machines,
              unit: "machines",
              message: `${fit.machines} ${machine.type} fit a rack ${rackType.name} of ${name}, not ${pool.machinesPerRack}: ${label}, ${figure((pool.machinesPerRack * each) / perUnit)} of ${figure(most / perUnit)} ${unit}`,
            };
            break;
          }
        }
      }
    }
  },
};

import { siteFigures } from "../ledger";
import type { Rule } from "./rule";
import { listed, machineAt, sites } from "./walk";

export const powerKnown: Rule = {
  id: "PWR-10",
  title: "somebody says what each machine draws",
  severity: "warning",
  layer: "hardware",
  source: "the catalogue; without the power of a machine the load of its site is too low",
  *check(context) {
    for (const { site, path } of sites(context)) {
      if (context.isPartial(`${path}.clusters`) || context.isPartial("machines")) continue;
      const { unknownPower } = siteFigures(site, (type) => machineAt(context, site, type));
      if (unknownPower.length === 0) continue;
      yield {
        path: `${path}.clusters`,
        observed: unknownPower.length,
        limit: 0,
        unit: "machine types",
        message: `nobody says what ${listed(unknownPower)} draws; it is missing from the load of the site`,
        hint: "give maxPowerKW in defineMachine, or machinePowerKW at the pool",
      };
    }
  },
};

import { siteFigures } from "../ledger";
import { beyondWithNetwork } from "./power-with-network";
import type { Rule } from "./rule";
import { listed, machineAt, sites } from "./walk";

export const powerKnown: Rule = {
  id: "PWR-10",
  title:
    "somebody says what each machine draws, and machines with their network and storage draw no more than there is",
  severity: "warning",
  layer: "hardware",
  formula:
    "at each date: machines + switches and hosts with the modules that draw most + devices and reserved power in racks <= critical IT power of the phases and of the utility; asked where the machines alone keep PWR-8",
  source: "the catalogue; without the power of a machine, or of its network, the load of its site is too low",
  *check(context) {
    for (const { site, path } of sites(context)) {
      if (context.isPartial(`${path}.clusters`) || context.isPartial("machines")) continue;
      const { unknownPower } = siteFigures(site, (type) => machineAt(context, site, type));
      if (site.tenure !== "cloud") yield* beyondWithNetwork(context, site, path);
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

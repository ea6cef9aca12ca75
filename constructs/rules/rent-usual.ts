import { premisesOf, type RentedPremises } from "../ledger";
import { formatMoney } from "../model";
import type { Rule } from "./rule";
import { leases, phasesPath } from "./walk";

export const rentUsual: Rule = {
  id: "LEASE-9",
  title: "rent of a kilowatt-month is of the usual order, where no machines are leased with it",
  severity: "warning",
  formula: "policy.leastRentPerKWMonth <= rentPerKWMonth <= policy.mostRentPerKWMonth, except under the scope compute",
  source:
    "contract values over power and term of leases filed in 2025 come to 128 to 188 dollars; the band is a convention of this project, wide enough for slips of a thousand alone",
  *check(context) {
    const { leastRentPerKWMonth: least, mostRentPerKWMonth: most } = context.fleet.policy;
    for (const { site, path } of leases(context)) {
      if (site.tenure === "cloud" || site.tenure === "owned" || site.scope === "compute") continue;
      if (context.isPartial(path) || context.isPartial(phasesPath(site))) continue;
      for (const premises of premisesOf(site, context.machine)) {
        const { rate, id, written } = premises;
        const amount = Number(rate?.figure.amount);
        if (rate?.unit !== "kWMonth" || (amount >= least && amount <= most)) continue;
        yield {
          path: placeOf(premises, path, phasesPath(site)),
          phase: premises.phase.id,
          observed: amount,
          limit: amount < least ? least : most,
          unit: rate.figure.currency,
          message: `${formatMoney(rate.figure)} a kilowatt-month for ${written === "phase" ? "phase" : "premises"} ${id}; ${least} to ${most} is usual`,
          hint: "check whether the rate is of a kilowatt or a megawatt, a month or a year",
        };
      }
    }
  },
};

const placeOf = ({ id, written }: RentedPremises, path: string, phases: string): string =>
  written === "phase" ? `${phases}.${id}` : `${path}.premises.${id}`;

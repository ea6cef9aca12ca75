import { coverageOf, remedyText, shortfallText, supplyOf } from "../ledger/capacity";
import { BASE_SCENARIO } from "../model";
import type { Rule } from "./rule";

export const demandCovered: Rule = {
  id: "DEMAND-2",
  title: "what is wanted is there: schedulable, allowed to serve it, and firm",
  severity: "warning",
  formula:
    "on every day of the months that are planned: wanted x peak x season / utilization x (1 + headroom) <= schedulable accelerators that are firm x throughput, served by priority",
  source: "the demand and scenarios of the fleet; in scenarios beside the base a shortfall is a note",
  *check(context) {
    const { fleet, asOf, machine } = context;
    if (fleet.demands.length === 0) return;
    const options = { machine, asOf, organisation: fleet.organisation };
    for (const { name: scenario, demands } of coverageOf(fleet, supplyOf(fleet, options), options)) {
      for (const { demand, shortfalls } of demands) {
        for (const shortfall of shortfalls) {
          const hint = remedyText(shortfall);
          yield {
            path: `demands.${demand.demand.name}`,
            severity: scenario === BASE_SCENARIO ? "warning" : "note",
            observed: Math.floor(shortfall.worst.served),
            limit: Math.ceil(shortfall.worst.wanted),
            unit: "accelerators",
            message: `${scenario === BASE_SCENARIO ? "" : `in scenario ${scenario} `}${shortfallText(shortfall, demand.demand)}`,
            ...(hint === undefined ? {} : { hint }),
          };
        }
      }
    }
  },
};

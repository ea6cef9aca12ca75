import { planFindings } from "../planner/fleet-findings";
import type { Rule } from "./rule";

export const planSound: Rule = {
  id: "DEMAND-5",
  title: "offers, limits and months of planning are such that additions can be planned",
  severity: "error",
  source: "what the planner takes; what time alone makes wrong, such as a month that is over, is a warning",
  *check({ fleet, machine, asOf, isPartial }) {
    const { planning, offers, demands } = fleet;
    if (planning === undefined || offers.length === 0 || demands.length === 0) return;
    if (PARTS.some(isPartial)) return;
    const options = { machine, asOf, organisation: fleet.organisation };
    for (const { path, message, hint } of planFindings(fleet, planning, options)) {
      if (TOLD_ELSEWHERE.test(path)) continue;
      yield {
        path,
        message,
        ...(hint === undefined ? {} : { hint }),
        ...(DATED.test(path) ? { severity: "warning" as const } : {}),
      };
    }
  },
};

const PARTS = ["planning", "offers", "demands", "scenarios", "policy", "sites", "machines"];

/** DEMAND-1, DEMAND-3 and DEMAND-4 say it, nearer to where it stands. */
const TOLD_ELSEWHERE =
  /^demands\.|^planning\.scenarios\..*\.demand|\.(accelerator|counterparty|jurisdiction(\.\w+)?|price\.currency)$/;

/** What hangs on the day, or on how far the fleet looks ahead for other reasons. */
const DATED = /^policy\.planningMonths$|^planning\.knownFrom$|^planning\.limits\.money\..*\.year$/;

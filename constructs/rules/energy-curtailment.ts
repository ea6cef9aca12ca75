import { callableMW } from "../ledger/energy";
import { formatMW, groupThousands } from "../model";
import type { Rule } from "./rule";
import { physicalSites } from "./walk";

/** A leap year's. */
const MOST_HOURS = 8_784;

export const energyCurtailment: Rule = {
  id: "ENERGY-5",
  title: "no grid calls back more than it delivers, nor for longer than a year",
  severity: "error",
  formula: "0 < curtailableMW <= firmMW + interruptibleMW (0 is a warning); maxHoursPerYear <= 8,784",
  source: "arithmetic: a year has 8,760 hours, a leap year 8,784",
  *check(context) {
    for (const { site, path } of physicalSites(context)) {
      for (const service of site.utilities) {
        const { name, curtailment, firmMW, interruptibleMW } = service;
        const at = `${path}.utilities.${name}.curtailment`;
        if (curtailment === undefined || context.isPartial(`${path}.utilities.${name}`)) continue;
        const delivered = firmMW + interruptibleMW;
        const callable = callableMW(service);
        if (callable > delivered) {
          yield {
            path: `${at}.curtailableMW`,
            observed: callable,
            limit: delivered,
            unit: "MW",
            message: `${formatMW(callable)} may be called back of ${formatMW(delivered)} that the service delivers, firm and interruptible together`,
          };
        } else if (callable === 0) {
          yield {
            path: at,
            severity: "warning",
            observed: 0,
            unit: "MW",
            message: "the terms let nothing be called back: neither curtailableMW nor interruptibleMW says how much",
            hint: "state curtailableMW, or leave the terms out",
          };
        }
        if (curtailment.maxHoursPerYear > MOST_HOURS) {
          yield {
            path: `${at}.maxHoursPerYear`,
            observed: curtailment.maxHoursPerYear,
            limit: MOST_HOURS,
            unit: "hours",
            message: `load may be called back for ${groupThousands(curtailment.maxHoursPerYear)} hours a year, and no year has more than ${groupThousands(MOST_HOURS)}`,
          };
        }
      }
    }
  },
};

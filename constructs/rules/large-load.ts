import Big from "big.js";
import { formatMW, type LargeLoad, total, type UtilityService } from "../model";
import type { Report, Rule } from "./rule";
import { physicalSites } from "./walk";

/** Demand at one site from which on the regime holds. */
const LARGE_MW = 75;
/** Least study fee, in US dollars. */
const STUDY_FEE = "100000";

/** What the regime asks for, and how it is said to lack. */
const asked: readonly (readonly [keyof LargeLoad, string])[] = [
  ["siteControl", "proof of control of the site"],
  ["studyFee", "the fee of the interconnection study"],
  ["costContribution", "how the load contributes to the cost of interconnection"],
  ["duplicateRequests", "which other requests there are for the same load"],
  ["backupGeneration", "which backup generation stands on the site"],
  ["emergencyCurtailment", "how the load is curtailed, or its backup deployed, in an emergency of the grid"],
];

export const largeLoad: Rule = {
  id: "PWR-11",
  title: "a large load in ERCOT shows what Texas' regime for large loads asks for",
  severity: "error",
  layer: "utility",
  formula: `demand of a site's services in ERCOT >= ${LARGE_MW} MW => each of the fields of largeLoad is given, and study fee >= $100,000`,
  source:
    "Texas Senate Bill 6, 89th Legislature (signed 2025-06-20), and PUCT project 58317: it holds in the region of the operator ERCOT, which is not all of Texas",
  *check(context) {
    for (const { site, path } of physicalSites(context)) {
      if (context.isPartial(`${path}.utilities`)) continue;
      const services = site.utilities.filter(({ gridOperator }) => gridOperator === "ERCOT");
      const demand = total(services.map(demandOf)).value;
      if (demand < LARGE_MW) continue;
      for (const { name, largeLoad: given = {} } of services)
        yield* lacking(given, `${path}.utilities.${name}.largeLoad`, demand);
    }
  },
};

const demandOf = ({ firmMW, interruptibleMW, bound }: UtilityService) =>
  ({ value: firmMW + interruptibleMW, bound, basis: "assumed" }) as const;

function* lacking(given: LargeLoad, path: string, demand: number): Generator<Report> {
  for (const [field, words] of asked) {
    if (given[field] !== undefined) continue;
    yield {
      path: `${path}.${field}`,
      observed: demand,
      limit: LARGE_MW,
      unit: "MW",
      message: `a load of ${formatMW(demand)} in ERCOT must show ${words}: from ${LARGE_MW} MW on Texas' Senate Bill 6 holds`,
    };
  }
  const { studyFee } = given;
  if (studyFee === undefined || studyFee.currency !== "USD" || Big(studyFee.amount).gte(STUDY_FEE)) return;
  yield {
    path: `${path}.studyFee.amount`,
    observed: studyFee.amount,
    limit: STUDY_FEE,
    unit: "USD",
    message: `the study fee of a large load in ERCOT is at least $100,000; got $${studyFee.amount}`,
  };
}

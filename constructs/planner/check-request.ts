import { indexOf, monthAt } from "../ledger/months";
import { partyName } from "../ledger/party-roles";
import { didYouMean, type Finding } from "../model";
import { child } from "../model/path";
import { show } from "../model/show";
import { horizonOf } from "./cash";
import { checkAccelerator, checkJurisdiction, problem } from "./check-offer";
import { supplyCounts } from "./limits";
import { decisionMonths } from "./orders";
import type { PlanRequest, Supply } from "./request";

/** What is wrong with a request beside its offers; `raw` is it as it was written. */
export function checkRequest(request: PlanRequest, raw: unknown): Finding[] {
  return [
    ...checkNames(request, raw),
    ...checkHorizon(request),
    ...checkWorkloads(request),
    ...checkSupply(request),
    ...checkScenarios(request, raw),
    ...checkLimits(request),
  ];
}

function checkNames({ limits }: PlanRequest, raw: unknown): Finding[] {
  const lists = [
    ...["offers", "workloads", "scenarios", "supply"].map((list) => [list, rawNames(raw, list)] as const),
    ...(["power", "money", "concentration"] as const).map(
      (kind) => [`limits.${kind}`, limits[kind].map(({ name }) => name)] as const,
    ),
  ];
  return lists.flatMap(([list, names]) =>
    names.flatMap((name, index) =>
      typeof name === "string" && names.indexOf(name) < index
        ? [problem(`${list}[${index}].name`, `must be a name of its own; ${show(name)} stands in the list before`)]
        : [],
    ),
  );
}

function checkHorizon(request: PlanRequest): Finding[] {
  const { first, months } = request.horizon;
  const horizon = horizonOf(request.horizon);
  const found: Finding[] = [];
  if (request.offers.length > 0 && request.offers.every((offer) => decisionMonths(offer, horizon).length === 0)) {
    const soonest = Math.min(
      ...request.offers.map(
        ({ earliestDecision, leadMonths }) =>
          Math.max(0, earliestDecision === undefined ? 0 : indexOf(earliestDecision) - horizon.first) + leadMonths,
      ),
    );
    found.push(
      problem(
        "horizon.months",
        `ends before anything could come: the soonest of the offers is there in ${monthAt(horizon.first + soonest)}; got ${months} months from ${first}`,
        `${soonest + 1} months or more, or offers that come sooner or can still be decided`,
      ),
    );
  }
  if (request.knownFrom === undefined) return found;
  const known = indexOf(request.knownFrom) - horizon.first;
  if (known < 0 || known >= months)
    found.push(
      problem(
        "knownFrom",
        `must be a month of the horizon, ${first} to ${monthAt(horizon.first + months - 1)}; got ${show(request.knownFrom)}`,
        "leave it out if one never knows",
      ),
    );
  return found;
}

function checkWorkloads(request: PlanRequest): Finding[] {
  return request.workloads.flatMap(({ name, servedBy, jurisdictions }) => [
    ...servedBy.flatMap(({ accelerator }, index) => [
      ...checkAccelerator(accelerator, request, `workloads.${name}.servedBy[${index}].accelerator`),
      ...(servedBy.findIndex((each) => each.accelerator === accelerator) < index
        ? [
            problem(
              `workloads.${name}.servedBy[${index}]`,
              `must name each accelerator once; ${show(accelerator)} stands before`,
            ),
          ]
        : []),
    ]),
    ...(jurisdictions ?? []).flatMap((each, index) =>
      checkJurisdiction(each, `workloads.${name}.jurisdictions[${index}]`),
    ),
  ]);
}

function checkSupply(request: PlanRequest): Finding[] {
  const { months } = request.horizon;
  return request.supply.flatMap((supply) => [
    ...checkLength(supply.accelerators, months, `supply.${supply.name}.accelerators`),
    ...checkAccelerator(supply.accelerator, request, `supply.${supply.name}.accelerator`),
    ...checkJurisdiction(supply.jurisdiction, `supply.${supply.name}.jurisdiction`),
    ...checkSupplyPower(supply, request),
  ]);
}

function checkSupplyPower(supply: Supply, { limits, horizon }: PlanRequest): Finding[] {
  const at = `supply.${supply.name}`;
  const { criticalItMW, criticalItKWPerAccelerator } = supply;
  if (criticalItMW !== undefined)
    return [
      ...checkLength(criticalItMW, horizon.months, `${at}.criticalItMW`),
      ...(criticalItKWPerAccelerator === undefined
        ? []
        : [problem(at, "must have criticalItKWPerAccelerator or criticalItMW, not both", "which of them holds?")]),
    ];
  if (criticalItKWPerAccelerator !== undefined || supply.kind === "cloud") return [];
  const limit = limits.power.find((each) => supplyCounts(each, supply));
  if (limit === undefined) return [];
  return [
    problem(
      `${at}.criticalItKWPerAccelerator`,
      `is missing; the limit of power ${show(limit.name)} counts what one has`,
      "state it, or 0 where its power is not one's own",
    ),
  ];
}

const checkLength = (list: readonly number[], months: number, path: string): Finding[] =>
  list.length === months
    ? []
    : [problem(path, `must hold one number for each of the ${months} months of the horizon; holds ${list.length}`)];

function checkScenarios({ scenarios, horizon }: PlanRequest, raw: unknown): Finding[] {
  const workloads = rawNames(raw, "workloads").map(String);
  const found = scenarios.flatMap(({ name, demand }) =>
    demand.flatMap(({ workload, perMonth }, index) => [
      ...checkLength(perMonth, horizon.months, `scenarios.${name}.demand[${index}].perMonth`),
      ...(workloads.includes(workload)
        ? []
        : [
            problem(
              `scenarios.${name}.demand[${index}].workload`,
              `must be one of the workloads ${workloads.map(show).join(", ")}; got ${show(workload)}`,
              didYouMean(workload, workloads),
            ),
          ]),
      ...(demand.findIndex((each) => each.workload === workload) < index
        ? [problem(`scenarios.${name}.demand[${index}].workload`, `must stand once; ${show(workload)} stands before`)]
        : []),
    ]),
  );
  const stated = scenarios.filter(({ probability }) => probability !== undefined);
  const sum = stated.reduce((total, { probability = 0 }) => total + probability, 0);
  if (stated.length > 0 && stated.length < scenarios.length)
    found.push(
      problem("scenarios", `must all have a probability or none; ${stated.length} of ${scenarios.length} have one`),
    );
  else if (stated.length > 0 && Math.abs(sum - 1) > 1e-9)
    found.push(
      problem("scenarios", `must have probabilities that add up to 1; they add up to ${Number(sum.toPrecision(12))}`),
    );
  return found;
}

function checkLimits({ limits, horizon, currency, offers, supply }: PlanRequest): Finding[] {
  const { first, months } = horizon;
  const last = monthAt(indexOf(first) + months - 1);
  const parties = [
    ...new Set([...offers.map((offer) => offer.counterparty), ...supply.flatMap((each) => each.counterparty ?? [])]),
  ];
  return [
    ...limits.power.flatMap(({ name, jurisdiction }) =>
      jurisdiction === undefined ? [] : checkJurisdiction(jurisdiction, `limits.power.${name}.jurisdiction`),
    ),
    ...limits.money.flatMap((limit) => [
      ...(limit.currency === currency
        ? []
        : [
            problem(
              `limits.money.${limit.name}.currency`,
              `must be ${currency}, in which the plan is made; got ${limit.currency}`,
            ),
          ]),
      ...(limit.year >= first.slice(0, 4) && limit.year <= last.slice(0, 4)
        ? []
        : [
            problem(
              `limits.money.${limit.name}.year`,
              `must be a year of the horizon, ${first} to ${last}; got ${show(limit.year)}`,
            ),
          ]),
    ]),
    ...limits.concentration.flatMap(({ name, counterparty, mostAccelerators, mostShare }) => [
      ...(mostAccelerators === undefined && mostShare === undefined
        ? [problem(`limits.concentration.${name}`, "must have mostAccelerators, mostShare or both")]
        : []),
      ...(counterparty === undefined || parties.some((each) => partyName(each) === partyName(counterparty))
        ? []
        : [
            problem(
              `limits.concentration.${name}.counterparty`,
              `must be a counterparty of an offer or of the supply; got ${show(counterparty)}`,
              didYouMean(counterparty, parties),
            ),
          ]),
    ]),
  ];
}

/** Names of a list as they were written, also of items whose form is wrong. */
const rawNames = (raw: unknown, list: string): unknown[] => {
  const items = child(raw, list);
  return Array.isArray(items) ? items.map((item) => child(item, "name")) : [];
};

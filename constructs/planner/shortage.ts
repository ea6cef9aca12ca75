import { type Month, monthAt } from "../ledger/months";
import { type Formulation, formulate } from "./formulate";
import { excessUnit, type LimitRef } from "./limits";
import type { PlanRequest } from "./request";
import { minimize, type SolverOptions } from "./solve";
import { sooner } from "./worth";

/** Demand that nothing on offer can meet. */
export interface Missing {
  readonly scenario: string;
  readonly workload: string;
  readonly month: Month;
  /** What must be met, the service level taken into account. */
  readonly needed: number;
  readonly missing: number;
  readonly unit: string;
}

/** What alone would have to give, so that all demand could be met. */
export type Remedy =
  | {
      readonly kind: LimitRef["kind"];
      readonly name: string;
      readonly now: number;
      readonly needed: number;
      readonly unit: string;
    }
  | { readonly kind: "leadTime"; readonly monthsSooner: number }
  /** More of what is offered: sizes alone are too small. */
  | { readonly kind: "size" };

/** Why there is no plan. */
export interface Shortage {
  /** The least that must go unmet, each workload measured against its own peak; in the order of months. */
  readonly missing: readonly Missing[];
  /** Each alone would do; none where no single one does. */
  readonly remedies: readonly Remedy[];
  /** Limits that what one has already exceeds: no purchase mends that. */
  readonly exceeded: readonly {
    readonly limit: LimitRef;
    readonly month: string;
    readonly have: number;
    readonly most: number;
  }[];
}

/** What counts as missing: less is the solver's rounding. */
const TOLERANCE = 1e-6;

/** What is missing where a request has no plan, and what would have to give. */
export async function shortageOf(request: PlanRequest, options: SolverOptions): Promise<Shortage> {
  const strict = { ...options, gap: 0 };
  const formulation = formulate(request, { mayFall: true });
  const found = await minimize(formulation.program, shortObjective(formulation), strict);
  const missing = found.status === "solved" ? missingIn(formulation, found.values) : [];
  return {
    missing,
    remedies: await remediesFor(request, formulation, strict),
    exceeded: exceededBy(formulation),
  };
}

/** What is missing, in shares of each workload's peak. */
function shortObjective({ program, short, request }: Formulation): Float64Array {
  const objective = new Float64Array(program.columns.length);
  for (const { column, workload } of short) {
    const peaks = request.scenarios.flatMap(
      ({ demand }) => demand.find((each) => each.workload === workload.name)?.perMonth ?? [],
    );
    objective[column] = 1 / Math.max(...peaks);
  }
  return objective;
}

const missingIn = ({ short, request, horizon }: Formulation, values: Float64Array): Missing[] =>
  short
    .flatMap(({ column, workload, scenario, month, needed }) => {
      const missing = values[column] ?? 0;
      if (missing <= TOLERANCE * Math.max(1, needed)) return [];
      return {
        scenario: request.scenarios[scenario]?.name ?? "",
        workload: workload.name,
        month: monthAt(horizon.first + month),
        needed,
        missing: rounded(missing),
        unit: workload.unit,
      };
    })
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));

/** A figure without what the solver's binary fractions leave behind. */
const rounded = (value: number): number => Number(value.toFixed(6));

async function remediesFor(request: PlanRequest, { limits }: Formulation, options: SolverOptions): Promise<Remedy[]> {
  const refs = [...new Map(limits.map(({ ref }) => [`${ref.kind} ${ref.name}`, ref])).values()];
  const found: Remedy[] = [];
  for (const ref of refs) found.push(...(await relaxedLimit(request, ref, options)));
  found.push(...(await soonerBy(request, options)));
  const unlimited = request.offers.map((offer) => ({
    ...offer,
    size: { ...offer.size, most: offer.size.most * 1000 },
  }));
  if (await isFeasible({ ...request, offers: unlimited }, options)) found.push({ kind: "size" });
  return found;
}

/** How far a limit would have to be raised, in each of its months alike, if all others hold. */
async function relaxedLimit(request: PlanRequest, ref: LimitRef, options: SolverOptions): Promise<Remedy[]> {
  const { program, excess, limits } = formulate(request, { exceeded: ref });
  const row = limits.find((each) => each.ref.kind === ref.kind && each.ref.name === ref.name);
  if (excess === undefined || row === undefined) return [];
  const objective = new Float64Array(program.columns.length);
  objective[excess] = 1;
  const found = await minimize(program, objective, options);
  if (found.status !== "solved") return [];
  const more = found.objective * excessUnit(row);
  const { now, unit } = limitOf(request, ref);
  return [{ ...ref, now, needed: rounded(now + more), unit }];
}

function limitOf(
  { limits, currency }: PlanRequest,
  { kind, name }: LimitRef,
): { readonly now: number; readonly unit: string } {
  if (kind === "power") return { now: limits.power.find((each) => each.name === name)?.mostMW ?? 0, unit: "MW" };
  if (kind === "money")
    return { now: Number(limits.money.find((each) => each.name === name)?.most ?? 0), unit: currency };
  const limit = limits.concentration.find((each) => each.name === name);
  return limit?.mostAccelerators === undefined
    ? { now: limit?.mostShare ?? 0, unit: "of all accelerators" }
    : { now: limit.mostAccelerators, unit: "accelerators" };
}

/** The fewest months by which everything would have to come sooner. */
async function soonerBy(request: PlanRequest, options: SolverOptions): Promise<Remedy[]> {
  const most = Math.max(0, ...request.offers.map(({ leadMonths }) => leadMonths));
  let [low, high] = [1, most];
  if (most === 0 || !(await isFeasible(sooner(request, most), options))) return [];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await isFeasible(sooner(request, middle), options)) high = middle;
    else low = middle + 1;
  }
  return [{ kind: "leadTime", monthsSooner: low }];
}

async function isFeasible(request: PlanRequest, options: SolverOptions): Promise<boolean> {
  const { program } = formulate(request);
  const found = await minimize(program, new Float64Array(program.columns.length), options);
  return found.status === "solved";
}

/** Limits over which what one has lies already, each with the first month in which it does. */
function exceededBy({ limits }: Formulation): Shortage["exceeded"] {
  const over = limits.filter(({ anyway, most, ref }) => ref.kind === "power" && anyway > most);
  const first = new Map(over.map((row) => [row.ref.name, row] as const).reverse());
  return [...first.values()].map(({ ref, period, anyway, most }) => ({
    limit: ref,
    month: period,
    have: rounded(anyway),
    most,
  }));
}

import type { Offer } from "../model/offer";
import { type Formulation, formulate } from "./formulate";
import { type LimitRef, type LimitRow, type Measure } from "./limits";
import type { PlanRequest } from "./request";
import { minimize, type SolverOptions } from "./solve";
import { sooner, unhurried, widest } from "./wider";

/** How far a limit would have to go. */
export interface LimitChange {
  readonly now: number;
  readonly needed: number;
  /** `MW`, the currency, `accelerators`, or `of all accelerators` for a share of them between 0 and 1. */
  readonly unit: string;
}

/** What alone would have to give, so that all demand could be met. */
export type Remedy =
  | (LimitChange & {
      readonly kind: LimitRef["kind"];
      readonly name: string;
      /** The other figure of the same limit, where it has two and neither alone would do. */
      readonly also?: LimitChange;
    })
  | { readonly kind: "leadTime"; readonly monthsSooner: number }
  /** More of what is offered: sizes alone are too small. */
  | { readonly kind: "size" }
  /** Smaller steps and smallest orders: what is wanted lies between them. */
  | { readonly kind: "step" }
  /** Months of decision: offers could be decided earlier or later than they can. */
  | { readonly kind: "decision" };

/** Whether a request has a plan; unknown where the search ended first. */
export type Feasible = "yes" | "no" | "unknown";

export interface Remedies {
  readonly remedies: readonly Remedy[];
  readonly together?: Feasible;
}

/** A figure without what the solver's binary fractions leave behind. */
export const rounded = (value: number): number => Number(value.toFixed(6));

/** The same, and never below what is needed: what the solver may be off by is less than a fifth of the last digit. */
const upward = (value: number): number => Number((Math.ceil(value * 1e6 - 0.2) / 1e6).toFixed(6));

/**
 * Nodes of each search: that whole steps never fit can take without end to prove, and a remedy that is not found by then is told as not
 * known.
 */
const NODES = 1000;

/** What would have to give so that a request without a plan had one; the request's rows say which limits it has, in which measures. */
export async function remediesFor(
  request: PlanRequest,
  { limits }: Formulation,
  options: SolverOptions,
): Promise<Remedies> {
  const nodes = Math.min(options.nodes ?? NODES, NODES);
  const seek = new Search(request, { ...options, nodes });
  const found: Remedy[] = [];
  const refs = new Map(limits.map(({ ref }) => [`${ref.kind} ${ref.name}`, ref]));
  for (const ref of refs.values()) found.push(...(await seek.limit(ref, measuresOf(limits, ref))));
  found.push(...(await seek.soonerBy()));
  const { offers } = request;
  const wider: readonly (readonly [Remedy["kind"] & ("size" | "step" | "decision"), (offer: Offer) => Offer])[] = [
    ["size", widest(request)],
    ["step", finest],
    ["decision", openForDecision],
  ];
  for (const [kind, change] of wider)
    if ((await seek.isFeasible({ ...request, offers: offers.map(change) })) === "yes") found.push({ kind });
  if (found.length > 0) return { remedies: found };
  return { remedies: found, together: seek.isCut ? "unknown" : await seek.isFeasible(allGiven(request)) };
}

const measuresOf = (rows: readonly LimitRow[], { kind, name }: LimitRef): Measure[] => [
  ...new Set(rows.filter(({ ref }) => ref.kind === kind && ref.name === name).map(({ measure }) => measure)),
];

const finest = (offer: Offer): Offer => ({
  ...offer,
  size: { acceleratorsPerMachine: offer.size.acceleratorsPerMachine, step: 1, most: offer.size.most },
});

const openForDecision = ({ earliestDecision: _, latestDecision: __, ...offer }: Offer): Offer => offer;

/** The same request with everything given: no limits, and all that is offered in any amount, at once, in any month. */
const allGiven = (request: PlanRequest): PlanRequest => ({
  ...sooner(request, Number.POSITIVE_INFINITY),
  offers: request.offers.map((offer) => ({ ...openForDecision(finest(widest(request)(offer))), leadMonths: 0 })),
  limits: { power: [], money: [], concentration: [] },
});

/** Shares are told to a hundredth of a percent. */
const PARTS = 10_000;

class Search {
  /** Whether the clock or a limit of nodes ended a search before it was known what it looked for. */
  isCut = false;

  constructor(
    readonly request: PlanRequest,
    readonly options: SolverOptions,
  ) {}

  async isFeasible(request: PlanRequest): Promise<Feasible> {
    const { program } = formulate(request);
    const found = await minimize(program, new Float64Array(program.columns.length), this.options);
    if (found.status === "nothing") this.isCut = true;
    return found.status === "solved" ? "yes" : found.status === "infeasible" ? "no" : "unknown";
  }

  /** How far a limit would have to be raised, in each of its months alike, if all others hold. */
  async limit(ref: LimitRef, measures: readonly Measure[]): Promise<Remedy[]> {
    const found: Remedy[] = [];
    for (const measure of measures) {
      const change = await this.#raised(this.request, ref, measure);
      if (change !== undefined) found.push({ ...ref, ...change });
    }
    if (found.length > 0 || measures.length < 2) return found;
    // Neither figure alone: the number, while the share does not hold, and then the share.
    const number = await this.#raised(withConcentration(this.request, ref.name, { mostShare: 1 }), ref, "accelerators");
    if (number === undefined) return [];
    const share = await this.#raised(
      withConcentration(this.request, ref.name, { mostAccelerators: number.needed }),
      ref,
      "share",
    );
    return share === undefined ? [] : [{ ...ref, ...number, also: share }];
  }

  #raised(request: PlanRequest, ref: LimitRef, measure: Measure): Promise<LimitChange | undefined> {
    return measure === "share" ? this.#share(request, ref) : this.#amount(request, ref, measure);
  }

  async #amount(request: PlanRequest, ref: LimitRef, measure: Measure): Promise<LimitChange | undefined> {
    const { program, excess, limits } = formulate(request, { exceeded: { ...ref, measure } });
    const rows = limits.filter(
      (each) => each.ref.kind === ref.kind && each.ref.name === ref.name && each.measure === measure,
    );
    const [row] = rows;
    if (excess === undefined || row === undefined) return undefined;
    const objective = new Float64Array(program.columns.length);
    objective[excess] = 1;
    const found = await minimize(program, objective, this.options);
    if (found.status === "nothing") this.isCut = true;
    if (found.status !== "solved") return undefined;
    const now = row.most;
    if (measure !== "money") return { now, needed: upward(now + found.objective), unit: measure };
    // What is paid for is whole, so that it adds up to the cent.
    const paid = rows.map(({ terms }) =>
      terms.reduce((sum, [column, times]) => sum + times * Math.round(found.values[column] ?? 0), 0),
    );
    return { now, needed: Number(Math.max(...paid).toFixed(2)), unit: request.currency };
  }

  /** The least share that would do: what is a share of what is itself decided is found by trying. */
  async #share(request: PlanRequest, { name }: LimitRef): Promise<LimitChange | undefined> {
    const now = request.limits.concentration.find((each) => each.name === name)?.mostShare ?? 1;
    const holds = async (parts: number) =>
      (await this.isFeasible(withConcentration(request, name, { mostShare: parts / PARTS }))) === "yes";
    if (!(await holds(PARTS))) return undefined;
    const parts = await leastOf(Math.floor(now * PARTS) + 1, PARTS, holds);
    return { now, needed: parts / PARTS, unit: "of all accelerators" };
  }

  /** The fewest months by which everything would have to come sooner. */
  async soonerBy(): Promise<Remedy[]> {
    const { request } = this;
    const most = Math.max(0, ...request.offers.map(({ leadMonths }) => leadMonths));
    const holds = async (months: number) => (await this.isFeasible(sooner(request, months))) === "yes";
    if (unhurried(request)) {
      if (most === 0 || !(await holds(most))) return [];
      return [{ kind: "leadTime", monthsSooner: await leastOf(1, most, holds) }];
    }
    for (let months = 1; months <= most; months++)
      if (await holds(months)) return [{ kind: "leadTime", monthsSooner: months }];
    return [];
  }
}

/** The same request with other figures in one of its limits of concentration. */
const withConcentration = (
  request: PlanRequest,
  name: string,
  change: { readonly mostShare?: number; readonly mostAccelerators?: number },
): PlanRequest => ({
  ...request,
  limits: {
    ...request.limits,
    concentration: request.limits.concentration.map((each) => (each.name === name ? { ...each, ...change } : each)),
  },
});

/** The least whole number that holds, where the last holds and so does each above one that does. */
async function leastOf(first: number, last: number, holds: (value: number) => Promise<boolean>): Promise<number> {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await holds(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}

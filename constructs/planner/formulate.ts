import type Big from "big.js";
import { discountFactors } from "../ledger/discount";
import { indexOf } from "../ledger/months";
import { Branches } from "./branches";
import { type Horizon, horizonOf } from "./cash";
import { type Exceeded, type LimitRow, limitRows, writeLimits } from "./limits";
import type { OfferColumns, Priced } from "./offer-columns";
import { writeOffer } from "./orders";
import { type Column, Program } from "./program";
import type { PlanRequest } from "./request";
import { type ShortColumn, writeDemand } from "./serve";

/** A request as a mixed-integer program. */
export interface Formulation {
  readonly request: PlanRequest;
  readonly program: Program;
  readonly horizon: Horizon;
  readonly branches: Branches;
  readonly offers: readonly OfferColumns[];
  readonly limits: readonly LimitRow[];
  /** What may be missing, where the program lets demand go unmet. */
  readonly short: readonly ShortColumn[];
  /** By how much one limit may be exceeded, where the program lets it. */
  readonly excess: Column | undefined;
  /** How likely each scenario is; together 1. */
  readonly probabilities: readonly number[];
}

export interface FormulateOptions {
  /** Whether demand may go unmet. @default false */
  readonly mayFall?: boolean;
  /** The limit that may be exceeded. @default - none */
  readonly exceeded?: Exceeded | undefined;
}

/** Writes a request down as a program; the request's offers must be in the order of their names (`check.ts`). */
export function formulate(request: PlanRequest, options: FormulateOptions = {}): Formulation {
  const horizon = horizonOf(request.horizon);
  const known = request.knownFrom === undefined ? undefined : indexOf(request.knownFrom) - horizon.first;
  const branches = new Branches(request.scenarios.length, known);
  const program = new Program();
  const offers = request.offers.map((offer) => writeOffer(program, offer, horizon, branches));
  const short = writeDemand(program, request, offers, options.mayFall ?? false);
  const limits = limitRows(request, offers, request.scenarios.length);
  const excess = writeLimits(program, limits, options.exceeded);
  return {
    request,
    program,
    horizon,
    branches,
    offers,
    limits,
    short,
    excess,
    probabilities: request.scenarios.map(({ probability }) => probability ?? 1 / request.scenarios.length),
  };
}

/** Factors for every month in which anything may be due. */
export function factorsOf({ request, offers, horizon }: Formulation): Big[] {
  const last = offers
    .flatMap(({ priced }) => priced.flatMap(({ flows }) => flows.map(({ month }) => month)))
    .reduce((most, month) => Math.max(most, month), horizon.months - 1);
  return discountFactors(request.discountRatePerYear, last + 1);
}

/** The expected cost as an objective: what each column costs in the first month's money, times how likely it is. */
export function costObjective(formulation: Formulation): Float64Array {
  const costs = new Float64Array(formulation.program.columns.length);
  const factors = factorsOf(formulation).map((factor) => factor.toNumber());
  for (const priced of formulation.offers.flatMap((offer) => offer.priced)) {
    const likely = priced.branch === undefined ? 1 : (formulation.probabilities[priced.branch] ?? 0);
    costs[priced.column] = (costs[priced.column] ?? 0) + likely * presentValue(formulation, priced, factors);
  }
  return costs;
}

const presentValue = ({ request, horizon }: Formulation, { flows }: Priced, factors: readonly number[]): number =>
  flows
    .filter(({ month }) => month < horizon.months || request.afterHorizon === "owed")
    .reduce((sum, { month, amount }) => sum + amount.toNumber() * (factors[month] ?? 0), 0);

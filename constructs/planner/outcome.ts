import Big from "big.js";
import { type Month, monthAt } from "../ledger/months";
import { grouped } from "../model/grouped";
import { acceleratorsPerStep, type Offer } from "../model/offer";
import { merged, orderDates } from "./cash";
import { type Formulation, factorsOf } from "./formulate";
import type { Priced } from "./offer-columns";

/** An order of a plan: what to buy, when, and how much. */
export interface Purchase {
  readonly offer: Offer;
  /** The month in which it is decided. */
  readonly decided: Month;
  /** The month in which its first accelerators arrive. */
  readonly starts: Month;
  /** The last month of its term; absent where it has no end. */
  readonly ends?: Month;
  readonly steps: number;
  readonly accelerators: number;
  /** The scenario in which it is given; absent where it is given whatever comes. */
  readonly scenario?: string;
}

/** What is given back before its term ends. */
export interface Return {
  readonly offer: Offer;
  /** The first month in which one no longer has it. */
  readonly from: Month;
  readonly steps: number;
  readonly accelerators: number;
  readonly scenario?: string;
}

/** Money of one month, nominal: as it is due, not discounted. */
export interface MonthCost {
  readonly month: Month;
  readonly payments: Big;
  /** What remains of the value of what was bought, credited in this month; no payment. */
  readonly residual: Big;
}

/** What one offer comes to. */
export interface OfferCost {
  readonly offer: Offer;
  readonly payments: Big;
  readonly residual: Big;
  /** Discounted to the first month of the plan, to the cent. */
  readonly presentValue: Big;
}

/** What a plan costs if one scenario comes. Amounts are exact: they follow from whole orders, not from the solver's numbers. */
export interface ScenarioCost {
  readonly scenario: string;
  readonly probability: number;
  /** Discounted to the first month of the plan, to the cent. */
  readonly presentValue: Big;
  /** All payments within the horizon. */
  readonly payments: Big;
  /** What one is bound to pay after the horizon, nominal; whether it counts says `afterHorizon` of the request. */
  readonly owedAfterHorizon: Big;
  readonly byMonth: readonly MonthCost[];
  readonly byOffer: readonly OfferCost[];
}

/** An answer of the solver in whole numbers. */
export interface Outcome {
  readonly purchases: readonly Purchase[];
  readonly returns: readonly Return[];
  readonly scenarios: readonly ScenarioCost[];
  /** The expected cost: each scenario's, times how likely it is; discounted, to the cent. */
  readonly cost: Big;
}

const ZERO = new Big(0);
const sum = (amounts: readonly Big[]): Big => amounts.reduce((total, each) => total.plus(each), ZERO);

/** What an answer says, its whole numbers taken as whole. */
export function outcomeOf(formulation: Formulation, values: Float64Array): Outcome {
  const scenarios = formulation.request.scenarios.map((_, scenario) => scenarioCost(formulation, values, scenario));
  return {
    purchases: purchasesOf(formulation, values),
    returns: returnsOf(formulation, values),
    scenarios,
    cost: sum(scenarios.map(({ presentValue, probability }) => presentValue.times(probability))).round(2),
  };
}

/** The value of a column that counts whole things. */
const whole = (values: Float64Array, column: number): number => Math.round(values[column] ?? 0);

const inScenario = ({ request }: Formulation, branch: number | undefined) => {
  const scenario = branch === undefined ? undefined : request.scenarios[branch];
  return scenario === undefined ? {} : { scenario: scenario.name };
};

function purchasesOf(formulation: Formulation, values: Float64Array): Purchase[] {
  const { horizon, offers } = formulation;
  const month = (index: number) => monthAt(horizon.first + index);
  return offers
    .flatMap(({ orders }) => orders)
    .flatMap(({ column, offer, decision, branch }) => {
      const steps = whole(values, column);
      if (steps === 0) return [];
      const { start, end } = orderDates(offer, decision, horizon);
      return {
        offer,
        decided: month(decision),
        starts: month(start),
        ...(end === undefined ? {} : { ends: month(end - 1) }),
        steps,
        accelerators: steps * acceleratorsPerStep(offer),
        ...inScenario(formulation, branch),
      };
    })
    .sort((a, b) => compare(a.decided, b.decided) || compare(a.offer.name, b.offer.name));
}

/** What one no longer has although its term goes on: the fall in what one has, less what ended. */
function returnsOf(formulation: Formulation, values: Float64Array): Return[] {
  const { horizon, offers, branches, request } = formulation;
  const found = new Map<string, Return>();
  for (const { offer, held, orders } of offers.filter((each) => each.held.length > 0)) {
    request.scenarios.forEach((_, scenario) => {
      const ownOrders = orders.filter(({ branch }) => branch === undefined || branch === scenario);
      const had = new Map(
        held
          .filter(({ branch }) => branch === undefined || branch === scenario)
          .map(({ month, column }) => [month, whole(values, column)]),
      );
      const ages: { readonly end: number; steps: number }[] = [];
      for (const [month, count] of [...had].sort(([a], [b]) => a - b)) {
        for (const { column, decision } of ownOrders) {
          const { start, end = Number.POSITIVE_INFINITY } = orderDates(offer, decision, horizon);
          if (start === month) ages.push({ end, steps: whole(values, column) });
        }
        const live = ages.filter(({ end }) => end > month);
        let surplus = live.reduce((all, { steps }) => all + steps, 0) - count;
        const steps = surplus;
        // The oldest are given back first.
        for (const cohort of live) {
          const gone = Math.min(surplus, cohort.steps);
          cohort.steps -= gone;
          surplus -= gone;
        }
        const branch = branches.at(month, scenario);
        if (steps > 0)
          found.set(`${offer.name} ${month} ${branch}`, {
            offer,
            from: monthAt(horizon.first + month),
            steps,
            accelerators: steps * acceleratorsPerStep(offer),
            ...inScenario(formulation, branch),
          });
      }
    });
  }
  return [...found.values()].sort((a, b) => compare(a.from, b.from) || compare(a.offer.name, b.offer.name));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function scenarioCost(formulation: Formulation, values: Float64Array, scenario: number): ScenarioCost {
  const { offers, request, horizon, probabilities } = formulation;
  const own = offers.flatMap(({ priced }) =>
    priced.filter(({ branch }) => branch === undefined || branch === scenario),
  );
  const flows = flowsOf(own, values);
  const within = flows.filter(({ month }) => month < horizon.months);
  const counted = request.afterHorizon === "owed" ? flows : within;
  const factors = factorsOf(formulation);
  const presentValue = (all: typeof flows) => sum(all.map(({ month, amount }) => amount.times(factors[month] ?? 1)));
  const total = (all: typeof flows, kind: "payment" | "residual") =>
    sum(all.filter((flow) => flow.kind === kind).map(({ amount }) => amount));
  return {
    scenario: request.scenarios[scenario]?.name ?? "",
    probability: probabilities[scenario] ?? 1,
    presentValue: presentValue(counted).round(2),
    payments: total(within, "payment"),
    owedAfterHorizon: total(
      flows.filter(({ month }) => month >= horizon.months),
      "payment",
    ),
    byMonth: Array.from({ length: horizon.months }, (_, month) => {
      const due = within.filter((flow) => flow.month === month);
      return {
        month: monthAt(horizon.first + month),
        payments: total(due, "payment"),
        residual: total(due, "residual").times(-1),
      };
    }),
    byOffer: [...grouped(counted, ({ offer }) => offer)].map(([offer, all]) => ({
      offer,
      payments: total(all, "payment"),
      residual: total(all, "residual").times(-1),
      presentValue: presentValue(all).round(2),
    })),
  };
}

/** All that is due, by offer and month. */
const flowsOf = (priced: readonly Priced[], values: Float64Array) =>
  [...grouped(priced, ({ offer }) => offer)].flatMap(([offer, all]) =>
    merged(
      all.flatMap(({ column, flows }) => {
        const count = whole(values, column);
        return count === 0 ? [] : flows.map((flow) => ({ ...flow, amount: flow.amount.times(count) }));
      }),
    ).map((flow) => ({ ...flow, offer })),
  );

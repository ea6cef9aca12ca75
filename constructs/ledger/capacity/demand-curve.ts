import Big from "big.js";
import { BASE_SCENARIO, type Between, type Demand, type FleetSpec, type Scenario } from "../../model";
import { dayOf, endOfDay, firstsBetween, instantOf, MS_PER_DAY } from "./spans";

interface Point {
  readonly from: string;
  readonly value: number;
}

/** The value of a curve on a day; nothing before its first point. */
export function valueOn(points: readonly Point[], between: Between, day: string): number | undefined {
  const at = points.findLastIndex(({ from }) => from <= day);
  const [point, next] = [points[at], points[at + 1]];
  if (point === undefined) return undefined;
  if (next === undefined || between === "steps") return point.value;
  const [begin, end] = [instantOf(point.from), instantOf(next.from)];
  const share = (instantOf(day) - begin) / (end - begin);
  // Nothing grows from nothing by a share, nor to nothing: such a stretch is linear.
  const isLinear = between === "linear" || point.value === 0 || next.value === 0;
  return isLinear
    ? point.value + (next.value - point.value) * share
    : point.value * (next.value / point.value) ** share;
}

/** One demand as a scenario has it. */
export interface ScenarioDemand {
  readonly demand: Demand;
  readonly scenario: string;
  /** The multiple by which it is taken; none where it is stated for the scenario itself. */
  readonly multiple?: Scenario;
}

/** Scenarios of a fleet, those that demand itself names and those that multiply them, base first. */
export function scenariosOf({ demands, scenarios }: Pick<FleetSpec, "demands" | "scenarios">): string[] {
  const named = new Set([...demands.map(({ scenario }) => scenario), ...scenarios.map(({ name }) => name)]);
  return [...named].sort((a, b) => Number(b === BASE_SCENARIO) - Number(a === BASE_SCENARIO));
}

/** What is wanted in a scenario: what is stated for it, and what is stated for the one that it is a multiple of, multiplied where it says so. */
export function demandsIn(
  { demands, scenarios }: Pick<FleetSpec, "demands" | "scenarios">,
  scenario: string,
): ScenarioDemand[] {
  const multiple = scenarios.find(({ name }) => name === scenario);
  return demands.flatMap((demand): ScenarioDemand[] => {
    if (demand.scenario === scenario) return [{ demand, scenario }];
    if (demand.scenario !== multiple?.of) return [];
    const isMultiplied = multiple.demands?.includes(demand.name) ?? true;
    return [{ demand, scenario, ...(isMultiplied ? { multiple } : {}) }];
  });
}

/**
 * Accelerators of the counted kind that must be schedulable on a day so that a demand is met: what is stated, times the scenario's
 * multiple and the month's factor, at the peak, over the utilization, with headroom. Zero before the first point.
 */
export function wantedOn({ demand, multiple }: ScenarioDemand, day: string): number {
  const stated = valueOn(
    demand.points.map(({ from, accelerators }) => ({ from, value: accelerators })),
    demand.between,
    day,
  );
  if (stated === undefined || stated === 0) return 0;
  const factor =
    multiple === undefined
      ? 1
      : (valueOn(
          multiple.factors.map(({ from, factor: value }) => ({ from, value })),
          multiple.between,
          day,
        ) ?? 1);
  const month = Number(day.slice(5, 7)) - 1;
  const seasons = [demand.monthlyFactors?.[month] ?? 1, multiple?.monthlyFactors?.[month] ?? 1];
  const exact = [stated, factor, ...seasons, demand.peakFactor, 1 + demand.headroom]
    .reduce((product, each) => product.times(each), new Big(1))
    .div(demand.utilization);
  return Number(exact.toPrecision(12));
}

/** Days on which what is wanted may take another course: points, and where months differ their firsts. */
export function turnsOf({ demand, multiple }: ScenarioDemand): {
  readonly days: string[];
  readonly isMonthly: boolean;
} {
  return {
    days: [...demand.points, ...(multiple?.factors ?? [])].map(({ from }) => from),
    isMonthly: demand.monthlyFactors !== undefined || multiple?.monthlyFactors !== undefined,
  };
}

/** Instants between two at which what is wanted may take another course. */
export function turnsIn(demand: ScenarioDemand, from: number, until: number): number[] {
  const { days, isMonthly } = turnsOf(demand);
  return [...days.map(instantOf), ...(isMonthly ? firstsBetween(from, until) : [])].filter(
    (at) => at > from && at < until,
  );
}

/** Whether what is wanted is the same on every day between two that no point or, where months differ, no month's first stands between. */
export const isFlat = (demand: ScenarioDemand, first: string, last: string): boolean =>
  moving(demand, first, last) === 0;

/** How many of a demand's curves move between two days that no point stands between. */
function moving({ demand, multiple }: ScenarioDemand, first: string, last: string): number {
  const moves = (points: readonly { readonly from: string }[], between: Between): boolean => {
    const [begin, end] = [points[0]?.from, points.at(-1)?.from];
    return between !== "steps" && begin !== undefined && end !== undefined && last >= begin && first < end;
  };
  return (
    Number(moves(demand.points, demand.between)) +
    Number(multiple !== undefined && moves(multiple.factors, multiple.between))
  );
}

/**
 * The most that is wanted on any day from a first to a last. Between two turns one curve goes one way, so that the ends tell; what one curve
 * times another does there is not told by them, and each day is looked at.
 */
export function mostWanted(demand: ScenarioDemand, first: string, last: string): number {
  const begins = [...new Set([first, ...turnsIn(demand, instantOf(first), endOfDay(last)).map(dayOf)])].sort();
  const days = begins.flatMap((begin, index) => {
    const next = begins[index + 1];
    const end = next === undefined ? last : dayOf(instantOf(next) - MS_PER_DAY);
    const curves = moving(demand, begin, end);
    return curves === 0 ? [begin] : curves === 1 ? [begin, end] : daysFrom(begin, end);
  });
  return Math.max(...days.map((day) => wantedOn(demand, day)));
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = instantOf(first); at <= instantOf(last); at += MS_PER_DAY) days.push(dayOf(at));
  return days;
}

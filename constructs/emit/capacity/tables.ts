import {
  type BoundedStep,
  type CapacityReport,
  commitments,
  dayOf,
  instantOf,
  instantText,
  MS_PER_DAY,
  MS_PER_HOUR,
  type Step,
  stepsWithin,
} from "../../ledger/capacity";
import { Basis } from "../../model";
import { toCsv } from "../csv";
import { ALL, wholeFirst } from "../whole-first";

const columns = [
  "by",
  "group",
  "from",
  "until",
  "installed",
  "bound",
  "schedulable",
  ...commitments,
  ...Basis.options,
] as const;

/**
 * The supply of the whole fleet, by `all`, and of each group, by what the groups are of, from change to change; half-open and in UTC,
 * within what one looks at.
 */
export function stepsTable({ groups, installed, schedulable, by, ...window }: CapacityReport): string {
  return toCsv(
    columns,
    wholeFirst(by, { name: ALL, steps: installed }, groups).flatMap(({ steps, ...group }) =>
      within(steps, window).map(({ from, until, value, bound, byCommitment, byBasis }) => ({
        ...group,
        from: instantText(from),
        until: instantText(until),
        installed: value,
        bound,
        schedulable: Number((value * schedulable).toPrecision(12)),
        ...byCommitment,
        ...byBasis,
      })),
    ),
  );
}

/** The power of the whole fleet and of each group from change to change, in MW. */
export function powerTable({ power, by, ...window }: CapacityReport): string {
  const { criticalIT, utility, groups } = power;
  return toCsv(
    ["by", "group", "meaning", "from", "until", "valueMW", "bound", ...commitments, ...Basis.options],
    wholeFirst(by, { name: ALL, criticalIT, utility }, groups).flatMap(
      ({ criticalIT: critical, utility: drawn, ...group }) =>
        (
          [
            ["criticalIT", critical],
            ["utility", drawn],
          ] as const
        ).flatMap(([meaning, steps]) =>
          within(steps, window).map(({ from, until, value, bound, byCommitment, byBasis }) => ({
            ...group,
            meaning,
            from: instantText(from),
            until: instantText(until),
            valueMW: value,
            bound,
            ...byCommitment,
            ...byBasis,
          })),
        ),
    ),
  );
}

/** Every day of the whole fleet and of each group: the least and the most accelerators that are there, and how many hours of them it has. */
export function daysTable({ groups, installed, by, ...window }: CapacityReport): string {
  return toCsv(
    ["by", "group", "day", "least", "most", "firmLeast", "acceleratorHours"],
    wholeFirst(by, { name: ALL, steps: installed }, groups).flatMap(({ steps, ...group }) =>
      [...daysOf(within(steps, window), window)].map((day) => ({ ...group, ...day })),
    ),
  );
}

type Window = Pick<CapacityReport, "asOf" | "until">;
/** Steps cut to what one looks at. */
const within = (steps: readonly Step[], { asOf, until }: Window): BoundedStep[] =>
  stepsWithin(steps, { from: instantOf(asOf), until: instantOf(until) });

interface Day {
  readonly day: string;
  readonly least: number;
  readonly most: number;
  readonly firmLeast: number;
  readonly acceleratorHours: number;
}

function* daysOf(steps: readonly BoundedStep[], { asOf, until }: Window): Generator<Day> {
  let at = 0;
  for (let begin = instantOf(asOf); begin < instantOf(until); begin += MS_PER_DAY) {
    while ((steps[at]?.until ?? Number.POSITIVE_INFINITY) <= begin) at += 1;
    const parts: BoundedStep[] = [];
    for (let next = at; next < steps.length; next += 1) {
      const step = steps[next];
      if (step === undefined || step.from >= begin + MS_PER_DAY) break;
      parts.push(step);
    }
    const hours = parts.reduce(
      (sum, step) =>
        sum + (step.value * (Math.min(step.until, begin + MS_PER_DAY) - Math.max(step.from, begin))) / MS_PER_HOUR,
      0,
    );
    yield {
      day: dayOf(begin),
      least: Math.min(...parts.map(({ value }) => value)),
      most: Math.max(...parts.map(({ value }) => value)),
      firmLeast: Math.min(...parts.map(({ byCommitment }) => byCommitment.firm)),
      acceleratorHours: Number(hours.toPrecision(12)),
    };
  }
}

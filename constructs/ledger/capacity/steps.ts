import { Basis, type Bound, joinBounds } from "../../model";

import { type Span, spanOf } from "./spans";
import { type Commitment, commitments } from "./words";

/** A number that is there from one instant up to another. */
export interface Amount extends Span {
  readonly value: number;
  readonly bound: Bound;
  readonly basis: Basis;
  readonly commitment: Commitment;
}

/** A total that remembers how sure it is and where it comes from. */
export interface CommittedTotal {
  readonly value: number;
  readonly bound: Bound;
  readonly byCommitment: Readonly<Record<Commitment, number>>;
  /** How exact each of these is: a part of a floor may be exact. */
  readonly boundByCommitment: Readonly<Record<Commitment, Bound>>;
  readonly byBasis: Readonly<Partial<Record<Basis, number>>>;
}

/** A stretch of time in which a total stays. */
export type Step = Span & CommittedTotal;

const NOTHING: Readonly<Record<Commitment, number>> = {
  firm: 0,
  terminable: 0,
  conditional: 0,
  preliminary: 0,
  optional: 0,
};

const EXACT: Readonly<Record<Commitment, Bound>> = {
  firm: "exact",
  terminable: "exact",
  conditional: "exact",
  preliminary: "exact",
  optional: "exact",
};

/** What is summed of one basis. */
interface OfBasis {
  readonly basis: Basis;
  value: number;
  parts: number;
}

/** What is summed, as it grows and shrinks. Large fleets have thousands of sums, most of them of few parts that are exact. */
class Running {
  private readonly byCommitment: Record<Commitment, number> = { ...NOTHING };
  private readonly byBasis: OfBasis[] = [];
  /** How many parts of each commitment have each bound but the exact. */
  private readonly bounds = new Map<Commitment, Map<Bound, number>>();
  private inexact = 0;

  add({ value, bound, basis, commitment }: Amount, sign: 1 | -1): void {
    this.byCommitment[commitment] = clean(this.byCommitment[commitment] + sign * value);
    const known = this.ofBasis(basis);
    known.value = clean(known.value + sign * value);
    known.parts += sign;
    if (bound === "exact") return;
    const own = this.bounds.get(commitment) ?? new Map<Bound, number>();
    this.bounds.set(commitment, own.set(bound, (own.get(bound) ?? 0) + sign));
    this.inexact += sign;
  }

  total(): CommittedTotal {
    const boundByCommitment = this.inexact === 0 ? EXACT : this.boundsNow();
    const byBasis: Partial<Record<Basis, number>> = {};
    for (const { basis, value, parts } of this.byBasis) if (parts > 0) byBasis[basis] = value;
    return {
      value: clean(commitments.reduce((sum, commitment) => sum + this.byCommitment[commitment], 0)),
      bound: this.inexact === 0 ? "exact" : Object.values(boundByCommitment).reduce(joinBounds, "exact"),
      byCommitment: { ...this.byCommitment },
      boundByCommitment,
      byBasis,
    };
  }

  /** In the order in which bases are told. */
  private ofBasis(basis: Basis): OfBasis {
    const known = this.byBasis.find((each) => each.basis === basis);
    if (known !== undefined) return known;
    const made = { basis, value: 0, parts: 0 };
    this.byBasis.push(made);
    this.byBasis.sort((a, b) => Basis.options.indexOf(a.basis) - Basis.options.indexOf(b.basis));
    return made;
  }

  private boundsNow(): Readonly<Record<Commitment, Bound>> {
    const bounds: Record<Commitment, Bound> = { ...EXACT };
    for (const [commitment, parts] of this.bounds) bounds[commitment] = joined(parts);
    return bounds;
  }
}

const joined = (parts: ReadonlyMap<Bound, number>): Bound => {
  let bound: Bound = "exact";
  for (const [other, count] of parts) if (count > 0) bound = joinBounds(bound, other);
  return bound;
};

/** Binary fractions leave dust in sums; twelve digits are more than any meter has. */
const clean = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(12)));

/**
 * The total of some amounts over time, from stretch to stretch without a gap: the first has no beginning, the last no end.
 */
export function stepsOf(amounts: readonly Amount[]): Step[] {
  const events: { readonly at: number; readonly amount: Amount; readonly sign: 1 | -1 }[] = [];
  for (const amount of amounts) {
    events.push({ at: amount.from ?? Number.NEGATIVE_INFINITY, amount, sign: 1 });
    if (amount.until !== undefined) events.push({ at: amount.until, amount, sign: -1 });
  }
  events.sort((a, b) => a.at - b.at);
  const running = new Running();
  const steps: Step[] = [];
  let since = Number.NEGATIVE_INFINITY;
  for (const { at, amount, sign } of events) {
    if (at > since) {
      steps.push(stepOver(spanOf(since, at), running.total()));
      since = at;
    }
    running.add(amount, sign);
  }
  steps.push(stepOver(spanOf(since, Number.POSITIVE_INFINITY), running.total()));
  return steps;
}

/** Written out: objects that are spread together, each of a shape of its own, take many times as long. */
const stepOver = (
  { from, until }: Span,
  { value, bound, byCommitment, boundByCommitment, byBasis }: CommittedTotal,
): Step => ({ from, until, value, bound, byCommitment, boundByCommitment, byBasis });

/** A step with both of its ends. */
export type BoundedStep = Step & { readonly from: number; readonly until: number };

/** Steps cut to a window: half-open, without a gap, and none where the window is empty. */
export function stepsWithin(steps: readonly Step[], { from: begin, until: end }: Required<Span>): BoundedStep[] {
  return steps
    .map((step) => ({ ...step, from: Math.max(step.from ?? begin, begin), until: Math.min(step.until ?? end, end) }))
    .filter(({ from, until }) => from < until);
}

/** The total at an instant. */
export function stepAt(steps: readonly Step[], instant: number): Step {
  let [low, high] = [0, steps.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((steps[middle]?.from ?? Number.NEGATIVE_INFINITY) <= instant) low = middle;
    else high = middle - 1;
  }
  const found = steps[low];
  if (found === undefined) throw new Error("there are no steps: stepsOf gives at least one");
  return found;
}

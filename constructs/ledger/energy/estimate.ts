import { Basis, type Bound, joinBounds } from "../../model";

/** A number that remembers how exact it is and the weakest basis that it rests on. */
export interface Estimate {
  readonly value: number;
  readonly bound: Bound;
  readonly basis: Basis;
}

/** A figure as an estimate. */
export const estimate = ({
  value,
  bound = "exact",
  basis,
}: {
  readonly value: number;
  readonly bound?: Bound;
  readonly basis: Basis;
}): Estimate => ({ value, bound, basis });

/** The weaker of two bases: what rests on both is as good as the weaker. */
export const weakerBasis = (one: Basis, other: Basis): Basis =>
  Basis.options.indexOf(one) >= Basis.options.indexOf(other) ? one : other;

/** The product of two estimates, neither below zero: a floor times an exact figure is a floor. */
export const times = (one: Estimate, other: Estimate): Estimate => ({
  value: one.value * other.value,
  bound: joinBounds(one.bound, other.bound),
  basis: weakerBasis(one.basis, other.basis),
});

/** The sum of some estimates; nothing where there is none. */
export const plus = (parts: readonly Estimate[]): Estimate | undefined =>
  parts.length === 0
    ? undefined
    : parts.reduce((one, other) => ({
        value: one.value + other.value,
        bound: joinBounds(one.bound, other.bound),
        basis: weakerBasis(one.basis, other.basis),
      }));

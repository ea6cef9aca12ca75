import { type Bound, joinBounds, type Policy } from "../../model";

import { covers } from "./spans";
import type { Supply } from "./supply";
import { type Commitment, commitments } from "./words";

/** What is left of contracted accelerators on the way to those one can count on, at an instant. */
export interface Waterfall {
  /** All that is agreed or under negotiation and not over: the pools of the fleet, each once. */
  readonly contracted: number;
  /** Not there yet, and nobody knows when. */
  readonly undated: number;
  /** There on a later day. */
  readonly later: number;
  readonly installed: number;
  readonly spares: number;
  readonly failed: number;
  readonly maintenance: number;
  readonly schedulable: number;
  /** Of the schedulable, what is not firm. */
  readonly unsure: Readonly<Record<Exclude<Commitment, "firm">, number>>;
  /** Schedulable and firm. */
  readonly firm: number;
  /** How exact they are: what is taken for out of service is as exact as what is installed. */
  readonly bounds: Readonly<Record<"contracted" | "undated" | "later" | "installed" | Commitment, Bound>>;
}

/** The way from contracted to firm and schedulable accelerators. Each step takes from the one before; nothing is counted twice. */
export function waterfallAt(
  { lines, undated }: Supply,
  instant: number,
  { outOfService }: Pick<Policy, "outOfService">,
): Waterfall {
  const there = lines.filter((line) => covers(line, instant));
  const seen = new Set(there.map(({ id }) => id));
  const later = lines.filter(({ id, from }) => {
    if (from === undefined || from <= instant || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
  const sum = (list: readonly { readonly accelerators: number }[]): number =>
    list.reduce((all, { accelerators }) => all + accelerators, 0);
  const [notYet, undatedSum, installed] = [sum(later), sum(undated), sum(there)];
  const share = (of: number): number => clean(installed * of);
  const { spares, failed, maintenance } = outOfService;
  const left = Math.max(0, 1 - spares - failed - maintenance);
  const only = (commitment: Commitment) => there.filter((line) => line.commitment === commitment);
  const of = (commitment: Commitment): number => clean(sum(only(commitment)) * left);
  return {
    contracted: notYet + undatedSum + installed,
    undated: undatedSum,
    later: notYet,
    installed,
    spares: share(spares),
    failed: share(failed),
    maintenance: share(maintenance),
    schedulable: share(left),
    unsure: {
      terminable: of("terminable"),
      conditional: of("conditional"),
      preliminary: of("preliminary"),
      optional: of("optional"),
    },
    firm: of(commitments[0]),
    bounds: {
      contracted: boundOf([...later, ...undated, ...there]),
      undated: boundOf(undated),
      later: boundOf(later),
      installed: boundOf(there),
      firm: boundOf(only("firm")),
      terminable: boundOf(only("terminable")),
      conditional: boundOf(only("conditional")),
      preliminary: boundOf(only("preliminary")),
      optional: boundOf(only("optional")),
    },
  };
}

const boundOf = (lines: readonly { readonly bound: Bound }[]): Bound =>
  lines.reduce<Bound>((all, { bound }) => joinBounds(all, bound), "exact");

const clean = (value: number): number => Number(value.toPrecision(12));

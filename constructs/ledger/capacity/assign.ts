import { lessEq, solve } from "yalps";

/** Accelerators of one sort that can be given out, at one place. */
export interface Lot {
  readonly accelerators: number;
}

/** What somebody wants, and what of each lot can serve it. */
export interface Want<L extends Lot> {
  readonly wanted: number;
  /** 1 before 2. */
  readonly priority: number;
  /** What one accelerator of a lot does of the work of one that is counted; 0 where it cannot serve. */
  readonly throughput: (lot: L) => number;
}

/** Shares below this are dust: the solver rounds what it says to 1e-8. */
const DUST = 1e-7;

/**
 * How much of each want is met where lots are given out in the best way: all that can be for priority 1, then for 2 without taking
 * from 1, and so on. Among equals the sum of the shares that are met is the largest. A lot serves many, and each accelerator of it one.
 *
 * @returns in counted accelerators, in the order of the wants
 */
export function assign<L extends Lot>(lots: readonly L[], wants: readonly Want<L>[]): number[] {
  const met = wants.map(() => 0);
  for (const group of apart(lots, wants)) {
    const [only] = group;
    if (group.length === 1 && only !== undefined) met[only] = alone(lots, wants[only]);
    else for (const [want, amount] of together(lots, wants, group)) met[want] = amount;
  }
  return met;
}

function alone<L extends Lot>(lots: readonly L[], want: Want<L> | undefined): number {
  if (want === undefined) return 0;
  const most = lots.reduce((sum, lot) => sum + lot.accelerators * want.throughput(lot), 0);
  return Math.min(want.wanted, Number(most.toPrecision(12)));
}

/** Wants by index, in groups of which no two share a lot. */
function apart<L extends Lot>(lots: readonly L[], wants: readonly Want<L>[]): number[][] {
  const groupOf = wants.map((_, index) => index);
  for (const lot of lots) {
    const sharing = wants.flatMap((want, index) => (want.wanted > 0 && want.throughput(lot) > 0 ? [index] : []));
    const groups = new Set(sharing.map((index) => groupOf[index]));
    const joined = Math.min(...sharing.map((index) => groupOf[index] ?? index));
    for (const [index, group] of groupOf.entries()) if (groups.has(group)) groupOf[index] = joined;
  }
  return [...new Set(groupOf)].map((group) => groupOf.flatMap((each, index) => (each === group ? [index] : [])));
}

/** Several wants over the same lots: a linear program for each priority, which keeps what those before it got. */
function together<L extends Lot>(
  lots: readonly L[],
  wants: readonly Want<L>[],
  group: readonly number[],
): [number, number][] {
  const variables = new Map<string, Map<string, number>>();
  const constraints = new Map<string, { readonly max?: number; readonly min?: number }>();
  for (const index of group) {
    const want = wants[index];
    if (want === undefined || want.wanted <= 0) continue;
    constraints.set(`want ${index}`, lessEq(1));
    for (const [at, lot] of lots.entries()) {
      const throughput = want.throughput(lot);
      if (throughput <= 0 || lot.accelerators <= 0) continue;
      constraints.set(`lot ${at}`, lessEq(1));
      // In shares of the want and of the lot: programs of numbers of one size are solved best.
      const share = (lot.accelerators * throughput) / want.wanted;
      variables.set(
        `${index} ${at}`,
        new Map([
          [`want ${index}`, share],
          [`lot ${at}`, 1],
          [`priority ${want.priority}`, share],
        ]),
      );
    }
  }
  const priorities = [...new Set(group.flatMap((index) => wants[index]?.priority ?? []))].sort((a, b) => a - b);
  let shares = new Map<string, number>();
  for (const priority of priorities) {
    const objective = `priority ${priority}`;
    const solution = solve({ direction: "maximize", objective, constraints, variables });
    if (solution.status !== "optimal")
      throw new Error(`capacity could not be given out: the program is ${solution.status}`);
    constraints.set(objective, { min: solution.result - DUST });
    shares = new Map(solution.variables);
  }
  return group.map((index) => {
    const want = wants[index];
    if (want === undefined || want.wanted <= 0) return [index, 0];
    const share = lots.reduce(
      (sum, lot, at) =>
        sum + ((shares.get(`${index} ${at}`) ?? 0) * lot.accelerators * want.throughput(lot)) / want.wanted,
      0,
    );
    return [index, share >= 1 - 10 * DUST ? want.wanted : Number((share * want.wanted).toPrecision(9))];
  });
}

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

/** What the solver takes for nothing. Its default of 1e-8 is much of a small demand beside a large one. */
const PRECISION = 1e-11;

/** Shares below this are dust of a solver that reckons in binary fractions. */
const DUST = 1e-9;

/**
 * How much of each want is met where lots are given out in the best way: all that can be for priority 1, then for 2 without taking
 * from 1, and so on. Among equals the sum of the shares that are met is the largest. A lot serves many, and each accelerator of it one.
 *
 * @returns in counted accelerators, in the order of the wants
 */
export function assign<L extends Lot>(lots: readonly L[], wants: readonly Want<L>[]): number[] {
  const kinds = kindsOf(lots, wants);
  const met = wants.map(() => 0);
  for (const group of apart(kinds, wants)) {
    const [only] = group;
    if (group.length === 1 && only !== undefined) met[only] = Math.min(wants[only]?.wanted ?? 0, mostOf(kinds, only));
    else for (const [want, amount] of together(kinds, wants, group)) met[want] = amount;
  }
  return met;
}

/** All lots that do the same for every want: which of them somebody gets makes no difference. */
interface Kind extends Lot {
  /** By wants, in their order. */
  readonly throughputs: readonly number[];
}

type Wanted = Pick<Want<Lot>, "wanted" | "priority">;

function kindsOf<L extends Lot>(lots: readonly L[], wants: readonly Want<L>[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const lot of lots) {
    if (lot.accelerators <= 0) continue;
    const throughputs = wants.map((want) => want.throughput(lot));
    const key = throughputs.join();
    kinds.set(key, { accelerators: lot.accelerators + (kinds.get(key)?.accelerators ?? 0), throughputs });
  }
  return [...kinds.values()];
}

/** The most of a want that could be met, were it alone. */
const mostOf = (kinds: readonly Kind[], want: number): number =>
  Number(
    kinds
      .reduce((sum, { accelerators, throughputs }) => sum + accelerators * (throughputs[want] ?? 0), 0)
      .toPrecision(12),
  );

/** Wants by index, in groups of which no two share a lot. */
function apart(kinds: readonly Kind[], wants: readonly Wanted[]): number[][] {
  const groupOf = wants.map((_, index) => index);
  for (const { throughputs } of kinds) {
    const sharing = wants.flatMap(({ wanted }, index) => (wanted > 0 && (throughputs[index] ?? 0) > 0 ? [index] : []));
    const groups = new Set(sharing.map((index) => groupOf[index]));
    const joined = Math.min(...sharing.map((index) => groupOf[index] ?? index));
    for (const [index, group] of groupOf.entries()) if (groups.has(group)) groupOf[index] = joined;
  }
  return [...new Set(groupOf)].map((group) => groupOf.flatMap((each, index) => (each === group ? [index] : [])));
}

/** What one want could get of one kind, as a variable of a program. */
interface Gift {
  readonly name: string;
  readonly want: number;
  /** The most that the want could take of the kind, in counted accelerators: the variable is the share of it. */
  readonly amount: number;
  readonly coefficients: ReadonlyMap<string, number>;
}

/**
 * Several wants over the same lots: a linear program for each priority, which keeps what those before it got.
 *
 * Programs of numbers of one size are solved best. So what is met is counted in shares of what could be met at most, and not of what
 * is wanted, which may be a thousand times as much.
 */
function together(kinds: readonly Kind[], wants: readonly Wanted[], group: readonly number[]): [number, number][] {
  const reach = wants.map(({ wanted }, index) => Math.min(wanted, mostOf(kinds, index)));
  const priorities = [...new Set(group.flatMap((index) => wants[index]?.priority ?? []))].sort((a, b) => a - b);
  const gifts = group.flatMap((index) => giftsFor(index, kinds, wants, reach));
  const variables = new Map(gifts.map(({ name, coefficients }) => [name, coefficients]));
  const constraints = new Map<string, { readonly max?: number; readonly min?: number }>([
    ...group.map((index): [string, { readonly max?: number }] => [`want ${index}`, lessEq(1)]),
    ...kinds.map((_, at): [string, { readonly max?: number }] => [`lot ${at}`, lessEq(1)]),
  ]);
  let shares = new Map<string, number>();
  for (const priority of priorities) {
    const objective = `priority ${priority}`;
    const solution = solve({ direction: "maximize", objective, constraints, variables }, { precision: PRECISION });
    if (solution.status !== "optimal")
      throw new Error(`capacity could not be given out: the program is ${solution.status}`);
    constraints.set(objective, { min: solution.result - DUST });
    shares = new Map(solution.variables);
  }
  return group.map((index) => {
    const met = gifts
      .filter(({ want }) => want === index)
      .reduce((sum, { name, amount }) => sum + (shares.get(name) ?? 0) * amount, 0);
    const most = reach[index] ?? 0;
    return [index, met >= most * (1 - 10 * DUST) ? most : Number(met.toPrecision(9))];
  });
}

function giftsFor(index: number, kinds: readonly Kind[], wants: readonly Wanted[], reach: readonly number[]): Gift[] {
  const [want, most] = [wants[index], reach[index] ?? 0];
  if (want === undefined || most <= 0) return [];
  // Among equals shares of what is wanted are summed: in units of the largest that can be met.
  const unit = Math.max(
    ...wants.map(({ wanted, priority }, other) =>
      priority === want.priority && wanted > 0 ? (reach[other] ?? 0) / wanted : 0,
    ),
  );
  return kinds.flatMap(({ accelerators, throughputs }, at): Gift[] => {
    const there = accelerators * (throughputs[index] ?? 0);
    if (there <= 0) return [];
    const amount = Math.min(there, want.wanted);
    const coefficients = new Map([
      [`want ${index}`, amount / most],
      [`lot ${at}`, amount / there],
      [`priority ${want.priority}`, amount / want.wanted / unit],
    ]);
    return [{ name: `${index} ${at}`, want: index, amount, coefficients }];
  });
}

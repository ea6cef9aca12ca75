import { boardsOf, type CoolingUnit, unitsWithout } from "./units";

/** What is lost: the largest component, or what hangs on one board. */
export interface CoolingLoss {
  /** `cdu-a1`, `board mcc-a`. */
  readonly name: string;
  readonly units: readonly string[];
  /** Set where it is a board. */
  readonly board?: string;
}

/** What components give together after a loss. */
export interface AfterLoss {
  readonly loss: CoolingLoss;
  /** Components that run on. */
  readonly left: number;
  /** Of the components together: kW, or l/min. */
  readonly amount: number;
}

/** What of a component adds up: its capacity, or its flow. */
export type Amount = (unit: CoolingUnit) => number;

export const capacityOf: Amount = ({ capacityKW }) => capacityKW ?? 0;
export const flowOf: Amount = ({ flowLMin }) => flowLMin ?? 0;

/** What components give together, in kW or l/min. */
export const together = (units: readonly CoolingUnit[], amount: Amount): number =>
  Number(units.reduce((sum, unit) => sum + amount(unit), 0).toPrecision(12));

/** With the largest out: of equally large ones the first. Nothing where there are no components. */
export function largestOut(units: readonly CoolingUnit[], amount: Amount): AfterLoss | undefined {
  const largest = units.reduce<CoolingUnit | undefined>(
    (most, unit) => (most === undefined || amount(unit) > amount(most) ? unit : most),
    undefined,
  );
  if (largest === undefined) return undefined;
  const rest = units.filter((unit) => unit !== largest);
  return { loss: { name: largest.id, units: [largest.id] }, left: rest.length, amount: together(rest, amount) };
}

/** With each board out in turn, in order of name. */
export function boardsOut(units: readonly CoolingUnit[], amount: Amount): AfterLoss[] {
  return boardsOf(units).map((board) => {
    const rest = unitsWithout(units, new Set([board]));
    const gone = units.filter((unit) => !rest.includes(unit)).map(({ id }) => id);
    return {
      loss: { name: `board ${board}`, units: gone, board },
      left: rest.length,
      amount: together(rest, amount),
    };
  });
}

/** The worst of those losses: what components give whichever one of them, or one board, is out. Zero where there are none. */
export function firm(units: readonly CoolingUnit[], amount: Amount): number {
  const single = largestOut(units, amount);
  return single === undefined ? 0 : Math.min(single.amount, ...boardsOut(units, amount).map((each) => each.amount));
}

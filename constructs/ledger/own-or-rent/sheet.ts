import Big from "big.js";
import type { Basis, Bound, Comparison, Currency } from "../../model";
import { indexOf } from "../months";
import { type AssumptionKey, assumptionRows } from "./assumption-rows";

/** One assumption of a comparison, with where it comes from. */
export interface Assumption {
  readonly key: AssumptionKey;
  readonly value: Big;
  readonly bound: Bound;
  readonly basis: Basis;
  readonly source: string;
}

/** A comparison with nothing left open: a number for each assumption, all money in one currency. */
export interface Sheet {
  readonly name: string;
  /** `site.cluster`, where it is about one. */
  readonly cluster?: string;
  readonly accelerator: string;
  readonly currency: Currency;
  /** The first month, counted as the ledger counts them. */
  readonly start: number;
  readonly payments: readonly { readonly share: number; readonly months: number }[];
  readonly hall: "built" | "leased" | "none";
  /** Those that this comparison has, in the order in which they are listed. */
  readonly assumptions: readonly Assumption[];
  /** What is reckoned with, by path. */
  readonly values: ReadonlyMap<AssumptionKey, Big>;
}

/** A number or an amount as a document has it. */
interface Stated {
  readonly value?: number;
  readonly amount?: string;
  readonly bound?: Bound;
  readonly basis: Basis;
  readonly source: string;
}

/** What a comparison takes from the rest of its fleet where it says nothing itself. */
export interface ComparisonFacts {
  readonly accelerators: Stated;
  readonly utilization: Stated;
  readonly outOfService: Stated;
}

const author = (value: number): Stated => ({ value, basis: "assumed", source: "the comparison" });
const NOTHING: Stated = { value: 0, basis: "assumed", source: "not stated: taken as 0" };

/** Every assumption of a comparison in one list. */
export function sheetOf(comparison: Comparison, facts: ComparisonFacts): Sheet {
  const { name, cluster, accelerator, currency, start, own, rent } = comparison;
  const stated: Partial<Record<AssumptionKey, Stated>> = {
    accelerators: facts.accelerators,
    months: author(comparison.months),
    discountRatePerYear: comparison.discountRatePerYear,
    utilization: facts.utilization,
    "own.hardwarePerAccelerator": own.hardwarePerAccelerator,
    "own.hardwareLifeMonths": own.hardwareLifeMonths,
    "own.hardwareResidualShare": own.hardwareResidualShare,
    "own.leadMonths": own.leadMonths,
    "own.bridgePremium": own.bridgePremium,
    ...hallOf(own.hall),
    "own.kWPerAccelerator": own.kWPerAccelerator,
    "own.averagePue": own.averagePue,
    "own.energyPerMWh": own.energyPerMWh,
    "own.energyChangePerYear": own.energyChangePerYear,
    "own.idlePowerShare": own.idlePowerShare,
    "own.maintenanceSharePerYear": own.maintenanceSharePerYear,
    "own.staffPerMonth": own.staffPerMonth ?? NOTHING,
    "own.outOfService": facts.outOfService,
    "rent.perAcceleratorHour": rent.perAcceleratorHour,
    "rent.throughput": rent.throughput,
    "rent.takeOrPayShare": rent.takeOrPayShare,
    "rent.termMonths": rent.termMonths,
    "rent.priceChangePerYear": rent.priceChangePerYear,
    "rent.prepaymentShare": rent.prepaymentShare,
    "rent.staffPerMonth": rent.staffPerMonth ?? NOTHING,
  };
  const assumptions = keys.flatMap((key): Assumption[] => {
    const of = stated[key];
    if (of === undefined) return [];
    const { bound = "exact", basis, source } = of;
    return [{ key, value: new Big(of.amount ?? of.value ?? 0), bound, basis, source }];
  });
  return {
    name,
    ...(cluster === undefined ? {} : { cluster }),
    accelerator,
    currency,
    start: indexOf(start),
    payments: own.payments,
    hall: own.hall?.kind ?? "none",
    assumptions,
    values: new Map(assumptions.map(({ key, value }) => [key, value])),
  };
}

const keys = Object.keys(assumptionRows).filter((key): key is AssumptionKey => key in assumptionRows);

function hallOf(hall: Comparison["own"]["hall"]): Partial<Record<AssumptionKey, Stated>> {
  switch (hall?.kind) {
    case "built":
      return {
        "own.hall.perKW": hall.perKW,
        "own.hall.lifeMonths": hall.lifeMonths,
        "own.hall.residualShare": hall.residualShare,
      };
    case "leased":
      return {
        "own.hall.rentPerKWMonth": hall.rentPerKWMonth,
        "own.hall.rentChangePerYear": hall.rentChangePerYear,
      };
    case undefined:
      return {};
  }
}

const ZERO = new Big(0);

/** The value of an assumption; 0 where this comparison has none, which then nothing depends on. */
export const valueIn = ({ values }: Sheet, key: AssumptionKey): Big => values.get(key) ?? ZERO;

/** The same as a machine's number, for what is counted in months. */
export const monthsIn = (sheet: Sheet, key: AssumptionKey): number => valueIn(sheet, key).toNumber();

/** The same comparison with another value of one assumption; the list of assumptions stays as it was stated. */
export const withValue = (sheet: Sheet, key: AssumptionKey, value: Big.BigSource): Sheet => ({
  ...sheet,
  values: new Map(sheet.values).set(key, new Big(value)),
});

/** The same comparison under another assumption, which is listed in place of the one that was stated. */
export const assuming = (
  sheet: Sheet,
  { key, value, source }: Pick<Assumption, "key" | "value" | "source">,
): Sheet => ({
  ...withValue(sheet, key, value),
  assumptions: sheet.assumptions.map((each) =>
    each.key === key ? { key, value, bound: "exact", basis: "assumed", source } : each,
  ),
});

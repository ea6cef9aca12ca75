import type { OwnOrRent, Sheet } from "../../../constructs/ledger/own-or-rent";
import { sheetOf } from "../../../constructs/ledger/own-or-rent";
import { Comparison, type ComparisonInput } from "../../../constructs/model";

export const figure = (value: number) => ({ value, basis: "assumed" as const, source: "test" });
export const usd = (amount: string) => ({
  amount,
  currency: "USD" as const,
  basis: "assumed" as const,
  source: "test",
});

type Own = ComparisonInput["own"];
type Rent = ComparisonInput["rent"];

/** What a test says of a comparison; the rest costs and changes nothing. */
export interface Said extends Partial<Omit<ComparisonInput, "own" | "rent">> {
  readonly own?: Partial<Own>;
  readonly rent?: Partial<Rent>;
  readonly outOfService?: number;
}

/** A comparison whose own side is hardware for $1,000 and no more, and whose rented side is $1 an hour. */
export const written = ({ own = {}, rent = {}, outOfService: _, ...rest }: Said = {}): ComparisonInput => ({
  name: "test",
  accelerators: 10,
  accelerator: "H100",
  start: "2027-01",
  months: 12,
  currency: "USD",
  discountRatePerYear: figure(0),
  utilization: figure(0.5),
  own: {
    hardwarePerAccelerator: usd("1000"),
    hardwareLifeMonths: figure(12),
    kWPerAccelerator: figure(1),
    averagePue: figure(1),
    energyPerMWh: usd("0"),
    ...own,
  },
  rent: { perAcceleratorHour: usd("1"), ...rent },
  ...rest,
});

export function sheetFor(said: Said = {}): Sheet {
  const comparison = Comparison.parse(written(said));
  return sheetOf(comparison, {
    accelerators: figure(comparison.accelerators ?? 0),
    utilization: comparison.utilization ?? figure(0.5),
    outOfService: figure(said.outOfService ?? 0),
  });
}

/** The flows of one part as `month: amount`. */
export const flowsOf = (report: Pick<OwnOrRent, "outcome">, side: "own" | "rent", part: string): string[] =>
  report.outcome[side].flows
    .filter((flow) => flow.part === part)
    .map(({ month, amount }) => `${month}: ${amount.toFixed(2)}`);

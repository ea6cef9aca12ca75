import { z } from "zod";
import { Utilization } from "./cluster-base";
import { AveragePue } from "./energy";
import { MoneyFigure } from "./money-figure";
import { CalendarMonth, UnitPrice } from "./offer";
import { Payment } from "./price-book";
import {
  type DeepReadonly,
  FigureSchema,
  filledList,
  Name,
  numberWithin,
  positiveCount,
  Share,
  Text,
  Throughput,
} from "./primitives";
import { show } from "./show";

/** A price with its provenance; prices by the hour have more decimals than cents. */
export const PriceFigure = MoneyFigure.extend({ amount: UnitPrice });
export type PriceFigure = z.infer<typeof PriceFigure>;

/** A share of a whole, 0 to 1, with its provenance. */
export const ShareFigure = FigureSchema.extend({ value: Share });

const changeError = (issue: { readonly input?: unknown }) =>
  `must be a change in a year as a share, above -1, at most 1, such as -0.15 for 15 % less; got ${show(issue.input)}`;

/** How a price changes in a year, as a share of it: -0.15 for 15 % less. */
export const ChangeFigure = FigureSchema.extend({
  value: z.number({ error: changeError }).gt(-1, { error: changeError }).max(1, { error: changeError }),
});

const wholeFigure = (what: string, least: number) => {
  const error = (issue: { readonly input?: unknown }) =>
    `must be a whole number of months ${what}, ${least} to 600; got ${show(issue.input)}`;
  return FigureSchema.extend({
    value: z.number({ error }).int({ error }).min(least, { error }).max(600, { error }),
  });
};

/** What nobody has said, and changes nothing: it stands among the assumptions all the same. */
const neutral = (value: number) => ({
  value,
  bound: "exact" as const,
  basis: "assumed" as const,
  source: `not stated: taken as ${value}`,
});

/** With none left nothing would work. */
const partOut = numberWithin("a share", 0, 0.999, ", else nothing would work");

/** How the hall of one's own machines is held. */
export const ComparedHall = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("built"),
    /** Paid once for each kilowatt of critical IT power, as the `payments` say. */
    perKW: PriceFigure,
    /** Months over which its value falls in a straight line, from the month in which the machines are there. */
    lifeMonths: wholeFigure("of life", 1),
    /** What is left of its value after that, as a share of the price. */
    residualShare: ShareFigure.default(neutral(0)),
  }),
  z.strictObject({
    kind: z.literal("leased"),
    /** For each kilowatt of critical IT power, from the month in which the machines are there. */
    rentPerKWMonth: PriceFigure,
    /** How the rent steps each twelve months from then on. */
    rentChangePerYear: ChangeFigure.default(neutral(0)),
  }),
]);
export type ComparedHall = z.infer<typeof ComparedHall>;

/** What it takes to own accelerators. */
export const OwnSide = z.strictObject({
  /** Once for each accelerator: its share of the machine, of network and storage, of installation. */
  hardwarePerAccelerator: PriceFigure,
  /**
   * When hardware and a hall that is built are due, in months from the one in which the machines are there; negative before it. The shares
   * are 1 in all.
   * @default - all of it in that month
   */
  payments: filledList(Payment, "must hold at least one payment").default([{ share: 1, months: 0 }]),
  /** Months over which the value of the hardware falls in a straight line. */
  hardwareLifeMonths: wholeFigure("of life", 1),
  /** What is left of its value after that, as a share of the price. */
  hardwareResidualShare: ShareFigure.default(neutral(0)),
  /** Months from the start to the one in which the machines are there. Until then the same work is done on rented ones. */
  leadMonths: wholeFigure("until the machines are there", 0).default(neutral(0)),
  /** What renting for those months costs more than the rented side pays, as a share of its price. */
  bridgePremium: ShareFigure.default(neutral(0)),
  /** How the hall is held. Absent: it is there, and costs nothing more. */
  hall: ComparedHall.optional(),
  /** Critical IT power of one accelerator at full work, with its share of the machine, in kW. */
  kWPerAccelerator: FigureSchema.extend({ value: numberWithin("a power in kW", 0.001, 10_000) }),
  /** Energy drawn from the grid over energy of the machines, on the average of a year. */
  averagePue: AveragePue,
  energyPerMWh: PriceFigure,
  energyChangePerYear: ChangeFigure.default(neutral(0)),
  /** What a machine without work draws, as a share of its power at full work. */
  idlePowerShare: ShareFigure.default(neutral(1)),
  /** Of one year, as a share of the price of the hardware. */
  maintenanceSharePerYear: ShareFigure.default(neutral(0)),
  /** Staff, and what else does not depend on the number of machines. Absent: nothing. */
  staffPerMonth: PriceFigure.optional(),
  /** Accelerators that take no work: spares, failed, in maintenance. @default - what the policy of the fleet says */
  outOfService: FigureSchema.extend({ value: partOut }).optional(),
});

/** What it takes to rent accelerators that do the same work. */
export const RentSide = z.strictObject({
  perAcceleratorHour: PriceFigure,
  /** Work that a rented accelerator does in the time in which one's own does 1: a chip is not a chip. */
  throughput: FigureSchema.extend({ value: Throughput }).default(neutral(1)),
  /** Share of the hours of the accelerators that are held for one that is due, used or not; what is used beyond it is due as it is used. */
  takeOrPayShare: ShareFigure.default(neutral(0)),
  /** Months for which a price holds, counted from the start; then it is what prices have become. */
  termMonths: wholeFigure("of a term", 1).default(neutral(12)),
  priceChangePerYear: ChangeFigure.default(neutral(0)),
  /** Share of what is due of a term, used or not, that is paid in its first month. */
  prepaymentShare: ShareFigure.default(neutral(0)),
  /** Staff, and what else does not depend on the number of machines. Absent: nothing. */
  staffPerMonth: PriceFigure.optional(),
});

/** Own or rent: an assumption sheet for one cluster, all in one currency. */
export const Comparison = z.strictObject({
  name: Name,
  /** The cluster that it is about, `site.cluster`: its accelerators of this kind are counted. This, or `accelerators`. */
  cluster: Text.optional(),
  /** Accelerators that one would own. */
  accelerators: positiveCount("accelerators").optional(),
  /** The chip's name, as in the catalogue: `H100`, `Trainium2`. */
  accelerator: Text,
  /** The month of the decision, from which both sides do the work. */
  start: CalendarMonth,
  /** Months that are compared. */
  months: positiveCount("months").max(600, {
    error: (issue) => `must be at most 600 months; got ${show(issue.input)}`,
  }),
  currency: z.enum(["USD", "EUR", "GBP"]),
  /** What a payment a year later is worth less, as a share of it: 0.08 for 8 %. */
  discountRatePerYear: ShareFigure,
  /** Share of the hours of schedulable accelerators in which they work. @default - what the cluster says */
  utilization: Utilization.optional(),
  own: OwnSide,
  rent: RentSide,
});
export type Comparison = z.infer<typeof Comparison>;
/** A comparison as one writes it. */
export type ComparisonInput = DeepReadonly<z.input<typeof Comparison>>;

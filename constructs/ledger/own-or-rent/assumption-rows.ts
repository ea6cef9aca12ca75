/** What an assumption is counted in: decides how it is written, and which values it may have. */
export type AssumptionForm = "money" | "share" | "change" | "months" | "count" | "number";

/**
 * How own less rent depends on an assumption, all others as they are; it decides where one must look so that no flip is missed.
 *
 * - `straight`: it grows or falls throughout (most are straight lines): its ends tell all
 * - `kinked`: two straight lines that meet where the share that is used is the share that is due anyway
 * - `whole`: every whole value is looked at
 * - `curved`: looked at in small steps
 */
export type AssumptionShape = "straight" | "kinked" | "whole" | "curved";

interface AssumptionRow {
  /** In words, beside a number. */
  readonly label: string;
  readonly form: AssumptionForm;
  readonly shape: AssumptionShape;
  /** What it is per, or of: `an accelerator`, `a year`. */
  readonly unit?: string;
  /** Least and most that it is looked at; of what has none here, 0 to ten times its value. */
  readonly within?: readonly [least: number, most: number];
}

/** Every assumption by its path in a comparison, in the order in which they are listed. */
export const assumptionRows = {
  accelerators: { label: "accelerators", form: "count", shape: "straight" },
  months: { label: "months that are compared", form: "months", shape: "whole" },
  discountRatePerYear: { label: "discount rate", form: "share", shape: "curved", unit: "a year", within: [0, 1] },
  utilization: { label: "utilization", form: "share", shape: "kinked", unit: "of schedulable hours", within: [0, 1] },
  "own.hardwarePerAccelerator": { label: "hardware", form: "money", shape: "straight", unit: "an accelerator" },
  "own.hardwareLifeMonths": { label: "life of the hardware", form: "months", shape: "straight", within: [1, 600] },
  "own.hardwareResidualShare": {
    label: "value of the hardware after its life",
    form: "share",
    shape: "straight",
    unit: "of its price",
    within: [0, 1],
  },
  "own.leadMonths": { label: "months until one's own is there", form: "months", shape: "whole" },
  "own.bridgePremium": {
    label: "what renting until then costs more",
    form: "share",
    shape: "straight",
    unit: "of the rented price",
    within: [0, 1],
  },
  "own.hall.perKW": { label: "hall, built", form: "money", shape: "straight", unit: "a kW" },
  "own.hall.lifeMonths": { label: "life of the hall", form: "months", shape: "straight", within: [1, 600] },
  "own.hall.residualShare": {
    label: "value of the hall after its life",
    form: "share",
    shape: "straight",
    unit: "of its price",
    within: [0, 1],
  },
  "own.hall.rentPerKWMonth": { label: "rent of the hall", form: "money", shape: "straight", unit: "a kW and month" },
  "own.hall.rentChangePerYear": {
    label: "change of the hall's rent",
    form: "change",
    shape: "straight",
    unit: "a year",
    within: [-0.99, 1],
  },
  "own.kWPerAccelerator": {
    label: "critical IT power at full work",
    form: "number",
    shape: "straight",
    unit: "kW an accelerator",
  },
  "own.averagePue": { label: "average PUE", form: "number", shape: "straight", within: [1, 3] },
  "own.energyPerMWh": { label: "energy", form: "money", shape: "straight", unit: "a MWh" },
  "own.energyChangePerYear": {
    label: "change of the price of energy",
    form: "change",
    shape: "straight",
    unit: "a year",
    within: [-0.99, 1],
  },
  "own.idlePowerShare": {
    label: "power without work",
    form: "share",
    shape: "straight",
    unit: "of power at full work",
    within: [0, 1],
  },
  "own.maintenanceSharePerYear": {
    label: "maintenance",
    form: "share",
    shape: "straight",
    unit: "of the hardware's price a year",
    within: [0, 1],
  },
  "own.staffPerMonth": { label: "staff, own", form: "money", shape: "straight", unit: "a month" },
  "own.outOfService": {
    label: "out of service",
    form: "share",
    shape: "straight",
    unit: "of one's own accelerators",
    within: [0, 0.99],
  },
  "rent.perAcceleratorHour": { label: "rented accelerator", form: "money", shape: "straight", unit: "an hour" },
  "rent.throughput": {
    label: "work of a rented accelerator",
    form: "number",
    shape: "straight",
    unit: "of one's own",
  },
  "rent.takeOrPayShare": {
    label: "due whether used or not",
    form: "share",
    shape: "kinked",
    unit: "of the hours that are held",
    within: [0, 1],
  },
  "rent.termMonths": { label: "months for which a price holds", form: "months", shape: "whole" },
  "rent.priceChangePerYear": {
    label: "change of the rented price",
    form: "change",
    shape: "curved",
    unit: "a year",
    within: [-0.99, 1],
  },
  "rent.prepaymentShare": {
    label: "prepaid",
    form: "share",
    shape: "straight",
    unit: "of what is due of a term, used or not",
    within: [0, 1],
  },
  "rent.staffPerMonth": { label: "staff, rented", form: "money", shape: "straight", unit: "a month" },
} as const satisfies Readonly<Record<string, AssumptionRow>>;

/** The path of an assumption in a comparison. */
export type AssumptionKey = keyof typeof assumptionRows;

const rows: Readonly<Record<AssumptionKey, AssumptionRow>> = assumptionRows;

/** What is known of an assumption beside its value. */
export const rowFor = (key: AssumptionKey): AssumptionRow => rows[key];

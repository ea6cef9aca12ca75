import { z } from "zod";
import { Basis, Bound } from "./basis";
import { CommitmentState } from "./commitment";
import { MoneyFigure } from "./lease";
import { MilestoneDates } from "./phase";
import { type DeepReadonly, Name, nonNegative, PlainDate, positiveCount, Text } from "./primitives";
import { show } from "./show";

/**
 * Who runs the grid that a site draws from. Regimes for large loads are this operator's, whatever the state: half of Texas'
 * neighbours lie in SPP or MISO, and so does some of Texas. `other` is named by `gridOperatorName`; `none` is an island.
 */
export const GridOperator = z.enum(
  ["AESO", "CAISO", "ERCOT", "IESO", "ISO-NE", "MISO", "NYISO", "PJM", "SPP", "TVA", "none", "other"],
  {
    error: (issue) =>
      `must be AESO, CAISO, ERCOT, IESO, ISO-NE, MISO, NYISO, PJM, SPP, TVA, none, or other with gridOperatorName; got ${show(issue.input)}`,
  },
);
export type GridOperator = z.infer<typeof GridOperator>;

/** How far the request for the connection has come. */
export const StudyStatus = z.enum(["notRequested", "requested", "screening", "systemImpact", "facilities", "agreed"]);
export type StudyStatus = z.infer<typeof StudyStatus>;

/** A step of the ramp: from its day on the utility delivers so much in all. */
export const RampStep = z.strictObject({
  id: Name,
  /** Firm power from this step on, in all and not in addition. */
  firmMW: nonNegative("MW"),
  /** Power that may be called back, in all and in addition to the firm. */
  interruptibleMW: nonNegative("MW").optional(),
  /** When it is energized. Milestones of phases follow it: `follows: { utility: "...", step: "..." }`. */
  dates: MilestoneDates.optional(),
});
export type RampStep = z.infer<typeof RampStep>;

/** What an authority lets an onsite plant make, and from when until when. */
export const GenerationPermit = z.strictObject({
  id: Name,
  authority: Text,
  permittedMW: nonNegative("MW"),
  from: PlainDate,
  /** Last day of it. Absent: it does not end. */
  until: PlainDate.optional(),
});
export type GenerationPermit = z.infer<typeof GenerationPermit>;

/** Generation that carries the site beside the grid, not in its stead: what no permit allows makes nothing. */
export const OnsiteGeneration = z.strictObject({
  id: Name,
  /** What it burns or is: `natural gas`, `fuel cell`, `solar`. */
  fuel: Text,
  units: positiveCount("units"),
  unitMW: nonNegative("MW"),
  /** When it is built and runs. */
  dates: MilestoneDates.optional(),
  permits: z.array(GenerationPermit).default([]),
});
export type OnsiteGeneration = z.infer<typeof OnsiteGeneration>;

/** Generators that stand by for the loss of the grid, where the power topology does not name each. */
export const BackupGeneration = z.strictObject({
  units: positiveCount("units"),
  unitMW: nonNegative("MW"),
  fuel: Text,
  /** Hours that the stored fuel lasts at full load. */
  fuelHours: nonNegative("hours").optional(),
  /** Until they carry load. */
  startSeconds: nonNegative("seconds").optional(),
  /** What they must carry with the largest one out. Absent: not said, and not checked. */
  essentialMW: nonNegative("MW").optional(),
});
export type BackupGeneration = z.infer<typeof BackupGeneration>;

/** Batteries at the connection. */
export const BatteryStorage = z.strictObject({ powerMW: nonNegative("MW"), energyMWh: nonNegative("MWh") });
export type BatteryStorage = z.infer<typeof BatteryStorage>;

/** When the operator or the utility may call load back. */
export const Curtailment = z.strictObject({
  maxHoursPerYear: nonNegative("hours"),
  noticeMinutes: nonNegative("minutes"),
  /** How much of the load. Absent: the interruptible part. */
  curtailableMW: nonNegative("MW").optional(),
  /** What is paid for a MW that may be called back, in a year, whether it is called or not. */
  paidPerMWYear: MoneyFigure.optional(),
  /** What is paid for a MWh that was called back. */
  paidPerMWh: MoneyFigure.optional(),
});
export type Curtailment = z.infer<typeof Curtailment>;

/** A permit that the connection needs: air, water, zoning, right of way. */
export const SitePermit = z.strictObject({ id: Name, authority: Text, dates: MilestoneDates });
export type SitePermit = z.infer<typeof SitePermit>;

/** What the regime for large loads asks for: each field says where it is shown, or what was disclosed. PWR-11 says what lacks. */
export const LargeLoad = z.strictObject({
  /** What proves control of the ground: deed, lease, option. */
  siteControl: Text.optional(),
  /** The fee paid for the interconnection study. */
  studyFee: MoneyFigure.optional(),
  /** How the load contributes to the cost of the interconnection. */
  costContribution: Text.optional(),
  /** Requests elsewhere for the same load; `none` where there are none. */
  duplicateRequests: Text.optional(),
  /** Backup generation on the site as disclosed; `none` where there is none. */
  backupGeneration: Text.optional(),
  /** How the load is shed, or its backup generation deployed, in an emergency of the grid. */
  emergencyCurtailment: Text.optional(),
});
export type LargeLoad = z.infer<typeof LargeLoad>;

/** A connection of a site to a grid: how much, of what kind, from when, and under which conditions. */
export const UtilityService = z.strictObject({
  name: Name,
  /** The company that delivers: `Oncor`, `National Grid`. */
  utility: Text,
  gridOperator: GridOperator,
  /** Where the operator is `other`. */
  gridOperatorName: Text.optional(),
  /** Substation or line where the site's equipment begins. */
  pointOfInterconnect: Text.optional(),
  voltageKV: nonNegative("kV").optional(),
  /** Firm power at the end of the ramp. */
  firmMW: nonNegative("MW"),
  /** Power that may be called back, in addition to the firm. @default 0 */
  interruptibleMW: nonNegative("MW").default(0),
  bound: Bound.default("exact"),
  basis: Basis,
  source: Text,
  /** How firm the agreement with the utility is. Absent: not said. */
  state: CommitmentState.optional(),
  studyStatus: StudyStatus.optional(),
  /** From when the firm power is there, where it comes all at once. */
  energization: MilestoneDates.optional(),
  /** Where it comes in steps. With steps, nothing is there before the first. */
  ramp: z.array(RampStep).default([]),
  curtailment: Curtailment.optional(),
  backupGeneration: BackupGeneration.optional(),
  onsiteGeneration: z.array(OnsiteGeneration).default([]),
  bess: BatteryStorage.optional(),
  /** The largest step of the site's load that the grid must not see: batteries or supplies take it up. */
  loadRampMW: nonNegative("MW").optional(),
  permits: z.array(SitePermit).default([]),
  largeLoad: LargeLoad.optional(),
});
export type UtilityService = z.infer<typeof UtilityService>;
/** A utility service as one writes it. */
export type UtilityServiceInput = DeepReadonly<z.input<typeof UtilityService>>;

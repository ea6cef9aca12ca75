import { z } from "zod";
import { CommitmentState, Layer } from "./commitment";
import { MilestoneDates } from "./milestone";
import {
  type DeepReadonly,
  FigureSchema,
  filledList,
  Name,
  PlainDate,
  positiveCount,
  Text,
  textLike,
} from "./primitives";
import { show } from "./show";

/** The milestones of hardware, in the order in which they must happen. */
export const hardwareOrder = ["ordered", "delivered", "installed", "commissioned", "removed"] as const;
export type HardwareMilestone = (typeof hardwareOrder)[number];

const HardwareDates = MilestoneDates.omit({ follows: true });

/** When hardware is ordered, comes, stands, works and leaves: each day as agreed, as expected now, and as it happened. */
export const HardwareMilestones = z.strictObject({
  /** The purchase order is placed. */
  ordered: HardwareDates.optional(),
  /** The last machine has arrived at the site. */
  delivered: HardwareDates.optional(),
  /** The last machine stands in its rack, with power and cables. */
  installed: HardwareDates.optional(),
  /** Accepted: from this day on it may take work, and draws its power. */
  commissioned: HardwareDates.optional(),
  /** Out of the building again: before the lease ends. */
  removed: HardwareDates.optional(),
});
export type HardwareMilestones = z.infer<typeof HardwareMilestones>;

/** Machines of one pool that come with a deployment. */
export const DeployedPool = z.strictObject({
  /** Cluster and pool: `train.h100`. */
  name: textLike(
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?\.[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
    'a cluster and its pool, such as "train.h100"',
  ),
  /** Machines of the pool that this deployment brings. Absent: all of them. */
  count: positiveCount("machines").optional(),
});
export type DeployedPool = z.infer<typeof DeployedPool>;

/** What a commissioning step tests, in the order in which the steps can be taken. */
export const CommissioningStage = z.enum([
  "factoryWitness",
  "delivery",
  "installation",
  "preFunctional",
  "functional",
  "integratedSystems",
  "burnIn",
  "fabricValidation",
  "powerCap",
  "acceptance",
]);
export type CommissioningStage = z.infer<typeof CommissioningStage>;

/** One line of a commissioning checklist. */
export const CommissioningStep = z.strictObject({
  /** Takes the place of the default step of the same id; any other id is one step more. */
  id: Name,
  title: Text,
  stage: CommissioningStage,
  /** The layer that is tested: who operates it performs the step, the other party witnesses it. */
  layer: Layer,
  /** What must be seen for the step to pass. */
  criterion: Text.optional(),
  state: z.enum(["open", "passed", "failed"]).default("open"),
  /** The day on which it passed or failed. */
  day: PlainDate.optional(),
  /** Where the record of the test lies. */
  evidence: Text.optional(),
});
export type CommissioningStep = z.infer<typeof CommissioningStep>;

/** How long a product takes from order to delivery. */
export const LeadTime = z.strictObject({
  /** The machine, or another product of a bill of materials. */
  name: Text,
  weeks: FigureSchema,
});
export type LeadTime = z.infer<typeof LeadTime>;

/** Hardware that comes to a site with one phase of it: what, from whom, and when. */
export const Deployment = z.strictObject({
  name: Name,
  /** The phase whose power, halls and cooling it uses. */
  phase: Name,
  pools: filledList(DeployedPool, "must name at least one pool: what the deployment brings"),
  /** From whom it is bought or rented. */
  supplier: Text.optional(),
  /** How firm the order is. */
  state: CommitmentState.default("proposed"),
  milestones: HardwareMilestones.default({}),
  /** Weeks from order to delivery. Absent: what the policy, else the catalogue, assumes of its machines. */
  leadTimeWeeks: FigureSchema.optional(),
  /** Machines bought beyond those that are installed, in percent of them; parts of a machine count as one. */
  sparePercent: z
    .number({ error: (issue) => `must be a finite number of %, 0 or more; got ${show(issue.input)}` })
    .min(0, { error: (issue) => `must be 0 % or more; got ${show(issue.input)}` })
    .default(0),
  /** Steps that differ from the default checklist, or that it lacks. */
  commissioning: z.array(CommissioningStep).default([]),
});
export type Deployment = z.infer<typeof Deployment>;

/** A deployment as one writes it. */
export type DeploymentInput = DeepReadonly<z.input<typeof Deployment>>;

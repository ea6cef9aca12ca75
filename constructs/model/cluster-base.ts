import { z } from "zod";
import { Basis, Bound } from "./basis";
import { CommitmentState } from "./commitment";
import { AverageLoad } from "./energy";
import {
  type DeepReadonly,
  FigureSchema,
  filledList,
  Instant,
  Name,
  positiveCount,
  Text,
  textLike,
  WorkShare,
} from "./primitives";
import { show } from "./show";

export const Purpose = z.enum(["training", "inference", "research", "mixed"]);
export type Purpose = z.infer<typeof Purpose>;

const version = textLike(/^\d+\.\d+(\.\d+)?$/, 'a version in quotes, such as "1.34"');
export const KubernetesScheduler = z.strictObject({ kind: z.literal("kubernetes"), version: version.optional() });
export const SlurmScheduler = z.strictObject({ kind: z.literal("slurm"), version: version.optional() });
export type KubernetesScheduler = z.infer<typeof KubernetesScheduler>;

/** In a cloud there is Kubernetes and nothing else. */
export const cloudScheduler = KubernetesScheduler.default({ kind: "kubernetes" });

export const machineCount = positiveCount("machines");

/** Where the number of machines comes from, and how exact it is: "over 220,000" is `atLeast`. */
export const Counted = z.strictObject({ bound: Bound.default("exact"), basis: Basis, source: Text });
export type Counted = z.infer<typeof Counted>;
/** The same as one writes it. */
export type CountedInput = DeepReadonly<z.input<typeof Counted>>;

/** What every pool has. */
export const poolBase = {
  name: Name,
  /** Product name in the catalogue, or in the fleet's own `machines`. */
  machine: Text,
  /** Power of one machine where the catalogue's figure is not the one that holds here. */
  machinePowerKW: FigureSchema.optional(),
  /** Where the number comes from. Absent: the author of the fleet plans it so, `assumed` and exact. */
  counted: Counted.optional(),
};

export const countedPool = { ...poolBase, count: machineCount };

/** What every cluster has. */
/** Share of the hours of schedulable accelerators in which they work. */
export const Utilization = FigureSchema.extend({ value: WorkShare });

export const clusterBase = {
  name: Name,
  purpose: Purpose.default("mixed"),
  /** What of the time its schedulable accelerators work; what an hour of work costs is known with it. */
  utilization: Utilization.optional(),
  /** What its machines draw on average over the most they draw, those that stand idle included. Absent: the policy's. */
  averageLoad: AverageLoad.optional(),
};

/** Taken out of service: what it held is destroyed by the next deploy, and it counts for nothing. */
export const retirable = { retired: z.boolean().optional() };

/** From when until when machines of a cloud are there, and under which contract: for the ledger alone, nothing is built of it. */
export const CloudTerm = z.strictObject({
  /** The agreement, as one calls it: pools of one agreement have the same. Absent: the pool's own. */
  contract: Text.optional(),
  state: CommitmentState.default("commenced"),
  /** First instant. Absent: always. */
  from: Instant.optional(),
  /** The instant at which they are gone. Absent: never. A capacity block has its own. */
  until: Instant.optional(),
});
export type CloudTerm = z.infer<typeof CloudTerm>;
/** A term as one writes it. */
export type CloudTermInput = DeepReadonly<z.input<typeof CloudTerm>>;

/** What every pool in a cloud has. */
export const cloudPool = {
  ...retirable,
  term: CloudTerm.optional(),
  /** Machines, or TPU slices, of this pool in one cluster: it then fills one after the other. */
  perCluster: positiveCount("machines or slices").optional(),
};

const numberError = (issue: { readonly input?: unknown }) =>
  `must be the number of a cluster, 1 for the first; got ${show(issue.input)}`;
const clusterNumber = z.number({ error: numberError }).int({ error: numberError }).min(1, { error: numberError });

const howRetired = "must be true, false, or the numbers of the clusters that are retired, such as [3]";

/** What every cluster in a cloud has. */
export const cloudCluster = {
  ...clusterBase,
  scheduler: cloudScheduler,
  /** Retired as a whole, or, where the cluster is spread, by number: `[3]` retires the third. */
  retired: z.union([z.boolean(), z.array(clusterNumber)], { error: howRetired }).optional(),
};

export const pools = <P extends z.ZodType>(pool: P) => filledList(pool, "must hold at least one pool");

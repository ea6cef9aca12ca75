import { type DefinedMachine, findMachine, type Machine } from "../catalog";
import type {
  CountedInput,
  DeepReadonly,
  Figure,
  KubernetesScheduler,
  Purpose,
  SiteKubernetes,
  SiteSlurm,
} from "../model";
import type { Recorder } from "./recorder";
import { machineName } from "./site";

/** What every cluster takes. */
export interface ClusterProps {
  /**
   * What the cluster is for.
   * @default "mixed"
   */
  readonly purpose?: Purpose;
  /**
   * Share of the hours of its schedulable accelerators in which they work: `measured(0.62, { source: "..." })`.
   * @default - not known, and then neither is what an hour of work costs
   */
  readonly utilization?: Figure;
  /**
   * What the machines draw on average over the most they draw, 0 to 1, those that stand idle included: for energy alone.
   * @default - `averageLoad` of the policy, an assumption
   */
  readonly averageLoad?: Figure;
}

/** What every pool takes. */
export interface PoolProps {
  /**
   * The pool's name, part of the names of what it becomes. Name the pools of a cluster that has two of one accelerator.
   * @default - the accelerator's name, e.g. `trainium2`
   */
  readonly name?: string;
  /**
   * Power of one machine in kW, where the catalogue's figure is not the one that holds here.
   * @default - the catalogue's figure
   */
  readonly machinePowerKW?: Figure;
  /**
   * Where the number of machines comes from, and how exact it is.
   * @default - planned by the author of the fleet: assumed, and exact
   */
  readonly counted?: CountedInput;
}

/** What Kubernetes on hardware of one's own takes. */
export interface SiteKubernetesOptions {
  /** @default - not stated */
  readonly version?: string;
  /**
   * Node labels that say how near nodes are, from far to near.
   * @default - those that Siteform gives the nodes: pod and scalable unit of the fabric, NVLink domain, host
   */
  readonly topologyLevels?: readonly string[];
  /**
   * Queues of Kueue with their shares of the pools.
   * @default - one queue, called as the cluster, with everything that is energized
   */
  readonly queues?: DeepReadonly<SiteKubernetes["queues"]>;
}

/** Kubernetes places the work. Levels and queues are for hardware of one's own: a cloud's cluster takes neither. */
export function kubernetes(options?: {
  /** @default - the cloud's default */ readonly version?: string;
}): KubernetesScheduler;
export function kubernetes(options: SiteKubernetesOptions): DeepReadonly<SiteKubernetes>;
export function kubernetes(options: SiteKubernetesOptions = {}): DeepReadonly<SiteKubernetes> {
  return { kind: "kubernetes", ...options };
}

/** What Slurm takes. */
export interface SlurmOptions {
  /** @default - not stated */
  readonly version?: string;
  /**
   * Nodes of a block, then of ever larger groups of blocks.
   * @default - those of an NVLink domain, doubled while there are as many
   */
  readonly blockSizes?: readonly number[];
}

/** Slurm places the work. */
export const slurm = (options: SlurmOptions = {}): DeepReadonly<SiteSlurm> => ({ kind: "slurm", ...options });

/** What a pool of any kind of site has in common, before it is recorded. */
export type AnyPool = PoolProps & { readonly machine: string | DefinedMachine };

/**
 * A cluster as the document has it. A program without types may leave out or mistake anything: that is recorded as it is, for
 * the schema to refuse. `named` gives a pool its default name where that is not the accelerator's.
 */
export function recordCluster<P extends AnyPool>(
  fleet: Recorder,
  name: string,
  props: { readonly pools: readonly P[] },
  named: (pool: P) => P = (pool) => pool,
): object {
  const { pools, ...rest } = { ...props };
  const record = (pool: P) => (typeof pool === "object" && pool !== null ? recordPool(fleet, named(pool)) : pool);
  return { name, ...rest, pools: Array.isArray(pools) ? pools.map(record) : pools };
}

/** A pool as the document has it: its machine by name, and a name of its own. */
function recordPool<P extends AnyPool>(fleet: Recorder, pool: P): object {
  const { machine, name, ...rest } = pool;
  if (typeof machine === "object" && machine !== null) fleet.recordMachine(machine);
  const type = machineName(machine);
  const defined = typeof machine === "object" && machine !== null ? machine : undefined;
  return { name: name ?? defaultPoolName(type, defined), machine: type, ...rest };
}

function defaultPoolName(type: string, defined?: Machine): string {
  const machine = defined ?? findMachine(type);
  return slug(machine?.accelerator ?? type ?? "unnamed");
}

/** Lower-case letters, digits and inner hyphens: `TPU v5p` becomes `tpu-v5p`. */
const slug = (text: string): string =>
  String(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

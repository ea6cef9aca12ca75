import type { DefinedMachine, HardwareMachineType } from "../catalog";
import type { Figure, HallInput, Scheduler } from "../model";
import type { ClusterProps, PoolProps } from "./pools";
import type { SiteProps } from "./site";

/** Servers or racks of one type, by count. */
export interface HardwarePoolProps<Capacity> extends PoolProps {
  readonly machine: HardwareMachineType | DefinedMachine<"hardware">;
  /** Number of machines; a rack-scale machine such as `gb200-nvl72` counts as one. */
  readonly count: number;
  readonly capacity: Capacity;
}

/** A cluster in a data center. */
export interface HardwareClusterProps<Capacity> extends ClusterProps {
  /**
   * Who places the work.
   * @default - not stated
   */
  readonly scheduler?: Scheduler;
  readonly pools: readonly HardwarePoolProps<Capacity>[];
}

/** What a data center takes, however it is held. */
export interface PhysicalSiteProps extends SiteProps {
  /**
   * Utility power over critical IT power at the worst hour of the year, at least 1.
   * @default - not known: utility figures then give no critical power
   */
  readonly peakPue?: Figure;
  /**
   * Rooms with power and cooling of their own.
   * @default - not told apart
   */
  readonly halls?: readonly HallInput[];
}

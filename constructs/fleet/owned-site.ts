import type { Construct } from "constructs";
import type { DefinedMachine, HardwareMachineType } from "../catalog";
import type { Figure, HallInput, OwnedCapacity, PhaseInput, PowerFigure, Scheduler } from "../model";
import { PhysicalSite } from "./physical-site";
import type { ClusterProps, PoolProps } from "./pools";
import type { SiteProps } from "./site";

/** Machines one owns. */
export const owned = (options: Omit<OwnedCapacity, "kind"> = {}): OwnedCapacity => ({ kind: "owned", ...options });

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

export interface OwnedSiteProps extends PhysicalSiteProps {
  readonly power: PowerFigure;
  /**
   * Tranches in which power becomes usable.
   * @default - all of it, always
   */
  readonly phases?: readonly PhaseInput[];
}

/**
 * A data center one owns and runs.
 *
 * @example
 * const lab = new OwnedSite(fleet, "lab", {
 *   location: { country: "DE", subdivision: "DE-BY" },
 *   power: contracted(megawatts(4), { meaning: "criticalIT", source: "transformer order 17" }),
 * });
 * lab.addCluster("h200", { pools: [{ machine: "dgx-h200", count: 300, capacity: owned() }] });
 */
export class OwnedSite extends PhysicalSite<OwnedCapacity> {
  constructor(
    scope: Construct,
    name: string,
    private readonly props: OwnedSiteProps,
  ) {
    super(scope, name);
  }

  override record(): object {
    const { peakPue, halls, phases } = { ...this.props };
    return { tenure: "owned", ...this.recordBase(this.props), peakPue, halls, phases, clusters: this.recordClusters() };
  }
}

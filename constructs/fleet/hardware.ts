import type { DefinedMachine, HardwareMachineType } from "../catalog";
import type {
  AddressPlanInput,
  CoolingTopologyInput,
  DeepReadonly,
  DeploymentInput,
  FabricInput,
  Figure,
  HallInput,
  PowerTopologyInput,
  RackLayoutInput,
  SecurityProfileInput,
  SiteEnergyInput,
  SiteScheduler,
  Survival,
  UtilityServiceInput,
} from "../model";
import type { ClusterProps, PoolProps } from "./pools";
import type { SiteProps } from "./site";

/** Servers or racks of one type, by count. */
export interface HardwarePoolProps<Capacity> extends PoolProps {
  readonly machine: HardwareMachineType | DefinedMachine<"hardware">;
  /** Number of machines; a rack-scale machine such as `gb200-nvl72` counts as one. */
  readonly count: number;
  readonly capacity: Capacity;
  /**
   * Halls in which the machines may stand.
   * @default - those that open with the phase of `capacity`, else all
   */
  readonly halls?: readonly string[];
  /**
   * The rack that the machines stand in: of the catalogue, or of `fleet.addRackType`.
   * @default - not said: machines are then counted by hall, not by rack; a rack-scale machine is its own rack
   */
  readonly rackType?: string;
  /**
   * Most machines in one rack.
   * @default - as many as the limits of rack and hall take
   */
  readonly machinesPerRack?: number;
  /**
   * The loss of power that the machines must live through.
   * @default - "none" for training, "feed" for everything else
   */
  readonly survival?: Survival;
  /**
   * Labels that the Kubernetes nodes of the pool have beside Siteform's own.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A cluster in a data center. */
export interface HardwareClusterProps<Capacity> extends ClusterProps {
  /**
   * Who places the work.
   * @default - not stated
   */
  readonly scheduler?: DeepReadonly<SiteScheduler>;
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
   * What turns power into energy, water and greenhouse gases: average PUE, WUE, the grid, contracts for energy.
   * @default - not known: energy of the IT alone is reckoned
   */
  readonly energy?: SiteEnergyInput;
  /**
   * Rooms with power and cooling of their own.
   * @default - not told apart
   */
  readonly halls?: readonly HallInput[];
  /**
   * Connections to the grid: how much power, from when, under which conditions.
   * @default - the utility's part is not checked
   */
  readonly utilities?: readonly UtilityServiceInput[];
  /**
   * The power tree, from the grid to the racks.
   * @default - not said, and not checked
   */
  readonly powerTopology?: PowerTopologyInput;
  /**
   * What takes the heat away: loops, CDUs, air handlers.
   * @default - not said, and not checked
   */
  readonly coolingTopology?: CoolingTopologyInput;
  /**
   * Racks that are filled by hand.
   * @default - the planner fills the racks of the halls
   */
  readonly rackLayouts?: readonly RackLayoutInput[];
  /**
   * Networks that join the accelerators of clusters.
   * @default - none
   */
  readonly fabrics?: readonly FabricInput[];
  /**
   * Address ranges and numbers of autonomous systems.
   * @default - hosts get no addresses
   */
  readonly addressPlan?: AddressPlanInput;
  /**
   * What hardware comes with which phase, and when.
   * @default - none is tracked
   */
  readonly deployments?: readonly DeploymentInput[];
  /**
   * What protects the site, its hardware and the weights on it.
   * @default - not said
   */
  readonly securityProfile?: SecurityProfileInput;
}

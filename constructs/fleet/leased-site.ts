import type { Construct } from "constructs";
import type {
  LeasedCapacity,
  LeaseInput,
  PowerFigure,
  ProgrammeInput,
  Responsibility,
  Scope,
  SiteCapacity,
} from "../model";
import type { PhysicalSiteProps } from "./hardware";
import { PhysicalSite } from "./physical-site";

/** Machines that come with the lease. */
export const leased = (options: Omit<LeasedCapacity, "kind"> = {}): LeasedCapacity => ({ kind: "leased", ...options });

export interface LeasedSiteProps extends PhysicalSiteProps {
  /** What the lease hands over. It decides who owns, operates and approves each layer. */
  readonly scope: Scope;
  /**
   * Exceptions to the responsibility matrix that the scope implies.
   * @default - none
   */
  readonly responsibilities?: readonly Responsibility[];
  /**
   * What was announced for this site and others together; it counts once, whichever sites name it.
   * @default - none
   */
  readonly programme?: ProgrammeInput;
  /** The lease: landlord, state, and the phases that are leased. */
  readonly lease: LeaseInput;
  /**
   * Power of the site.
   * @default - the sum of the lease's phases
   */
  readonly power?: PowerFigure;
}

/**
 * A data center one leases, in part or whole.
 *
 * @example
 * const colossus = new LeasedSite(fleet, "colossus-1", {
 *   location: { country: "US", subdivision: "US-TN", locality: "Memphis" },
 *   scope: "compute",
 *   lease: { landlord: "SpaceX", exclusive: true, state: "commenced", phases: [...] },
 * });
 */
export class LeasedSite extends PhysicalSite<SiteCapacity> {
  constructor(
    scope: Construct,
    name: string,
    private readonly props: LeasedSiteProps,
  ) {
    super(scope, name);
  }

  override record(): object {
    return this.recordOf(this.props, { tenure: "leased", clusters: this.recordClusters() });
  }
}

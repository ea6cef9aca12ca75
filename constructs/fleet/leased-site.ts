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
import type { Fleet } from "./fleet";
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

  /**
   * A leased site that YAML documents describe, with everything else that stands in them. What is wrong in them, that they
   * describe a site of another tenure, several or none, is reported when the fleet is checked.
   *
   * @param patterns file names or globs, from the folder of cdktf.json
   * @example LeasedSite.fromDocuments(fleet, "sites/memphis/*.yaml")
   */
  static fromDocuments(fleet: Fleet, patterns: string | readonly string[]): PhysicalSite<SiteCapacity> {
    return fleet.addSiteFromDocuments("leased", patterns);
  }

  override record(): object {
    return this.recordOf(this.props, { tenure: "leased", clusters: this.recordClusters() });
  }
}

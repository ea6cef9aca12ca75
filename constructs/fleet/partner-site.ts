import type { Construct } from "constructs";
import type {
  PhaseInput,
  PowerFigure,
  ProgrammeInput,
  Responsibility,
  Scope,
  SiteCapacity,
  TitleInput,
} from "../model";
import type { Fleet } from "./fleet";
import type { PhysicalSiteProps } from "./hardware";
import { PhysicalSite } from "./physical-site";

export interface PartnerSiteProps extends PhysicalSiteProps {
  /** Who plans and builds. */
  readonly contractor: string;
  /**
   * Who runs the building once it stands.
   * @default - the contractor
   */
  readonly operator?: string;
  /** How one holds what the partner builds: `{ kind: "owned" }`, or a lease. */
  readonly title: TitleInput;
  /** What is handed over. It decides who owns, operates and approves each layer. */
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
  /** What the partner delivers, and when. */
  readonly phases: readonly PhaseInput[];
  /**
   * Power of the site.
   * @default - the sum of its phases
   */
  readonly power?: PowerFigure;
}

/** A site that a developer or general contractor delivers. Who holds the title, runs it and uses it is explicit. */
export class PartnerSite extends PhysicalSite<SiteCapacity> {
  constructor(
    scope: Construct,
    name: string,
    private readonly props: PartnerSiteProps,
  ) {
    super(scope, name);
  }

  /**
   * A partner-built site that YAML documents describe, with everything else that stands in them. What is wrong in them, that they
   * describe a site of another tenure, several or none, is reported when the fleet is checked.
   *
   * @param patterns file names or globs, from the folder of cdktf.json
   * @example PartnerSite.fromDocuments(fleet, "sites/memphis/*.yaml")
   */
  static fromDocuments(fleet: Fleet, patterns: string | readonly string[]): PhysicalSite<SiteCapacity> {
    return fleet.addSiteFromDocuments("partner", patterns);
  }

  override record(): object {
    return this.recordOf(this.props, { tenure: "partner", clusters: this.recordClusters() });
  }
}

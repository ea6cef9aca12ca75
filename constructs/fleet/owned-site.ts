import type { Construct } from "constructs";
import type { OwnedCapacity, PhaseInput, PowerFigure } from "../model";
import type { Fleet } from "./fleet";
import type { PhysicalSiteProps } from "./hardware";
import { PhysicalSite } from "./physical-site";

/** Machines one owns. */
export const owned = (options: Omit<OwnedCapacity, "kind"> = {}): OwnedCapacity => ({ kind: "owned", ...options });

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

  /**
   * An owned site that YAML documents describe, with everything else that stands in them. What is wrong in them, that they
   * describe a site of another tenure, several or none, is reported when the fleet is checked.
   *
   * @param patterns file names or globs, from the folder of cdktf.json
   * @example OwnedSite.fromDocuments(fleet, "sites/memphis/*.yaml")
   */
  static fromDocuments(fleet: Fleet, patterns: string | readonly string[]): PhysicalSite<OwnedCapacity> {
    return fleet.addSiteFromDocuments("owned", patterns);
  }

  override record(): object {
    return this.recordOf(this.props, { tenure: "owned", clusters: this.recordClusters() });
  }
}

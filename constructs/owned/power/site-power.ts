import { reactive } from "../../ledger/node-limit";
import { presenceAt } from "../../ledger/presence";
import type { CoolingTopology, CoolingUnits } from "../../model/cooling-topology";
import { expandHostlist } from "../../model/hostlist";
import type { PowerTopology } from "../../model/power-topology";
import type { PhysicalSiteSpec } from "../../model/site";
import type { Survival } from "../../model/survival";
import { expandLoads, expandNodes, type LoadAt, type Presence } from "./expand";
import { buildGraph, type PowerGraph } from "./graph";

/** A rack in which something stands, as a load of the power tree. */
export interface RackOnPower {
  /** Unique in its site: `hall-1-r01-07`. */
  readonly id: string;
  readonly hall: string;
  readonly phase?: string | undefined;
  readonly loadKW: number;
  readonly powerFactor: number;
  /** Nodes of the topology that its cords hang on. */
  readonly nodes: readonly string[];
  readonly survival: Survival;
}

/** The power tree of a site at a date, with everything that hangs on it. */
export interface SitePower {
  readonly topology: PowerTopology;
  readonly graph: PowerGraph;
  /** The day; none for the end, when what has no date is there too. */
  readonly date: string | undefined;
}

/**
 * Lays out the power tree of a site as it is at a date: nodes and loads of phases that are usable by then, the components of the
 * cooling topology on their boards, and racks on the nodes of their feeds. Nothing for a site without a topology.
 */
export function sitePower(
  site: PhysicalSiteSpec,
  date: string | undefined,
  racks: readonly RackOnPower[] = [],
): SitePower | undefined {
  const { powerTopology: topology, coolingTopology } = site;
  if (topology === undefined) return undefined;
  const { has } = presenceAt(site, date);
  const loads = [
    ...expandLoads(topology, has),
    ...(coolingTopology === undefined ? [] : coolingLoads(coolingTopology, has)),
    ...racks.filter(has).map(rackLoad),
  ];
  return { topology, graph: buildGraph(expandNodes(topology, has), loads), date };
}

/**
 * Components of cooling as loads of their boards. One on several boards takes them in turn as its first, and moves to the next by a
 * transfer switch: it must live through the loss of a system. One on a single board goes with it: that enough others stay is
 * what the rules of cooling ask.
 */
export const coolingLoads = ({ units }: CoolingTopology, has: Presence): LoadAt[] =>
  units.filter((group) => has({ phase: group.phase, hall: group.halls?.[0] })).flatMap(componentsOf);

function componentsOf(units: CoolingUnits): LoadAt[] {
  const { name, ids, boards = [], supply, drawKW, phase } = units;
  if (boards.length === 0) return [];
  return Array.from(expandHostlist(ids), (id, at): LoadAt => {
    const first = at % boards.length;
    const inTurn = [...boards.slice(first), ...boards.slice(0, first)];
    const moves = supply === "either" && boards.length > 1;
    return {
      id,
      kind: "cooling",
      kW: drawKW,
      kVAr: 0,
      feeds: moves ? inTurn : inTurn.slice(0, 1),
      transfer: "staticTransfer",
      survival: moves ? "system" : "none",
      onBackup: true,
      phase,
      group: `coolingTopology.units.${name}`,
    };
  });
}

const rackLoad = ({ id, hall, phase, loadKW, powerFactor, nodes, survival }: RackOnPower): LoadAt => ({
  id,
  kind: "it",
  kW: loadKW,
  kVAr: reactive(loadKW, powerFactor),
  feeds: nodes,
  transfer: "equalShare",
  survival,
  onBackup: survival === "system",
  hall,
  phase,
  group: `racks of ${hall}`,
});

import { expandHostlist, type PhysicalSiteSpec } from "../../model";
import type { RackSupply } from "../../model/power-topology";
import { feedsOf } from "../../model/rack-type";
import type { PlanningContext } from "../allocation/planning-context";
import { spreadTo } from "../power/spread";
import { positionsOf } from "../racks/positions";
import type { ResolvedFeed, ResolvedRack } from "./resolved";

/** Gives the rack at a position of a hall; the same one each time. */
export interface RackIndex {
  at(hall: string, position: string, rackType: string | undefined): ResolvedRack;
  /** Racks that were asked for, in that order. */
  readonly racks: readonly ResolvedRack[];
}

interface Place {
  readonly index: number;
  readonly xM: number;
  readonly yM: number;
}

/** Racks of a site, made when they are first asked for. */
export function rackIndex(site: PhysicalSiteSpec, context: PlanningContext): RackIndex {
  const halls = new Map(
    site.halls.map((hall) => [
      hall.name,
      {
        places: new Map(positionsOf(hall).map(({ name, xM, yM }, index): [string, Place] => [name, { index, xM, yM }])),
        supplies: suppliesOf(site, hall.name),
        racks: new Map<string, ResolvedRack>(),
      },
    ]),
  );
  const racks: ResolvedRack[] = [];
  const at = (hall: string, position: string, rackType: string | undefined): ResolvedRack => {
    const room = halls.get(hall);
    const known = room?.racks.get(position);
    if (known !== undefined) return known;
    const place = room?.places.get(position) ?? { index: -1, xM: 0, yM: 0 };
    const id = `${hall}-${position}`;
    const rack: ResolvedRack = {
      id,
      name: `${site.name}-${id}`,
      hall,
      position,
      xM: place.xM,
      yM: place.yM,
      rackType,
      feeds: feedsAt(room?.supplies ?? [], place.index, rackType, context),
      machines: 0,
      switches: 0,
    };
    room?.racks.set(position, rack);
    racks.push(rack);
    return rack;
  };
  return { at, racks };
}

/** Rack supplies of a hall with the names of their nodes written out once. */
interface Supply {
  readonly supply: RackSupply;
  readonly nodes: readonly (readonly string[])[];
}

const suppliesOf = (site: PhysicalSiteSpec, hall: string): Supply[] =>
  (site.powerTopology?.rackSupplies ?? [])
    .filter((supply) => supply.hall === hall)
    .map((supply) => ({ supply, nodes: supply.feeds.map(({ nodes }) => [...expandHostlist(nodes)]) }));

/** What the power topology says of a position, else what the rack type has. */
function feedsAt(
  supplies: readonly Supply[],
  index: number,
  rackType: string | undefined,
  context: PlanningContext,
): ResolvedFeed[] {
  const number = index + 1;
  const stated = supplies.find(
    ({ supply }) => index >= 0 && supply.fromPosition <= number && number <= supply.toPosition,
  );
  if (stated === undefined) {
    const feeds = rackType === undefined ? undefined : context.rackType(rackType)?.feeds;
    return feeds === undefined ? [] : feedsOf(feeds).map(feedOf);
  }
  const { supply, nodes } = stated;
  const members = supply.toPosition - supply.fromPosition + 1;
  return supply.feeds.map(({ id, side }, feed) => {
    const [node] = spreadTo(nodes[feed] ?? [], members, number - supply.fromPosition);
    return { id, ...(side === undefined ? {} : { side }), ...(node === undefined ? {} : { node }) };
  });
}

const feedOf = (feed: {
  readonly id?: string;
  readonly name?: string;
  readonly side?: string | undefined;
}): ResolvedFeed => ({
  id: feed.id ?? feed.name ?? "",
  ...(feed.side === undefined ? {} : { side: feed.side }),
});

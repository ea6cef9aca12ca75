import type { PhysicalSiteSpec } from "../model";
import { countPositions } from "../owned/racks/positions";
import type { Report, RuleContext } from "./rule";

/**
 * Rack supplies that reach beyond their hall, or into what another feeds: a part of the rule PWR-12. Nodes are spread over all
 * positions that a supply names, so that each one too many moves the others to other nodes.
 */
export function* rackSupplyPlaces(context: RuleContext, site: PhysicalSiteSpec, path: string): Generator<Report> {
  const supplies = site.powerTopology?.rackSupplies ?? [];
  for (const [index, { id, hall: name, fromPosition, toPosition }] of supplies.entries()) {
    const at = `${path}.powerTopology.rackSupplies.${id}`;
    const hall = site.halls.find((each) => each.name === name);
    const isWhole = !context.lacksItems(`${path}.halls.${name}.rows`);
    const most = hall?.rows === undefined || !isWhole ? undefined : countPositions(hall);
    if (most !== undefined && toPosition > most) {
      yield {
        path: `${at}.toPosition`,
        observed: toPosition,
        limit: most,
        unit: "positions",
        message: `the hall ${name} has ${most} positions; the supply ${id} feeds ${fromPosition} to ${toPosition}`,
        hint: "its nodes are spread over all of them: name those that there are",
      };
      continue;
    }
    const other = supplies
      .slice(0, index)
      .find((each) => each.hall === name && each.fromPosition <= toPosition && fromPosition <= each.toPosition);
    if (other === undefined) continue;
    const first = Math.max(fromPosition, other.fromPosition);
    const last = Math.min(toPosition, other.toPosition);
    yield {
      path: `${at}.fromPosition`,
      observed: fromPosition,
      message: `${first === last ? `the position ${first}` : `the positions ${first} to ${last}`} of ${name} ${first === last ? "is" : "are"} fed by ${other.id} and by ${id}`,
      hint: "one supply says all feeds of a position",
    };
  }
}

import { groupThousands, type PhysicalSiteSpec } from "../model";
import type { Bind, Shortfall } from "../owned/layout/shortfall";
import { plannedSites } from "./planning";
import type { Rule, RuleContext } from "./rule";

export const machinesFit: Rule = {
  id: "ALLOC-2",
  title: "the halls have a place for every machine and switch",
  severity: "error",
  layer: "racks",
  formula:
    "machines <= what positions, power, air, liquid, density, height, weight, floor and feeds allow, in every hall together",
  source: "the fleet document: halls, rack types and machines, each with the source of its figures",
  *check(context) {
    for (const { site, path, plan } of plannedSites(context)) {
      for (const shortfall of plan.shortfalls) {
        const [cluster = "", pool = ""] = shortfall.key.split("/");
        const found = site.clusters.find(({ name }) => name === cluster)?.pools.find(({ name }) => name === pool);
        if (restsOnNoRack(context, site, shortfall, found?.rackType)) continue;
        const asked = found?.count ?? shortfall.machines;
        yield {
          path:
            found === undefined
              ? `${path}.fabrics.${shortfall.key.split(" ")[0]}`
              : `${path}.clusters.${cluster}.pools.${pool}.count`,
          observed: asked,
          limit: asked - shortfall.machines,
          unit: found === undefined ? "switches" : "machines",
          message: found === undefined ? switchesShort(shortfall) : machinesShort(shortfall),
          hint: "lower the count, name further halls, or raise the limit that binds, if that is what is built",
        };
      }
    }
  },
};

/** Whether a rack type that nobody defined may be why: RACK-5 says so, and what would fit such a rack is not known. */
function restsOnNoRack(
  context: RuleContext,
  site: PhysicalSiteSpec,
  { binds }: Shortfall,
  ofPool: string | undefined,
): boolean {
  const { rackType } = context.planning;
  const halls = site.halls.filter(({ name }) => binds.some(({ hall }) => hall === name));
  const named = [
    ofPool,
    ...halls.flatMap((hall) => [hall.rackType, ...(hall.rows ?? []).map((rows) => rows.rackType)]),
  ];
  return named.some((name) => name !== undefined && rackType(name) === undefined);
}

const racksOf = ({ racks, racksPlaced }: Shortfall): string =>
  `${plural(racks, "rack")} (${groupThousands(racksPlaced)} of ${groupThousands(racksPlaced + racks)})`;

const machinesShort = (shortfall: Shortfall): string => {
  // Where no rack takes one of them, nobody knows how many racks there would be.
  const racks = shortfall.racks + shortfall.racksPlaced === 0 ? "" : ` and ${racksOf(shortfall)}`;
  return `short ${plural(shortfall.machines, "machine")}${racks}; ${reasons(shortfall)}`;
};

const switchesShort = (shortfall: Shortfall): string => {
  const [, role = "", plane] = shortfall.key.split(" ");
  const where = plane === undefined ? "" : ` of plane ${plane}`;
  return `${plural(shortfall.machines, "switch", "es")} of the role ${role}${where} have no place; ${reasons(shortfall)}`;
};

const reasons = ({ binds }: Shortfall): string => binds.map(reason).join("; ");

/** `h1: air cooling 3,264 of 3,000 kW`. */
const reason = ({ hall, label, needed, most, unit }: Bind): string =>
  `${hall}: ${label} ${groupThousands(needed)} of ${groupThousands(most)} ${unit}`;

const plural = (count: number, what: string, more = "s"): string =>
  `${groupThousands(count)} ${what}${count === 1 ? "" : more}`;

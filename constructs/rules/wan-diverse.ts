import type { Entrance } from "../model";
import { fabrics } from "./fabric-walk";
import type { Report, Rule } from "./rule";

export const wanDiverse: Rule = {
  id: "NET-7",
  title: "ways into the site of which no two share a carrier, a route or a room, and as many border switches for them",
  severity: "error",
  layer: "fabric",
  formula:
    "policy.leastEntrances entrances of which any two differ in carrier, route and room; border switches >= policy.leastEntrances",
  source: "a policy of this project: one digger, one carrier or one room takes the site off the network otherwise",
  *check(context) {
    const least = context.fleet.policy.leastEntrances;
    for (const { fabric, path } of fabrics(context)) {
      if (fabric.wan === undefined || context.isPartial(`${path}.wan.entrances`)) continue;
      const { entrances, borderSwitches } = fabric.wan;
      yield* diverse(entrances, least, `${path}.wan.entrances`);
      if (borderSwitches >= least) continue;
      yield {
        path: `${path}.wan.borderSwitches`,
        observed: borderSwitches,
        limit: least,
        unit: "switches",
        message: `${many(borderSwitches, "border switch takes", "border switches take")} all entrances; the policy asks for ${least}`,
        hint: "give borderSwitches, or lower policy.leastEntrances",
      };
    }
  },
};

function* diverse(entrances: readonly Entrance[], least: number, path: string): Generator<Report> {
  const most = mostDiverse(entrances);
  if (most >= least) return;
  const found = { path, observed: most, limit: least, unit: "entrances" };
  if (most === entrances.length) {
    yield {
      ...found,
      message: `${many(most, "way", "ways")} into the site; the policy asks for ${least}, so that one is left when one is cut`,
    };
    return;
  }
  const [closest] = pairsOf(entrances)
    .map(([one, other]) => ({ one, other, what: inCommon(one, other) }))
    .filter(({ what }) => what.length > 0)
    .sort((a, b) => a.what.length - b.what.length);
  if (closest === undefined) return;
  const { one, other, what } = closest;
  yield {
    ...found,
    message: `${most === 1 ? "no two entrances are" : `no more than ${most} entrances are`} diverse: ${one.name} and ${other.name} share ${what.join(" and ")}`,
    hint: "another carrier, route and room for one of them",
  };
}

/** The most entrances of which no two share anything: sites have a handful, so that all choices can be tried. */
function mostDiverse(entrances: readonly Entrance[]): number {
  const [first, ...rest] = entrances;
  if (first === undefined) return 0;
  const apart = rest.filter((each) => inCommon(first, each).length === 0);
  const withFirst = 1 + mostDiverse(apart);
  // Without the first, no more can be won than where it shares something.
  return apart.length === rest.length ? withFirst : Math.max(withFirst, mostDiverse(rest));
}

const pairsOf = (entrances: readonly Entrance[]): [Entrance, Entrance][] =>
  entrances.flatMap((one, index) => entrances.slice(index + 1).map((other): [Entrance, Entrance] => [one, other]));

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const inCommon = (one: Entrance, other: Entrance): string[] =>
  (["carrier", "route", "room"] as const).flatMap((key) =>
    one[key].toLowerCase() === other[key].toLowerCase() ? [`the ${key} ${JSON.stringify(one[key])}`] : [],
  );

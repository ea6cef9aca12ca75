import type { Entrance } from "../model";
import { fabrics } from "./fabric-walk";
import type { Report, Rule } from "./rule";

/** Ways into a site of which no two share anything: a policy of this project. */
export const LEAST_ENTRANCES = 2;

export const wanDiverse: Rule = {
  id: "NET-7",
  title: "two ways into the site share no carrier, no route and no room, and two border switches take them",
  severity: "error",
  layer: "fabric",
  formula: "two entrances whose carrier, route and room all differ; border switches >= 2",
  source: "a policy of this project: one digger, one carrier or one room takes the site off the network otherwise",
  *check(context) {
    for (const { fabric, path } of fabrics(context)) {
      if (fabric.wan === undefined || context.isPartial(`${path}.wan.entrances`)) continue;
      const { entrances, borderSwitches } = fabric.wan;
      yield* diverse(entrances, `${path}.wan.entrances`);
      if (borderSwitches >= LEAST_ENTRANCES) continue;
      yield {
        path: `${path}.wan.borderSwitches`,
        observed: borderSwitches,
        limit: LEAST_ENTRANCES,
        unit: "switches",
        message: `${borderSwitches} border switch takes all entrances; ${LEAST_ENTRANCES} leave one when it is out`,
      };
    }
  },
};

function* diverse(entrances: readonly Entrance[], path: string): Generator<Report> {
  if (entrances.length < LEAST_ENTRANCES) {
    yield {
      path,
      observed: entrances.length,
      limit: LEAST_ENTRANCES,
      unit: "entrances",
      message: `${entrances.length} way into the site; ${LEAST_ENTRANCES} leave one when it is cut`,
    };
    return;
  }
  const pairs = entrances.flatMap((one, index) => entrances.slice(index + 1).map((other) => ({ one, other })));
  const shared = pairs.map((pair) => ({ ...pair, what: inCommon(pair.one, pair.other) }));
  if (shared.some(({ what }) => what.length === 0)) return;
  const [least] = shared.sort((a, b) => a.what.length - b.what.length);
  if (least === undefined) return;
  yield {
    path,
    observed: 1,
    limit: LEAST_ENTRANCES,
    unit: "entrances",
    message: `no two entrances are diverse: ${least.one.name} and ${least.other.name} share ${least.what.join(" and ")}`,
    hint: "another carrier, route and room for one of them",
  };
}

const inCommon = (one: Entrance, other: Entrance): string[] =>
  (["carrier", "route", "room"] as const).flatMap((key) =>
    one[key].toLowerCase() === other[key].toLowerCase() ? [`the ${key} ${JSON.stringify(one[key])}`] : [],
  );

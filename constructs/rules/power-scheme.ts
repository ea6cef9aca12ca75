import { type GroupCapacity, groupCapacities, presenceAt } from "../ledger";
import type { RedundancyScheme } from "../model";
import { isOver } from "../owned/over-limit";
import { formatPower, inPhase, onceFor, type PowerAt, powerAtDates, rounded } from "./power-walk";
import type { Report, Rule } from "./rule";

export const powerScheme: Rule = {
  id: "PWR-3",
  title: "with nothing lost, a redundancy group carries no more than its scheme leaves",
  severity: "error",
  layer: "mechanicalElectrical",
  formula:
    "N: load <= all; N+1: load <= all but the largest; 2N: load <= either side; x to make y: load <= y of x systems, and each system <= y / x of its own; block: load <= all but the reserve, and the reserve >= the largest block's load",
  source: "the definitions of N+1, 2N, distributed (x to make y) and block redundancy",
  *check(context) {
    const isNew = onceFor();
    for (const at of powerAtDates(context)) {
      const { has } = presenceAt(at.site, at.power.date);
      for (const capacity of groupCapacities(at.power.topology, has)) {
        for (const report of exceeded(at, capacity)) {
          if (isNew(report.path, report.message.slice(at.when.length))) yield report;
        }
      }
    }
  },
};

function* exceeded(at: PowerAt, { group, systems, usableKW }: GroupCapacity): Generator<Report> {
  const loads = systems.map(({ name, kW, nodes }) => ({ name, kW, load: loadOf(at, nodes) }));
  const load = loads.reduce((sum, each) => sum + each.load, 0);
  const place = { path: `${at.path}.redundancyGroups.${group.id}`, ...inPhase(at.phase), unit: "kW" };
  const words: Record<RedundancyScheme, string> = {
    N: "all its systems together deliver",
    "N+1": "all its systems but the largest deliver",
    "2N": "its smaller side delivers",
    xToMakeY: `${group.needed ?? systems.length - 1} of its ${systems.length} systems deliver`,
    block: "its systems but the reserve deliver",
  };
  if (isOver(load, usableKW)) {
    yield {
      ...place,
      observed: rounded(load),
      limit: rounded(usableKW),
      message: `${at.when}the group carries ${formatPower(load, "kW")}; ${words[group.scheme]} ${formatPower(usableKW, "kW")} (${group.scheme})`,
      hint: "take load off the group, or add a system to it",
    };
    return;
  }
  if (group.scheme === "xToMakeY") {
    const share = (group.needed ?? systems.length - 1) / systems.length;
    const worst = loads
      .filter((each) => isOver(each.load, each.kW * share))
      .sort((a, b) => b.load / b.kW - a.load / a.kW)[0];
    if (worst !== undefined)
      yield {
        ...place,
        observed: rounded(worst.load),
        limit: rounded(worst.kW * share),
        message: `${at.when}${worst.name} carries ${formatPower(worst.load, "kW")} with nothing lost; as one of ${systems.length} of which ${systems.length * share} suffice it may carry ${formatPower(worst.kW * share, "kW")}`,
        hint: "spread the load evenly over the systems, or over all pairs of them",
      };
  }
  if (group.scheme === "block") {
    const reserve = loads.at(-1);
    const largest = loads.slice(0, -1).sort((a, b) => b.load - a.load)[0];
    if (reserve !== undefined && largest !== undefined && isOver(largest.load, reserve.kW))
      yield {
        ...place,
        observed: rounded(largest.load),
        limit: rounded(reserve.kW),
        message: `${at.when}the reserve ${reserve.name} delivers ${formatPower(reserve.kW, "kW")}, less than the ${formatPower(largest.load, "kW")} of ${largest.name}`,
      };
  }
}

function loadOf({ power: { graph }, study }: PowerAt, nodes: readonly string[]): number {
  const { outKW } = study().engine.baseline;
  return nodes.reduce((sum, id) => sum + (outKW[graph.index(id) ?? -1] ?? 0), 0);
}

import type { Breach } from "../owned/power/study";
import { overOf } from "./power-level";
import { andMore, fewOf, formatPower, inPhase, onceFor, type PowerAt, powerAtDates, rounded } from "./power-walk";
import type { Report, Rule } from "./rule";

export const powerSurvives: Rule = {
  id: "PWR-2",
  title:
    "each load lives through every single loss of power that it must live through, by the transfers that are declared",
  severity: "error",
  layer: "mechanicalElectrical",
  formula:
    "for each node, side and common cause f and each phase date: with f lost and power moved as declared (equal share over live cords, static transfer, catcher), what goes over its limit trips, until nothing does, a generator first sheds what is not on backup; then each load whose survival covers f has a live path. A node that trips without such a load is a warning",
  source:
    "the definitions of N+1, 2N and distributed redundancy; transfer behaviour as declared: power that is re-routed freely would pass designs that trip",
  *check(context) {
    const isNew = onceFor();
    for (const at of powerAtDates(context)) {
      for (const report of [...dark(at), ...breached(at)]) {
        if (isNew(report.path, `${report.severity} ${report.observed} ${report.message.slice(at.when.length)}`))
          yield report;
      }
    }
  },
};

/** Loads that have no live path with nothing lost, one finding a group. */
function dark({ power: { graph }, study, path, when, phase }: PowerAt): Report[] {
  const { live } = study().engine.baseline;
  const groups = new Map<string, string[]>();
  for (const [at, { id, group }] of graph.loads.entries()) {
    if (live[graph.nodes.length + at] === 1) continue;
    groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  return [...groups].map(([group, ids]) => ({
    path: group.startsWith("loads.") ? `${path}.${group}` : path,
    ...inPhase(phase),
    observed: ids.length,
    limit: 0,
    unit: "loads",
    message: `${when}${fewOf(ids)} ${ids.length === 1 ? "has" : "have"} no live path to a source, with nothing lost`,
    hint: "what feeds it comes with a later phase, or does not reach a source",
  }));
}

/** The worst loss of each entry of the topology. */
function breached(at: PowerAt): Report[] {
  const byPath = new Map<string, Breach[]>();
  for (const breach of at.study().breaches) {
    const key = breach.loss.kind === "side" ? `${breach.loss.path} ${breach.loss.name}` : breach.loss.path;
    byPath.set(key, [...(byPath.get(key) ?? []), breach]);
  }
  return [...byPath.values()].flatMap((breaches) => {
    const worst = breaches.reduce((most, each) => (gravity(each) > gravity(most) ? each : most));
    return [reportOf(at, worst, breaches.length - 1)];
  });
}

const gravity = ({ stranded, outcome }: Breach): number => stranded.length * 1e6 + outcome.overloads.length;

function reportOf(
  { power: { graph }, path, when, phase }: PowerAt,
  { loss, outcome, stranded }: Breach,
  others: number,
): Report {
  const first = outcome.overloads[0];
  const over =
    first === undefined
      ? undefined
      : overOf(graph.name(first.node), {
          ...first,
          limitKW: graph.limitKW[first.node] ?? 0,
          limitKVA: graph.limitKVA[first.node] ?? 0,
        });
  const entry = loss.path.replace(/^(nodes|commonCauses)\.?/, "");
  const lost = `${when}with ${loss.name} lost${andMore(others, entry)}`;
  const trips =
    over === undefined
      ? []
      : [
          `${over.id} is to carry ${formatPower(over.load, over.unit)} of ${formatPower(over.limit, over.unit)} and trips`,
        ];
  const locked =
    outcome.lockedOut.length === 0 ? [] : [`the reserve has no room for ${fewOf(outcome.lockedOut.map(graph.name))}`];
  const names = stranded.map(graph.name);
  const goes =
    stranded.length === 0
      ? []
      : [`${fewOf(names)} ${names.length === 1 ? "goes" : "go"} dark, and must live through it`];
  return {
    path: loss.path === "nodes" ? `${path}.nodes` : `${path}.${loss.path}`,
    ...inPhase(phase),
    ...(stranded.length === 0 ? { severity: "warning" as const } : {}),
    ...(over === undefined
      ? { observed: stranded.length, limit: 0, unit: "loads" }
      : { observed: rounded(over.load), limit: rounded(over.limit), unit: over.unit }),
    message: `${lost} ${[...trips, ...locked, ...goes].join("; ")}`,
    hint:
      stranded.length === 0
        ? "no load that must live through it goes dark; a breaker trips all the same"
        : "give the loads another live path with room for them, or state the survival that they need",
  };
}

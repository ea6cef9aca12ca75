import { legLoads } from "../owned/power/legs";
import { andMore, formatPower, inPhase, onceFor, powerAtDates } from "./power-walk";
import type { Rule } from "./rule";

export const powerLegs: Rule = {
  id: "PWR-6",
  title: "the three legs of a node carry about the same",
  severity: "warning",
  layer: "mechanicalElectrical",
  formula: "largest distance of a leg's load from the mean of the three, over the mean, <= policy.mostPhaseImbalance",
  source: "good practice; 10 % is the policy's default and no code's",
  *check(context) {
    const isNew = onceFor();
    const most = context.fleet.policy.mostPhaseImbalance;
    for (const { power, study, path, when, phase } of powerAtDates(context)) {
      const { graph } = power;
      const entries = new Map<string, ReturnType<typeof legLoads>>();
      for (const legs of legLoads(graph, study().engine.baseline)) {
        const entry = graph.nodes[legs.node]?.node.id ?? "";
        // Binary dust is no imbalance.
        if (legs.imbalance > most + 1e-9) entries.set(entry, [...(entries.get(entry) ?? []), legs]);
      }
      for (const [entry, found] of entries) {
        const worst = found.reduce((a, b) => (b.imbalance > a.imbalance ? b : a));
        const observed = Number(worst.imbalance.toFixed(3));
        if (!isNew(entry, String(observed))) continue;
        yield {
          path: `${path}.nodes.${entry}`,
          ...inPhase(phase),
          observed,
          limit: most,
          message: `${when}the legs of ${graph.name(worst.node)}${andMore(found.length - 1, entry)} carry ${worst.kW.map((kW) => formatPower(kW, "kW")).join(", ")}: one lies ${Number((worst.imbalance * 100).toFixed(1))} % from the mean`,
          hint: "move single-phase loads to the leg that carries least",
        };
      }
    }
  },
};

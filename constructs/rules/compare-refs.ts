import { accelerators } from "../catalog";
import { schedulableShare } from "../ledger/capacity";
import { acceleratorsIn, comparedClusters } from "../ledger/own-or-rent";
import { type Comparison, didYouMean } from "../model";
import type { Report, Rule, RuleContext } from "./rule";
import { hinted } from "./walk";

export const compareRefs: Rule = {
  id: "COMPARE-1",
  title: "a comparison of owning and renting says of which accelerators, how many, and how much they work",
  severity: "error",
  structural: true,
  source: "the catalogue, and the fleet itself",
  *check(context) {
    for (const comparison of context.fleet.comparisons) {
      // What was left out for its form is said already, and would be missed here once more.
      if (context.isPartial(`comparisons.${comparison.name}`)) continue;
      yield* ofAccelerator(context, comparison);
      yield* ofCluster(context, comparison);
      yield* ofUtilization(context, comparison);
      yield* ofService(context, comparison);
    }
  },
};

const at = ({ name }: Comparison): string => `comparisons.${name}`;

function* ofAccelerator({ fleet, lacksItems }: RuleContext, comparison: Comparison): Generator<Report> {
  const { accelerator } = comparison;
  const known = [...Object.keys(accelerators), ...fleet.machines.map((machine) => machine.accelerator)];
  if (known.includes(accelerator) || lacksItems("machines")) return;
  yield {
    path: `${at(comparison)}.accelerator`,
    observed: accelerator,
    message: `${JSON.stringify(accelerator)} is no accelerator of the catalogue or of the fleet's machines`,
    ...hinted(didYouMean(accelerator, known)),
  };
}

function* ofCluster(context: RuleContext, comparison: Comparison): Generator<Report> {
  const { cluster, accelerators: count, accelerator } = comparison;
  if (cluster === undefined && count === undefined) {
    yield {
      path: at(comparison),
      message: "neither a cluster nor a number of accelerators is given, so that there is nothing to compare",
      hint: 'cluster: "site.cluster", or accelerators: 1000',
    };
  }
  if (cluster === undefined || context.isPartial("sites")) return;
  const path = `${at(comparison)}.cluster`;
  if (count !== undefined) {
    const message = `a cluster and ${count} accelerators are given; which holds?`;
    yield { path, observed: cluster, message, hint: "leave one of them out" };
  }
  const all = comparedClusters(context.fleet);
  const found = all.find(({ name }) => name === cluster);
  if (found === undefined) {
    const known = all.map(({ name }) => name);
    const others = known.length === 0 ? "the fleet has no clusters" : `known are ${known.join(", ")}`;
    yield {
      path,
      observed: cluster,
      message: `there is no cluster ${JSON.stringify(cluster)}`,
      hint: didYouMean(cluster, known) ?? others,
    };
    return;
  }
  const there = [...acceleratorsIn(found.cluster, context.machine).keys()];
  if (there.length === 0 || there.includes(accelerator)) return;
  yield {
    path: `${at(comparison)}.accelerator`,
    observed: accelerator,
    message: `${cluster} has no ${accelerator}`,
    hint: `it has ${there.join(", ")}`,
  };
}

function* ofUtilization(context: RuleContext, comparison: Comparison): Generator<Report> {
  if (comparison.utilization !== undefined) return;
  const found = comparedClusters(context.fleet).find(({ name }) => name === comparison.cluster);
  if (found?.cluster.utilization !== undefined || context.isPartial("sites")) return;
  yield {
    path: `${at(comparison)}.utilization`,
    message: "is missing: neither the comparison nor its cluster says how much of the time accelerators work",
    hint: "utilization: measured(0.62, { source: ... })",
  };
}

/** A policy may say that nothing can be given work; a comparison of no work has no answer. */
function* ofService({ fleet, isPartial }: RuleContext, comparison: Comparison): Generator<Report> {
  if (comparison.own.outOfService !== undefined || isPartial("policy") || schedulableShare(fleet.policy) > 0) return;
  yield {
    path: `${at(comparison)}.own.outOfService`,
    message:
      "is missing, and by the policy of the fleet all accelerators are out of service: no work would be compared",
    hint: "state it, or lower outOfService of the policy",
  };
}

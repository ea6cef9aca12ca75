import { comparedClusters } from "../ledger/own-or-rent";
import type { Cluster, Comparison, Pool } from "../model";
import type { Report, Rule, RuleContext } from "./rule";

/** Prices of a megawatt-hour, in whatever currency, below and above which a slip of a thousand is likelier. */
const ENERGY = { least: 1, most: 1_000 } as const;

export const compareDoubted: Rule = {
  id: "COMPARE-4",
  title: "figures of a comparison of owning and renting are of the usual order, and agree with those of the fleet",
  severity: "warning",
  formula:
    "months - own.leadMonths <= own.hardwareLifeMonths; 1 <= own.energyPerMWh <= 1000; half to twice the kW of the cluster's machine; own.averagePue <= peakPue of the site; the utilization of its cluster",
  source: "conventions of this project, wide enough for slips of a thousand and of a unit alone; the fleet itself",
  *check(context) {
    for (const comparison of context.fleet.comparisons) {
      if (context.isPartial(`comparisons.${comparison.name}`)) continue;
      yield* ofLife(comparison);
      yield* ofEnergy(comparison);
      yield* besideCluster(context, comparison);
    }
  },
};

function* ofLife({ name, months, own: { leadMonths, hardwareLifeMonths: life } }: Comparison): Generator<Report> {
  const used = months - leadMonths.value;
  if (used <= life.value) return;
  yield {
    path: `comparisons.${name}.own.hardwareLifeMonths`,
    observed: life.value,
    limit: used,
    unit: "months",
    message: `hardware is used for ${used} months and lives ${life.value}; nothing is bought again, so that owning looks too cheap`,
    hint: `compare ${life.value + leadMonths.value} months, or count what replaces it into its price`,
  };
}

function* ofEnergy({ name, own: { energyPerMWh } }: Comparison): Generator<Report> {
  const amount = Number(energyPerMWh.amount);
  if (amount === 0 || (amount >= ENERGY.least && amount <= ENERGY.most)) return;
  yield {
    path: `comparisons.${name}.own.energyPerMWh`,
    observed: amount,
    limit: amount < ENERGY.least ? ENERGY.least : ENERGY.most,
    unit: energyPerMWh.currency,
    message: `${amount} for a megawatt-hour; ${ENERGY.least} to ${ENERGY.most} is usual`,
    hint: "check whether the price is of a kilowatt-hour, or in cents",
  };
}

function* besideCluster(context: RuleContext, comparison: Comparison): Generator<Report> {
  const found = comparedClusters(context.fleet).find(({ name }) => name === comparison.cluster);
  if (found === undefined) return;
  const at = `comparisons.${comparison.name}`;
  const { site, cluster } = found;
  const { kWPerAccelerator: power, averagePue: pue } = comparison.own;
  const kW = powerIn(context, cluster, comparison.accelerator);
  if (kW !== undefined && (power.value > 2 * kW || power.value < kW / 2)) {
    yield {
      path: `${at}.own.kWPerAccelerator`,
      observed: power.value,
      limit: kW,
      unit: "kW",
      message: `${power.value} kW for an accelerator; machines of ${found.name} take ${kW} kW for each of theirs`,
      hint: "check whether it is of a machine, or in W",
    };
  }
  if ("peakPue" in site && site.peakPue !== undefined && pue.value > site.peakPue.value) {
    yield {
      path: `${at}.own.averagePue`,
      observed: pue.value,
      limit: site.peakPue.value,
      message: `an average PUE of ${pue.value} is more than the peak PUE of ${site.name}, ${site.peakPue.value}`,
    };
  }
  const [own, stated] = [comparison.utilization?.value, cluster.utilization?.value];
  if (own !== undefined && stated !== undefined && own !== stated) {
    yield {
      path: `${at}.utilization`,
      observed: own,
      limit: stated,
      message: `the comparison takes ${own}, and ${found.name} says ${stated} itself`,
      hint: "leave it out to take that of the cluster",
    };
  }
}

/** The most that one accelerator of a kind takes with its share of a machine of the cluster, in kW. */
function powerIn({ machine }: RuleContext, { pools }: Cluster, accelerator: string): number | undefined {
  const each = pools.flatMap((pool: Pool) => {
    const type = machine(pool.machine);
    const power = pool.machinePowerKW ?? type?.maxPowerKW;
    return type?.accelerator !== accelerator || power === undefined ? [] : [power.value / type.accelerators.value];
  });
  return each.length === 0 ? undefined : Number(Math.max(...each).toPrecision(4));
}

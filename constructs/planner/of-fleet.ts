import type { Machine } from "../catalog";
import {
  amountOf,
  type CapacityOptions,
  COUNTED,
  dayOf,
  demandsIn,
  instantOf,
  mostWanted,
  OWN,
  type ScenarioDemand,
  type Step,
  type SupplyLine,
  schedulableShare,
  stepsOf,
  supplyOf,
  throughputFor,
} from "../ledger/capacity";
import { addMonths, BASE_SCENARIO, clustersOf, type FleetSpec, type Planning } from "../model";
import { grouped } from "../model/grouped";
import type { PlanRequestInput } from "./request";

/** What is to be known beside a fleet so that a plan can be asked for it. */
export type FleetOptions = Pick<CapacityOptions, "machine" | "asOf" | "organisation">;

/**
 * What a plan of additions to a fleet is made from: its firm supply, its demand at the peak of each month, its offers, and how it is to be
 * planned. A month counts with the least that is there on any day of it.
 *
 * What of the fleet serves which demand is decided by the ledger, with purposes and places of clusters; an offer's accelerators serve by
 * their kind and place alone, since no cluster is said for them yet.
 *
 * @param fleet as it is built (`expandFleet`); the months are whole ones, from the month of `asOf` on, as many as the policy plans
 */
export function planRequestOf(fleet: FleetSpec, planning: Planning, options: FleetOptions): PlanRequestInput {
  const first = `${options.asOf.slice(0, 7)}-01`;
  const months = Array.from({ length: fleet.policy.planningMonths }, (_, index) => addMonths(first, index));
  const { currency, discountRatePerYear, afterHorizon, knownFrom, limits } = planning;
  const asked = planning.scenarios ?? [{ name: BASE_SCENARIO, serviceLevel: 1 }];
  const scenarios = asked.map((scenario) => ({ ...scenario, demands: demandsIn(fleet, scenario.name) }));
  const demands = uniqueBy(scenarios.flatMap(({ demands: each }) => each));
  const classes = classesOf(fleet, options);
  const schedulable = schedulableShare(fleet.policy);
  const offered = [...new Set(fleet.offers.map(({ accelerator }) => accelerator))];
  return {
    horizon: { first: first.slice(0, 7), months: months.length },
    currency,
    discountRatePerYear,
    afterHorizon,
    ...(knownFrom === undefined ? {} : { knownFrom }),
    limits,
    workloads: demands.map((demand) => workloadOf(demand, classes, offered, schedulable)),
    supply: classes.map(({ name, lines, accelerators, kW }) => ({
      ...placeOf(lines),
      name,
      accelerator: name,
      accelerators: months.map((month) => Math.min(...valuesIn(accelerators, month, options.asOf))),
      ...(kW === undefined
        ? {}
        : { criticalItMW: months.map((month) => megawatts(Math.max(...valuesIn(kW, month, options.asOf)))) }),
    })),
    scenarios: scenarios.map(({ demands: wanted, ...scenario }) => ({
      ...scenario,
      demand: wanted.map((demand) => ({
        workload: demand.demand.name,
        perMonth: months.map((month) => peakIn(demand, month, options.asOf)),
      })),
    })),
    offers: fleet.offers,
    newAccelerators: [
      ...fleet.machines.map(({ accelerator }) => accelerator),
      // What of the fleet serves the same stands as a kind of its own.
      ...classes.map(({ name }) => name),
    ],
  };
}

/** Accelerators of a fleet that serve the same demands, at one place under one agreement. */
interface Class {
  /** `gb200-inference-at-colossus-1`. */
  readonly name: string;
  readonly lines: readonly SupplyLine[];
  readonly accelerators: readonly Step[];
  /** What they draw with their machines at full power; absent where that of one of them is not known. */
  readonly kW: readonly Step[] | undefined;
}

function classesOf(fleet: FleetSpec, options: FleetOptions): Class[] {
  const lines = supplyOf(fleet, options).lines.filter(({ commitment }) => COUNTED.includes(commitment));
  const name = ({ accelerator, purpose, site }: SupplyLine): string => slug(`${accelerator}-${purpose}-at-${site}`);
  const draws = drawsOf(fleet, options.machine);
  const key = (line: SupplyLine): string => `${name(line)} ${line.site}`;
  return [...grouped(lines, key).values()].map((own, index) => ({
    // Long names are cut: a number keeps two that begin alike apart.
    name: `${own.map(name)[0] ?? ""}-${index + 1}`,
    lines: own,
    accelerators: stepsOf(own.map((line) => amountOf(line))),
    kW: powerOf(own, draws),
  }));
}

/** Without the dust of binary fractions. */
const megawatts = (kW: number): number => Number((kW / 1000).toPrecision(12));

/** Pools of a fleet that are there for certain and of whose machines nobody says what they draw: as paths of its document. */
export function unpoweredPools(fleet: FleetSpec, options: FleetOptions, supply: string): string[] {
  const draws = drawsOf(fleet, options.machine);
  const lines = classesOf(fleet, options).find(({ name }) => name === supply)?.lines ?? [];
  return [
    ...new Set(
      lines
        .filter((line) => !draws.has(poolOf(line)))
        .map(({ site, cluster, pool }) => `sites.${site}.clusters.${cluster}.pools.${pool}`),
    ),
  ];
}

/** Power in kW of one accelerator with its machine, by site, cluster and pool. */
type Draws = ReadonlyMap<string, number>;

const poolOf = ({ site, cluster, pool }: SupplyLine): string => `${site}.${cluster}.${pool}`;

/** What the pools of a fleet say of the power of their machines, else the machines themselves. */
function drawsOf({ sites }: FleetSpec, lookup: (type: string) => Machine | undefined): Draws {
  const draws = new Map<string, number>();
  for (const site of sites) {
    for (const cluster of clustersOf(site)) {
      for (const pool of cluster.pools) {
        const machine = lookup(pool.machine);
        const power = pool.machinePowerKW ?? machine?.maxPowerKW;
        if (machine === undefined || power === undefined) continue;
        draws.set(`${site.name}.${cluster.name}.${pool.name}`, power.value / machine.accelerators.value);
      }
    }
  }
  return draws;
}

const powerOf = (lines: readonly SupplyLine[], draws: Draws): Class["kW"] =>
  lines.every((line) => draws.has(poolOf(line)))
    ? stepsOf(lines.map((line) => amountOf(line, draws.get(poolOf(line)))))
    : undefined;

function placeOf([line]: readonly SupplyLine[]) {
  if (line === undefined) throw new Error("a class has a line: it is made from one");
  const { country, jurisdiction, counterparty, tenure } = line;
  const kinds = { cloud: "cloud", leased: "lease", partner: "lease", owned: "build" } as const;
  return {
    jurisdiction: jurisdiction === country ? { country } : { country, subdivision: jurisdiction },
    // One owes oneself nothing: no limit of a counterparty is about one's own.
    ...(counterparty === OWN ? {} : { counterparty }),
    kind: kinds[tenure],
  };
}

function workloadOf(
  { demand }: ScenarioDemand,
  classes: readonly Class[],
  offered: readonly string[],
  schedulable: number,
): PlanRequestInput["workloads"][number] {
  const own = classes.flatMap(({ name, lines: [line] }) => {
    const throughput = line === undefined ? 0 : throughputFor({ demand }, line);
    return throughput === 0 ? [] : [{ accelerator: name, throughput: throughput * schedulable }];
  });
  // Also what nobody offers: a plan that fails for that says so.
  const named = [
    ...(demand.accelerator === undefined ? [] : [demand.accelerator]),
    ...demand.servedBy.map((each) => each.accelerator),
  ];
  const others = [...new Set([...offered, ...named])].flatMap((accelerator) => {
    const listed = demand.servedBy.find((each) => each.accelerator === accelerator)?.throughput.value;
    const isCounted = demand.accelerator === undefined || demand.accelerator === accelerator;
    const throughput = listed ?? (isCounted ? 1 : 0);
    return throughput === 0 ? [] : [{ accelerator, throughput: throughput * schedulable }];
  });
  const { name, accelerator, jurisdictions } = demand;
  return {
    name,
    unit: accelerator ?? "accelerators",
    servedBy: [...own, ...others],
    ...(jurisdictions === undefined
      ? {}
      : {
          jurisdictions: jurisdictions.map((code) =>
            code.length === 2 ? { country: code } : { country: code.slice(0, 2), subdivision: code },
          ),
        }),
  };
}

/** Totals that hold at any time of a month, from a day on. */
function valuesIn(steps: readonly Step[], month: string, asOf: string): number[] {
  const [begin, end] = [Math.max(instantOf(month), instantOf(asOf)), instantOf(addMonths(month, 1))];
  return steps
    .filter(
      ({ from, until }) => (from ?? Number.NEGATIVE_INFINITY) < end && (until ?? Number.POSITIVE_INFINITY) > begin,
    )
    .map(({ value }) => value);
}

/** The most of a demand on any day of a month, from a day on. */
const peakIn = (demand: ScenarioDemand, month: string, asOf: string): number =>
  mostWanted(demand, month < asOf ? asOf : month, dayOf(instantOf(addMonths(month, 1)) - 1));

const uniqueBy = (demands: readonly ScenarioDemand[]): ScenarioDemand[] => [
  ...new Map(demands.map((each) => [each.demand.name, each])).values(),
];

/** Lower-case letters, digits and inner hyphens. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 56)
    .replace(/^-+|-+$/g, "");

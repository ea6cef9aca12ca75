import { clustersOf, type FleetSpec, type Policy, type SiteSpec } from "../../model";
import { grouped } from "../../model/grouped";
import { type Commitment, instantOf, meet, type Span, type SupplyLine, supplyOf } from "../capacity";
import type { CostOptions } from "../committed-cost";
import { type MonthSpan, monthSpans } from "../month-spans";
import { type Estimate, estimate, times } from "./estimate";

/** What is asked about energy. */
export interface EnergyOptions extends CostOptions {
  /** The first day. */
  readonly from: string;
  /** The day up to which one looks, without it. */
  readonly until: string;
  /** How sure it must be that machines are there. @default - what is signed: firm, terminable, conditional */
  readonly counted?: readonly Commitment[];
}

/** What is signed, whoever may still end it. */
export const SIGNED: readonly Commitment[] = ["firm", "terminable", "conditional"];

/**
 * Machines of one pool that draw the same power from one instant up to another: energy in a stretch of time is the power times its
 * hours. Powers are in kW.
 */
export interface EnergyLine extends SupplyLine {
  readonly from: number;
  readonly until: number;
  /** What the machines draw if all run at full power. Absent: nobody says what one draws. */
  readonly fullKW?: Estimate;
  /** What the machines draw on average. */
  readonly itKW?: Estimate;
  /** What the site draws for them on average, cooling and losses included. Absent, too, where no average PUE is stated. */
  readonly facilityKW?: Estimate;
}

/** The time one looks at. */
export const windowOf = ({ from, until }: Pick<EnergyOptions, "from" | "until">): Required<Span> => ({
  from: instantOf(from),
  until: instantOf(until),
});

/**
 * The power that machines of a fleet draw on average, stretch by stretch: cut where machines come and go, where contracts change how
 * sure they are, and, where a site states its PUE by month, at the first of each.
 *
 * @param fleet as it is built (`expandFleet`)
 */
export function energyLines(fleet: FleetSpec, options: EnergyOptions): EnergyLine[] {
  const { counted = SIGNED } = options;
  const window = windowOf(options);
  const months = monthSpans(window);
  const sites = new Map(fleet.sites.map((site) => [site.name, site]));
  const lines = supplyOf(fleet, options).lines.filter(({ commitment }) => counted.includes(commitment));
  return [...grouped(lines, ({ site }) => site)].flatMap(([name, own]) => {
    const site = sites.get(name);
    if (site === undefined) return [];
    const draws = drawsOf(site, fleet.policy, options);
    const stretches = pueStretches(site, window, months);
    return own.flatMap((line) => drawn(line, draws.get(`${line.cluster}.${line.pool}`), stretches));
  });
}

/** What one machine of a pool draws in kW, at full power and on average. */
interface Draw {
  readonly full: Estimate;
  readonly average: Estimate;
}

/** What machines of a site draw, by cluster and pool; those are missing of which nobody says it. */
function drawsOf(site: SiteSpec, policy: Policy, { machine }: CostOptions): Map<string, Draw> {
  const draws = new Map<string, Draw>();
  for (const cluster of clustersOf(site)) {
    const load = estimate(cluster.averageLoad ?? { value: policy.averageLoad, basis: "assumed" });
    for (const pool of cluster.pools) {
      const power = pool.machinePowerKW ?? machine(pool.machine)?.maxPowerKW;
      if (power === undefined) continue;
      const full = estimate(power);
      draws.set(`${cluster.name}.${pool.name}`, { full, average: times(full, load) });
    }
  }
  return draws;
}

/** A stretch of time in which the PUE of a site stays. */
interface PueStretch extends Required<Span> {
  readonly pue?: Estimate;
}

function pueStretches({ energy }: SiteSpec, window: Required<Span>, months: readonly MonthSpan[]): PueStretch[] {
  const monthly = energy?.monthlyPue;
  if (monthly === undefined) {
    const average = energy?.averagePue;
    return [{ ...window, ...(average === undefined ? {} : { pue: estimate(average) }) }];
  }
  return months.map(({ month, from, until }) => {
    const value = monthly.values[Number(month.slice(-2)) - 1];
    return { from, until, ...(value === undefined ? {} : { pue: estimate({ ...monthly, value }) }) };
  });
}

function drawn(line: SupplyLine, draw: Draw | undefined, stretches: readonly PueStretch[]): EnergyLine[] {
  const count = estimate({ value: line.machines, bound: line.bound, basis: line.basis });
  const powers = draw === undefined ? {} : { fullKW: times(count, draw.full), itKW: times(count, draw.average) };
  return stretches.flatMap(({ pue, ...stretch }) => {
    const there = meet(line, stretch);
    if (there?.from === undefined || there.until === undefined) return [];
    const { from, until } = there;
    const { itKW } = powers;
    return [
      {
        ...line,
        from,
        until,
        ...powers,
        ...(itKW === undefined || pue === undefined ? {} : { facilityKW: times(itKW, pue) }),
      },
    ];
  });
}

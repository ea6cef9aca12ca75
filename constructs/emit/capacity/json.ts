import {
  type CapacityReport,
  type DemandCoverage,
  instantOf,
  instantText,
  type Span,
  turnsOf,
  wantedOn,
} from "../../ledger/capacity";
import { addMonths } from "../../model";

/** The report as plain data: instants as texts, in UTC. Absent `from` and `until` mean always and never over. */
export function capacityJson(fleet: string, report: CapacityReport): object {
  const { supply, groups, installed, power, scenarios, ...rest } = report;
  return {
    apiVersion: "siteform.dev/v1alpha1",
    kind: "CapacityReport",
    fleet,
    ...rest,
    installed: installed.map(timed),
    groups: groups.map(({ name, steps }) => ({ name, steps: steps.map(timed) })),
    power: {
      criticalIT: power.criticalIT.map(timed),
      utility: power.utility.map(timed),
      groups: power.groups.map((group) => ({
        name: group.name,
        criticalIT: group.criticalIT.map(timed),
        utility: group.utility.map(timed),
      })),
      lines: power.lines.map(timed),
      uncounted: power.uncounted,
    },
    supply: { lines: supply.lines.map(timed), undated: supply.undated },
    scenarios: scenarios.map(({ name, demands }) => ({
      name,
      demands: demands.map((each) => demandJson(each, report)),
    })),
  };
}

const demandJson = ({ demand, machines, usable, shortfalls }: DemandCoverage, { asOf, until }: CapacityReport) => ({
  name: demand.demand.name,
  workload: demand.demand.workload,
  priority: demand.demand.priority,
  ...(demand.demand.accelerator === undefined ? {} : { accelerator: demand.demand.accelerator }),
  machines,
  ...(demand.demand.bound === "exact" ? {} : { bound: demand.demand.bound }),
  basis: demand.demand.basis,
  // Where it may turn, where supply changes, and each month's first.
  wanted: wantedDays(until, [
    asOf,
    ...turnsOf(demand).days.filter((day) => day > asOf),
    ...monthsBetween(asOf, until),
    ...usable.flatMap(({ from }) => dayWithin(from, asOf, until)),
  ]).map((day) => ({
    day,
    accelerators: wantedOn(demand, day),
  })),
  usable: usable.map(timed),
  shortfalls: shortfalls.map(({ remedies, ...shortfall }) => ({
    ...timed(shortfall),
    remedies: { ...remedies, later: remedies.later.map(timed) },
  })),
});

const dayWithin = (from: number | undefined, asOf: string, until: string): string[] =>
  from === undefined || from < instantOf(asOf) || from >= instantOf(until) ? [] : [instantText(from).slice(0, 10)];

function monthsBetween(asOf: string, until: string): string[] {
  const months: string[] = [];
  for (let day = addMonths(`${asOf.slice(0, 7)}-01`, 1); day < until; day = addMonths(day, 1)) months.push(day);
  return months;
}

const wantedDays = (until: string, days: readonly string[]): string[] =>
  [...new Set(days)].filter((day) => day < until).sort();

/** A stretch of time with its instants as texts. */
function timed<T extends Span | { readonly from: number }>(
  span: T,
): Omit<T, "from" | "until"> & { from?: string; until?: string } {
  const { from, until, ...rest }: Span & T = span;
  return {
    ...(from === undefined ? {} : { from: instantText(from) }),
    ...(until === undefined ? {} : { until: instantText(until) }),
    ...rest,
  };
}

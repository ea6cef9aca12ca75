import {
  type CapacityReport,
  type Commitment,
  instantOf,
  type ScenarioDemand,
  type SupplyLine,
  stepsOf,
} from "../../../../constructs/ledger/capacity";
import { coverageIn } from "../../../../constructs/ledger/capacity/report";
import { waterfallAt } from "../../../../constructs/ledger/capacity/waterfall";
import { Demand } from "../../../../constructs/model";

/** Accelerators of one site, H100 that are firm and there always unless more is said. */
export function line(site: string, accelerators: number, more: Partial<SupplyLine> = {}): SupplyLine {
  return {
    id: `${site}#${accelerators}`,
    site,
    tenure: "leased",
    provider: "Landlord",
    counterparty: "Landlord",
    country: "US",
    jurisdiction: "US-TX",
    cluster: "train",
    pool: "p",
    purpose: "training",
    machine: "dgx-h100",
    accelerator: "H100",
    contract: `lease of ${site}`,
    commitment: "firm",
    machines: accelerators / 8,
    accelerators,
    bound: "exact",
    basis: "assumed",
    ...more,
  };
}

/** A demand for H100 in the base scenario. */
export const demand = (name: string, points: Demand["points"], more: Partial<Demand> = {}): ScenarioDemand => ({
  demand: Demand.parse({
    name,
    workload: "training",
    accelerator: "H100",
    points,
    basis: "assumed",
    source: "a test",
    ...more,
  }),
  scenario: more.scenario ?? "base",
});

interface Given {
  readonly lines?: readonly SupplyLine[];
  readonly undated?: CapacityReport["supply"]["undated"];
  readonly scenarios?: Readonly<Record<string, readonly ScenarioDemand[]>>;
  readonly criticalIT?: Parameters<typeof stepsOf>[0];
  readonly until?: string;
  readonly counted?: readonly Commitment[];
  readonly outOfService?: { readonly spares: number; readonly failed: number; readonly maintenance: number };
}

/** A report by site from 2027-01-01, for 100 days unless it says more. */
export function report({
  lines = [],
  undated = [],
  scenarios = {},
  criticalIT = [],
  until = "2027-04-11",
  counted = ["firm"],
  outOfService = { spares: 0, failed: 0, maintenance: 0 },
}: Given): CapacityReport {
  const asOf = "2027-01-01";
  const amount = ({ accelerators, ...more }: SupplyLine) => ({ ...more, value: accelerators });
  const sites = [...new Set(lines.map(({ site }) => site))];
  const schedulable = 1 - outOfService.spares - outOfService.failed - outOfService.maintenance;
  const options = { from: instantOf(asOf), until: instantOf(until), schedulable, counted };
  return {
    asOf,
    until,
    by: "site",
    counted,
    schedulable,
    supply: { lines, undated },
    installed: stepsOf(lines.map(amount)),
    groups: sites.map((name) => ({ name, steps: stepsOf(lines.filter(({ site }) => site === name).map(amount)) })),
    power: { criticalIT: stepsOf(criticalIT), utility: stepsOf([]), groups: [], lines: [], uncounted: [] },
    waterfall: waterfallAt({ lines, undated }, instantOf(asOf), { outOfService }),
    scenarios: Object.entries(scenarios).map(([name, demands]) => ({
      name,
      demands: coverageIn(demands, lines, options),
    })),
  };
}

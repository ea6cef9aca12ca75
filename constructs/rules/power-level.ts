import { firmAt } from "../ledger";
import { formatMW, siteDates } from "../model";
import { isOver } from "../owned/over-limit";
import { apparent } from "../owned/power/baseline";
import { andMore, formatPower, inPhase, onceFor, type PowerAt, powerAtDates, rounded } from "./power-walk";
import type { Report, Rule } from "./rule";

export const powerLevel: Rule = {
  id: "PWR-1",
  title: "with nothing lost, no node of the power tree carries more than it delivers without end",
  severity: "error",
  layer: "mechanicalElectrical",
  formula:
    "for each node and phase date: sum of what its children draw, their losses included, <= rated kVA and kW, and <= V x A x sqrt(3) x k of its breaker, k = 0.8 unless listed for 100 %; sum of a utility's nodes <= its firm power",
  source:
    "NEC 210.20(A) and 215.3: an overcurrent device carries 125 % of the continuous load unless listed for 100 %; ratings of transformers and UPSs are continuous",
  *check(context) {
    const isNew = onceFor();
    for (const at of powerAtDates(context)) {
      for (const report of [...overloaded(at), ...beyondFirm(at)]) {
        if (isNew(report.path, `${report.observed} ${report.limit}`)) yield report;
      }
    }
  },
};

interface Over {
  readonly id: string;
  readonly load: number;
  readonly limit: number;
  readonly unit: "kW" | "kVA";
}

function overloaded({ power: { graph }, study, path, when, phase }: PowerAt): Report[] {
  const { baseline } = study().engine;
  const byEntry = new Map<string, Over[]>();
  for (const [index, { id, node }] of graph.nodes.entries()) {
    const kW = baseline.outKW[index] ?? 0;
    const kVA = apparent(kW, baseline.outKVAr[index] ?? 0);
    const over = overOf(id, { kW, kVA, limitKW: graph.limitKW[index] ?? 0, limitKVA: graph.limitKVA[index] ?? 0 });
    if (over !== undefined) byEntry.set(node.id, [...(byEntry.get(node.id) ?? []), over]);
  }
  return [...byEntry].map(([entry, overs]) => {
    const worst = overs.reduce((most, each) => (each.load / each.limit > most.load / most.limit ? each : most));
    const { id, load, limit, unit } = worst;
    return {
      path: `${path}.nodes.${entry}`,
      ...inPhase(phase),
      observed: rounded(load),
      limit: rounded(limit),
      unit,
      message: `${when}${id}${andMore(overs.length - 1, entry)} carries ${formatPower(load, unit)} with nothing lost, of the ${formatPower(limit, unit)} that it delivers without end`,
      hint: "move loads to other nodes, or correct its rating, its breaker or its continuous factor",
    };
  });
}

/** A node over one of its limits, by the unit in which it is further over. */
export function overOf(
  id: string,
  {
    kW,
    kVA,
    limitKW,
    limitKVA,
  }: { readonly kW: number; readonly kVA: number; readonly limitKW: number; readonly limitKVA: number },
): Over | undefined {
  const overs: Over[] = [
    { id, load: kW, limit: limitKW, unit: "kW" },
    { id, load: kVA, limit: limitKVA, unit: "kVA" },
  ];
  const [first, second] = overs.filter(({ load, limit }) => isOver(load, limit));
  return first === undefined || second === undefined
    ? first
    : second.load / second.limit > first.load / first.limit
      ? second
      : first;
}

function beyondFirm({ power: { graph, date }, study, site, path, when, phase }: PowerAt): Report[] {
  const { baseline } = study().engine;
  const dates = siteDates(site);
  return site.utilities.flatMap((service) => {
    const drawn = graph.nodes.reduce(
      (sum, { node }, index) => sum + (node.service === service.name ? (baseline.outKW[index] ?? 0) : 0),
      0,
    );
    const limit = firmAt(service, date, dates);
    if (!isOver(drawn, limit * 1000)) return [];
    const open = service.bound === "atLeast";
    return [
      {
        path: `${path.replace(/\.powerTopology$/, "")}.utilities.${service.name}`,
        ...inPhase(phase),
        ...(open ? { severity: "warning" as const } : {}),
        layer: "utility" as const,
        observed: Number((drawn / 1000).toFixed(3)),
        limit,
        unit: "MW",
        message: `${when}the power tree draws ${formatMW(drawn / 1000)} from ${service.name}, which delivers ${formatMW(limit, service.bound)} of firm power`,
      },
    ];
  });
}

import type { Machine } from "../catalog";
import { powerFiguresOf, siteFigures } from "../ledger";
import {
  type Colours,
  type FleetDocument,
  formatMoney,
  formatMW,
  groupThousands,
  type PowerFigure,
  type Programme,
  total,
} from "../model";

/** The fleet's sums. Powers of different meaning are not added: each line says which power it is, and on what basis. */
export function totalsOf(
  document: FleetDocument,
  lookup: (type: string) => Machine | undefined,
  colours: Colours,
): string {
  // A retired site counts no more.
  const sites = document.spec.sites.filter((site) => !site.retired);
  const figures = sites.flatMap(powerFiguresOf);
  const chips: Record<string, number> = {};
  for (const site of sites) {
    for (const [name, count] of Object.entries(siteFigures(site, lookup).accelerators))
      chips[name] = (chips[name] ?? 0) + count;
  }
  const ordered = Object.entries(chips).sort(([, a], [, b]) => b - a);
  const rows = [
    ...powerRows(figures),
    ...programmeRows(document),
    ...ordered.map(
      ([name, count], index) => [index === 0 ? "accelerators" : "", `${groupThousands(count)} ${name}`] as const,
    ),
  ];
  return [colours.bold("Totals"), ...rows.map(([label, text]) => `  ${colours.dim(label.padEnd(24))}${text}`)].join(
    "\n",
  );
}

/** What was announced for several sites together, which counts once. */
function programmeRows(document: FleetDocument): (readonly [string, string])[] {
  const programmes = new Map<string, Programme>();
  for (const site of document.spec.sites) {
    if ("programme" in site && site.programme !== undefined) programmes.set(site.programme.name, site.programme);
  }
  return [...programmes.values()].map(({ name, investment, power }, index) => {
    const sites = document.spec.sites.filter((site) => "programme" in site && site.programme?.name === name).length;
    const parts = [
      ...(power === undefined ? [] : [`${formatMW(power.valueMW, power.bound)} ${power.basis}`]),
      ...(investment === undefined ? [] : [`${formatMoney(investment)} ${investment.basis}`]),
    ];
    return [index === 0 ? "programmes" : "", `${name}: ${[...parts, `${sites} sites`].join(", ")}`] as const;
  });
}

function powerRows(figures: readonly PowerFigure[]): (readonly [string, string])[] {
  const groups: readonly (readonly [string, (figure: PowerFigure) => boolean])[] = [
    ["critical IT", (figure) => figure.meaning === "criticalIT"],
    ["counted as critical IT", (figure) => figure.meaning === "unstated" && figure.countedAs === "criticalIT"],
    ["utility", (figure) => figure.meaning === "utility"],
    ["counted as utility", (figure) => figure.meaning === "unstated" && figure.countedAs === "utility"],
    ["unstated, not counted", (figure) => figure.meaning === "unstated" && figure.countedAs === undefined],
  ];
  return groups.flatMap(([label, belongs]) => {
    const members = figures.filter(belongs).map(({ valueMW, bound, basis }) => ({ value: valueMW, bound, basis }));
    if (members.length === 0) return [];
    const sum = total(members);
    const parts = Object.entries(sum.byBasis).map(
      ([basis, value]) => `${groupThousands(Number(value.toFixed(1)))} ${basis}`,
    );
    return [[label, `${formatMW(sum.value, sum.bound)} (${parts.join(", ")})`] as const];
  });
}

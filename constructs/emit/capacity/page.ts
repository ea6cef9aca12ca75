import {
  type CapacityReport,
  type CommittedTotal,
  commitments,
  countedIn,
  type DemandCoverage,
  instantOf,
  instantText,
  remedyText,
  type Step,
  shortfallText,
  stepAt,
  wantedOn,
} from "../../ledger/capacity";
import { addDays, Basis, type Bound, formatCount, formatMW } from "../../model";
import { escapeMarkdown, markdownTable } from "../markdown";

/** What a fleet has, when, how sure, and where it is not enough, as a page. */
export function capacityPage(name: string, report: CapacityReport): string {
  const { asOf, until } = report;
  return [
    `# Capacity of ${escapeMarkdown(name)}, ${asOf} to ${until}\n`,
    ...summary(report),
    "## From contracted to firm\n",
    waterfallTable(report),
    "## Over time\n",
    timeTable(report),
    `## By ${report.by}\n`,
    groupTable(report),
    ...powerSection(report),
    ...demandSections(report),
    ...left(report),
  ].join("\n");
}

function summary({ asOf, installed, power, schedulable, counted }: CapacityReport): string[] {
  const now = stepAt(installed, instantOf(asOf));
  const critical = stepAt(power.criticalIT, instantOf(asOf));
  const utility = stepAt(power.utility, instantOf(asOf));
  return [
    `- Accelerators on ${asOf}: ${formatCount(now.value, now.bound)}${made(now, (value) => formatCount(value))}`,
    `- Critical IT power: ${formatMW(critical.value, critical.bound)}${made(critical, (value) => formatMW(value))}`,
    `- Utility power, where a source or a peak PUE states it: ${formatMW(utility.value, utility.bound)}${made(utility, (value) => formatMW(value))}`,
    `- Of the accelerators ${percent(schedulable)} take work; the rest are spares, failed, or in maintenance (policy).`,
    `- Counted against demand: ${counted.join(", ")}.\n`,
  ];
}

/** `, of which 0.3 reported, 2.2 assumed` */
function made({ byBasis }: CommittedTotal, write: (value: number) => string): string {
  const parts = Basis.options.flatMap((basis) => {
    const value = byBasis[basis];
    return value === undefined || value === 0 ? [] : [`${write(value)} ${basis}`];
  });
  return parts.length === 0 ? "" : `, of which ${parts.join(", ")}`;
}

/** What of a total is firm, with how exact that is. */
const firmOf = ({ byCommitment, boundByCommitment }: CommittedTotal): [number, Bound] => [
  byCommitment.firm,
  boundByCommitment.firm,
];

const unsureOnes = ["terminable", "conditional", "preliminary", "optional"] as const;

const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;

function waterfallTable({ waterfall: { unsure, bounds, ...steps } }: CapacityReport): string {
  const rows: readonly (readonly [string, number, Bound])[] = [
    ["contracted, all pools", steps.contracted, bounds.contracted],
    ["- without a day", steps.undated, bounds.undated],
    ["- on a later day", steps.later, bounds.later],
    ["= installed", steps.installed, bounds.installed],
    ["- spares", steps.spares, bounds.installed],
    ["- failed", steps.failed, bounds.installed],
    ["- in maintenance", steps.maintenance, bounds.installed],
    ["= schedulable", steps.schedulable, bounds.installed],
    ...unsureOnes.map((commitment) => [`- ${commitment}`, unsure[commitment], bounds[commitment]] as const),
    ["= schedulable and firm", steps.firm, bounds.firm],
  ];
  return markdownTable(
    [
      { heading: "step", cell: ([step]) => step },
      {
        heading: "accelerators",
        align: "right",
        cell: ([, value, bound]) => (value === 0 ? "0" : formatCount(value, bound)),
      },
    ],
    rows,
  );
}

/** Instants at which something changes within what one looks at, its beginning first. */
export function changesIn(
  { asOf, until }: Pick<CapacityReport, "asOf" | "until">,
  ...all: readonly (readonly Step[])[]
): number[] {
  const [begin, end] = [instantOf(asOf), instantOf(until)];
  const changes = all.flat().flatMap(({ from }) => (from !== undefined && from > begin && from < end ? [from] : []));
  return [...new Set([begin, ...changes])].sort((a, b) => a - b);
}

function timeTable(report: CapacityReport): string {
  const { installed, power, schedulable } = report;
  const rows = changesIn(report, installed, power.criticalIT, power.utility).map((at) => ({
    at,
    count: stepAt(installed, at),
    critical: stepAt(power.criticalIT, at),
    utility: stepAt(power.utility, at),
  }));
  return markdownTable(
    [
      { heading: "from", cell: ({ at }) => instantText(at) },
      { heading: "installed", align: "right", cell: ({ count }) => formatCount(count.value, count.bound) },
      {
        heading: "schedulable",
        align: "right",
        cell: ({ count }) => formatCount(Math.floor(count.value * schedulable), count.bound),
      },
      ...commitments.map((commitment) => ({
        heading: commitment,
        align: "right" as const,
        cell: ({ count }: (typeof rows)[number]) =>
          formatCount(count.byCommitment[commitment], count.boundByCommitment[commitment]),
      })),
      { heading: "critical IT", align: "right", cell: ({ critical }) => formatMW(critical.value, critical.bound) },
      { heading: "of it firm", align: "right", cell: ({ critical }) => formatMW(...firmOf(critical)) },
      { heading: "utility", align: "right", cell: ({ utility }) => formatMW(utility.value, utility.bound) },
    ],
    rows,
  );
}

function groupTable({ asOf, until, groups, by }: CapacityReport): string {
  const last = instantOf(addDays(until, -1));
  const rows = groups.map(({ name, steps }) => ({
    name,
    now: stepAt(steps, instantOf(asOf)),
    atEnd: stepAt(steps, last),
  }));
  return markdownTable(
    [
      { heading: by, cell: ({ name }) => name },
      { heading: `on ${asOf}`, align: "right", cell: ({ now }) => formatCount(now.value, now.bound) },
      { heading: "of it firm", align: "right", cell: ({ now }) => formatCount(...firmOf(now)) },
      {
        heading: `on ${addDays(until, -1)}`,
        align: "right",
        cell: ({ atEnd }) => formatCount(atEnd.value, atEnd.bound),
      },
      { heading: "firm then", align: "right", cell: ({ atEnd }) => formatCount(...firmOf(atEnd)) },
    ],
    rows,
  );
}

function powerSection({ asOf, until, by, power: { groups } }: CapacityReport): string[] {
  if (groups.length === 0) return [];
  const [begin, last] = [instantOf(asOf), instantOf(addDays(until, -1))];
  const rows = groups.map(({ name, criticalIT, utility }) => ({
    name,
    now: stepAt(criticalIT, begin),
    atEnd: stepAt(criticalIT, last),
    drawn: stepAt(utility, last),
  }));
  const table = markdownTable(
    [
      { heading: by, cell: ({ name }) => name },
      { heading: `critical IT on ${asOf}`, align: "right", cell: ({ now }) => formatMW(now.value, now.bound) },
      { heading: "of it firm", align: "right", cell: ({ now }) => formatMW(...firmOf(now)) },
      {
        heading: `critical IT on ${addDays(until, -1)}`,
        align: "right",
        cell: ({ atEnd }) => formatMW(atEnd.value, atEnd.bound),
      },
      { heading: "firm then", align: "right", cell: ({ atEnd }) => formatMW(...firmOf(atEnd)) },
      {
        heading: "utility then",
        align: "right",
        cell: ({ drawn }) =>
          drawn.value === 0 && drawn.bound === "atLeast" ? "not stated" : formatMW(drawn.value, drawn.bound),
      },
    ],
    rows,
  );
  return [`## Power by ${by}\n`, table];
}

function demandSections(report: CapacityReport): string[] {
  if (report.scenarios.every(({ demands }) => demands.length === 0))
    return ["## Demand\n", "Nothing is said of demand.\n"];
  return report.scenarios.flatMap(({ name, demands }) => [
    `## Demand in scenario ${name}\n`,
    demandTable(report, demands),
    ...demands.flatMap(shortfallLines),
  ]);
}

function demandTable({ asOf, until }: CapacityReport, demands: readonly DemandCoverage[]): string {
  const last = addDays(until, -1);
  return markdownTable(
    [
      { heading: "demand", cell: ({ demand: { demand } }) => demand.name },
      { heading: "priority", align: "right", cell: ({ demand: { demand } }) => demand.priority },
      { heading: "in", cell: ({ demand: { demand } }) => countedIn(demand) },
      {
        heading: `wanted ${asOf}`,
        align: "right",
        cell: ({ demand }) => formatCount(Math.ceil(wantedOn(demand, asOf)), demand.demand.bound),
      },
      {
        heading: `wanted ${last}`,
        align: "right",
        cell: ({ demand }) => formatCount(Math.ceil(wantedOn(demand, last)), demand.demand.bound),
      },
      {
        heading: `firm and usable by it ${asOf}`,
        align: "right",
        cell: ({ usable }) => {
          const [firm, bound] = firmOf(stepAt(usable, instantOf(asOf)));
          return formatCount(Math.floor(firm), bound);
        },
      },
      {
        heading: "served by, at a throughput of",
        cell: ({ machines }) =>
          machines.length === 0
            ? "nothing there"
            : machines.map(({ machine, throughput }) => `${machine} ${throughput}`).join(", "),
      },
      { heading: "covered", cell: ({ shortfalls }) => (shortfalls.length === 0 ? "yes" : "no") },
    ],
    demands,
  );
}

function shortfallLines({ demand: { demand }, shortfalls }: DemandCoverage): string[] {
  if (shortfalls.length === 0) return [];
  const lines = shortfalls.map((shortfall) => {
    const remedy = remedyText(shortfall);
    return `- **${escapeMarkdown(demand.name)}**: ${escapeMarkdown(shortfallText(shortfall, demand))}${remedy === undefined ? "" : `. ${escapeMarkdown(remedy)}`}.`;
  });
  return [`${lines.join("\n")}\n`];
}

/** What stands in no total. */
function left({ supply: { undated }, power: { uncounted } }: CapacityReport): string[] {
  const lines = [
    ...undated.map(
      ({ site, cluster, pool, accelerators, accelerator }) =>
        `- ${site}.${cluster}.${pool}: ${formatCount(accelerators)} ${accelerator} without a day on which they have power`,
    ),
    ...uncounted.map(({ site, phase, figure }) =>
      figure === undefined
        ? `- ${site}: no power is stated`
        : `- ${site}${phase === undefined ? "" : `, phase ${phase}`}: ${formatMW(figure.valueMW, figure.bound)} of which nobody says which power, or from when`,
    ),
  ];
  return lines.length === 0 ? [] : ["## In no total\n", `${lines.map(escapeList).join("\n")}\n`];
}

const escapeList = (line: string): string => `- ${escapeMarkdown(line.slice(2))}`;

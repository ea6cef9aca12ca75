import type { EnergyFigures, EnergyGap, EnergyReport, EnergySum, SiteEnergyReport } from "../../ledger/energy";
import { Basis, formatCount, formatMW, groupThousands, type Total } from "../../model";
import { escapeMarkdown, markdownTable } from "../markdown";
import { demandResponseSection } from "./demand-response";

/** Energy, water and greenhouse gases of a fleet, as a page. */
export function energyPage(name: string, report: EnergyReport): string {
  const { from, until } = report;
  return [
    `# Energy of ${escapeMarkdown(name)}, ${from} to ${until}\n`,
    ...summary(report),
    "## By site: power, and energy\n",
    siteTable(report),
    "## For an installed accelerator-hour\n",
    rateTable(report),
    ...groupSection(report),
    "## By month\n",
    monthTable(report),
    ...demandResponseSection(report),
    ...gapSection("Not known", report.gaps.unknown),
    ...undatedSection(report),
    ...assumedSection(report.gaps.assumed),
  ].join("\n");
}

function summary({ total, hours, counted, until }: EnergyReport): string[] {
  const { fullMWh, itMWh, facilityMWh, waterM3, locationTonnes, marketTonnes } = total;
  return [
    `- Half-open and in UTC: ${groupThousands(hours)} hours, up to ${until} and without it. Counted are machines that are ${counted.join(", ")}.`,
    `- Installed accelerator-hours: ${formatCount(total.acceleratorHours.value, total.acceleratorHours.bound)}${made(total.acceleratorHours, "")}`,
    `- Energy of IT: ${said(itMWh, "MWh")}; at full power all the time it would be ${fullMWh === undefined ? "not known" : amount(fullMWh, "MWh")}`,
    `- Energy of the sites: ${said(facilityMWh, "MWh")}`,
    `- Water: ${said(waterM3, "m³")}`,
    `- Greenhouse gases, by the grid (location-based): ${said(locationTonnes, "t CO2e")}`,
    `- Greenhouse gases, by contract (market-based): ${said(marketTonnes, "t CO2e")}\n`,
  ];
}

/** `≥ 1,234 MWh, of which 1,000 assumed`, and how much of the fleet that speaks of. */
function said(sum: EnergySum | undefined, unit: string): string {
  if (sum === undefined) return "not known";
  const left = sum.complete
    ? ""
    : `; of what is known, ${groupThousands(Math.round(sum.acceleratorHours))} accelerator-hours`;
  return `${amount(sum, unit)}${made(sum, unit)}${left}`;
}

/** `, of which 0.3 reported, 2.2 assumed` */
function made({ byBasis }: Total, unit: string): string {
  const parts = Basis.options.flatMap((basis) => {
    const value = byBasis[basis];
    return value === undefined ? [] : [`${rounded(value)}${unit === "" ? "" : ` ${unit}`} ${basis}`];
  });
  const [only] = Basis.options.filter((basis) => byBasis[basis] !== undefined);
  if (parts.length === 1) return `, ${only}`;
  return parts.length === 0 ? "" : `, of which ${parts.join(", ")}`;
}

const sign = { exact: "", atLeast: "≥ ", atMost: "≤ ", about: "~ " } as const;

const amount = ({ value, bound }: Total, unit: string): string => `${sign[bound]}${rounded(value)} ${unit}`;

/** Four digits at least, and no fraction of what has as many. */
const rounded = (value: number): string =>
  groupThousands(Math.abs(value) >= 1_000 ? Math.round(value) : Number(value.toPrecision(4)));

const cell = (sum: Total | undefined): string => (sum === undefined ? "?" : `${sign[sum.bound]}${rounded(sum.value)}`);

const right = "right" as const;

const figureColumns = [
  { heading: "IT MWh", align: right, cell: ({ figures }: Row) => cell(figures.itMWh) },
  { heading: "site MWh", align: right, cell: ({ figures }: Row) => cell(figures.facilityMWh) },
  { heading: "water m³", align: right, cell: ({ figures }: Row) => cell(figures.waterM3) },
  { heading: "t CO2e, grid", align: right, cell: ({ figures }: Row) => cell(figures.locationTonnes) },
  { heading: "t CO2e, contracts", align: right, cell: ({ figures }: Row) => cell(figures.marketTonnes) },
] as const;

interface Row {
  readonly figures: EnergyFigures;
}

function siteTable({ sites }: EnergyReport): string {
  return markdownTable<SiteEnergyReport>(
    [
      { heading: "site", cell: ({ name }) => name },
      { heading: "IT MW at full power", align: right, cell: ({ fullMW }) => formatMW(fullMW).replace(" MW", "") },
      {
        heading: "IT MW on average",
        align: right,
        cell: ({ averageItMW }) => (averageItMW === undefined ? "?" : formatMW(averageItMW).replace(" MW", "")),
      },
      { heading: "PUE", align: right, cell: ({ pue }) => (pue === undefined ? "?" : String(Number(pue.toFixed(3)))) },
      ...figureColumns,
    ],
    sites,
  );
}

function rateTable({ sites, total }: EnergyReport): string {
  const rate = (sum: EnergySum | undefined, factor: number): string =>
    sum === undefined || sum.acceleratorHours === 0
      ? "?"
      : groupThousands(Number(((sum.value * factor) / sum.acceleratorHours).toPrecision(4)));
  return markdownTable<{ readonly name: string; readonly figures: EnergyFigures }>(
    [
      { heading: "site", cell: ({ name }) => name },
      { heading: "accelerator-hours", align: right, cell: ({ figures }) => cell(figures.acceleratorHours) },
      { heading: "kWh of IT", align: right, cell: ({ figures }) => rate(figures.itMWh, 1_000) },
      { heading: "kWh of the site", align: right, cell: ({ figures }) => rate(figures.facilityMWh, 1_000) },
      { heading: "L", align: right, cell: ({ figures }) => rate(figures.waterM3, 1_000) },
      { heading: "g CO2e, grid", align: right, cell: ({ figures }) => rate(figures.locationTonnes, 1_000_000) },
      { heading: "g CO2e, contracts", align: right, cell: ({ figures }) => rate(figures.marketTonnes, 1_000_000) },
    ],
    [...sites, { name: "all, of those known", figures: total }],
  );
}

function groupSection({ by, groups }: EnergyReport): string[] {
  if (by === "site") return [];
  const table = markdownTable<(typeof groups)[number]>(
    [
      { heading: by, cell: ({ name }) => name },
      { heading: "accelerator-hours", align: right, cell: ({ figures }) => cell(figures.acceleratorHours) },
      ...figureColumns,
    ],
    groups,
  );
  return [`## By ${by}\n`, table];
}

const monthTable = ({ months }: EnergyReport): string =>
  markdownTable<(typeof months)[number]>(
    [
      { heading: "month", cell: ({ month }) => month },
      { heading: "accelerator-hours", align: right, cell: ({ figures }) => cell(figures.acceleratorHours) },
      ...figureColumns,
    ],
    months,
  );

function gapSection(title: string, gaps: readonly EnergyGap[]): string[] {
  if (gaps.length === 0) return [];
  const lines = gaps.map(({ path, what, fix }) => `- ${escapeMarkdown(`${path}: ${what}; say ${fix}`)}`);
  return [`## ${title}\n`, `${lines.join("\n")}\n`];
}

const assumedSection = (gaps: readonly EnergyGap[]): string[] => gapSection("Assumed", gaps);

function undatedSection({ undated }: EnergyReport): string[] {
  if (undated.length === 0) return [];
  const lines = undated.map(
    ({ site, cluster, pool, accelerators, accelerator }) =>
      `- ${escapeMarkdown(`${site}.${cluster}.${pool}: ${formatCount(accelerators)} ${accelerator} without a day on which they have power`)}`,
  );
  return ["## In no sum\n", `${lines.join("\n")}\n`];
}

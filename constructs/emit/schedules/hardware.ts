import type { MaterialLine } from "../../ledger";
import type { PhysicalSiteSpec } from "../../model";
import { toCsv } from "../csv";
import type { EmittedFile } from "../emit";
import { escapeMarkdown, markdownTable } from "../markdown";

/** The bill of materials of a site, for procurement: a table for each phase, and one of what to order when. */
export function hardwareFiles(site: PhysicalSiteSpec, lines: readonly MaterialLine[]): EmittedFile[] {
  if (lines.length === 0) return [];
  return [
    { file: "schedules/bill-of-materials.csv", text: csv(site, lines) },
    { file: "schedules/bill-of-materials.md", text: markdown(site, lines) },
  ];
}

const columns = [
  "site",
  "phase",
  "deployment",
  "kind",
  "item",
  "quantity",
  "spares",
  "total",
  "buyer",
  "supplier",
  "state",
  "leadTimeWeeks",
  "leadTimeBasis",
  "leadTimeSource",
  "orderBy",
  "neededBy",
  "ordered",
  "delivered",
] as const;

function csv(site: PhysicalSiteSpec, lines: readonly MaterialLine[]): string {
  return toCsv(
    columns,
    lines.map(({ leadTimeWeeks, ...line }) => ({
      ...line,
      site: site.name,
      total: line.quantity + line.spares,
      leadTimeWeeks: leadTimeWeeks.value,
      leadTimeBasis: leadTimeWeeks.basis,
      leadTimeSource: leadTimeWeeks.source,
    })),
  );
}

function markdown(site: PhysicalSiteSpec, lines: readonly MaterialLine[]): string {
  const phases = [...new Set(lines.map(({ phase }) => phase))];
  const assumed = lines.some(({ leadTimeWeeks }) => leadTimeWeeks.basis === "assumed");
  return [
    `# Bill of materials: ${escapeMarkdown(site.displayName ?? site.name)}\n`,
    "What the counterparty buys stands here to be tracked, not to be ordered.\n",
    ...(assumed
      ? ["Assumed lead times are nobody's promise: ask the supplier, and state them in the deployment.\n"]
      : []),
    "## By the day of the order\n",
    markdownTable(
      [
        { heading: "order by", cell: ({ orderBy }) => orderBy },
        { heading: "needed by", cell: ({ neededBy }) => neededBy },
        { heading: "item", cell: ({ item }) => item },
        { heading: "total", align: "right", cell: totalOf },
        { heading: "phase", cell: ({ phase }) => phase },
        { heading: "supplier", cell: ({ supplier }) => supplier },
        { heading: "ordered", cell: ({ ordered }) => ordered },
      ],
      [...own(lines)].sort(byOrder),
    ),
    ...phases.flatMap((phase) => [
      `## Phase ${escapeMarkdown(phase)}\n`,
      phaseTable(lines.filter((line) => line.phase === phase)),
    ]),
  ].join("\n");
}

const totalOf = ({ quantity, spares }: MaterialLine): number => quantity + spares;

const own = (lines: readonly MaterialLine[]): MaterialLine[] => lines.filter(({ buyer }) => buyer === "self");

/** Earliest first; what no date speaks of comes last. */
function byOrder(a: MaterialLine, b: MaterialLine): number {
  const [first, second] = [a.orderBy ?? "9999", b.orderBy ?? "9999"];
  return first < second ? -1 : first > second ? 1 : 0;
}

const phaseTable = (lines: readonly MaterialLine[]): string =>
  markdownTable(
    [
      { heading: "kind", cell: ({ kind }) => kind },
      { heading: "item", cell: ({ item }) => item },
      { heading: "quantity", align: "right", cell: ({ quantity }) => quantity },
      { heading: "spares", align: "right", cell: ({ spares }) => spares },
      { heading: "buyer", cell: ({ buyer }) => buyer },
      { heading: "supplier", cell: ({ supplier }) => supplier },
      {
        heading: "deployment",
        cell: ({ kind, deployment }) => deployment ?? (kind === "machine" ? "none yet" : undefined),
      },
      { heading: "state", cell: ({ state }) => state },
      {
        heading: "lead time (weeks)",
        align: "right",
        cell: ({ leadTimeWeeks: { value, basis } }) => (basis === "assumed" ? `${value} (assumed)` : value),
      },
      { heading: "order by", cell: ({ orderBy }) => orderBy },
      { heading: "needed by", cell: ({ neededBy }) => neededBy },
      { heading: "delivered", cell: ({ delivered }) => delivered },
    ],
    lines,
  );

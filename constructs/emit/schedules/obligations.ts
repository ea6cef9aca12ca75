import { committedCost, type ObligationOptions, obligationsByYear, type YearObligation } from "../../ledger";
import { leaseOf, type SiteSpec } from "../../model";
import { toCsv } from "../csv";
import type { EmittedFile } from "../emit";
import { escapeMarkdown, type MarkdownColumn, markdownTable } from "../markdown";
import { moneyText } from "../money-text";

export interface ObligationFileOptions extends ObligationOptions {
  /**
   * The day on which notice would be given, for the ways out and what each costs.
   * @default - they are left out, since they move with the day
   */
  readonly asOf?: string | undefined;
  readonly organisation?: string | undefined;
}

const columns = [
  "site",
  "signed",
  "year",
  "rent",
  "minimum",
  "fixedPassThrough",
  "powerAtFullLoad",
  "total",
  "deposits",
  "currency",
] as const;

/** What a lease costs by fiscal year, as a table for a spreadsheet and as a page; no files where nothing is known. */
export function obligationFiles(site: SiteSpec, options: ObligationFileOptions): EmittedFile[] {
  const rows = obligationsByYear(site, options);
  if (rows.length === 0) return [];
  return [
    { file: "schedules/obligations.csv", text: obligationsCsv(rows) },
    { file: "schedules/obligations.md", text: page(site, rows, options) },
  ];
}

/** The same table over several sites. */
export const obligationsCsv = (rows: readonly YearObligation[]): string =>
  toCsv(
    columns,
    rows.map((row) => ({
      site: row.site,
      signed: row.signed,
      year: row.year,
      rent: row.rent.toFixed(2),
      minimum: row.minimum.toFixed(2),
      fixedPassThrough: row.fixed.toFixed(2),
      powerAtFullLoad: row.power.toFixed(2),
      total: row.total.toFixed(2),
      deposits: row.deposits.toFixed(2),
      currency: row.currency,
    })),
  );

const money = (
  heading: string,
  of: (row: YearObligation) => YearObligation["rent"],
): MarkdownColumn<YearObligation> => ({ heading, align: "right", cell: (row) => moneyText(of(row), row.currency) });

function page(site: SiteSpec, rows: readonly YearObligation[], options: ObligationFileOptions): string {
  const has = (of: (row: YearObligation) => YearObligation["rent"]) => rows.some((row) => !of(row).eq(0));
  const signed = rows.every((row) => row.signed);
  return [
    `# Obligations by ${options.fiscalYearStart === 1 ? "year" : "fiscal year"}: ${escapeMarkdown(site.displayName ?? site.name)}\n`,
    ...(signed ? [] : ["The lease is not signed: nothing of this is committed.\n"]),
    markdownTable(
      [
        { heading: "year", cell: ({ year }) => year },
        money("rent", ({ rent }) => rent),
        ...(rows.every((row) => row.minimum.eq(row.rent)) ? [] : [money("take or pay", ({ minimum }) => minimum)]),
        ...(has(({ fixed }) => fixed) ? [money("pass-through", ({ fixed }) => fixed)] : []),
        ...(has(({ power }) => power) ? [money("power at full load", ({ power }) => power)] : []),
        money("total", ({ total }) => total),
        ...(has(({ deposits }) => deposits) ? [money("deposits", ({ deposits }) => deposits)] : []),
      ],
      rows,
    ),
    ...exits(site, options),
  ].join("\n");
}

/** Every way out, and what is owed until then. */
function exits(site: SiteSpec, { asOf, machine, organisation }: ObligationFileOptions): string[] {
  const lease = leaseOf(site);
  if (asOf === undefined || lease === undefined) return [];
  const cost = committedCost(site, { machine, asOf, organisation });
  const rows = (cost?.exits ?? []).flatMap(({ exit, owed }) => owed.map((each) => ({ exit, ...each })));
  if (rows.length === 0) return [];
  return [
    `## Ways out, with notice given on ${asOf}\n`,
    markdownTable(
      [
        { heading: "last day", cell: ({ exit }) => exit.day },
        {
          heading: "by",
          cell: ({ exit }) => (exit.right === undefined ? "end of the term" : `right of ${exit.right.party}`),
        },
        { heading: "rent until then", align: "right", cell: ({ rent, currency }) => moneyText(rent, currency) },
        { heading: "fee", align: "right", cell: ({ fee, currency }) => moneyText(fee, currency) },
        { heading: "committed", align: "right", cell: ({ committed, currency }) => moneyText(committed, currency) },
      ],
      rows,
    ),
  ];
}

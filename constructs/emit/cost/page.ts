import type { CostGroup, CostReport, CostTotal, HourCost } from "../../ledger/cost";
import { Basis, formatMoney } from "../../model";
import { escapeMarkdown, type MarkdownColumn, markdownTable } from "../markdown";
import { moneyText, moneyTexts } from "../money-text";

/** What a fleet costs, and what of it cannot be avoided, as a page. */
export function costPage(name: string, report: CostReport): string {
  const { first, last, by } = report;
  return [
    `# Cost of ${escapeMarkdown(name)}, ${first} to ${last}\n`,
    ...summary(report),
    `## By ${by}\n`,
    groupTable(report),
    "## Obligations by fiscal year\n",
    yearTable(report),
    "## By month\n",
    monthTable(report),
    ...budgetSection(report),
    ...leftSection(report),
    ...meteredSection(report),
    ...gapSection(report),
  ].join("\n");
}

function summary({ whole, presentValue, counted, left, first }: CostReport): string[] {
  const { totals, hours } = whole;
  if (totals.length === 0)
    return [`Nothing is said of what this fleet costs: give it price books (addPriceBook), and its leases a rent.\n`];
  const hourly = hours === undefined ? [] : [hourLine(whole)];
  return [
    ...totals.map(
      (each) =>
        `- Cost: ${sign(each)}${moneyText(each.cost, each.currency)}${made(each)}; committed ${moneyText(each.committed, each.currency)}, flexible ${moneyText(each.flexible, each.currency)}`,
    ),
    ...totals.map(
      (each) =>
        `- Paid: ${moneyText(each.cash, each.currency)}, of which ${moneyText(each.committedCash, each.currency)} cannot be avoided`,
    ),
    ...hourly,
    ...(presentValue === undefined
      ? ["- Present value: no rate is stated (planning.discountRatePerYear, or --rate)"]
      : presentValue.sums.map(
          ({ currency, cash, committed, left: worth }) =>
            `- Present value in ${first} at ${percent(presentValue.rate)} a year: payments ${moneyText(cash, currency)}, committed ${moneyText(committed, currency)}${left.length === 0 ? "" : `, what is bought and left at the end ${moneyText(worth, currency)}`}`,
        )),
    `- Counted is what is ${counted.join(", ")}. Committed is what is due whatever is used, until the first day on which one can leave.\n`,
  ];
}

function hourLine({ hourCosts, hours }: CostGroup): string {
  const texts = hourCosts.map(
    (each) => `${rate(each.perInstalledHour, each)} an installed accelerator-hour${used(each)}`,
  );
  const unknown =
    hours?.used === undefined
      ? "; what an hour of work costs is not known before every cluster has a utilization (or --utilization)"
      : "";
  return `- An hour: ${texts.join(", ")}${unknown}`;
}

const used = (each: HourCost): string =>
  each.perUsedHour === undefined ? "" : `, ${rate(each.perUsedHour, each)} a used one`;

const rate = (amount: HourCost["perInstalledHour"], each: HourCost): string =>
  `${sign(each)}${formatMoney({ amount: amount.toFixed(4), currency: each.currency })}`;

const signs = { exact: "", atLeast: "≥ ", atMost: "≤ ", about: "~ " } as const;
const sign = ({ bound }: Pick<CostTotal, "bound">): string => signs[bound];
const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;

/** `, of which $5.00 list, $3.00 assumed` */
function made({ byBasis, currency }: CostTotal): string {
  const parts = Basis.options.flatMap((basis) => {
    const amount = byBasis[basis];
    return amount === undefined || amount.eq(0) ? [] : [`${moneyText(amount, currency)} ${basis}`];
  });
  return parts.length === 0 ? "" : `, of which ${parts.join(", ")}`;
}

/** Columns of a sum; of a part that nobody has priced there is none. */
function totalColumns<Row>(of: (row: Row) => CostTotal | undefined): MarkdownColumn<Row>[] {
  const money = (heading: string, amountOf: (total: CostTotal) => CostTotal["cost"]): MarkdownColumn<Row> => ({
    heading,
    align: "right",
    cell: (row) => {
      const total = of(row);
      return total === undefined ? undefined : moneyText(amountOf(total), total.currency);
    },
  });
  return [
    {
      heading: "cost",
      align: "right",
      cell: (row) => {
        const total = of(row);
        return total === undefined ? "not known" : `${sign(total)}${moneyText(total.cost, total.currency)}`;
      },
    },
    money("committed", ({ committed }) => committed),
    money("flexible", ({ flexible }) => flexible),
    money("paid", ({ cash }) => cash),
  ];
}

function groupTable({ groups, by }: CostReport): string {
  const rows = groups.flatMap((group): { readonly group: CostGroup; readonly total?: CostTotal }[] =>
    group.totals.length === 0 ? [{ group }] : group.totals.map((total) => ({ group, total })),
  );
  const hourCost = ({ group, total }: (typeof rows)[number]) =>
    group.hourCosts.find(({ currency }) => currency === total?.currency);
  return markdownTable(
    [
      { heading: by, cell: ({ group }) => group.name },
      ...totalColumns<(typeof rows)[number]>(({ total }) => total),
      {
        heading: "an installed hour",
        align: "right",
        cell: (row) => {
          const each = hourCost(row);
          return each === undefined ? undefined : rate(each.perInstalledHour, each);
        },
      },
      {
        heading: "a used hour",
        align: "right",
        cell: (row) => {
          const each = hourCost(row);
          return each?.perUsedHour === undefined ? undefined : rate(each.perUsedHour, each);
        },
      },
    ],
    rows,
  );
}

function yearTable({ years }: CostReport): string {
  return markdownTable(
    [
      { heading: "year", cell: ({ year, months }) => (months === 12 ? year : `${year} (${months} of 12 months)`) },
      ...totalColumns<(typeof years)[number]>((year) => year),
      {
        heading: "of it not to be avoided",
        align: "right",
        cell: ({ committedCash, currency }) => moneyText(committedCash, currency),
      },
      { heading: "deposits", align: "right", cell: ({ deposits, currency }) => moneyText(deposits, currency) },
      {
        heading: "fees of first exits",
        align: "right",
        cell: ({ exitFees, currency }) => moneyText(exitFees, currency),
      },
    ],
    years,
  );
}

const monthTable = ({ months }: CostReport): string =>
  markdownTable(
    [{ heading: "month", cell: ({ month }) => month }, ...totalColumns<(typeof months)[number]>((month) => month)],
    months,
  );

function budgetSection({ budgets }: CostReport): string[] {
  if (budgets.length === 0) return [];
  const table = markdownTable(
    [
      { heading: "budget", cell: ({ budget }) => budget.name },
      { heading: "year", cell: ({ budget }) => budget.year },
      { heading: "counts", cell: ({ budget }) => (budget.counts === "cash" ? "paid" : "committed") },
      { heading: "most", align: "right", cell: ({ budget }) => formatMoney(budget.most) },
      {
        heading: "spoken for",
        align: "right",
        cell: ({ spent, budget }) => moneyText(spent, budget.most.currency),
      },
      { heading: "beside it", align: "right", cell: ({ others }) => moneyTexts(others) },
      { heading: "kept", cell: ({ spent, budget }) => (spent.lte(budget.most.amount) ? "yes" : "no") },
    ],
    budgets,
  );
  return ["## Budgets\n", table];
}

function leftSection({ left, last }: CostReport): string[] {
  if (left.length === 0) return [];
  const table = markdownTable(
    [
      { heading: "site", cell: ({ site }) => site },
      { heading: "price", cell: ({ price }) => price },
      { heading: "worth", align: "right", cell: ({ amount, currency }) => moneyText(amount, currency) },
    ],
    left,
  );
  return [`## Worth in the books at the end of ${last}\n`, table];
}

/** On what leases charge power by meter: an assumption where nobody says enough. */
function meteredSection({ metered }: CostReport): string[] {
  const texts = metered.map(({ path, chargedOn, lacks }) =>
    chargedOn === "averageEnergy"
      ? `${path}: on the energy that the machines draw on average (siteform energy)`
      : `${path}: on every contracted kW in every hour, the most it can be; an assumption, for nobody says ${lacks ?? ""}`,
  );
  return texts.length === 0
    ? []
    : ["## Metered power of leases\n", `${texts.map((text) => `- ${escapeMarkdown(text)}`).join("\n")}\n`];
}

const gapSection = ({ gaps }: CostReport): string[] =>
  gaps.length === 0
    ? []
    : ["## In no sum\n", `${gaps.map(({ message }) => `- ${escapeMarkdown(message)}`).join("\n")}\n`];

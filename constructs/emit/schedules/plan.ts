import Big from "big.js";
import { type Currency, formatFinding } from "../../model";
import type { Binding, Hedge, Plan, PlanResult, ScenarioCost } from "../../planner";
import { escapeMarkdown, type MarkdownColumn, markdownTable } from "../markdown";
import { moneyText } from "../money-text";
import { count, joined, percent } from "./page-parts";
import { shortagePage } from "./plan-shortage";

/** A plan as a page: what to buy and when, what it costs, how well that is proven, what binds; or why there is none. */
export function planReport(result: PlanResult): string {
  switch (result.status) {
    case "planned":
      return joined(plannedPage(result));
    case "infeasible":
      return joined(shortagePage(result, planReport));
    case "refused":
      return joined([
        "# No plan: the request is wrong\n",
        result.findings.map((finding) => `- ${escapeMarkdown(formatFinding(finding))}\n`).join(""),
      ]);
    case "unknown":
      return `# No plan: the search ended\n\nIts ${result.stoppedBy} were over before any plan was found. That proves nothing: give it more.\n`;
  }
}

function plannedPage(plan: Plan): string[] {
  const { currency, request, cost, proof, scenarios, purchases } = plan;
  const { first } = request.horizon;
  const last = scenarios[0]?.byMonth.at(-1)?.month ?? first;
  const expected = scenarios.length > 1 ? "expected over the scenarios, " : "";
  return [
    `# Plan: ${first} to ${last}\n`,
    `**${moneyText(cost, currency)}** (${expected}present value in ${first} at ${percent(request.discountRatePerYear)} a year). ${proven(proof, cost, currency)}\n`,
    "## What to buy\n",
    purchases.length === 0 ? "Nothing: what there is suffices.\n" : purchaseTable(plan),
    plan.returns.length === 0 ? "" : `## What to give back\n\n${returnTable(plan)}`,
    ...costParts(plan),
    worthPart(plan),
    plan.hedge === undefined ? "" : hedgePart(plan.hedge, currency),
  ];
}

function proven({ gap, isProven, bound, stoppedBy }: Plan["proof"], cost: Big, currency: Currency): string {
  const clock =
    stoppedBy === "seconds" ? " A search was ended by the clock: another run may end with another plan." : "";
  if (gap === 0) return `No plan costs less: this is proven.${clock}`;
  const nodes = stoppedBy === "nodes" && !isProven ? " The search was ended by its limit of nodes." : "";
  return `No plan costs less than ${moneyText(new Big(bound), currency)}, so that this one is at most ${percent(gap, 4)} (${moneyText(cost.minus(bound), currency)}) above the cheapest.${clock}${nodes}`;
}

const scenarioColumn = <Row extends { readonly scenario?: string }>({ scenarios }: Plan): MarkdownColumn<Row>[] =>
  scenarios.length < 2 ? [] : [{ heading: "if", cell: ({ scenario }) => scenario ?? "any" }];

const purchaseTable = (plan: Plan): string =>
  markdownTable(
    [
      { heading: "decide in", cell: ({ decided }) => decided },
      ...scenarioColumn<Plan["purchases"][number]>(plan),
      { heading: "offer", cell: ({ offer }) => offer.name },
      { heading: "kind", cell: ({ offer }) => offer.kind },
      { heading: "counterparty", cell: ({ offer }) => offer.counterparty },
      { heading: "accelerator", cell: ({ offer }) => offer.accelerator },
      { heading: "steps", align: "right", cell: ({ steps }) => count(steps) },
      { heading: "accelerators", align: "right", cell: ({ accelerators }) => count(accelerators) },
      { heading: "there from", cell: ({ starts }) => starts },
      { heading: "until", cell: ({ ends }) => ends },
    ],
    plan.purchases,
  );

const returnTable = (plan: Plan): string =>
  markdownTable(
    [
      { heading: "gone from", cell: ({ from }) => from },
      ...scenarioColumn<Plan["returns"][number]>(plan),
      { heading: "offer", cell: ({ offer }) => offer.name },
      { heading: "accelerators", align: "right", cell: ({ accelerators }) => count(accelerators) },
    ],
    plan.returns,
  );

function costParts({ scenarios, currency, request }: Plan): string[] {
  const money = <Row>(heading: string, of: (row: Row) => Big): MarkdownColumn<Row> => ({
    heading,
    align: "right",
    cell: (row) => moneyText(of(row), currency),
  });
  return scenarios.flatMap((scenario) => [
    `## Cost${scenarios.length < 2 ? "" : ` if ${escapeMarkdown(scenario.scenario)} comes (${percent(scenario.probability)})`}\n`,
    `${moneyText(scenario.presentValue, currency)} present value; ${moneyText(scenario.payments, currency)} paid within the horizon; ${moneyText(scenario.owedAfterHorizon, currency)} owed after it, which ${request.afterHorizon === "owed" ? "counts" : "does not count"}.\n`,
    markdownTable(
      [
        { heading: "offer", cell: ({ offer }: OfferRow) => offer.name },
        money<OfferRow>("payments", ({ payments }) => payments),
        money<OfferRow>("value that remains", ({ residual }) => residual),
        money<OfferRow>("present value", ({ presentValue }) => presentValue),
      ],
      scenario.byOffer,
    ),
    markdownTable(
      [
        { heading: "year", cell: ({ year }: YearCost) => year },
        money<YearCost>("payments", ({ payments }) => payments),
        money<YearCost>("value that remains", ({ residual }) => residual),
      ],
      byYear(scenario),
    ),
  ]);
}

type OfferRow = ScenarioCost["byOffer"][number];

interface YearCost {
  readonly year: string;
  readonly payments: Big;
  readonly residual: Big;
}

function byYear({ byMonth }: ScenarioCost): YearCost[] {
  const years = [...new Set(byMonth.map(({ month }) => month.slice(0, 4)))];
  return years.map((year) => {
    const own = byMonth.filter(({ month }) => month.startsWith(year));
    const total = (of: (row: (typeof own)[number]) => Big) => own.reduce((all, each) => all.plus(of(each)), new Big(0));
    return { year, payments: total(({ payments }) => payments), residual: total(({ residual }) => residual) };
  });
}

const bindingText = ({ kind, name }: Binding): string => (kind === "leadTime" ? "lead times" : `${kind}: ${name}`);

function worthPart({ worth, currency }: Plan): string {
  if (worth.length === 0) return "";
  const saved = ({ withoutPlan, ...worth }: Plan["worth"][number], change: "oneMore" | "without") => {
    const saving = worth[change];
    return saving === undefined
      ? withoutPlan.includes(change)
        ? "no plan then"
        : "not found in time"
      : saving.least.eq(saving.most)
        ? moneyText(saving.amount, currency)
        : `${moneyText(saving.amount, currency)} (${moneyText(saving.least, currency)} to ${moneyText(saving.most, currency)})`;
  };
  return joined([
    "## What binds\n",
    "Each figure is the cost of this plan less that of one made again with the limit changed. Where a gap is left, what is proven stands in brackets.\n",
    markdownTable(
      [
        { heading: "limit", cell: ({ binding }) => bindingText(binding) },
        { heading: "binds", cell: ({ binds }) => binds },
        { heading: "one step", cell: ({ unit }) => unit },
        { heading: "saves", align: "right", cell: (each) => saved(each, "oneMore") },
        { heading: "without it", align: "right", cell: (each) => saved(each, "without") },
      ],
      worth,
    ),
  ]);
}

function hedgePart({ byScenario, expected, least, most }: Hedge, currency: Currency): string {
  const text = (amount: Big) => moneyText(amount, currency);
  const cheapest = byScenario.reduce((best, each) => (each.alone.lt(best.alone) ? each : best));
  const others = byScenario.filter((each) => each !== cheapest).map(({ scenario }) => escapeMarkdown(scenario));
  return joined([
    "## The price of covering all scenarios\n",
    `Covering ${others.join(", ")} costs ${text(cheapest.price)} more than a plan for ${escapeMarkdown(cheapest.scenario)} alone, if that is what comes. On average, not knowing which comes costs ${text(expected)}${least.eq(most) ? "" : ` (proven: ${text(least)} to ${text(most)})`}.\n`,
    markdownTable(
      [
        { heading: "if this comes", cell: ({ scenario }) => scenario },
        { heading: "planned alone", align: "right", cell: ({ alone }) => text(alone) },
        { heading: "with all covered", align: "right", cell: ({ covered }) => text(covered) },
        { heading: "price", align: "right", cell: ({ price }) => text(price) },
      ],
      byScenario,
    ),
  ]);
}

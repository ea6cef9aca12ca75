import Big from "big.js";
import { monthAt } from "../../ledger/months";
import { CHANGES, type CheaperSide, type OwnOrRent, rowFor, type Sensitivity, valueIn } from "../../ledger/own-or-rent";
import { formatMoney } from "../../model";
import { escapeMarkdown, type MarkdownColumn, markdownTable } from "../markdown";
import { moneyText } from "../money-text";
import {
  assumptionText,
  cheaperText,
  monthText,
  nearestFlips,
  percent,
  SideText,
  sideText,
  signedPercent,
  subject,
  utilizationText,
  windowText,
} from "./words";

/** Own or rent for one cluster as a page: the answer first, then what it rests on, what both cost, and what would turn it. */
export function ownOrRentPage(report: OwnOrRent): string {
  return [
    `# Own or rent: ${escapeMarkdown(subject(report))}\n`,
    verdict(report),
    "## Assumptions\n",
    assumptionTable(report),
    "## What both cost\n",
    partTable(report),
    yearTable(report),
    "## Cost of an hour of work\n",
    hourTable(report),
    "## What would turn the answer\n",
    `The value of each assumption, all others as they are, from which on ${sideText(other(report.outcome.cheaper))} is cheaper; the nearest first, as a share of what is assumed; what is 0 after them.\n`,
    flipTable(report),
    "## Sensitivity\n",
    "Each assumption changed alone, within what it may be: which side is then cheaper, and by how much.\n",
    sensitivityTable(report),
  ].join("\n");
}

const other = (side: CheaperSide): CheaperSide => (side === "own" ? "rent" : "own");

function verdict(report: OwnOrRent): string {
  const { sheet, outcome, utilization } = report;
  const { own, rent, difference, cheaper } = outcome;
  const text = (amount: Big) => moneyText(amount, sheet.currency);
  const used = percent(valueIn(sheet, "utilization").toNumber());
  const answer = difference.eq(0)
    ? "Owning and renting cost the same"
    : `${SideText(cheaper)} is cheaper by ${text(difference.abs())}`;
  const flips = nearestFlips(report, 3);
  const turned =
    flips.length === 0
      ? "Nothing that is assumed and not 0 would turn it alone, within its range."
      : `${SideText(other(cheaper))} would be cheaper with one of these alone: ${escapeMarkdown(flips.join("; "))}.`;
  return [
    `**${answer}** over ${report.course.length === 1 ? "1 month" : `${report.course.length} months`} (${windowText(report)}) at ${used} utilization: ${text(own.presentValue)} to own, ${text(rent.presentValue)} to rent, in money of ${monthAt(sheet.start)} at ${percent(valueIn(sheet, "discountRatePerYear").toNumber())} a year.\n`,
    `- Utilization: ${utilizationText(utilization)}`,
    `- Month: ${monthText(report)}`,
    `- ${turned}\n`,
  ].join("\n");
}

const assumptionTable = ({ sheet }: OwnOrRent): string =>
  markdownTable(
    [
      { heading: "assumption", cell: ({ key }) => rowFor(key).label },
      {
        heading: "value",
        align: "right",
        cell: ({ key, value, bound }) => assumptionText(key, value, sheet.currency, bound),
      },
      { heading: "basis", cell: ({ basis }) => basis },
      { heading: "source", cell: ({ source }) => source },
      { heading: "field", cell: ({ key }) => key },
    ],
    sheet.assumptions,
  );

function partTable({ sheet, outcome: { own, rent } }: OwnOrRent): string {
  const text = (amount: Big) => moneyText(amount, sheet.currency).replace("$-", "-$");
  const rows = (["own", "rent"] as const).flatMap((side) => {
    const { byPart, payments, remains, presentValue } = side === "own" ? own : rent;
    return [
      ...byPart.map((each) => ({ side, ...each })),
      { side, part: "in all", amount: payments.minus(remains), presentValue },
    ];
  });
  return markdownTable(
    [
      { heading: "side", cell: ({ side }) => side },
      { heading: "part", cell: ({ part }) => part },
      { heading: "paid", align: "right", cell: ({ amount }) => text(amount) },
      { heading: "present value", align: "right", cell: ({ presentValue }) => text(presentValue) },
    ],
    rows,
  );
}

function yearTable({ sheet, outcome: { own, rent } }: OwnOrRent): string {
  const rows = own.byYear.map((each, index) => ({ ...each, rent: rent.byYear[index]?.payments ?? new Big(0) }));
  const money = (heading: string, of: (row: (typeof rows)[number]) => Big): MarkdownColumn<(typeof rows)[number]> => ({
    heading,
    align: "right",
    cell: (row) => moneyText(of(row), sheet.currency),
  });
  return markdownTable(
    [
      { heading: "year", cell: ({ year }) => year },
      money("own: payments", ({ payments }) => payments),
      money("own: value that remains", ({ remains }) => remains),
      money("rent: payments", (row) => row.rent),
    ],
    rows,
  );
}

function hourTable({ sheet, outcome }: OwnOrRent): string {
  const money = (amount: Big): string => formatMoney({ amount: amount.toFixed(4), currency: sheet.currency });
  const rows = (["own", "rent"] as const).map((side) => ({ side, ...outcome[side].perUsedHour }));
  const work = `${outcome.usedHours
    .round(0)
    .toFixed()
    .replace(/\B(?=(\d{3})+$)/g, ",")} hours in which one's own ${sheet.accelerator} would work.`;
  return [
    `Both do the work of ${escapeMarkdown(work)} Levelized: the price of an hour that would pay for all of it, both discounted.\n`,
    markdownTable(
      [
        { heading: "side", cell: ({ side }) => side },
        { heading: "plain", align: "right", cell: ({ plain }) => money(plain) },
        { heading: "levelized", align: "right", cell: ({ levelized }) => money(levelized) },
      ],
      rows,
    ),
  ].join("\n");
}

function flipTable({ sheet, sensitivities }: OwnOrRent): string {
  const { currency } = sheet;
  const flip = ({ key, flips, range }: Sensitivity, at: number): string => {
    const found = flips[at];
    if (found !== undefined) return assumptionText(key, found.value, currency);
    return at === 0
      ? `none from ${assumptionText(key, range.least, currency)} to ${assumptionText(key, range.most, currency)}`
      : "";
  };
  const distance = ({ flips: [found] }: Sensitivity): string =>
    found?.distance === undefined ? "" : signedPercent(found.distance);
  return markdownTable(
    [
      { heading: "assumption", cell: ({ key }) => rowFor(key).label },
      { heading: "now", align: "right", cell: ({ key }) => assumptionText(key, valueIn(sheet, key), currency) },
      { heading: "flips at", align: "right", cell: (each) => flip(each, 0) },
      { heading: "change", align: "right", cell: distance },
      { heading: "and at", align: "right", cell: (each) => flip(each, 1) },
    ],
    sensitivities,
  );
}

function sensitivityTable({ sheet, sensitivities, outcome }: OwnOrRent): string {
  const cell = ({ changed }: Sensitivity, change: number): string => {
    const found = changed.find((each) => each.change === change);
    return found === undefined ? "" : cheaperText(found.difference, sheet.currency);
  };
  const column = (change: number): MarkdownColumn<Sensitivity> => ({
    heading: signedPercent(change),
    align: "right",
    cell: (each) => cell(each, change),
  });
  const [least, less, more, most] = CHANGES;
  return markdownTable(
    [
      { heading: "assumption", cell: ({ key }) => rowFor(key).label },
      column(least),
      column(less),
      { heading: "as assumed", align: "right", cell: () => cheaperText(outcome.difference, sheet.currency) },
      column(more),
      column(most),
    ],
    sensitivities.filter(({ changed }) => changed.length > 0),
  );
}

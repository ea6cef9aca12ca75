import type { LimitChange, NoPlan, PlanResult, Remedy, Unserved } from "../../planner";
import { escapeMarkdown, markdownTable } from "../markdown";
import { count, joined, percent } from "./page-parts";

/** Why there is no plan; `report` writes the one for the rest, where only some demand is served by nothing. */
export function shortagePage(plan: NoPlan, report: (rest: PlanResult) => string): string[] {
  const { missing, isLeast, remedies, exceeded, unserved, rest } = plan;
  if (unserved.length > 0) {
    return [
      "# No plan: nothing on offer serves some demand\n",
      unserved.map((each) => `- ${escapeMarkdown(unservedText(each))}\n`).join(""),
      missingTable(unserved.flatMap((each) => each.missing)),
      rest === undefined
        ? "Nothing else is wanted.\n"
        : `What follows is for all other demand, and for what there is of this.\n\n${report(rest)}`,
    ];
  }
  return [
    "# No plan: demand cannot be met\n",
    missing.length === 0 ? "" : missingPart(missing, isLeast),
    "## What would have to give\n",
    remedies.length === 0
      ? withoutRemedy(plan)
      : `Each of these alone would do:\n\n${remedies.map((each) => `- ${remedyText(each)}\n`).join("")}`,
    exceeded
      .map(
        ({ limit, month, have, most, unit }) =>
          `What there is already takes ${count(have)} ${unit} in ${month}, more than the ${count(most)} ${unit} of ${escapeMarkdown(limit.name)}.\n`,
      )
      .join("\n"),
  ];
}

/** Which demand nothing serves, when and how much is missing, and what would mend it. */
function unservedText({ workload, takes, offered, elsewhere, places, hint, missing }: Unserved): string {
  const scenarios = [...new Set(missing.map(({ scenario }) => scenario))];
  const amounts = scenarios.map((scenario) => {
    const own = missing.filter((each) => each.scenario === scenario);
    const [first] = own;
    const worst = own.reduce((most, each) => (each.missing > most.missing ? each : most));
    const most = first === worst ? "" : `; most in ${worst.month}: ${short(worst)}`;
    return `in ${scenario} from ${first?.month} on, ${short(first ?? worst)}${most}`;
  });
  return [`${workload}: ${amounts.join("; ")}.`, whyUnserved({ takes, offered, elsewhere, places }), hint ?? ""]
    .filter(Boolean)
    .join(" ");
}

const short = ({ missing, needed, unit }: NoPlan["missing"][number]): string =>
  `${count(missing)} of ${count(needed)} ${unit} are missing`;

function whyUnserved({
  takes,
  offered,
  elsewhere,
  places = [],
}: Pick<Unserved, "takes" | "offered" | "elsewhere" | "places">): string {
  const where = places.length === 0 ? "" : ` in ${places.join(" or ")}`;
  if (elsewhere.length > 0) {
    const offers = elsewhere.map(({ offer, accelerator, place }) => `${offer} (${accelerator}) is in ${place}`);
    return `It may run${where} alone, and ${offers.join(", ")}: there would have to be an offer there, or more places in which it may run.`;
  }
  const kinds = takes.length === 0 ? "no accelerator that is named" : takes.join(" or ");
  const others = offered.length === 0 ? "nothing is on offer" : `on offer are ${offered.join(", ")}`;
  return `It is served by ${kinds}, and ${others}: there would have to be an offer of ${takes.length === 0 ? "what it takes" : takes.join(" or ")}${where}${offered.length === 0 ? "" : ", or the demand's servedBy would have to say what of its work one of the others does"}.`;
}

function withoutRemedy({ together }: NoPlan): string {
  if (together === "no")
    return "Nothing on offer serves what is missing, whatever limit, lead time or size gives: there would have to be other offers.\n";
  if (together === "unknown")
    return "None was found by itself before the search ended, which does not prove that there is none: give it more.\n";
  return "No single limit, lead time, size, step or month of decision would do: several would have to give.\n";
}

const missingPart = (missing: NoPlan["missing"], isLeast: boolean): string =>
  joined([
    isLeast
      ? "Whatever is bought, at least this is missing, each workload measured against its own peak:\n"
      : "This is missing in the best that was found before the search ended, each workload measured against its own peak:\n",
    missingTable(missing),
  ]);

const missingTable = (missing: NoPlan["missing"]): string =>
  markdownTable(
    [
      { heading: "month", cell: ({ month }) => month },
      { heading: "scenario", cell: ({ scenario }) => scenario },
      { heading: "workload", cell: ({ workload }) => workload },
      { heading: "needed", align: "right", cell: ({ needed }) => count(needed) },
      { heading: "missing", align: "right", cell: ({ missing: short }) => count(short) },
      { heading: "unit", cell: ({ unit }) => unit },
    ],
    missing,
  );

function remedyText(remedy: Remedy): string {
  switch (remedy.kind) {
    case "leadTime":
      return `lead times: everything would have to come ${remedy.monthsSooner} month${remedy.monthsSooner === 1 ? "" : "s"} sooner`;
    case "size":
      return "sizes: there would have to be more of what is offered";
    case "step":
      return "steps: what is offered would have to come in smaller steps and orders";
    case "decision":
      return "months of decision: what is offered would have to be open for decision earlier or later";
    default: {
      const also = remedy.also === undefined ? "" : `, and ${changeText(remedy.also)}`;
      return `${remedy.kind}: ${escapeMarkdown(remedy.name)} would have to be ${changeText(remedy)}${also}`;
    }
  }
}

const changeText = ({ now, needed, unit }: LimitChange): string =>
  unit === "of all accelerators"
    ? `${percent(needed)} ${unit}, not ${percent(now)}`
    : `${figure(needed)} ${unit}, not ${figure(now)}`;

/** To all the digits that what is needed is told to: one rounded down would not do. */
const figure = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 6 });

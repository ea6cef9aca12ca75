import { type CoverOptions, type LeaseCover, leaseCovers, shortMonths } from "../../ledger";
import type { FleetSpec } from "../../model";
import { toCsv } from "../csv";
import type { EmittedFile } from "../emit";
import { escapeMarkdown } from "../markdown";
import { moneyText } from "../money-text";

const columns = ["site", "month", "required", "covered", "uncovered", "state", "guarantees", "currency"] as const;

/** What guarantees cover of the lease of one site, month by month, and in words; no files where no guarantee names a signed lease. */
export function guaranteeFiles(fleet: FleetSpec, site: string, options: CoverOptions): EmittedFile[] {
  const cover = leaseCovers(fleet, options).find((each) => each.site === site);
  if (cover === undefined) return [];
  return [
    { file: "schedules/guarantee-cover.csv", text: csv(cover) },
    { file: "schedules/guarantee-cover.md", text: page(cover) },
  ];
}

const csv = (cover: LeaseCover): string =>
  toCsv(
    columns,
    cover.rows.map(({ month, required, covered, parts, state }) => ({
      site: cover.site,
      month,
      required: required?.toFixed(2),
      covered: covered.toFixed(2),
      uncovered:
        required === undefined
          ? undefined
          : (required.gt(covered) ? required.minus(covered) : required.times(0)).toFixed(2),
      state,
      guarantees: parts.map(({ guarantee, amount }) => `${guarantee} ${amount.toFixed(2)}`).join("; "),
      currency: cover.currency,
    })),
  );

function page(cover: LeaseCover): string {
  const [first] = cover.rows;
  const money = (amount: LeaseCover["rows"][number]["covered"]) => moneyText(amount, cover.currency);
  const lines = [
    `To be covered: ${cover.requirement}, ${cover.isAgreed ? "as a guarantee states" : "by the policy of the fleet"}.`,
    ...(first === undefined
      ? []
      : [
          `In ${first.month} guarantees come to ${money(first.covered)}${first.required === undefined ? "" : `, of ${money(first.required)} required`}.`,
        ]),
    cover.shortFrom === undefined
      ? "No month is short."
      : `From ${cover.shortFrom} on less is covered than required, in ${shortMonths(cover)} of ${cover.rows.length} months.`,
    cover.bareFrom === undefined
      ? "Something is covered to the end of the lease."
      : `From ${cover.bareFrom} nothing is covered: the last ${cover.tailMonths} of ${cover.rows.length} months.`,
    ...(cover.unknown.length === 0
      ? []
      : [`Of ${cover.unknown.map(escapeMarkdown).join(", ")} nobody says the amount.`]),
  ];
  return `# Cover by guarantees: ${escapeMarkdown(cover.site)}\n\n${lines.map((line) => `- ${line}\n`).join("")}`;
}

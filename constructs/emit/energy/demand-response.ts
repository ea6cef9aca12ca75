import type { DemandResponse, EnergyReport } from "../../ledger/energy";
import { formatCount, formatMW, groupThousands } from "../../model";
import { escapeMarkdown, markdownTable } from "../markdown";
import { moneyTexts } from "../money-text";

/** What grids may call back of the sites' load, and what that costs at most. */
export function demandResponseSection({ demandResponse }: Pick<EnergyReport, "demandResponse">): string[] {
  if (demandResponse.length === 0) return [];
  const right = "right" as const;
  const table = markdownTable<DemandResponse>(
    [
      { heading: "service", cell: ({ site, service }) => `${site}.${service}` },
      { heading: "called back", align: right, cell: ({ callableMW, bound }) => formatMW(callableMW, bound) },
      { heading: "hours a year", align: right, cell: ({ hoursPerYear }) => groupThousands(hoursPerYear) },
      { heading: "notice, minutes", align: right, cell: ({ noticeMinutes }) => groupThousands(noticeMinutes) },
      { heading: "MWh a year", align: right, cell: ({ mwhPerYear }) => groupThousands(mwhPerYear) },
      {
        heading: "accelerator-hours a year",
        align: right,
        cell: ({ lost }) => (lost === undefined ? "?" : formatCount(lost.acceleratorHoursPerYear)),
      },
      {
        heading: "of the site's",
        align: right,
        cell: ({ lost }) => (lost === undefined ? "?" : `${Number((lost.share * 100).toPrecision(3))} %`),
      },
      {
        heading: "paid a year",
        align: right,
        cell: ({ paid }) => (paid.length === 0 ? "not said" : moneyTexts(paid)),
      },
    ],
    demandResponse,
  );
  const notes = demandResponse.flatMap(({ site, service, lost }) =>
    lost === undefined
      ? []
      : [
          `- ${escapeMarkdown(`${site}.${service}: ${formatCount(lost.accelerators)} accelerators stop, of those that draw ${formatMW(lost.drawnMW)} ${lost.of === "facility" ? "with cooling and losses" : "of IT; no average PUE is stated"} on ${lost.day}`)}`,
        ],
  );
  return [
    "## What grids may call back\n",
    "At most: every hour that the terms allow, at all of the power, with nothing on the site that carries load meanwhile.\n",
    table,
    ...(notes.length === 0 ? [] : [`${notes.join("\n")}\n`]),
  ];
}

import { type CostOptions, firmCapacity } from "../../ledger";
import type { SiteSpec } from "../../model";
import { escapeMarkdown, markdownTable } from "../markdown";

/** Capacity that nobody but the tenant can end, over time, seen from a day; nothing where the site has no lease, or its phases no day. */
export function firmCapacityPage(site: SiteSpec, options: CostOptions): string {
  const capacity = firmCapacity(site, options);
  if (capacity === undefined || capacity.steps.length === 0) return "";
  const { signed, until, steps } = capacity;
  const kW = (value: number) => Math.round(value).toLocaleString("en-US");
  const who =
    until === undefined
      ? ""
      : `The landlord, or another party, can have ended the lease on ${until.day} at the earliest.\n`;
  return [
    `## Firm capacity: ${escapeMarkdown(site.displayName ?? site.name)}\n`,
    signed ? who : "The lease is not signed: nothing of it is firm.\n",
    markdownTable(
      [
        { heading: "from", cell: ({ from }) => from },
        { heading: "contracted kW", align: "right", cell: ({ contractedKW }) => kW(contractedKW) },
        { heading: "firm kW", align: "right", cell: ({ firmKW }) => kW(firmKW) },
      ],
      steps,
    ),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

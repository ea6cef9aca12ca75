import { exposureFiles } from "../constructs/emit/schedules/exposure";
import { firmCapacityPage } from "../constructs/emit/schedules/firm-capacity";
import { noticeFiles } from "../constructs/emit/schedules/notices";
import { obligationFiles } from "../constructs/emit/schedules/obligations";
import type { FleetDocument } from "../constructs/model";
import { planningContextOf } from "../constructs/owned/allocation/planning-context";

/**
 * What the contracts of a fleet come to on a day, as a page: each party in all its roles, what each lease costs and by when it can be
 * left, what of its capacity is firm, and the days ahead on which somebody must act.
 */
export function contractsPage(document: FleetDocument, asOf: string): string {
  const { machine } = planningContextOf(document.spec);
  const { policy, organisation, sites } = document.spec;
  const options = { machine, asOf, organisation };
  const cover = { ...options, months: policy.guaranteedMonths };
  const pages = [
    ...exposureFiles(document.spec, options),
    ...sites
      .filter(({ retired }) => !retired)
      .flatMap((site) => [
        ...obligationFiles(site, { ...options, fiscalYearStart: policy.fiscalYearStart }),
        { file: "firm.md", text: firmCapacityPage(site, options) },
      ]),
    ...noticeFiles(document.spec, cover),
  ].filter(({ file, text }) => file.endsWith(".md") && text !== "");
  return pages.length === 0
    ? `# Contracts of ${document.metadata.name}\n\nNo site of the fleet is leased, and nobody guarantees anything.\n`
    : pages.map(({ text }) => text).join("\n");
}

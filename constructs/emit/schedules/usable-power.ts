import { type PowerTermName, type UsablePower, usablePowerSteps } from "../../ledger";
import type { PhysicalSiteSpec } from "../../model";
import { toCsv } from "../csv";
import type { EmittedFile } from "../emit";
import { escapeMarkdown, markdownTable } from "../markdown";

const terms: readonly PowerTermName[] = ["utility", "delivered", "electrical", "cooling"];

/** The critical IT power that a site can use on each day on which it changes, with what binds; nothing where only deliveries are stated. */
export function usablePowerFiles(site: PhysicalSiteSpec): EmittedFile[] {
  const { utilities, halls, powerTopology } = site;
  if (utilities.length === 0 && halls.length === 0 && powerTopology === undefined) return [];
  const steps = usablePowerSteps(site).filter(({ binds }) => binds !== undefined);
  if (steps.length === 0) return [];
  return [
    { file: "schedules/usable-power.csv", text: csv(site, steps) },
    { file: "schedules/usable-power.md", text: page(site, steps) },
  ];
}

const termOf = ({ terms: all }: UsablePower, name: PowerTermName): number | undefined =>
  rounded(all.find((term) => term.name === name)?.valueMW);

const rounded = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Number(value.toFixed(3));

const csv = (site: PhysicalSiteSpec, steps: readonly UsablePower[]): string =>
  toCsv(
    [
      "site",
      "from",
      "firmMW",
      "onsiteMW",
      "peakPue",
      "utilityMW",
      "deliveredMW",
      "electricalMW",
      "coolingMW",
      "usableMW",
      "bound",
      "binds",
    ],
    steps.map((step) => ({
      site: site.name,
      from: step.date,
      firmMW: step.firmMW,
      onsiteMW: step.onsiteMW,
      peakPue: step.peakPue,
      utilityMW: termOf(step, "utility"),
      deliveredMW: termOf(step, "delivered"),
      electricalMW: termOf(step, "electrical"),
      coolingMW: termOf(step, "cooling"),
      usableMW: rounded(step.binds?.valueMW),
      bound: step.binds?.bound,
      binds: step.binds?.name,
    })),
  );

function page(site: PhysicalSiteSpec, steps: readonly UsablePower[]): string {
  const stated = terms.filter((name) => steps.some((step) => termOf(step, name) !== undefined));
  return [
    `# Usable power: ${escapeMarkdown(site.displayName ?? site.name)}\n`,
    "Critical IT power in MW: the least of what the utility leaves after cooling and losses, of what the phases deliver, of what the open halls power with their redundancy kept, and of what they cool.\n",
    markdownTable<UsablePower>(
      [
        { heading: "from", cell: ({ date }) => date ?? "no date" },
        { heading: "firm", align: "right", cell: ({ firmMW }) => firmMW },
        { heading: "onsite", align: "right", cell: ({ onsiteMW }) => onsiteMW },
        ...stated.map((name) => ({
          heading: name,
          align: "right" as const,
          cell: (step: UsablePower) => termOf(step, name),
        })),
        { heading: "usable", align: "right", cell: ({ binds }) => rounded(binds?.valueMW) },
        { heading: "binds", cell: ({ binds }) => binds?.name },
      ],
      steps,
    ),
  ].join("\n");
}

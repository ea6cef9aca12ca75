import { type Checklist, type ChecklistStep, checklistsOf, counterpartyOf } from "../../ledger";
import type { Party, PhysicalSiteSpec } from "../../model";
import { toCsv } from "../csv";
import type { EmittedFile } from "../emit";
import { escapeMarkdown, markdownTable } from "../markdown";

/** The commissioning checklists of a site: one page of Markdown a deployment or phase, and all of them as one table. */
export function commissioningFiles(site: PhysicalSiteSpec): EmittedFile[] {
  const checklists = checklistsOf(site);
  if (checklists.length === 0) return [];
  return [
    { file: "schedules/commissioning.csv", text: csv(site, checklists) },
    ...checklists.map((checklist) => ({
      file: `schedules/commissioning-${nameOf(checklist)}.md`,
      text: markdown(site, checklist),
    })),
  ];
}

/** Names of deployments and phases may be equal; their files may not. */
const nameOf = ({ deployment, phase }: Checklist): string =>
  deployment === undefined ? `phase-${phase}` : `deployment-${deployment}`;

const columns = [
  "site",
  "phase",
  "deployment",
  "step",
  "stage",
  "level",
  "layer",
  "title",
  "criterion",
  "performs",
  "signs",
  "state",
  "day",
  "evidence",
] as const;

const csv = (site: PhysicalSiteSpec, checklists: readonly Checklist[]): string =>
  toCsv(
    columns,
    checklists.flatMap(({ phase, deployment, steps }) =>
      steps.map(({ id, ...step }) => ({ ...step, site: site.name, phase, deployment, step: id })),
    ),
  );

function markdown(site: PhysicalSiteSpec, { phase, deployment, steps }: Checklist): string {
  const name = escapeMarkdown(site.displayName ?? site.name);
  const what = deployment === undefined ? `phase ${phase}` : `${deployment} (phase ${phase})`;
  const other = counterpartyOf(site);
  const done = steps.filter(({ state }) => state === "passed").length;
  const who = (party: Party) => (party === "self" ? "self" : (other ?? "counterparty"));
  return [
    `# Commissioning: ${name}, ${escapeMarkdown(what)}\n`,
    `${done} of ${steps.length} steps have passed. Who operates a layer performs its steps; the other party witnesses them.\n`,
    markdownTable<ChecklistStep>(
      [
        { heading: "done", cell: ({ state }) => marks[state] },
        { heading: "level", align: "right", cell: ({ level }) => level },
        { heading: "step", cell: ({ title }) => title },
        { heading: "passes when", cell: ({ criterion }) => criterion },
        { heading: "performs", cell: ({ performs }) => who(performs) },
        { heading: "signs", cell: ({ signs }) => who(signs) },
        { heading: "day", cell: ({ day }) => day },
        { heading: "record", cell: ({ evidence }) => evidence },
        { heading: "signature", cell: () => undefined },
      ],
      steps,
    ),
  ].join("\n");
}

const marks = { open: "☐", passed: "☑", failed: "☒ failed" } as const;

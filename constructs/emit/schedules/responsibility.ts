import {
  type Artefact,
  artefactLayer,
  artefacts,
  counterpartyOf,
  emits,
  isPreliminary,
  responsibilitiesOf,
} from "../../ledger";
import {
  type Finding,
  isWithin,
  type Layer,
  type Party,
  type PhysicalSiteSpec,
  type Responsibility,
} from "../../model";
import { toCsv } from "../csv";
import type { EmittedFile } from "../emit";
import { escapeMarkdown, markdownTable } from "../markdown";

/** What a responsibility matrix is written with. */
export interface ResponsibilityContext {
  /**
   * Findings of the fleet, of which those about this site are listed.
   * @default - none are listed
   */
  readonly findings?: readonly Finding[];
}

/** Who owns, operates and approves each layer of a site, and what is emitted for it. */
export function responsibilityFiles(
  site: PhysicalSiteSpec,
  { findings = [] }: ResponsibilityContext = {},
): EmittedFile[] {
  const rows = responsibilitiesOf(site);
  const own = findings.filter(({ path }) => isWithin(path, `sites.${site.name}`));
  return [
    { file: "schedules/responsibility.csv", text: csv(site, rows) },
    { file: "schedules/responsibility.md", text: markdown(site, rows, own) },
  ];
}

const columns = ["site", "layer", "owns", "operates", "approves", "observed", "basis", "emitted", "withheld"] as const;

const csv = (site: PhysicalSiteSpec, rows: readonly Responsibility[]): string =>
  toCsv(
    columns,
    rows.map((row) => ({
      ...row,
      site: site.name,
      observed: row.operates !== "self",
      basis: basisOf(site, row.layer),
      emitted: filesOf(site, row.layer, true).join(" "),
      withheld: filesOf(site, row.layer, false).join(" "),
    })),
  );

/** What the agreement says of itself, or what its scope implies. */
function basisOf(site: PhysicalSiteSpec, layer: Layer): string {
  if (site.tenure === "owned") return "owned";
  return site.responsibilities.some((row) => row.layer === layer) ? "stated" : `scope ${site.scope}`;
}

/** Kinds of files that configure a layer, and are or are not written for this site. */
const filesOf = (site: PhysicalSiteSpec, layer: Layer, written: boolean): Artefact[] =>
  artefacts.filter((artefact) => artefactLayer[artefact] === layer && emits(site, artefact) === written);

function markdown(site: PhysicalSiteSpec, rows: readonly Responsibility[], findings: readonly Finding[]): string {
  const other = counterpartyOf(site);
  const who = (party: Party) => (party === "self" ? "self" : (other ?? "counterparty"));
  const observed = rows.filter(({ operates }) => operates !== "self").map(({ layer }) => layer);
  return [
    `# Responsibilities: ${escapeMarkdown(site.displayName ?? site.name)}\n`,
    `${intro(site, other, observed)}\n`,
    markdownTable<Responsibility>(
      [
        { heading: "layer", cell: ({ layer }) => layer },
        { heading: "owns", cell: ({ owns }) => who(owns) },
        { heading: "operates", cell: ({ operates }) => who(operates) },
        { heading: "approves changes", cell: ({ approves }) => who(approves) },
        { heading: "observed", cell: ({ operates }) => operates !== "self" },
        { heading: "basis", cell: ({ layer }) => basisOf(site, layer) },
        { heading: "emitted", cell: ({ layer }) => filesOf(site, layer, true).join(", ") },
        { heading: "withheld", cell: ({ layer }) => filesOf(site, layer, false).join(", ") },
      ],
      rows,
    ),
    ...(findings.length === 0 ? [] : ["## Findings\n", findingTable(site, findings)]),
  ].join("\n");
}

function intro(site: PhysicalSiteSpec, other: string | undefined, observed: readonly Layer[]): string {
  if (site.tenure === "owned") return "The site is owned: every layer is one's own.";
  const scope = `The agreement with ${escapeMarkdown(other ?? "the counterparty")} has the scope ${site.scope}.`;
  const layers =
    observed.length === 0
      ? "Every layer is one's own to operate."
      : `Observed are ${observed.join(", ")}: documented, engineering findings about them are warnings, and nothing is emitted that configures them.`;
  const preliminary = isPreliminary(site)
    ? " The agreement is preliminary: addresses are reserved, and no hosts and no configuration are emitted."
    : "";
  return `${scope} ${layers}${preliminary}`;
}

const findingTable = (site: PhysicalSiteSpec, findings: readonly Finding[]): string =>
  markdownTable<Finding>(
    [
      { heading: "rule", cell: ({ rule }) => rule },
      { heading: "severity", cell: ({ severity }) => severity },
      { heading: "where", cell: ({ path }) => path.slice(`sites.${site.name}.`.length) },
      { heading: "what", cell: ({ message }) => message },
    ],
    findings,
  );

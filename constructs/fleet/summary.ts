import { relative } from "node:path";
import { findMachine, type Machine } from "../catalog";
import { powerFiguresOf, siteFigures } from "../ledger";
import {
  type Colours,
  describeCapacity,
  describePower,
  type Finding,
  type FleetDocument,
  formatFinding,
  formatMW,
  groupThousands,
  isWithin,
  leaseOf,
  place,
  type SiteSpec,
  siteInUse,
} from "../model";
import type { ProtectedList } from "./protected-list";
import { totalsOf } from "./summary-totals";

/** What was written, and where. */
export interface Output {
  readonly outdir: string;
  readonly files: readonly string[];
  /** The list of what is protected, where there is one. */
  readonly list?: ProtectedList | undefined;
  /** Files of what planning has decided, as far as they have changed. */
  readonly allocations?: readonly string[] | undefined;
}

/** What a person wants to read after a synthesis: the sites, the totals, the findings, what was written, what to run next. */
export function summarize(
  document: FleetDocument,
  findings: readonly Finding[],
  output: Output,
  colours: Colours,
): string {
  const machines = new Map(document.spec.machines.map((machine) => [machine.type, machine]));
  const lookup = (type: string): Machine | undefined => machines.get(type) ?? findMachine(type);
  const sites = document.spec.sites.map(siteInUse);
  const blocks = sites.map((site) =>
    siteBlock(
      site,
      findings.filter((finding) => isWithin(finding.path, `sites.${site.name}`)),
      lookup,
      colours,
    ),
  );
  return [
    `${colours.bold(document.metadata.name)}: ${sites.length} ${sites.length === 1 ? "site" : "sites"}`,
    ...blocks,
    totalsOf(document, lookup, colours),
    findingLines(findings, colours),
    writtenLines(document, output, colours),
  ].join("\n\n");
}

const row = (label: string, text: string, colours: Colours): string => `  ${colours.dim(label.padEnd(13))}${text}`;

function siteBlock(
  site: SiteSpec,
  findings: readonly Finding[],
  lookup: (type: string) => Machine | undefined,
  colours: Colours,
): string {
  const figures = siteFigures(site, lookup);
  const chips = Object.entries(figures.accelerators).map(([name, count]) => `${groupThousands(count)} ${name}`);
  const lines = [
    `${colours.bold(site.name)}  ${[tenureOf(site), place(site.location)].join(", ")}${site.retired ? ", retired" : ""}`,
    ...powerLines(site, figures, colours),
    row("clusters", clusterText(site), colours),
    ...(chips.length === 0 ? [] : [row("accelerators", chips.join(", "), colours)]),
    row("contract", contractText(site), colours),
    ...(findings.length === 0 ? [] : [row("findings", countBySeverity(findings), colours)]),
  ];
  return lines.join("\n");
}

function tenureOf(site: SiteSpec): string {
  switch (site.tenure) {
    case "cloud":
      return `cloud (${{ aws: "AWS", google: "Google Cloud", azure: "Azure" }[site.provider]} ${site.region})`;
    case "partner":
      return `partner-built (${site.contractor}, ${site.scope}, title ${site.title.kind})`;
    case "leased":
      return `leased (${site.scope})`;
    case "owned":
      return "owned";
  }
}

function powerLines(site: SiteSpec, figures: ReturnType<typeof siteFigures>, colours: Colours): string[] {
  const stated = powerFiguresOf(site);
  const texts = [...new Set(stated.map((figure) => `${describePower(figure)} (${shorten(figure.source)})`))];
  const times = (text: string) =>
    stated.filter((figure) => `${describePower(figure)} (${shorten(figure.source)})` === text).length;
  const lines = texts.map((text, index) =>
    row(index === 0 ? "power" : "", times(text) > 1 ? `${times(text)} x ${text}` : text, colours),
  );
  const { criticalIT, load } = figures;
  if (lines.length === 0) lines.push(row("power", "not stated", colours));
  if (load.value === 0) return lines;
  const share =
    criticalIT === undefined || criticalIT.value === 0
      ? ""
      : `, ${percent(load.value / criticalIT.value)} of ${formatMW(criticalIT.value, criticalIT.bound)} critical IT`;
  return [
    ...lines,
    row(
      "IT load",
      `${groupThousands(round(load.value))} MW${share}, ${Object.keys(load.byBasis).join(" and ")}`,
      colours,
    ),
  ];
}

/** A source in full is in the documents; here it is a reminder. */
const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const percent = (share: number): string => (share > 0 && share < 0.01 ? "under 1 %" : `${Math.round(share * 100)} %`);

const round = (value: number): number => Number(value.toFixed(1));

function clusterText(site: SiteSpec): string {
  const names = site.clusters.map((cluster) => cluster.name);
  if (names.length === 0) return "none yet";
  const shown = names.length <= 6 ? names : [...names.slice(0, 3), "…", ...names.slice(-1)];
  return `${names.length} (${shown.join(", ")})`;
}

function contractText(site: SiteSpec): string {
  const kinds = [
    ...new Set(site.clusters.flatMap((cluster) => cluster.pools.map((pool) => describeCapacity(pool.capacity)))),
  ];
  const lease = leaseOf(site);
  const terms =
    lease === undefined
      ? []
      : [`lease from ${lease.landlord}, ${stateWords[lease.state]}${lease.exclusive ? ", exclusive" : ""}`];
  const others = kinds.filter((kind) => kind !== "lease" || lease === undefined);
  return [...terms, ...others].join("; ") || "none yet";
}

const stateWords = {
  proposed: "proposed",
  exclusive: "in exclusive negotiation",
  signedWithConditions: "signed with conditions",
  binding: "binding",
  commenced: "commenced",
  ended: "ended",
} as const;

function countBySeverity(findings: readonly Finding[]): string {
  const standing = findings.filter((finding) => finding.waived === undefined);
  const counts = (["error", "warning", "note"] as const).flatMap((severity) => {
    const count = standing.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? "" : "s"}`];
  });
  const waived = findings.length - standing.length;
  return [...counts, ...(waived === 0 ? [] : [`${waived} waived`])].join(", ");
}

function findingLines(findings: readonly Finding[], colours: Colours): string {
  if (findings.length === 0) return `${colours.bold("Findings")}  none`;
  return [colours.bold("Findings"), ...findings.map((finding) => formatFinding(finding, colours))].join("\n");
}

function writtenLines(document: FleetDocument, output: Output, colours: Colours): string {
  const folder = relative(process.cwd(), output.outdir) || ".";
  // By name a foundation stands before the stacks of its clusters, and is deployed before them.
  const stacks = output.files
    .filter((file) => file.endsWith("/cdk.tf.json"))
    .map((file) => file.split("/")[1] ?? "")
    .sort();
  const documents = output.files.filter((file) => /^(sites\/[^/]+|fleet)\/[^/]+$/.test(file));
  const clusters = output.files.filter((file) => /^sites\/[^/]+\/kubernetes\/[^/]+\/kustomization\.yaml$/.test(file));
  const physical = document.spec.sites.find((site) => site.tenure !== "cloud")?.name ?? stacks[0];
  return [
    colours.bold("Written"),
    row("Terraform", `${folder}/stacks/  ${counted(stacks.length, "stack")}`, colours),
    row("documents", `${folder}/sites/  ${counted(documents.length, "file")}`, colours),
    ...(clusters.length === 0
      ? []
      : [row("Kubernetes", `${folder}/sites/<site>/kubernetes/  ${counted(clusters.length, "cluster")}`, colours)]),
    row("fleet", `${folder}/fleet.json`, colours),
    ...(output.list === undefined
      ? []
      : [row("protected", `${output.list.file}  ${counted(output.list.parts, "part")}, to be committed`, colours)]),
    ...(output.allocations ?? []).map((file) => row("planned", `${file}  to be committed`, colours)),
    "",
    colours.bold("Next"),
    row("look", "npx cdktf list", colours),
    ...(physical === undefined
      ? []
      : [row("plan", `npx cdktf diff ${physical}`, colours), row("apply", `npx cdktf deploy ${physical}`, colours)]),
    row("check", "npx siteform validate", colours),
  ].join("\n");
}

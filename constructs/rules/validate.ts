import { machineTypes } from "../catalog";
import { spreadFleet } from "../ledger";
import { type Finding, sortFindings } from "../model/finding";
import type { FleetDocument } from "../model/fleet";
import { siteInUse } from "../model/in-use";
import { isWithin } from "../model/path";
import { readFleet } from "../model/read";
import { secretIn, withoutSecrets } from "../model/secrets";
import type { SiteSpec } from "../model/site";
import { planningContextOf } from "../owned/allocation/planning-context";
import { allRules } from "./all";
import { asObserved } from "./observed";
import type { Rule, RuleContext } from "./rule";
import { gatherSpread, pathAsWritten, spreadMembers } from "./spread-findings";
import { applyWaivers } from "./waive";

/** A checked fleet, its clusters spread. When `findings` hold an error, `document` lacks the parts whose form is wrong. */
export interface Validation {
  readonly document: FleetDocument;
  readonly findings: readonly Finding[];
}

export interface ValidationOptions {
  /** The day for rules that depend on one, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** @default - every rule */
  readonly rules?: readonly Rule[];
}

/** Checks the form of a fleet, then every rule on what has the right form. Pure: same fleet, same day, same findings. */
export function validateFleet(raw: unknown, options: ValidationOptions): Validation {
  const { document: authored, findings, omitted } = readFleet(raw);
  const document = spreadFleet(authored);
  const context = contextOf(authored, document, omitted, options.asOf);
  const reported = (options.rules ?? allRules).flatMap((rule) =>
    Array.from(rule.check(context), ({ severity, layer, ...report }): Finding => {
      const finding = { rule: rule.id, severity: severity ?? rule.severity, ...report };
      return asObserved(finding, layer ?? rule.layer, siteAt(document, finding.path));
    }).filter(({ path }) => !(rule.needs ?? []).some((field) => omitted.includes(`${siteOf(path)}.${field}`))),
  );
  // What stands for a value of the wrong form says nothing: its form has been reported.
  const sound = reported.filter((finding) => !omitted.some((left) => isWithin(finding.path, left)));
  const members = spreadMembers(authored, document);
  // A cluster that is spread is waived as it was written, or one of those it becomes by its own name.
  const alsoAt = (path: string) => pathAsWritten(path, members);
  const waiving = { waivers: document.spec.waivers, asOf: options.asOf, alsoAt };
  const waived = sound.map((finding) => (structural.has(finding.rule) ? finding : applyWaivers(finding, waiving)));
  return { document, findings: sortFindings([...findings, ...gatherSpread(waived, members)]).map(discreet) };
}

/** A finding that repeats no secret, whatever value it is about. */
function discreet(finding: Finding): Finding {
  const { path, message, hint, observed } = finding;
  const texts = [path, message, hint, observed].filter((text) => typeof text === "string");
  if (!texts.some((text) => secretIn(text) !== undefined)) return finding;
  return {
    ...finding,
    path: withoutSecrets(path),
    message: withoutSecrets(message),
    ...(hint === undefined ? {} : { hint: withoutSecrets(hint) }),
    ...(typeof observed === "string" ? { observed: withoutSecrets(observed) } : {}),
  };
}

function contextOf(
  authored: FleetDocument,
  document: FleetDocument,
  omitted: readonly string[],
  asOf: string,
): RuleContext {
  const planning = planningContextOf(document.spec);
  return {
    fleet: { ...document.spec, sites: document.spec.sites.map(siteInUse) },
    authored: authored.spec,
    fleetName: document.metadata.name,
    asOf,
    machine: planning.machine,
    planning,
    machineTypes: (offer) => [
      ...document.spec.machines.filter((machine) => machine.offer === offer).map((machine) => machine.type),
      ...machineTypes(offer),
    ],
    isPartial: (path) => omitted.some((left) => isWithin(left, path)),
    lacksItems: (list) =>
      omitted.some((left) => isWithin(list, left) || (isWithin(left, list) && isOneStep(left.slice(list.length)))),
  };
}

/** The path of the site that a path lies in. */
const siteOf = (path: string): string => path.split(".").slice(0, 2).join(".");

/** The site that a path lies in, if it lies in one: by its name, and by its place where another has the same name. */
function siteAt({ spec }: FleetDocument, path: string): SiteSpec | undefined {
  const [, name, place] = /^sites\.([^.[]+)(?:\[(\d+)\])?/.exec(path) ?? [];
  return place === undefined ? spec.sites.find((site) => site.name === name) : spec.sites[Number(place)];
}

/** `.name`, `[3]` or `.name[3]`: one item of a list and nothing below it. */
const isOneStep = (rest: string): boolean => /^((\.[^.[]+)|(\["[^"]*"\]))?(\[\d+\])?$/.test(rest);

/** Rules without which nothing can be built: no waiver covers what they find. */
const structural = new Set(allRules.filter((rule) => rule.structural === true).map((rule) => rule.id));

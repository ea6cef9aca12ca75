import { findMachine, type Machine, machineTypes } from "../catalog";
import { spreadFleet } from "../ledger";
import { compareDates } from "../model/date";
import { type Finding, sortFindings } from "../model/finding";
import type { FleetDocument, Waiver } from "../model/fleet";
import { siteInUse } from "../model/in-use";
import { isWithin } from "../model/path";
import { readFleet } from "../model/read";
import { allRules } from "./all";
import type { Rule, RuleContext } from "./rule";
import { onceForSpread } from "./spread-findings";

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
    Array.from(
      rule.check(context),
      ({ severity, ...report }): Finding => ({ rule: rule.id, severity: severity ?? rule.severity, ...report }),
    ).filter(({ path }) => !(rule.needs ?? []).some((field) => omitted.includes(`${siteOf(path)}.${field}`))),
  );
  // What stands for a value of the wrong form says nothing: its form has been reported.
  const sound = reported.filter((finding) => !omitted.some((left) => isWithin(finding.path, left)));
  const waived = sound.map((finding) => applyWaivers(finding, document.spec.waivers, options.asOf));
  return { document, findings: sortFindings([...findings, ...onceForSpread(waived, authored.spec)]) };
}

function contextOf(
  authored: FleetDocument,
  document: FleetDocument,
  omitted: readonly string[],
  asOf: string,
): RuleContext {
  const own = new Map<string, Machine>(document.spec.machines.map((machine) => [machine.type, machine]));
  return {
    fleet: { ...document.spec, sites: document.spec.sites.map(siteInUse) },
    authored: authored.spec,
    fleetName: document.metadata.name,
    asOf,
    machine: (type) => own.get(type) ?? findMachine(type),
    machineTypes: (offer) => [
      ...[...own.values()].filter((machine) => machine.offer === offer).map((machine) => machine.type),
      ...machineTypes(offer),
    ],
    isPartial: (path) => omitted.some((left) => isWithin(left, path)),
    lacksItems: (list) =>
      omitted.some((left) => left === list || (isWithin(left, list) && isOneStep(left.slice(list.length)))),
  };
}

/** The path of the site that a path lies in. */
const siteOf = (path: string): string => path.split(".").slice(0, 2).join(".");

/** `.name`, `[3]` or `.name[3]`: one item of a list and nothing below it. */
const isOneStep = (rest: string): boolean => /^((\.[^.[]+)|(\["[^"]*"\]))?(\[\d+\])?$/.test(rest);

/** Rules without which nothing can be built. */
const structural = new Set(allRules.filter((rule) => rule.structural === true).map((rule) => rule.id));

/** Only rules can be waived, and only those without which something can be built. */
function applyWaivers(finding: Finding, waivers: readonly Waiver[], asOf: string): Finding {
  if (structural.has(finding.rule)) return finding;
  const waiver = waivers.find(
    (each) => each.rule === finding.rule && isWithin(finding.path, each.path) && compareDates(asOf, each.until) <= 0,
  );
  return waiver === undefined ? finding : { ...finding, waived: `${waiver.reason} (until ${waiver.until})` };
}

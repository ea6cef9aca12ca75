import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Fleet } from "../../constructs";
import { FleetDocument, readFleet } from "../../constructs/model";
import { addGuarantees } from "../../stacks/leases";
import { addNewYork } from "../../stacks/new-york";

/** The document of a fleet that a test describes; nothing in it may have a wrong form. */
export function documentOf(describe: (fleet: Fleet) => void): FleetDocument {
  const fleet = new Fleet("atlas", { organisation: "Reference AI" });
  describe(fleet);
  const { document, findings } = readFleet(fleet.record());
  expect(findings).toEqual([]);
  return document;
}

/** The document of a committed output. */
export const goldenFleet = (name: string): FleetDocument =>
  FleetDocument.parse(JSON.parse(readFileSync(join(__dirname, "..", "golden", name, "fleet.json"), "utf8")));

/** A document after a change of its text. */
export function changed(document: FleetDocument, change: (text: string) => string): FleetDocument {
  const text = JSON.stringify(document);
  const other = change(text);
  // A change that finds nothing to change would make a test that cannot fail.
  expect(other).not.toBe(text);
  return FleetDocument.parse(JSON.parse(other));
}

/** New York of the reference fleet, with the guarantee of its lease. */
export const newYork = (): FleetDocument =>
  documentOf((fleet) => {
    addNewYork(fleet);
    addGuarantees(fleet, ["new-york"]);
  });

/** New York when its utility is late by 91 days: 2026-12-01 and 91 days are 2027-03-02. */
export const newYorkLate = (): FleetDocument =>
  changed(newYork(), (text) => text.replace('"forecast":"2026-12-01"', '"forecast":"2027-03-02"'));

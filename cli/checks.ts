import { allocationReadable } from "../constructs/fleet/allocation-list";
import { type OutputCheck, outputChecks } from "../constructs/fleet/output-checks";
import { protectedKept } from "../constructs/fleet/protected-list";
import { allRules } from "../constructs/rules";
import { outputRules } from "../constructs/rules/output";

/** What can be found by whom: everything that a finding's `rule` may name. */
export interface Check extends OutputCheck {
  readonly formula?: string;
}

const form: Check = {
  id: "SCHEMA",
  title: "every value has the form its field asks for",
  severity: "error",
  source: "the schema of the fleet document",
};

const files: Check = {
  id: "YAML",
  title: "every document that a pattern names can be read and belongs to a site",
  severity: "error",
  source: "YAML 1.2 and the envelope of a document",
};

/** Every check, the rules last, in the order of docs/rules.md. */
export const allChecks: readonly Check[] = [
  form,
  files,
  ...outputChecks,
  protectedKept,
  allocationReadable,
  ...allRules,
  ...outputRules,
];

import type { z } from "zod";
import type { Finding } from "./finding";
import { child, keyedPath } from "./path";
import { show } from "./primitives";
import { didYouMean } from "./suggest";

/** The findings that one schema issue amounts to, in the words of whoever wrote the value. */
export function explain(raw: unknown, issue: z.core.$ZodIssue): Finding[] {
  const path = keyedPath(raw, issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => finding(join(path, key), `is not a field here`, unknownKeyHint(key, issue)));
  }
  const missing = issue.input === undefined && !present(raw, issue.path);
  const { message, hint } = wording(issue);
  return [
    missing
      ? finding(path, `is missing; ${message.replace(/;? got undefined$/, "")}`, hint)
      : finding(path, message, hint),
  ];
}

function finding(path: string, message: string, hint?: string): Finding {
  return {
    rule: "SCHEMA",
    severity: "error",
    path: path === "" ? "fleet" : path,
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}

const join = (path: string, key: string) => (path === "" ? key : `${path}.${key}`);

function present(raw: unknown, path: readonly PropertyKey[]): boolean {
  return path.reduce(child, raw) !== undefined;
}

function wording(issue: z.core.$ZodIssue): { message: string; hint?: string | undefined } {
  switch (issue.code) {
    case "invalid_value": {
      const allowed = issue.values.map(String);
      const hint = typeof issue.input === "string" ? didYouMean(issue.input, allowed) : undefined;
      return { message: `must be ${oneOf(allowed)}; got ${show(issue.input)}`, hint };
    }
    case "invalid_union": {
      if (issue.discriminator === undefined)
        return { message: `has none of the forms allowed here; got ${show(issue.input)}` };
      const allowed = ("options" in issue ? (issue.options ?? []) : []).map(String);
      const given = child(issue.input, issue.discriminator);
      const hint = typeof given === "string" ? didYouMean(given, allowed) : undefined;
      return {
        message: `must be ${allowed.length === 0 ? "a known value" : oneOf(allowed)}; got ${show(given)}`,
        hint,
      };
    }
    case "invalid_type":
      return { message: custom(issue.message) ?? `must be ${article(issue.expected)}; got ${show(issue.input)}` };
    default:
      return { message: custom(issue.message) ?? `is not allowed: ${issue.message}` };
  }
}

/** A message of our own starts with "must"; zod's own starts with a capital. */
const custom = (message: string): string | undefined => (/^[a-z]/.test(message) ? message : undefined);

const oneOf = (values: readonly string[]): string =>
  values.length === 1 ? JSON.stringify(values[0]) : `one of ${values.map((value) => JSON.stringify(value)).join(", ")}`;

function article(type: string): string {
  const names: Record<string, string> = {
    array: "a list",
    object: "an object",
    string: "a text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
  };
  return names[type] ?? `a value of type ${type}`;
}

/** The field names zod knows at the object that refused a key are not in the issue, so the hint works on common slips. */
function unknownKeyHint(key: string, issue: z.core.$ZodIssue): string | undefined {
  const siblings = typeof issue.input === "object" && issue.input !== null ? Object.keys(issue.input) : [];
  return (
    unitHint(key) ??
    didYouMean(
      key,
      FIELD_NAMES.filter((name) => !siblings.includes(name)),
    )
  );
}

function unitHint(key: string): string | undefined {
  return /(GW|kW|MW|Gbps|Watts?)$/i.test(key)
    ? "power figures are written in MW, as valueMW; machine powers in kW"
    : undefined;
}

const FIELD_NAMES = [
  "account",
  "acceptance",
  "actual",
  "amount",
  "basis",
  "bound",
  "capacity",
  "cidrs",
  "clusters",
  "contract",
  "contractor",
  "controlPlane",
  "count",
  "countedAs",
  "country",
  "currency",
  "end",
  "exclusive",
  "forecast",
  "guarantees",
  "halls",
  "integratedTest",
  "landlord",
  "lease",
  "locality",
  "location",
  "machine",
  "meaning",
  "milestones",
  "name",
  "network",
  "nodes",
  "operator",
  "peakPue",
  "permit",
  "phase",
  "phases",
  "pods",
  "pools",
  "power",
  "project",
  "purpose",
  "readyForService",
  "region",
  "rentCommencement",
  "reservationId",
  "scheduler",
  "scope",
  "services",
  "sites",
  "slices",
  "source",
  "stacks",
  "start",
  "state",
  "subdivision",
  "subscription",
  "tenure",
  "title",
  "topology",
  "utility",
  "value",
  "valueMW",
  "version",
  "zone",
  "zoneId",
  "zoneIds",
];

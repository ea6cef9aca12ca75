import type { z } from "zod";
import type { Finding } from "./finding";
import { child, keyedPath, type RawPath } from "./path";
import { didYouMean } from "./suggest";
import { allowedFields, allowedKinds } from "./wording";

/** The findings that a schema's issues amount to, in the words of whoever wrote the values. */
export function explain(raw: unknown, issues: readonly z.core.$ZodIssue[]): Finding[] {
  const bare = bareFigures(raw, issues);
  const rest = issues.filter((issue) => !bare.some((path) => samePath(path, ownerOf(issue))));
  return [...bare.map((path) => bareFigure(raw, path)), ...rest.flatMap((issue) => explainOne(raw, issue))];
}

function explainOne(raw: unknown, issue: z.core.$ZodIssue): Finding[] {
  const path = keyedPath(raw, issue.path);
  const value = valueAt(raw, issue.path);
  if (issue.code === "unrecognized_keys") {
    const fields = allowedFields(issue.message);
    const free = fields.filter((name) => child(value, name) === undefined);
    return issue.keys.map((key) =>
      finding(join(path, key), `is not a field here; there are ${fields.join(", ")}`, unknownKeyHint(key, free)),
    );
  }
  const message = value === undefined ? `is missing; ${issue.message.replace(/;? got undefined$/, "")}` : issue.message;
  return [finding(path, message, hintFor(issue, value))];
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

const valueAt = (raw: unknown, path: RawPath): unknown => path.reduce(child, raw);

function hintFor(issue: z.core.$ZodIssue, value: unknown): string | undefined {
  if (typeof value === "function") return "call it, with parentheses";
  if (typeof value !== "string") return undefined;
  if (issue.code === "invalid_value") return didYouMean(value, issue.values.map(String));
  if (issue.code === "invalid_union") return didYouMean(value, allowedKinds(issue).map(String));
  return issue.code === "invalid_type" && issue.expected === "number" && /\d/.test(value)
    ? "write the number alone, without quotes and unit"
    : undefined;
}

function unknownKeyHint(key: string, free: readonly string[]): string | undefined {
  const unit = /(GW|kW|MW|Gbps|Watts?)$/i.test(key)
    ? "power figures are written in MW, as valueMW; machine powers in kW"
    : undefined;
  return didYouMean(key, free) ?? unit;
}

/** The object whose field is missing, wrong or unknown. */
const ownerOf = (issue: z.core.$ZodIssue): RawPath =>
  issue.code === "unrecognized_keys" ? issue.path : issue.path.slice(0, -1);

const samePath = (a: RawPath, b: RawPath): boolean =>
  a.length === b.length && a.every((step, index) => step === b[index]);

/** Where a quantity, a bound of one or an amount stands that nobody has said the basis of: one mistake, and many issues. */
function bareFigures(raw: unknown, issues: readonly z.core.$ZodIssue[]): RawPath[] {
  return issues
    .filter((issue) => issue.path.at(-1) === "basis" && valueAt(raw, issue.path) === undefined)
    .map(ownerOf)
    .filter((path) => isBare(valueAt(raw, path)));
}

function isBare(value: unknown): boolean {
  const keys = typeof value === "object" && value !== null ? Object.keys(value).sort().join() : "";
  return keys === "value" || keys === "bound,of" || keys === "amount,currency";
}

function bareFigure(raw: unknown, path: RawPath): Finding {
  const value = valueAt(raw, path);
  const quantity = child(value, "of") ?? value;
  const given = child(quantity, "amount") ?? child(quantity, "value") ?? quantity;
  return finding(
    keyedPath(raw, path),
    `must say where the figure comes from, its basis and source; got the bare ${String(given)}`,
    "write measured(...), contracted(...), vendorStated(...), reported(...) or assumed(...) around it",
  );
}

import type { z } from "zod";
import type { Finding } from "./finding";
import { subdivisionsOf } from "./location";
import { misplacedFigures, ownerOf, samePath } from "./misplaced-figures";
import { child, keyedPath, type RawPath } from "./path";
import { isNameOfSecret, KEEP_SECRETS_OUT } from "./secrets";
import { didYouMean, suggest } from "./suggest";
import { inOtherUnit, unitOfPower } from "./unit-hints";
import { allowedFields, allowedKinds } from "./wording";

/** The findings that a schema's issues amount to, in the words of whoever wrote the values. */
export function explain(raw: unknown, issues: readonly z.core.$ZodIssue[]): Finding[] {
  const misplaced = misplacedFigures(raw, issues);
  const rest = issues.filter((issue) => !misplaced.some(({ path }) => samePath(path, ownerOf(issue))));
  const unknown = rest.flatMap((issue) => (issue.code === "unrecognized_keys" ? unknownKeys(raw, issue) : []));
  return [
    ...misplaced.map(({ path, message, hint }) => finding(keyedPath(raw, path), message, hint)),
    ...rest.flatMap((issue) => {
      if (issue.code === "unrecognized_keys")
        return unknown.flatMap((key) => (key.issue === issue ? [key.finding] : []));
      const twin = unknown.some(({ meant }) => meant !== undefined && samePath(meant, issue.path));
      return twin && valueAt(raw, issue.path) === undefined ? [] : [explainOne(raw, issue)];
    }),
  ];
}

function explainOne(raw: unknown, issue: z.core.$ZodIssue): Finding {
  const value = valueAt(raw, issue.path);
  const message = value === undefined ? `is missing; ${issue.message.replace(/;? got undefined$/, "")}` : issue.message;
  return finding(keyedPath(raw, issue.path), message, hintFor(raw, issue, value));
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

const valueAt = (raw: unknown, path: RawPath): unknown => path.reduce(child, raw);

/** A text that is a number and perhaps its unit, and nothing else. */
const NUMBER_AS_TEXT = /^\s*[<>~≥≤±+-]?\s*\d[\d.,_ ]*\s*[\p{L}%/]*\s*$/u;

function hintFor(raw: unknown, issue: z.core.$ZodIssue, value: unknown): string | undefined {
  if (typeof value === "function") return "call it, with parentheses";
  if (typeof value === "number" && issue.code === "invalid_value" && issue.values.includes(String(value)))
    return `write it in quotes: "${value}"`;
  if (typeof value !== "string") return undefined;
  if (issue.code === "invalid_value") return didYouMean(value, issue.values.map(String));
  if (issue.code === "invalid_union") return didYouMean(value, allowedKinds(issue).map(String));
  if (issue.path.at(-1) === "subdivision") {
    const country = child(valueAt(raw, ownerOf(issue)), "country");
    return typeof country === "string" ? didYouMean(value, subdivisionsOf(country)) : undefined;
  }
  return issue.code === "invalid_type" && issue.expected === "number" && NUMBER_AS_TEXT.test(value)
    ? "write the number alone, without quotes and unit"
    : undefined;
}

/** A key that is no field, and the field it most likely stands for: that this one is missing is the same mistake. */
interface UnknownKey {
  readonly issue: z.core.$ZodIssue;
  readonly meant?: RawPath;
  readonly finding: Finding;
}

function unknownKeys(raw: unknown, issue: z.core.$ZodIssueUnrecognizedKeys): UnknownKey[] {
  const owner = valueAt(raw, issue.path);
  const fields = allowedFields(issue.message);
  const free = fields.filter((name) => child(owner, name) === undefined);
  return issue.keys.map((key): UnknownKey => {
    const unit = inOtherUnit(key, child(owner, key), free);
    const meant = unit?.field ?? suggest(key, free);
    const secret = isNameOfSecret(key) ? KEEP_SECRETS_OUT : undefined;
    const hint = secret ?? unit?.hint ?? didYouMean(key, free) ?? unitOfPower(key);
    const message = `is not a field here; there are ${fields.join(", ")}`;
    const found = finding(keyedPath(raw, [...issue.path, key]), message, hint);
    return meant === undefined ? { issue, finding: found } : { issue, finding: found, meant: [...issue.path, meant] };
  });
}

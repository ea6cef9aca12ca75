import { z } from "zod";
import { child } from "./path";
import { show } from "./show";

/**
 * What a value must be, where its schema does not say so itself. Only an error map sees the schema that refused a value, and so
 * can name the fields of an object or the kinds of a union; an issue does not carry them.
 */
export const wording: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "unrecognized_keys":
      return fieldsOf(issue.inst).join(SEPARATOR);
    case "invalid_value":
      return must(oneOf(issue.values), issue.input);
    case "invalid_union":
      return issue.discriminator === undefined
        ? must("of one of the forms allowed here", issue.input)
        : must(oneOf(allowedKinds(issue)), child(issue.input, issue.discriminator));
    case "invalid_type":
      return must(nameOf(issue.expected, issue.inst), issue.input);
    case "invalid_key":
      // What the key must be, in the words of its own schema.
      return issue.issues[0]?.message ?? must("of the form asked for here", issue.input);
    case "too_small":
      return must(limit(issue.origin, `${issue.minimum} or more`, `at least ${issue.minimum}`), issue.input);
    case "too_big":
      return must(limit(issue.origin, `at most ${issue.maximum}`, `at most ${issue.maximum}`), issue.input);
    default:
      return must("of the form asked for here", issue.input);
  }
};

const must = (what: string, given: unknown): string => `must be ${what}; got ${show(given)}`;

/** Between the fields in the message of an unknown key, which is not shown as it is. */
const SEPARATOR = ", ";

/** The fields allowed where an unknown key was found, from the message that `wording` gave it. */
export const allowedFields = (message: string): string[] => message.split(SEPARATOR);

/** The values that a discriminator may have, where it stands. */
export function allowedKinds(issue: object): readonly unknown[] {
  const options: readonly unknown[] = "options" in issue && Array.isArray(issue.options) ? issue.options : [];
  return options.filter((option) => option !== undefined);
}

function fieldsOf(schema: unknown): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function nameOf(expected: string, schema: unknown): string {
  if (schema instanceof z.ZodObject) {
    const required = Object.entries(schema.shape).filter(([, field]) => field._zod.optin === undefined);
    const named = required.length === 0 ? fieldsOf(schema) : required.map(([key]) => key);
    return `an object ${required.length === 0 ? "of" : "with"} ${listed(named)}`;
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = schema.def;
    const values = schema._zod.propValues?.[discriminator] ?? [];
    const optional = [...values].includes(undefined) ? " or left out" : "";
    return `an object whose ${discriminator} is ${oneOf([...values].filter((value) => value !== undefined))}${optional}`;
  }
  if (schema instanceof z.ZodNumberFormat) return "a whole number";
  const names: Record<string, string> = {
    array: "a list",
    object: "an object",
    record: "an object",
    string: "a text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
  };
  return names[expected] ?? `a value of type ${expected}`;
}

function limit(origin: string, ofNumber: string, ofLength: string): string {
  if (origin === "string") return `a text of ${ofLength} characters`;
  return origin === "array" ? `a list of ${ofLength}` : ofNumber;
}

function oneOf(values: readonly unknown[]): string {
  const shown = values.map(show);
  return shown.length === 1 ? shown.join("") : `one of ${shown.join(", ")}`;
}

/** `a, b and c`. */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

import Big from "big.js";
import { type Bound, formatMoney } from "../../constructs/model";
import { isNameOfSecret, withoutSecrets } from "../../constructs/model/secrets";
import { type Fields, type Form, fieldForm, formOf, isFields, itemForm, saidFields } from "./forms";
import { itemKey, stepTo, trimmed } from "./keys";
import { numberText } from "./units";

/** A figure with its provenance, which is one thing to a reader: a power, an amount of money, a number. */
export const isFigure = (value: unknown): value is Fields =>
  isFields(value) &&
  "basis" in value &&
  "source" in value &&
  ("valueMW" in value || "value" in value || isMoney(value));

const currencies = ["USD", "EUR", "GBP"] as const;

/** An amount in a currency, with or without its provenance. */
export function isMoney(value: unknown): value is Fields & { amount: string; currency: (typeof currencies)[number] } {
  return (
    isFields(value) &&
    typeof value["amount"] === "string" &&
    /^\d+(\.\d+)?$/.test(value["amount"]) &&
    currencies.some((each) => each === value["currency"])
  );
}

/** Whether a value is shown and compared as one, though it is an object. */
export const isOne = (value: unknown): boolean => isFigure(value) || isMoney(value);

export const boundSigns: Readonly<Record<Bound, string>> = { exact: "", atLeast: "≥ ", atMost: "≤ ", about: "~ " };
const meanings: Readonly<Record<string, string>> = {
  criticalIT: "critical IT",
  utility: "utility",
  unstated: "unstated",
};

/** `$1,300,000,000.00`: to the cent, however it was written. */
export const moneyOf = ({ amount, currency }: { amount: string; currency: (typeof currencies)[number] }): string =>
  formatMoney({ amount: new Big(amount).toFixed(2), currency });

/** `≥ 300 MW, unstated, counted as critical IT, reported`: everything a figure claims, and where it can be checked if asked for. */
export function figureText(figure: Fields, field: string, withSource: boolean): string {
  const { bound, meaning, countedAs, basis, source, valueMW, value } = figure;
  const sign = Object.entries(boundSigns).find(([each]) => each === bound)?.[1] ?? "";
  const number = isMoney(figure)
    ? moneyOf(figure)
    : typeof valueMW === "number"
      ? numberText(valueMW, "valueMW")
      : typeof value === "number"
        ? numberText(value, field)
        : String(value);
  const said = [
    `${sign}${number}`,
    ...(typeof meaning === "string" ? [meanings[meaning] ?? meaning] : []),
    ...(typeof countedAs === "string" ? [`counted as ${meanings[countedAs] ?? countedAs}`] : []),
    String(basis),
    ...(withSource ? [`source: ${String(source)}`] : []),
  ];
  return withoutSecrets(said.join(", "));
}

/** A value as people read it, with the unit that the name of its field says. What looks like a secret is not shown. */
export function valueText(value: unknown, field: string, form: Form): string {
  if (isNameOfSecret(field) && typeof value === "string") return "(not shown)";
  if (isFigure(value)) return figureText(value, field, false);
  if (isMoney(value)) return moneyOf(value);
  if (typeof value === "number") return numberText(value, field);
  if (typeof value === "string") return value === "" ? '""' : withoutSecrets(value);
  if (Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null))
    return value.length === 0 ? "none" : value.map((item) => valueText(item, field, undefined)).join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  const said = leavesOf(value, form).map(({ path, text }) => `${path} ${text}`);
  return said.length === 0 ? (Array.isArray(value) ? `${value.length} by default` : "all by default") : said.join(", ");
}

/** A value within another, with the way to it. */
export interface Leaf {
  readonly path: string;
  readonly text: string;
}

/** What stands in an object or a list and is not left to a default, as texts by their paths; `skipped` fields of the object itself left out. */
export function leavesOf(value: unknown, given: Form, skipped: readonly string[] = []): Leaf[] {
  const form = formOf(given, value);
  const below = (step: string, each: unknown, its: Form, field: string): Leaf[] =>
    isNested(each)
      ? leavesOf(each, its).map(({ path, text }) => ({ path: joined(step, path), text }))
      : [{ path: step, text: valueText(each, field, its) }];
  if (Array.isArray(value)) {
    const its = itemForm(form);
    return value.flatMap((item: unknown, index) => {
      const key = itemKey(item);
      return [
        // A thing whose key is all it says is there all the same.
        ...(key !== undefined && leavesOf(item, its, key.fields).length === 0 ? [{ path: stepTo(key), text: "" }] : []),
        ...(key === undefined
          ? below(`[${index}]`, item, its, "")
          : leavesOf(item, its, key.fields).map(({ path, text }) => ({ path: joined(stepTo(key), path), text }))),
      ];
    });
  }
  if (!isFields(value)) return [];
  return saidFields(form, value)
    .filter(([field]) => !skipped.includes(field))
    .flatMap(([field, each]) => below(field, each, fieldForm(form, field), field));
}

/** Whether one looks into a value: not into figures, amounts and lists of plain values. */
const isNested = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some((item) => typeof item === "object" && item !== null)
    : isFields(value) && !isOne(value);

const joined = (step: string, path: string): string =>
  path === "" ? trimmed(step) : path.startsWith("[") ? `${trimmed(step)}${path}` : `${trimmed(step)}.${trimmed(path)}`;

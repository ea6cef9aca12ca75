import fc from "fast-check";
import { z } from "zod";
import { Hostlist, keyOf } from "../../constructs/model";

/** Values that a schema of the model takes, of every field some; items of a list have keys of their own. */
export function arbitraryOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return fc.option(arbitraryOf(schema.unwrap()), { nil: undefined, freq: 3 });
  if (schema instanceof z.ZodObject)
    return fc
      .record(Object.fromEntries(Object.entries(schema.shape).map(([key, field]) => [key, arbitraryOf(field)])))
      .map(withoutAbsent);
  if (schema instanceof z.ZodArray) {
    const least = leastLength(schema);
    const options = {
      minLength: least,
      maxLength: Math.max(least, 2),
      selector: (item: unknown) => keyOf(item) ?? JSON.stringify(item),
    };
    return fc.uniqueArray(arbitraryOf(schema.element), options);
  }
  if (schema instanceof z.ZodTuple) return fc.tuple(...schema.def.items.map(arbitraryOf));
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(arbitraryOf));
  if (schema instanceof z.ZodRecord) return fc.dictionary(texts, arbitraryOf(schema.valueType), { maxKeys: 2 });
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return numbers(schema);
  if (!(schema instanceof z.ZodString || schema instanceof z.ZodStringFormat))
    throw new Error(`no values are made of a ${schema._zod.def.type}`);
  return strings(schema).filter((text) => z.safeParse(schema, text).success);
}

/** The shortest length that a list may have. */
function leastLength(schema: z.ZodArray): number {
  const isLong = (length: number): boolean => {
    const { error } = z.safeParse(schema, new Array(length).fill(undefined));
    return !(error?.issues ?? []).some(({ code, path }) => path.length === 0 && code === "too_small");
  };
  let least = 0;
  while (!isLong(least)) least += 1;
  return least;
}

const withoutAbsent = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));

const texts = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" });

function numbers(schema: z.ZodNumber): fc.Arbitrary<unknown> {
  const [min, max] = [Math.max(schema.minValue ?? 0, -1e6), Math.min(schema.maxValue ?? 1e6, 1e6)];
  const whole = fc
    .integer({ min: Math.ceil(min), max: Math.floor(max) })
    .filter((value) => z.safeParse(schema, value).success);
  if (schema.format === "safeint" || !z.safeParse(schema, min + (max - min) * 0.3141592653).success) return whole;
  return fc.oneof(
    whole,
    fc.double({ min, max, noNaN: true }).filter((value) => z.safeParse(schema, value).success),
  );
}

/** Words, texts that YAML would take for something else, and whatever matches the form a schema asks for. */
function strings(schema: z.core.$ZodType): fc.Arbitrary<string> {
  if (schema === Hostlist) return fc.constantFrom("a", "n[1-3]", "r[01-10]p[01-54]", "a,b[2,4]");
  if (schema instanceof z.ZodISODate) return days.map((day) => day.toISOString().slice(0, 10));
  if (schema instanceof z.ZodISODateTime) return days.map((day) => day.toISOString().replace(".000Z", "Z"));
  const json: { pattern?: string; allOf?: { pattern?: string }[] } = z.toJSONSchema(schema);
  const pattern = json.pattern ?? json.allOf?.find((each) => each.pattern !== undefined)?.pattern;
  if (pattern === undefined)
    return fc.oneof(texts, fc.constantFrom("yes", "1.30", "010", "null", "a: b", "#x", "- a", "2026-05-01"));
  const known = matching.get(pattern) ?? fc.stringMatching(new RegExp(pattern));
  matching.set(pattern, known);
  return known;
}

/** To make one of a pattern takes longer than to use it. */
const matching = new Map<string, fc.Arbitrary<string>>();

const days = fc.integer({ min: 0, max: 20_000 }).map((day) => new Date(Date.UTC(2000, 0, 1 + day)));

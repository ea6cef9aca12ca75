import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { Hostlist } from "../../constructs/model";

/** The schema of a value, where it is known. */
export type Form = z.core.$ZodType | undefined;

/** An object of which the fields are looked at one by one. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const unwrapped = (form: Form): Form =>
  form instanceof z.ZodOptional || form instanceof z.ZodDefault || form instanceof z.ZodPrefault
    ? unwrapped(form.unwrap())
    : form;

/** The schema that a value follows: of several that are possible, the one that takes it. */
export function formOf(form: Form, value: unknown): Form {
  const inner = unwrapped(form);
  if (!(inner instanceof z.ZodUnion)) return inner;
  const options: readonly z.core.$ZodType[] = inner.options;
  const taking = options.find((option) => z.safeParse(option, value).success);
  return taking === undefined ? undefined : formOf(taking, value);
}

/** The schema of a field of an object that follows a schema. */
export function fieldForm(form: Form, field: string): Form {
  if (form instanceof z.ZodObject) return form.shape[field];
  return form instanceof z.ZodRecord ? form.valueType : undefined;
}

/** The schema of the items of a list. */
export function itemForm(form: Form): Form {
  const inner = unwrapped(form);
  return inner instanceof z.ZodArray ? inner.element : undefined;
}

/** Whether a text stands for names by ranges. */
export const isHostlist = (form: Form): boolean => unwrapped(form) === Hostlist;

/** Whether a field holds what its schema gives where nothing is said. */
function isDefault(form: Form, value: unknown): boolean {
  if (form instanceof z.ZodOptional) return isDefault(form.unwrap(), value);
  if (!(form instanceof z.ZodDefault || form instanceof z.ZodPrefault)) return false;
  const read = z.safeParse(form, undefined);
  return read.success && isDeepStrictEqual(read.data, value);
}

/** The fields of an object that say something: those that are left to a default are not among them. */
export const saidFields = (form: Form, value: Fields): [field: string, value: unknown][] =>
  Object.entries(value).filter(([field, each]) => each !== undefined && !isDefault(fieldForm(form, field), each));

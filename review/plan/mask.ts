import { isList, isObject, isSameJson, type Json } from "./json";

/**
 * Which parts of a value are sensitive, as a plan says it (`before_sensitive`, `after_sensitive`): `true` covers all below it, an
 * object or a list says it part by part, `false` and an empty object mark nothing. Where a mask is `undefined`, the program that
 * wrote the plan marks nothing, so that everything must be taken for sensitive.
 */
export type Mask = Json | undefined;

/** Whether a value is sensitive as a whole. A mask that does not have the shape of its value hides all of it. */
export function isMasked(mask: Mask, value: Json | undefined): boolean {
  if (mask === undefined || mask === true) return true;
  if (mask === false || mask === null || value === undefined || value === null) return false;
  if (isList(mask)) return isList(value) ? mask.length !== value.length : mask.some(marksSomething);
  if (isObject(mask)) return !isObject(value) && marksSomething(mask);
  // A text or a number says nothing of what is sensitive.
  return true;
}

/** The mask of one part of a value that is not masked as a whole. */
export function maskOf(mask: Mask, key: string | number): Mask {
  if (isList(mask)) return typeof key === "number" ? (mask[key] ?? false) : true;
  if (isObject(mask)) return (Object.hasOwn(mask, key) ? mask[key] : undefined) ?? false;
  return mask === undefined ? undefined : mask === true;
}

/** Whether a mask marks any part. */
export function marksSomething(mask: Mask): boolean {
  if (mask === undefined || mask === true) return true;
  if (isList(mask)) return mask.some(marksSomething);
  if (!isObject(mask)) return false;
  // A plain loop: a large plan asks this of a million masks, most of them empty.
  for (const key in mask) if (marksSomething(mask[key])) return true;
  return false;
}

/** Whether two masks say the same, whichever way they are spelled: what says so differently may be told to differ. */
export const isSameMask = (one: Mask, other: Mask): boolean =>
  isSameJson(one, other) || (!marksSomething(one) && !marksSomething(other));

/** What takes the texts that are found. */
export type Sink = (text: string) => void;

/** Every text that a mask marks, however deep. Follows the mask, which is small, and not the value. */
export function maskedTexts(value: Json | undefined, mask: Mask, sink: Sink): void {
  // What marks nothing at all would make every text a secret: such values are not shown instead.
  if (mask === undefined || mask === false || value === undefined || value === null) return;
  if (isMasked(mask, value)) textsIn(value, sink);
  // Plain loops: a large plan has ten thousands of masks.
  else if (isList(mask)) for (let at = 0; at < mask.length; at += 1) maskedTexts(partOf(value, at), mask[at], sink);
  else if (isObject(mask)) for (const key in mask) maskedTexts(partOf(value, key), mask[key] ?? false, sink);
}

function partOf(value: Json, key: string | number): Json | undefined {
  if (isList(value)) return typeof key === "number" ? value[key] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Every text and number in a value, keys included: the keys of a sensitive map are as secret as what they lead to. */
export function textsIn(value: Json | undefined, sink: Sink): void {
  if (typeof value === "string") sink(value);
  else if (typeof value === "number") sink(String(value));
  else if (isList(value)) for (const each of value) textsIn(each, sink);
  else if (isObject(value)) {
    for (const [key, each] of Object.entries(value)) {
      sink(key);
      textsIn(each, sink);
    }
  }
}

import { isNothing, isSameAt, mayBeJson, type Sides } from "./attributes";
import { isList, isObject, type Json } from "./json";

/**
 * Whether any attribute that differs between two sides may have a name of some kind in its path. May say yes where none has, and never no
 * where one has: it asks this in a fraction of the time that telling the differences takes, of which large plans have thousands alike.
 */
export function mayName(sides: Sides, isSought: (name: string) => boolean): boolean {
  const { before, after, unknown } = sides;
  // Whatever else a resource may be, it has no names at its root that would tell.
  if (![before, after].every((side) => isObject(side) || isNothing(side))) return true;
  if (isObject(before)) for (const key in before) if (mayAt(key, sides, isSought)) return true;
  for (const side of [after, unknown]) {
    if (!isObject(side)) continue;
    for (const key in side) {
      const isAsked = isObject(before) && Object.hasOwn(before, key);
      if (!isAsked && mayAt(key, sides, isSought)) return true;
    }
  }
  return false;
}

/** Of what has one name on any side. */
function mayAt(key: string, sides: Sides, isSought: (name: string) => boolean): boolean {
  if (isSameAt(sides, key)) return false;
  if (isSought(key)) return true;
  const { before, after, unknown } = sides;
  return isNamedAt(before, key, isSought) || isNamedAt(after, key, isSought) || isNamedAt(unknown, key, isSought);
}

const isNamedAt = (side: Json | undefined, key: string, isSought: (name: string) => boolean): boolean =>
  isObject(side) && Object.hasOwn(side, key) && isNamed(side[key], isSought);

function isNamed(value: Json | undefined, isSought: (name: string) => boolean): boolean {
  // A text may hold JSON, whose parts are told by their names.
  if (typeof value === "string") return mayBeJson(value);
  if (typeof value !== "object" || value === null) return false;
  if (isList(value)) {
    for (const each of value) if (isNamed(each, isSought)) return true;
    return false;
  }
  for (const key in value) if (isSought(key) || isNamed(value[key], isSought)) return true;
  return false;
}

/** A path as zod gives it. */
export type RawPath = readonly PropertyKey[];

/** What names an item of a list: its `name`, else its `id`. */
export function keyOf(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const named = "name" in item ? item.name : "id" in item ? item.id : undefined;
  return typeof named === "string" && named !== "" ? named : undefined;
}

/**
 * A path in words a person knows: items of lists by their name, the envelope left out, so that
 * `spec.sites[3].clusters[0].pools[1].count` reads `sites.colossus-1.clusters.hopper.pools.h200.count`.
 */
export function keyedPath(root: unknown, path: RawPath): string {
  const steps = path[0] === "spec" ? path.slice(1) : path;
  let value: unknown = path[0] === "spec" ? child(root, "spec") : root;
  let text = "";
  for (const step of steps) {
    const list = Array.isArray(value) ? value : undefined;
    value = child(value, step);
    const key = list === undefined ? String(step) : keyOf(value);
    text += key === undefined ? `[${String(step)}]` : text === "" ? key : `.${key}`;
    if (list !== undefined && key !== undefined && list.filter((item) => keyOf(item) === key).length > 1) {
      text += `[${String(step)}]`;
    }
  }
  return text;
}

/** The value one step below another; `undefined` when there is none. */
export function child(value: unknown, step: PropertyKey): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, step)
    ? (value as Record<PropertyKey, unknown>)[step]
    : undefined;
}

/** Whether `path` is `ancestor` or lies below it. */
export const isWithin = (path: string, ancestor: string): boolean =>
  path === ancestor || path.startsWith(`${ancestor}.`) || path.startsWith(`${ancestor}[`);

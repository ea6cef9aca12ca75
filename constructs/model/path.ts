/** A path as zod gives it. */
export type RawPath = readonly PropertyKey[];

/** What names an item of a list: its `name`, else its `id`. */
export function keyOf(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const named = "name" in item ? item.name : "id" in item ? item.id : undefined;
  return typeof named === "string" && named !== "" ? named : undefined;
}

/** How an item of a list stands in a path: `.lab` by its name, `["trn9.48xlarge"]` by its type, else `[3]` by its position. */
function itemStep(list: readonly unknown[], index: number): string {
  const item = list[index];
  const key = keyOf(item);
  const type = child(item, "type");
  const named = key !== undefined ? `.${key}` : typeof type === "string" && type !== "" ? typeStep(type) : undefined;
  if (named === undefined) return `[${index}]`;
  const twins = list.filter((other) => (key !== undefined ? keyOf(other) === key : child(other, "type") === type));
  return twins.length > 1 ? `${named}[${index}]` : named;
}

/** The step to a defined machine, whose type may hold points: `machines["trn9.48xlarge"]`. */
export const typeStep = (type: string): string => `[${JSON.stringify(type)}]`;

/**
 * A path in words a person knows: items of lists by their name, the envelope left out, so that
 * `spec.sites[3].clusters[0].pools[1].count` reads `sites.colossus-1.clusters.hopper.pools.h200.count`.
 */
export function keyedPath(root: unknown, path: RawPath): string {
  const steps = path[0] === "spec" ? path.slice(1) : path;
  let value: unknown = path[0] === "spec" ? child(root, "spec") : root;
  let text = "";
  for (const step of steps) {
    text += Array.isArray(value) && typeof step === "number" ? itemStep(value, step) : `.${String(step)}`;
    value = child(value, step);
  }
  return text.replace(/^\./, "");
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

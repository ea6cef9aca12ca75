import { isMap, isPair, isScalar, isSeq, type Node } from "yaml";
import { keyOf } from "../model";

/** A node one step below another, where it begins, and what is left of the path. */
interface Step {
  readonly next: unknown;
  readonly offset: number | undefined;
  readonly rest: string;
}

/**
 * The offset of the deepest node on a path such as `pools.h100.count` or `points[2].from`. Items of lists are found by their key or
 * by their position. A key may hold points and brackets itself, as a range of nodes does: `nodes.ups-[1-2].kind`.
 */
export function offsetOf(root: Node, path: string): number {
  let offset = root.range?.[0] ?? 0;
  let node: unknown = root;
  let rest = path;
  while (rest !== "") {
    const step = isMap(node) ? intoMap(node.items, rest) : isSeq(node) ? intoList(node.items, rest) : undefined;
    if (step === undefined) return offset;
    offset = step.offset ?? offset;
    node = step.next;
    rest = step.rest;
  }
  return offset;
}

function intoMap(items: readonly unknown[], path: string): Step | undefined {
  for (const pair of items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const rest = after(path, String(pair.key.value));
    if (rest !== undefined) return { next: pair.value, offset: pair.key.range?.[0], rest };
  }
  return undefined;
}

function intoList(items: readonly unknown[], path: string): Step | undefined {
  const placed = (item: unknown, rest: string): Step => ({
    next: item,
    offset: isMap(item) || isScalar(item) ? item.range?.[0] : undefined,
    rest,
  });
  const [start, position] = /^\[(\d+)\]\.?/.exec(path) ?? [];
  if (start !== undefined)
    return position === undefined ? undefined : placed(items[Number(position)], path.slice(start.length));
  for (const [index, item] of items.entries()) {
    const key = isMap(item) ? keyOf(item.toJSON()) : undefined;
    if (key === undefined) continue;
    // Of two items of one key each is told by its position.
    const rest = after(path, `${key}[${index}]`) ?? after(path, key);
    if (rest !== undefined && !/^\[\d+\]/.test(rest)) return placed(item, rest);
  }
  return undefined;
}

/** What follows a step of a path, when the path begins with that step. */
function after(path: string, step: string): string | undefined {
  if (path === step) return "";
  if (path.startsWith(`${step}.`)) return path.slice(step.length + 1);
  return path.startsWith(`${step}[`) ? path.slice(step.length) : undefined;
}

import { isList, isObject, type Json } from "../plan/json";
import type { Block } from "./provider/schema";

/** One step to a value, as a state writes it. */
type Step =
  | { readonly type: "get_attr"; readonly value: string }
  | { readonly type: "index"; readonly value: { readonly value: string | number; readonly type: "string" | "number" } };

/** What a value is: a block, a list of blocks, or what a type says in the form of JSON. */
export type Shape =
  | { readonly is: "block"; readonly block: Block }
  | { readonly is: "blocks"; readonly block: Block }
  | { readonly is: "type"; readonly type: Json | undefined };

/** Paths of the values that a plan's `sensitive_values` marks, in the form in which a state has them. */
export function sensitivePaths(mask: Json | undefined, shape: Shape): Step[][] {
  if (mask === true) return [[]];
  if (isList(mask)) {
    return mask.flatMap((each, index) => behind(indexStep(index), sensitivePaths(each, within(shape, index))));
  }
  if (!isObject(mask)) return [];
  const isMap = shape.is === "type" && isList(shape.type) && shape.type[0] === "map";
  return Object.entries(mask).flatMap(([name, each]) => {
    const step: Step = isMap ? indexStep(name) : { type: "get_attr", value: name };
    return behind(step, sensitivePaths(each, within(shape, name)));
  });
}

const behind = (step: Step, paths: readonly Step[][]): Step[][] => paths.map((path) => [step, ...path]);

const indexStep = (value: string | number): Step => ({
  type: "index",
  value: { value, type: typeof value === "number" ? "number" : "string" },
});

/** What an element or attribute is. */
function within(shape: Shape, at: string | number): Shape {
  if (shape.is === "blocks") return { is: "block", block: shape.block };
  if (shape.is === "block") {
    const nested = shape.block.blocks.get(String(at));
    if (nested !== undefined) {
      const { nesting, block } = nested;
      return nesting === "single" ? { is: "block", block } : { is: "blocks", block };
    }
    return { is: "type", type: shape.block.attributes.get(String(at))?.type };
  }
  if (!isList(shape.type)) return { is: "type", type: undefined };
  const [kind, inner] = shape.type;
  if (kind === "object") return { is: "type", type: isObject(inner) ? inner[at] : undefined };
  return { is: "type", type: kind === "tuple" && isList(inner) ? inner[Number(at)] : inner };
}

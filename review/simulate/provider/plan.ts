import { isDeepStrictEqual } from "node:util";
import type { ForceNew } from "./force-new";
import { recomputedOf } from "./recomputed";
import { Block } from "./schema";
import { hasUnknown, isList, isObject, ObjectValue, Unknown, Value } from "./value";

export type PathStep = { readonly attribute_name: string } | { readonly element_key_int: number };

export interface PlanRequest {
  readonly typeName: string;
  readonly block: Block;
  /** Null when the object does not exist yet. */
  readonly prior: ObjectValue | null;
  /** The configuration, with the computed values of the prior object where the configuration is silent. */
  readonly proposed: ObjectValue;
  /** The configuration alone. */
  readonly config: ObjectValue;
  /** Set on every object by the provider's own configuration: default tags and labels. */
  readonly defaultTags: ObjectValue;
  readonly forceNew: ForceNew;
  /** True when the prior object came from an import, which knows little more than an id. */
  readonly imported: boolean;
}

export interface Plan {
  readonly planned: ObjectValue;
  readonly requiresReplace: readonly (readonly PathStep[])[];
}

/** A value that the provider itself tells only after the apply; what the configuration does not know yet is another one. */
export const LATER = new Unknown();

/** Attributes that hold what the configuration says about another attribute, joined with the provider's defaults. */
const MERGED: Readonly<Record<string, string>> = {
  tags_all: "tags",
  effective_labels: "labels",
  terraform_labels: "labels",
};

/** Plans the creation or change of one object, as a provider with no defaults of its own would. */
export function planChange(request: PlanRequest): Plan {
  const { block, prior, proposed, typeName } = request;
  const planned = { ...planObject(block, proposed), ...mergedTags(request) };
  if (prior === null || isDeepStrictEqual(planned, prior)) {
    return { planned, requiresReplace: [] };
  }
  const changed = new Set(
    Object.keys(planned).filter((name) => !isDeepStrictEqual(planned[name], prior[name] ?? null)),
  );
  const recomputed = recomputedOf(typeName, changed, planned).map((name): [string, Value] => [name, LATER]);
  const requiresReplace = (request.forceNew[typeName] ?? [])
    .filter((path) => block.attributes.has(firstOf(path)) || block.blocks.has(firstOf(path)))
    .map((path) => changedPath(path.split("."), prior, planned, request.imported))
    .filter((path) => path !== undefined);
  return { planned: { ...planned, ...Object.fromEntries(recomputed) }, requiresReplace };
}

/** The object with every computed value that nobody has set marked as unknown. */
export function planObject(block: Block, proposed: ObjectValue): ObjectValue {
  const planned: Record<string, Value> = {};
  for (const [name, attribute] of block.attributes) {
    const value = proposed[name] ?? null;
    // Terraform must not store write-only values, so a plan may not repeat them.
    planned[name] = attribute.writeOnly ? null : value === null && attribute.computed ? LATER : value;
  }
  for (const [name, nested] of block.blocks) {
    planned[name] = planNested(nested.block, proposed[name] ?? null);
  }
  return planned;
}

function planNested(block: Block, value: Value): Value {
  if (isList(value)) {
    return value.map((element) => planNested(block, element));
  }
  return isObject(value) ? planObject(block, value) : value;
}

function mergedTags({ block, config, proposed, defaultTags }: PlanRequest): ObjectValue {
  const merged: Record<string, Value> = {};
  for (const [name, source] of Object.entries(MERGED)) {
    const isSet = (config[name] ?? null) !== null;
    if (isSet || !block.attributes.get(name)?.computed || !block.attributes.has(source)) {
      continue;
    }
    const tags = proposed[source] ?? null;
    merged[name] = hasUnknown(tags) ? new Unknown() : { ...defaultTags, ...(isObject(tags) ? tags : {}) };
  }
  return merged;
}

function firstOf(path: string): string {
  return path.split(".")[0] ?? path;
}

/** The path to a value that changed and cannot change in place, or undefined when it did not change. */
function changedPath(
  names: readonly string[],
  prior: ObjectValue,
  planned: ObjectValue,
  imported: boolean,
): PathStep[] | undefined {
  const steps: PathStep[] = [];
  let before: Value = prior;
  let after: Value = planned;
  for (const name of names) {
    // A block that occurs once is a list of one element; when it comes or goes, the block itself is what changed.
    if (isList(before) && isList(after)) {
      const [firstBefore, firstAfter]: (Value | undefined)[] = [before[0], after[0]];
      if (firstBefore === undefined || firstAfter === undefined) {
        break;
      }
      steps.push({ element_key_int: 0 });
      before = firstBefore;
      after = firstAfter;
    }
    if (!isObject(before) || !isObject(after)) {
      break;
    }
    steps.push({ attribute_name: name });
    before = before[name] ?? null;
    after = after[name] ?? null;
  }
  const learned = imported && (before === null || (isList(before) && before.length === 0));
  return learned || isDeepStrictEqual(before, after) ? undefined : steps;
}

/** An object of which nothing is known but its id: what an import finds. */
export function importedObject(block: Block, id: string): ObjectValue {
  const object: Record<string, Value> = {};
  for (const name of block.attributes.keys()) {
    object[name] = name === "id" ? id : null;
  }
  for (const [name, nested] of block.blocks) {
    object[name] = nested.nesting === "single" ? null : [];
  }
  return object;
}

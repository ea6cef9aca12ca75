import { defined } from "../../constructs/model/defined";
import { type Action, actionOf, isLeftAlone, type PlannedAction } from "./action";
import { type AttributeChange, diffSides, type Sides } from "./attributes";
import { isObject, type JsonObject, objectAt, objectsAt, textAt, textsAt } from "./json";
import type { PlanJson } from "./read-plan";

/** One object of a plan: a resource, or a data source that is read. */
export interface ResourceChange extends PlannedAction {
  /** `module.net.aws_subnet.public[2]`. */
  readonly address: string;
  readonly type: string;
  /** The key of an old object that is still to be destroyed beside a newer one of the same address. */
  readonly deposed?: string;
  /** The address it had before. */
  readonly previousAddress?: string;
  /** The id under which an object that exists is taken over. */
  readonly importing?: string;
  /** Why, in the words of the format: `replace_because_cannot_update`. */
  readonly reason?: string;
  /** Attributes that force a replacement: `["name"]`, `["tags", "a"]`. */
  readonly replacePaths: readonly (readonly (string | number)[])[];
  /** Both sides, as the plan has them; never shown as they are. */
  readonly change: JsonObject;
}

const read = new WeakMap<PlanJson, ResourceChange[]>();

/**
 * What a plan says of resources, without those it leaves as they are. Moves and imports of unchanged ones stay. Read once for a plan:
 * most of what a large one holds does not change.
 */
export function resourceChanges(plan: PlanJson): ResourceChange[] {
  const known = read.get(plan) ?? readChanges(plan);
  read.set(plan, known);
  return known;
}

function readChanges({ json }: PlanJson): ResourceChange[] {
  return objectsAt(json, "resource_changes")
    .filter((each) => !isLeftAlone(each))
    .map(readChange)
    .filter(
      ({ action, previousAddress, importing }) => action !== "noop" || (previousAddress ?? importing) !== undefined,
    );
}

/** What a plan found changed outside of Terraform since it was last applied. */
export const driftedResources = ({ json }: PlanJson): ResourceChange[] =>
  objectsAt(json, "resource_drift")
    .map(readChange)
    .filter(({ action }) => action !== "noop" && action !== "read");

/** What a plan cannot decide yet, since something it needs is not known: neither a change nor none. */
export const deferredResources = ({ json }: PlanJson): readonly { readonly address: string }[] =>
  objectsAt(json, "deferred_changes").map((each) => ({
    address: textAt(objectAt(each, "resource_change"), "address") ?? "?",
  }));

function readChange(json: JsonObject): ResourceChange {
  const change = objectAt(json, "change");
  const address = textAt(json, "address") ?? "?";
  const previous = textAt(json, "previous_address");
  const deposed = textAt(json, "deposed");
  const { action, order } = actionOf(textsAt(change, "actions"));
  return defined({
    action,
    order,
    address,
    type: textAt(json, "type") ?? "",
    deposed: deposed === "" ? undefined : deposed,
    previousAddress: previous === address ? undefined : previous,
    importing: importOf(change),
    reason: textAt(json, "action_reason"),
    replacePaths: replacePaths(change),
    change,
  });
}

function importOf({ importing }: JsonObject): string | undefined {
  // By identity instead of by id, an object has no id to show.
  return isObject(importing) ? (textAt(importing, "id") ?? "by its identity") : undefined;
}

function replacePaths(change: JsonObject): (string | number)[][] {
  const paths = change["replace_paths"];
  if (!Array.isArray(paths)) return [];
  return paths
    .filter((path) => Array.isArray(path))
    .map((path) => path.filter((step: unknown) => typeof step === "string" || typeof step === "number"));
}

/** Actions whose attributes a reader wants to see: of what goes, one sees that it goes. */
const shown: readonly Action[] = ["create", "update", "replace", "createForget", "read"];

/** The attributes of a resource that change. None where the action is not known, or where the object goes. */
export function attributesOf(resource: ResourceChange, plan: PlanJson): AttributeChange[] {
  const { action } = resource;
  if (!shown.includes(action)) return [];
  const changes = diffSides(sidesOf(resource, plan));
  return action !== "create" && changes.some(isWriteOnlyVersion)
    ? changes.flatMap((each) => (isWriteOnlyVersion(each) ? [each, writeOnlyOf(each)] : [each]))
    : changes;
}

/** The two sides of a resource. What is forgotten is no side of what is created in its place. */
export function sidesOf({ action, change }: ResourceChange, { marksSensitive }: PlanJson): Sides {
  const { before, after, after_unknown: unknown, before_sensitive: beforeMask, after_sensitive: afterMask } = change;
  return {
    before: action === "createForget" ? undefined : before,
    after,
    unknown,
    beforeMask: marksSensitive ? (beforeMask ?? false) : undefined,
    afterMask: marksSensitive ? (afterMask ?? false) : undefined,
  };
}

const isWriteOnlyVersion = ({ path }: AttributeChange): boolean => path.endsWith("_wo_version");

/** A write-only value is in no plan: that its version changes is all one sees of it. */
const writeOnlyOf = ({ path }: AttributeChange): AttributeChange => ({
  path: path.slice(0, -"_version".length),
  note: "write-only value may change",
});

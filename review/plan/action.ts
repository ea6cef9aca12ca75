import { isList, isObject, type JsonObject, objectAt, textAt } from "./json";

/**
 * What a plan does to one object.
 *
 * - `replace`: destroyed and created again, in the order that `order` tells
 * - `forget`: Terraform no longer manages it, and it stays; `createForget`: the same, and another is created in its place
 * - `read`: a data source that is read when the plan is applied: no change
 * - `unknown`: what this reader does not know; only its name and address are shown
 */
export type Action =
  | "noop"
  | "create"
  | "read"
  | "update"
  | "delete"
  | "replace"
  | "forget"
  | "createForget"
  | "unknown";

/** An action, and for a replacement which comes first. */
export interface PlannedAction {
  readonly action: Action;
  /** For `replace`. */
  readonly order?: "deleteFirst" | "createFirst";
}

const known: Readonly<Record<string, PlannedAction>> = {
  "no-op": { action: "noop" },
  create: { action: "create" },
  read: { action: "read" },
  update: { action: "update" },
  delete: { action: "delete" },
  forget: { action: "forget" },
  "delete,create": { action: "replace", order: "deleteFirst" },
  "create,delete": { action: "replace", order: "createFirst" },
  "create,forget": { action: "createForget" },
};

/** Reads the list of actions of a change. */
export function actionOf(actions: readonly string[]): PlannedAction {
  const name = actions.join(",");
  return (Object.hasOwn(known, name) ? known[name] : undefined) ?? { action: "unknown" };
}

/** Whether a plan leaves a resource as it is, and where it is: most of what a large one holds. */
export function isLeftAlone(resource: JsonObject): boolean {
  const { importing, actions } = objectAt(resource, "change");
  return (
    textAt(resource, "previous_address") === undefined &&
    !isObject(importing) &&
    isList(actions) &&
    actions.length === 1 &&
    actions[0] === "no-op"
  );
}

/** Numbers of a plan, of a stack or of the fleet. A replacement also counts as a create and as a destroy. */
export interface Counters {
  readonly create: number;
  readonly update: number;
  readonly destroy: number;
  readonly replace: number;
  readonly forget: number;
  readonly move: number;
}

export const NOTHING: Counters = { create: 0, update: 0, destroy: 0, replace: 0, forget: 0, move: 0 };

const counted: Readonly<Record<Action, readonly (keyof Counters)[]>> = {
  noop: [],
  read: [],
  unknown: [],
  create: ["create"],
  update: ["update"],
  delete: ["destroy"],
  replace: ["create", "destroy", "replace"],
  forget: ["forget"],
  createForget: ["create", "forget"],
};

/** What some changes count as, without the moves among them. */
export function countersOf(actions: Iterable<Action>): Counters {
  const numbers = new Map<Action, number>();
  for (const action of actions) numbers.set(action, (numbers.get(action) ?? 0) + 1);
  const sum = { ...NOTHING };
  for (const [action, number] of numbers) for (const counter of counted[action]) sum[counter] += number;
  return sum;
}

/** The sum of counters. */
export const sumOf = (all: Iterable<Counters>): Counters => {
  let sum = NOTHING;
  for (const each of all) {
    sum = {
      create: sum.create + each.create,
      update: sum.update + each.update,
      destroy: sum.destroy + each.destroy,
      replace: sum.replace + each.replace,
      forget: sum.forget + each.forget,
      move: sum.move + each.move,
    };
  }
  return sum;
};

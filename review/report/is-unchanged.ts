import { isObject, objectAt, textsAt } from "../plan/json";
import type { PlanJson } from "../plan/read-plan";
import { resourceChanges } from "../plan/resource-change";

/** Whether applying a plan would change nothing: neither an object, nor its name, nor an output. */
export const isUnchanged = (plan: PlanJson): boolean =>
  resourceChanges(plan).every(
    ({ action, previousAddress, importing }) => action === "read" && (previousAddress ?? importing) === undefined,
  ) &&
  Object.values(objectAt(plan.json, "output_changes")).every(
    (change) => !isObject(change) || textsAt(change, "actions").join() === "no-op",
  );

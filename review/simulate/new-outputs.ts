import { isList, isObject, type Json, type JsonObject, objectAt } from "../plan/json";
import type { PlanJson } from "../plan/read-plan";
import { digits } from "./provider/identity";

/**
 * Outputs as they would be once a plan is applied: what is known of them, and of what only an apply tells, something other than before in
 * the same form.
 */
export function newOutputs(plan: PlanJson, before: JsonObject): JsonObject {
  const planned = objectAt(objectAt(plan.json, "planned_values"), "outputs");
  return Object.fromEntries(
    Object.entries(planned).map(([name, output]) => {
      if (isObject(output) && output["type"] !== undefined) return [name, output];
      const known = before[name];
      if (!isObject(known)) return [name, { value: `simulated-new-${name}`, type: "string" }];
      return [name, { ...known, value: another(known["value"] ?? null) }];
    }),
  );
}

/** A value in which each text is another one. */
function another(value: Json): Json {
  if (typeof value === "string") return `${value.slice(0, -8)}${digits(value, 8)}`;
  if (isList(value)) return value.map(another);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, another(each ?? null)]));
}

import { isObject, type Json, type JsonObject, objectAt, objectsAt } from "../plan/json";
import { maskedTexts, textsIn } from "../plan/mask";
import type { PlanJson } from "../plan/read-plan";

/**
 * Every text that a plan marks as sensitive, wherever it marks it: in changes and drift, in the states before and after, in outputs,
 * and in variables. The same text stands elsewhere without a mark, in what is derived from it: that is why it is looked for by value.
 */
export function* secretsOf({ json }: PlanJson): Generator<string> {
  for (const list of ["resource_changes", "resource_drift"]) {
    for (const each of objectsAt(json, list)) yield* ofChange(objectAt(each, "change"));
  }
  for (const each of objectsAt(json, "deferred_changes")) {
    yield* ofChange(objectAt(objectAt(each, "resource_change"), "change"));
  }
  for (const each of Object.values(objectAt(json, "output_changes"))) if (isObject(each)) yield* ofChange(each);
  yield* ofValues(objectAt(json, "planned_values"));
  yield* ofValues(objectAt(objectAt(json, "prior_state"), "values"));
  yield* ofVariables(json);
}

function* ofChange(change: JsonObject): Generator<string> {
  yield* maskedTexts(change["before"], change["before_sensitive"] ?? false);
  yield* maskedTexts(change["after"], change["after_sensitive"] ?? false);
}

function* ofValues(values: JsonObject): Generator<string> {
  for (const output of Object.values(objectAt(values, "outputs"))) {
    if (isObject(output) && output["sensitive"] === true) yield* textsIn(output["value"]);
  }
  yield* ofModule(objectAt(values, "root_module"));
}

function* ofModule(module: JsonObject): Generator<string> {
  for (const resource of objectsAt(module, "resources")) {
    yield* maskedTexts(resource["values"], resource["sensitive_values"] ?? false);
  }
  for (const child of objectsAt(module, "child_modules")) yield* ofModule(child);
}

/** A plan holds the values of variables in plain text, and says in its configuration which of them are sensitive. */
function* ofVariables(json: JsonObject): Generator<string> {
  const declared = objectAt(objectAt(objectAt(json, "configuration"), "root_module"), "variables");
  for (const [name, variable] of Object.entries(objectAt(json, "variables"))) {
    const declaration: Json | undefined = declared[name];
    if (!isObject(variable)) continue;
    // A variable of which nothing is declared may be anything.
    const isPublic = isObject(declaration) && declaration["sensitive"] !== true;
    if (!isPublic) yield* textsIn(variable["value"]);
    if (isObject(declaration) && declaration["sensitive"] === true) yield* textsIn(declaration["default"]);
  }
}

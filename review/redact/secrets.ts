import { isObject, type Json, type JsonObject, objectAt, objectsAt } from "../plan/json";
import { maskedTexts, type Sink, textsIn } from "../plan/mask";
import type { PlanJson } from "../plan/read-plan";
import { collectInto } from "./collect";

/**
 * Every text that a plan marks as sensitive, each once, wherever it marks it: in changes and drift, in the states before and after, in
 * outputs, and in variables. The same text stands elsewhere without a mark, in what is derived from it: that is why it is looked for by
 * value.
 */
export function secretsOf({ json }: PlanJson): ReadonlySet<string> {
  const found = new Set<string>();
  const sink = collectInto(found);
  for (const list of ["resource_changes", "resource_drift"]) {
    for (const each of objectsAt(json, list)) ofChange(objectAt(each, "change"), sink);
  }
  for (const each of objectsAt(json, "deferred_changes")) {
    ofChange(objectAt(objectAt(each, "resource_change"), "change"), sink);
  }
  for (const each of Object.values(objectAt(json, "output_changes"))) if (isObject(each)) ofChange(each, sink);
  ofValues(objectAt(json, "planned_values"), sink);
  ofValues(objectAt(objectAt(json, "prior_state"), "values"), sink);
  ofVariables(json, sink);
  return found;
}

function ofChange(change: JsonObject, sink: Sink): void {
  maskedTexts(change["before"], change["before_sensitive"] ?? false, sink);
  maskedTexts(change["after"], change["after_sensitive"] ?? false, sink);
}

function ofValues(values: JsonObject, sink: Sink): void {
  for (const output of Object.values(objectAt(values, "outputs"))) {
    if (isObject(output) && output["sensitive"] === true) textsIn(output["value"], sink);
  }
  ofModule(objectAt(values, "root_module"), sink);
}

function ofModule(module: JsonObject, sink: Sink): void {
  for (const resource of objectsAt(module, "resources")) {
    maskedTexts(resource["values"], resource["sensitive_values"] ?? false, sink);
  }
  for (const child of objectsAt(module, "child_modules")) ofModule(child, sink);
}

/** A plan holds the values of variables in plain text, and says in its configuration which of them are sensitive. */
function ofVariables(json: JsonObject, sink: Sink): void {
  const declared = objectAt(objectAt(objectAt(json, "configuration"), "root_module"), "variables");
  for (const [name, variable] of Object.entries(objectAt(json, "variables"))) {
    const declaration: Json | undefined = declared[name];
    if (!isObject(variable)) continue;
    // A variable of which nothing is declared may be anything.
    const isPublic = isObject(declaration) && declaration["sensitive"] !== true;
    if (!isPublic) textsIn(variable["value"], sink);
    if (isObject(declaration) && declaration["sensitive"] === true) textsIn(declaration["default"], sink);
  }
}

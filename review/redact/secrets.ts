import { isObject, type Json, type JsonObject, objectAt } from "../plan/json";
import { maskedTexts, type Sink, textsIn } from "../plan/mask";

/** What the marks of a change cover, of a resource or an output. */
export function secretsOfChange(change: JsonObject, sink: Sink): void {
  maskedTexts(change["before"], change["before_sensitive"] ?? false, sink);
  maskedTexts(change["after"], change["after_sensitive"] ?? false, sink);
}

/** What the marks of a resource in a state cover. */
export const secretsOfResource = (resource: JsonObject, sink: Sink): void =>
  maskedTexts(resource["values"], resource["sensitive_values"] ?? false, sink);

/** The outputs of a state that are sensitive. */
export function secretsOfOutputs(outputs: JsonObject, sink: Sink): void {
  for (const output of Object.values(outputs)) {
    if (isObject(output) && output["sensitive"] === true) textsIn(output["value"], sink);
  }
}

/** A plan holds the values of variables in plain text, and says in its configuration which of them are sensitive. */
export function secretsOfVariables(plan: JsonObject, sink: Sink): void {
  const declared = objectAt(objectAt(objectAt(plan, "configuration"), "root_module"), "variables");
  for (const [name, variable] of Object.entries(objectAt(plan, "variables"))) {
    const declaration: Json | undefined = declared[name];
    if (!isObject(variable)) continue;
    // A variable of which nothing is declared may be anything.
    const isPublic = isObject(declaration) && declaration["sensitive"] !== true;
    if (!isPublic) textsIn(variable["value"], sink);
    if (isObject(declaration) && declaration["sensitive"] === true) textsIn(declaration["default"], sink);
  }
}

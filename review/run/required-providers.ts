import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputStack } from "../inputs/output";
import { isObject, type Json, objectAt } from "../plan/json";

/** The providers that a stack needs with their versions, as JSON: equal for stacks that need the same. Empty where it needs none. */
export function requiredProviders({ folder }: OutputStack): string {
  const json: Json = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8"));
  const providers = isObject(json) ? objectAt(objectAt(json, "terraform"), "required_providers") : {};
  return Object.keys(providers).length === 0 ? "" : JSON.stringify(providers);
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isObject, type Json, type JsonObject } from "../plan/json";

/** What a stack says, as its program wrote it: of a revision, nothing is left but that. */
export function writtenJson({ text }: { readonly text: string }): JsonObject {
  const json: Json = JSON.parse(text);
  return isObject(json) ? json : {};
}

/** What a stack says, as Terraform reads it. */
export function stackJson({ folder }: { readonly folder: string }): JsonObject {
  const json: Json = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8"));
  return isObject(json) ? json : {};
}

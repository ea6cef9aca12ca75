import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { OutputStack } from "../inputs/output";
import { isList, isObject, type Json, type JsonObject } from "../plan/json";
import { run, type Terraform } from "./terraform";

/**
 * The JSON of the plan that a stack would have if nothing in it were guarded against destruction: a guard ends a plan before it says
 * what else it would do, and why. Planned in a copy beside the stack, so that what is relative stays right, and the copy is removed;
 * its plan is never one that can be applied. Nothing where it cannot be planned either.
 */
export async function planUnguarded(terraform: Terraform, { folder }: OutputStack): Promise<Buffer | undefined> {
  const copy = mkdtempSync(join(dirname(folder), `${basename(folder)}.unguarded-`));
  try {
    const stack: Json = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8"));
    writeFileSync(join(copy, "cdk.tf.json"), JSON.stringify(withoutGuards(stack)));
    const lock = join(folder, ".terraform.lock.hcl");
    if (existsSync(lock)) copyFileSync(lock, join(copy, ".terraform.lock.hcl"));
    // Prepared for the stack itself: the same backend, the same providers.
    const prepared = { ...terraform, env: { ...terraform.env, TF_DATA_DIR: resolve(folder, ".terraform") } };
    const planned = await run(prepared, copy, [
      "plan",
      "-input=false",
      "-no-color",
      "-lock=false",
      "-json",
      "-out=plan",
    ]);
    if (planned.status !== 0) return undefined;
    const shown = await run(prepared, copy, ["show", "-json", "-no-color", "plan"]);
    return shown.status === 0 ? shown.stdout : undefined;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** A stack whose objects may all be destroyed. */
function withoutGuards(stack: Json): Json {
  if (!isObject(stack) || !isObject(stack["resource"])) return stack;
  const resource = mapped(stack["resource"], (named) => (isObject(named) ? mapped(named, unguarded) : named));
  return { ...stack, resource };
}

function unguarded(body: Json): Json {
  if (isList(body)) return body.map(unguarded);
  if (!isObject(body)) return body;
  const lifecycle = body["lifecycle"];
  return isObject(lifecycle) ? { ...body, lifecycle: { ...lifecycle, prevent_destroy: false } } : body;
}

const mapped = (object: JsonObject, change: (value: Json) => Json): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value ?? null)]));

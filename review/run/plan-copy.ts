import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { TERRAFORM_LOCK } from "../../constructs/fleet/provider-locks";
import { isRead, type StackFolder } from "../inputs/output";
import type { JsonObject } from "../plan/json";
import { run, type Terraform } from "./terraform";

/**
 * Plans a stack that is changed for the purpose, in a copy beside it, so that what is relative stays right. The copy is removed, and with
 * it the plan: it is there to be read, and can never be applied. Nothing where it cannot be planned.
 */
export async function planCopy(
  terraform: Terraform,
  { folder }: StackFolder,
  json: JsonObject,
  files: ReadonlyMap<string, string> = new Map(),
): Promise<Buffer | undefined> {
  const copy = mkdtempSync(join(dirname(folder), `${basename(folder)}.copy-`));
  try {
    for (const file of readdirSync(folder).filter((each) => isRead(each) || each === TERRAFORM_LOCK))
      copyFileSync(join(folder, file), join(copy, file));
    writeFileSync(join(copy, "cdk.tf.json"), JSON.stringify(json));
    for (const [name, text] of files) writeFileSync(join(copy, name), text, { mode: 0o600 });
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

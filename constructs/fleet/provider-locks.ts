import { copyFileSync, existsSync, statSync } from "node:fs";
import { join } from "node:path";

/** What Terraform calls the file in which it keeps the versions and checksums of a stack's providers. */
export const TERRAFORM_LOCK = ".terraform.lock.hcl";

/** Where the lock of a stack's providers is committed, from the folder of cdktf.json. */
export const providerLock = (fleet: string, stack: string): string =>
  join("locks", fleet, `${stack}.terraform.lock.hcl`);

/**
 * Puts the committed locks beside the stacks they belong to, so that each run takes the versions that were reviewed. A stack without
 * one keeps what Terraform has left there.
 */
export function copyProviderLocks(fleet: string, stacks: readonly string[], outdir: string): void {
  for (const stack of stacks) {
    const file = providerLock(fleet, stack);
    if (existsSync(file) && statSync(file).isFile()) copyFileSync(file, join(outdir, "stacks", stack, TERRAFORM_LOCK));
  }
}

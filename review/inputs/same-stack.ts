import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TERRAFORM_LOCK } from "../../constructs/fleet/provider-locks";
import type { OutputStack } from "./output";

/** What of a stack decides what it plans on the same state. */
type Planned = Pick<OutputStack, "digest" | "folder">;

/**
 * Whether two stacks plan the same on the same state: what Terraform reads is the same, and so are the versions of its providers, where
 * both are locked. A lock that lacks, or that knows more platforms, changes no plan.
 */
export function isSameStack(one: Planned, other: Planned): boolean {
  if (one.digest !== other.digest) return false;
  const [versions, others] = [one, other].map(({ folder }) => lockedVersions(join(folder, TERRAFORM_LOCK)));
  return versions === undefined || others === undefined || versions === others;
}

/** `registry.terraform.io/hashicorp/aws 5.100.0`, one a line. */
function lockedVersions(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^provider "([^"]+)" \{\s*version\s*=\s*"([^"]+)"/gm)]
    .map(([, source = "", version = ""]) => `${source} ${version}`)
    .sort()
    .join("\n");
}

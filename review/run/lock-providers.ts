import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { providerLock, TERRAFORM_LOCK } from "../../constructs/fleet/provider-locks";
import { grouped } from "../../constructs/model/grouped";
import type { OutputStack } from "../inputs/output";
import { requiredProviders } from "./required-providers";
import { run, type Terraform } from "./terraform";

export interface LockOptions {
  readonly terraform: Terraform;
  /** The folder of cdktf.json. */
  readonly project: string;
  readonly fleet: string;
  /** Whose packages the locks must admit: `linux_amd64`. */
  readonly platforms: readonly string[];
  /** A folder of provider packages instead of the registry. */
  readonly mirror?: string;
  /** Take the newest versions that the program allows, instead of keeping those that are locked. */
  readonly upgrade: boolean;
}

/** What became of the locks of stacks that need the same providers. */
export interface Locked {
  readonly stacks: readonly string[];
  readonly providers: readonly string[];
  /** Why it did not work. */
  readonly failure?: string;
}

/**
 * Writes the committed lock of each stack. Stacks that need the same providers, and have had the same lock, are locked once. A lock is
 * written whole or not at all.
 */
export async function lockProviders(stacks: readonly OutputStack[], options: LockOptions): Promise<Locked[]> {
  const withProviders = stacks.filter((stack) => requiredProviders(stack) !== "");
  const groups = grouped(withProviders, (stack) => `${requiredProviders(stack)}\n${textOf(lockPath(stack, options))}`);
  const results: Locked[] = [];
  // One after the other: each fetches the packages of all platforms.
  for (const members of groups.values()) results.push(await lockGroup(members, options));
  return results;
}

const lockPath = (stack: OutputStack, { project, fleet }: LockOptions): string =>
  join(project, providerLock(fleet, stack.name));

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** What Terraform says went wrong, in one line. */
const summaryOf = (stderr: string): string =>
  /Error: (.+)/.exec(stripVTControlCharacters(stderr))?.[1] ?? "terraform providers lock failed without a reason";

async function lockGroup(members: readonly OutputStack[], options: LockOptions): Promise<Locked> {
  const { terraform, platforms, mirror, upgrade } = options;
  const [first] = members;
  const stacks = members.map(({ name }) => name);
  if (first === undefined) return { stacks, providers: [] };
  const required = requiredProviders(first);
  const providers = Object.keys(JSON.parse(required));
  const folder = mkdtempSync(join(tmpdir(), "siteform-lock-"));
  try {
    writeFileSync(join(folder, "providers.tf.json"), `{"terraform":{"required_providers":${required}}}`);
    const before = lockPath(first, options);
    const made = join(folder, TERRAFORM_LOCK);
    if (!upgrade && existsSync(before)) copyFileSync(before, made);
    const ran = await run(terraform, folder, [
      "providers",
      "lock",
      ...platforms.map((platform) => `-platform=${platform}`),
      ...(mirror === undefined ? [] : [`-fs-mirror=${mirror}`]),
    ]);
    if (ran.status !== 0) return { stacks, providers, failure: ran.problem ?? summaryOf(ran.stderr) };
    for (const stack of members) {
      const target = lockPath(stack, options);
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(made, target);
    }
    return { stacks, providers };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

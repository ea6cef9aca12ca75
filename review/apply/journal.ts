import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { JOURNAL } from "../run/files";

/**
 * How far the plan of a stack got. `begun`: Terraform was started with it, and nobody knows how it ended; `failed`: it ended with an error,
 * with a part done; `applied`: all of it is done.
 */
export const Progress = z.enum(["begun", "failed", "applied"]);
export type Progress = z.infer<typeof Progress>;

const Applied = z.strictObject({
  apiVersion: z.literal("siteform.dev/v1alpha1"),
  kind: z.literal("Applied"),
  stacks: z.record(z.string(), z.strictObject({ planDigest: z.string(), progress: Progress })),
});

/** A journal that is there and cannot be read. Without it nobody knows whose change of a state is whose. */
export class JournalError extends Error {}

/** What was begun of the plans of a folder, kept up in a file, so that a run which is broken off can be taken up. */
export class Journal {
  private readonly file: string;
  private stacks: z.infer<typeof Applied>["stacks"];

  /** @throws JournalError where there is one that cannot be read */
  public constructor(plans: string) {
    this.file = join(plans, JOURNAL);
    this.stacks = existsSync(this.file) ? read(this.file) : {};
  }

  /** How far this very plan of a stack got; nothing where it was not begun. */
  public of(stack: string, planDigest: string): Progress | undefined {
    const entry = Object.hasOwn(this.stacks, stack) ? this.stacks[stack] : undefined;
    return entry?.planDigest === planDigest ? entry.progress : undefined;
  }

  /** Writes down how far a plan got, whole or not at all. */
  public put(stack: string, planDigest: string, progress: Progress): void {
    this.stacks = { ...this.stacks, [stack]: { planDigest, progress } };
    const applied: z.infer<typeof Applied> = {
      apiVersion: "siteform.dev/v1alpha1",
      kind: "Applied",
      stacks: this.stacks,
    };
    const fresh = `${this.file}.new`;
    writeFileSync(fresh, `${JSON.stringify(applied, null, 2)}\n`, { mode: 0o600 });
    chmodSync(fresh, 0o600);
    renameSync(fresh, this.file);
  }
}

function read(file: string): z.infer<typeof Applied>["stacks"] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new JournalError(`${file} is no JSON: plan and review again`);
  }
  const parsed = Applied.safeParse(json);
  if (!parsed.success) throw new JournalError(`${file} was not written by this version: plan and review again`);
  return parsed.data.stacks;
}

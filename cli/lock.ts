import { resolve } from "node:path";
import { many } from "../review/markdown/text";
import { lockProviders } from "../review/run/lock-providers";
import { terraformOf } from "../review/run/terraform";
import { commandIn } from "./options";
import { chosenStacks, outputAt } from "./output";
import { say } from "./say";
import { UsageError } from "./usage-error";

export interface LockCommandOptions {
  readonly cwd: string;
  readonly output: string;
  readonly platform: readonly string[];
  readonly mirror?: string;
  readonly upgrade?: boolean;
  readonly terraform?: string;
}

/** `siteform lock`: exit 1 where a lock could not be written. */
export async function lock(names: readonly string[], options: LockCommandOptions): Promise<void> {
  const { cwd, mirror } = options;
  const output = outputAt(resolve(cwd, options.output));
  const fleet = output.fleet?.metadata.name;
  if (fleet === undefined) {
    throw new UsageError(`${options.output} has no fleet.json that this version reads: run \`cdktf synth\` first`);
  }
  const results = await lockProviders(chosenStacks(output, names), {
    // A cache would be asked for packages of this platform alone.
    terraform: terraformOf(commandIn(cwd, options.terraform), { ...process.env, TF_PLUGIN_CACHE_DIR: "" }, ""),
    project: resolve(cwd),
    fleet,
    platforms: options.platform,
    ...(mirror === undefined ? {} : { mirror: resolve(cwd, mirror) }),
    upgrade: options.upgrade ?? false,
  });
  for (const { stacks, providers, failure } of results) {
    const what = `${providers.join(", ")} for ${stacks.length > 3 ? many(stacks.length, "stack") : stacks.join(", ")}`;
    say(failure === undefined ? `locked ${what}` : `FAILED ${what}: ${failure}`);
  }
  if (results.length === 0) say("no stack needs a provider that is not a part of Terraform");
  else say(`locks/${fleet} is to be committed; the next synthesis puts it beside the stacks`);
  process.exitCode = results.some(({ failure }) => failure !== undefined) ? 1 : 0;
}

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OutputStack } from "../inputs/output";
import { type JsonObject, objectAt } from "../plan/json";
import { readWholePlan, type WholePlan } from "../plan/read-plan";
import { initStack, planFolder, planStack } from "../run/plan-stack";
import type { PlanResult } from "../run/results";
import type { Terraform } from "../run/terraform";

/** Variables of the environment that Terraform gets: none that says who somebody is, and none that changes what it does. */
const PASSED = ["PATH", "PATHEXT", "HOME", "USERPROFILE", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP"];

/** What a plan came to. */
export interface Planned {
  readonly result: PlanResult;
  readonly plan: WholePlan | undefined;
}

/**
 * A folder in which copies of one stack are planned, one after another, on a state that is a file in it. It goes with all that is in it: no
 * plan is ever left that somebody could apply.
 */
export class WorkFolder {
  private readonly folder = mkdtempSync(join(tmpdir(), "siteform-simulation-"));
  private readonly stackFolder = join(this.folder, "stack");
  private isPrepared = false;

  public constructor(private readonly binary: string) {
    mkdirSync(this.stackFolder);
    // Also where the command is broken off: what the program says may hold secrets.
    process.once("exit", this.remove);
    // Without one, Terraform reads the one of the user, which may send it to other providers.
    this.write("terraform.rc", "");
  }

  /** Plans a copy of a stack against providers that run. */
  public async plan(stack: OutputStack, copy: JsonObject, env: NodeJS.ProcessEnv): Promise<Planned> {
    const terraform = this.terraform(env);
    const state = join(this.folder, "terraform.tfstate");
    const settings = { ...objectAt(copy, "terraform"), backend: { local: { path: state } } };
    writeFileSync(join(this.stackFolder, "cdk.tf.json"), JSON.stringify({ ...copy, terraform: settings }));
    this.link(stack);
    const here = { name: stack.name, digest: stack.digest, folder: this.stackFolder };
    if (!this.isPrepared) {
      const failure = await initStack(terraform, here);
      if (failure !== undefined) {
        const common = { stack: stack.name, basis: "simulation", outputDigest: stack.digest, seconds: 0 } as const;
        return { result: { ...common, state: "failed", ...failure }, plan: undefined };
      }
      this.isPrepared = true;
    }
    const plans = join(this.folder, "plans");
    const result = { ...(await planStack(terraform, here, plans, undefined)), basis: "simulation" as const };
    const file = join(planFolder(plans, stack.name), "plan.json");
    return { result, plan: existsSync(file) ? readWholePlan(readFileSync(file)) : undefined };
  }

  /** Writes the state on which the next plan is made. */
  public writeState(state: JsonObject): void {
    this.write("terraform.tfstate", JSON.stringify(state));
  }

  /** Writes a file, and returns where it is. */
  public write(name: string, text: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  }

  public readonly remove = (): void => {
    process.off("exit", this.remove);
    rmSync(this.folder, { recursive: true, force: true });
  };

  /** Files that the program has put beside the stack for it to read. */
  private link({ folder }: OutputStack): void {
    const [there, here] = [join(folder, "assets"), join(this.stackFolder, "assets")];
    rmSync(here, { recursive: true, force: true });
    if (existsSync(there)) symlinkSync(there, here, "junction");
  }

  private terraform(env: NodeJS.ProcessEnv): Terraform {
    const passed = PASSED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
    return {
      binary: this.binary,
      env: {
        ...Object.fromEntries(passed),
        CHECKPOINT_DISABLE: "1",
        TF_CLI_CONFIG_FILE: join(this.folder, "terraform.rc"),
        TF_IN_AUTOMATION: "1",
        TF_INPUT: "0",
        ...env,
      },
    };
  }
}

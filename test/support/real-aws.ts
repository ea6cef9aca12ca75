import { type TerraformResult, terraform } from "./terraform";
import { pluginFolder } from "./with-tools";

interface Message {
  readonly type: string;
  readonly diagnostic?: { readonly severity: string; readonly summary: string; readonly detail: string };
  readonly change?: { readonly action: string; readonly resource: { readonly resource_type: string } };
}

/** What the real provider says to a plan: each error and warning, and what would be done to how many of each type. */
export interface RealPlan {
  readonly code: number;
  readonly diagnostics: readonly object[];
  /** Actions other than reading. */
  readonly actions: readonly string[];
  readonly created: Readonly<Record<string, number>>;
}

/** Works on a stack with the real provider; nothing of this machine's settings of AWS is seen. */
export class RealAws {
  constructor(private readonly folder: string) {}

  run(...args: string[]): Promise<TerraformResult> {
    return terraform(this.folder, args, {
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    });
  }

  /** Runs what must succeed and warn of nothing, and gives what it printed. */
  async succeeds(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run(...args, "-no-color");
    // A provider from a folder brings no checksums for other platforms, which `init` always warns of.
    const warned = args[0] !== "init" && stdout.includes("Warning:");
    if (code !== 0 || stderr !== "" || warned) {
      throw new Error(`terraform ${args.join(" ")} in ${this.folder}: ${code}\n${stdout}${stderr}`);
    }
    return stdout;
  }

  init(): Promise<string> {
    return this.succeeds("init", `-plugin-dir=${pluginFolder ?? ""}`);
  }

  /** Errors and warnings. */
  async validate(): Promise<readonly object[]> {
    const { stdout } = await this.run("validate", "-json");
    const { diagnostics }: { readonly diagnostics: readonly object[] } = JSON.parse(stdout);
    return diagnostics;
  }

  async plan(): Promise<RealPlan> {
    const { code, stdout } = await this.run("plan", "-json");
    const messages = stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line): Message => JSON.parse(line));
    const changes = messages.flatMap(({ type, change }) =>
      type === "planned_change" && change !== undefined && change.action !== "read" ? [change] : [],
    );
    const created: Record<string, number> = {};
    for (const { action, resource } of changes) {
      if (action === "create") created[resource.resource_type] = (created[resource.resource_type] ?? 0) + 1;
    }
    return {
      code,
      diagnostics: messages.flatMap(({ diagnostic }) => diagnostic ?? []),
      actions: [...new Set(changes.map(({ action }) => action))],
      created,
    };
  }
}

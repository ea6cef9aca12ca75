import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/temp";
import type { Run } from "./command";

const main = join(root, "dist", "cli", "main.js");

/** Resources of `terraform_data`, which is a part of Terraform itself, by name. */
type Stack = Readonly<Record<string, object>>;

/** What stacks have beside resources: the stacks they come after, and other blocks. */
type Links = Readonly<Record<string, { readonly dependencies?: readonly string[]; readonly blocks?: object }>>;

/** An output folder as a synthesis leaves it, of stacks with local state. */
export function output(
  folder: string,
  stacks: Readonly<Record<string, Stack>>,
  name = "cdktf.out",
  links: Links = {},
): void {
  const manifest = Object.keys(stacks).map((stack) => [
    stack,
    {
      name: stack,
      dependencies: links[stack]?.dependencies ?? [],
      synthesizedStackPath: `stacks/${stack}/cdk.tf.json`,
      workingDirectory: `stacks/${stack}`,
    },
  ]);
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(
    join(folder, name, "manifest.json"),
    JSON.stringify({ version: "0.21.0", stacks: Object.fromEntries(manifest) }),
  );
  for (const [stack, resources] of Object.entries(stacks)) {
    const at = join(folder, name, "stacks", stack);
    mkdirSync(at, { recursive: true });
    const withPaths = Object.entries(resources).map(([id, body]) => [
      id,
      { ...body, "//": { metadata: { path: `${stack}/${id}`, uniqueId: id } } },
    ]);
    const text = JSON.stringify({
      terraform: { backend: { local: { path: `../../../state/${stack}.tfstate` } } },
      ...links[stack]?.blocks,
      ...(withPaths.length === 0 ? {} : { resource: { terraform_data: Object.fromEntries(withPaths) } }),
    });
    writeFileSync(join(at, "cdk.tf.json"), text);
  }
}

/** Runs Node in a folder, with what is given beside the environment of the tests. */
const node = (folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Run =>
  spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", ...env } });

const siteformWith =
  (env: NodeJS.ProcessEnv) =>
  (folder: string, ...args: string[]): Run =>
    node(folder, [main, ...args], env);

/** Runs the command in a folder; `run` another program, `with` the command in another environment. */
export const siteform = Object.assign(siteformWith({}), { run: node, with: siteformWith });

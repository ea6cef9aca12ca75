import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, tempFolder } from "../support/temp";

const HOSTILE = "::error::x ##[error]y \u001b[31m\u202ez\r\n  ::set-env name=PATH::/tmp";

/** A project whose plan fails with a message of somebody else's making. */
function project(message: string, stack: object = {}): string {
  const folder = tempFolder();
  mkdirSync(join(folder, "cdktf.out", "stacks", "a"), { recursive: true });
  writeFileSync(join(folder, "cdktf.out", "stacks", "a", "cdk.tf.json"), JSON.stringify(stack));
  writeFileSync(join(folder, "cdktf.out", "manifest.json"), JSON.stringify({ stacks: { a: { name: "a" } } }));
  const diagnostic = { severity: "error", summary: message, address: message };
  const line = JSON.stringify({ type: "diagnostic", diagnostic });
  const program = `if (process.argv[2] === "plan") { console.log(${JSON.stringify(line)}); process.exit(1); }`;
  writeFileSync(join(folder, "terraform"), `#!${process.execPath}\n${program}\n`);
  chmodSync(join(folder, "terraform"), 0o755);
  return folder;
}

/** The command in a folder, with nothing in its environment but what is given. */
function command(folder: string, env: NodeJS.ProcessEnv = {}) {
  return (...args: string[]) => {
    const { stdout, stderr } = spawnSync(process.execPath, [join(root, "dist", "cli", "main.js"), ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], NO_COLOR: "1", ...env },
    });
    return { stdout, stderr };
  };
}

test("nothing that a plan says is a command of the log that it stands in", () => {
  const folder = project(HOSTILE);
  const siteform = command(folder);
  const planned = siteform("plan", "--terraform", join(folder, "terraform"));
  expect(planned.stderr).toContain("    \\u{3a}:error::x #\\u{23}[error]y \\u{1b}[31m\\u{202e}z");
  const logs = [planned, siteform("review"), siteform("review", "-f", "json"), siteform("plan", HOSTILE)];
  for (const { stdout, stderr } of logs) {
    const log = `${stdout}${stderr}`;
    expect(log).toMatch(/error::x/);
    expect(log).not.toMatch(/^\s*::/m);
    expect(log).not.toMatch(/##\[/);
    expect(log).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u);
  }
});

test("a message that quotes what a stack declares as secret is shown without it, though nothing was planned", () => {
  const secrets = {
    default: "default-of-a-variable",
    given: "given-to-a-variable",
    provider: "setting-of-a-provider",
    backend: "setting-of-a-backend",
    environment: "variable-of-the-environment",
  };
  const hex = Buffer.from(secrets.given).toString("hex");
  const folder = project(`refused ${Object.values(secrets).join(" ")} ${hex} us-east-2 public-default`, {
    variable: {
      a: { sensitive: true, default: secrets.default },
      b: { sensitive: true },
      c: { default: "public-default" },
    },
    provider: { aws: [{ region: "us-east-2", secret_key: secrets.provider }] },
    terraform: { backend: { s3: { secret_key: secrets.backend, region: "us-east-2" } } },
  });
  const siteform = command(folder, { TF_VAR_b: secrets.given, AWS_SECRET_ACCESS_KEY: secrets.environment });
  const planned = siteform("plan", "--terraform", join(folder, "terraform"));
  expect(planned.stderr).toContain("refused");
  expect(planned.stderr).toContain("us-east-2 public-default");
  const results = readFileSync(join(folder, ".siteform", "plans", "results.json"), "utf8");
  const logs = [planned, siteform("review"), siteform("review", "-f", "json")].map((run) => run.stdout + run.stderr);
  for (const text of [...logs, results]) {
    expect(text).toContain("refused");
    for (const secret of [...Object.values(secrets), hex]) expect(text).not.toContain(secret);
  }
});

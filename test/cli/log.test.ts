import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, tempFolder } from "../support/temp";

const HOSTILE = "::error::x ##[error]y \u001b[31m\u202ez\r\n  ::set-env name=PATH::/tmp";

/** A project whose plan fails with a message of somebody else's making. */
function project(): string {
  const folder = tempFolder();
  mkdirSync(join(folder, "cdktf.out", "stacks", "a"), { recursive: true });
  writeFileSync(join(folder, "cdktf.out", "stacks", "a", "cdk.tf.json"), "{}");
  writeFileSync(join(folder, "cdktf.out", "manifest.json"), JSON.stringify({ stacks: { a: { name: "a" } } }));
  const diagnostic = { severity: "error", summary: HOSTILE, address: HOSTILE };
  const line = JSON.stringify({ type: "diagnostic", diagnostic });
  const program = `if (process.argv[2] === "plan") { console.log(${JSON.stringify(line)}); process.exit(1); }`;
  writeFileSync(join(folder, "terraform"), `#!${process.execPath}\n${program}\n`);
  chmodSync(join(folder, "terraform"), 0o755);
  return folder;
}

test("nothing that a plan says is a command of the log that it stands in", () => {
  const folder = project();
  const siteform = (...args: string[]) => {
    const { stdout, stderr } = spawnSync(process.execPath, [join(root, "dist", "cli", "main.js"), ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], NO_COLOR: "1" },
    });
    return { stdout, stderr };
  };
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

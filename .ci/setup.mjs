// Sets the project up: installs what the lock file says when it has changed, and builds. Plain JavaScript of Node itself, since
// nothing is installed yet when it runs first.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  fail(`Siteform needs Node 20.9 or later; this is ${process.versions.node}.`);
}

const stamp = join(root, "node_modules", ".siteform-lock");
const lock = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  say("installing dependencies (once for each state of the lock file) ...");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], "The dependencies could not be installed.");
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

rmSync(join(root, "dist"), { recursive: true, force: true });
run("npm", ["run", "--silent", "build"], "The project does not build.");

function run(command, args, failure) {
  // What tools say goes to stderr, so that a program's own output stays clean.
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) fail(failure);
}

function say(text) {
  process.stderr.write(`siteform: ${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}

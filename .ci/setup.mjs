// Sets the project up: installs what the lock file says when it has changed, and builds. Plain JavaScript of Node itself, since
// nothing is installed yet when it runs first.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  install();
  // npm takes a download that failed for an optional package, and leaves it out without a word; the programs of this platform
  // are such packages.
  for (let attempt = 1; withoutPrograms().length > 0; attempt += 1) {
    const names = withoutPrograms().join(" and ");
    if (attempt === 3)
      fail(`npm installed ${names} without the program for this platform (${process.platform}-${process.arch}).`);
    say(`npm left out the program of ${names} for this platform; installing again ...`);
    install();
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

rmSync(join(root, "dist"), { recursive: true, force: true });
run("npm", ["run", "--silent", "build"], "The project does not build.");
// npm makes the command of an installed package a program; in the project itself nobody does, and npx could not run it.
chmodSync(join(root, "dist", "cli", "main.js"), 0o755);

function install() {
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], "The dependencies could not be installed.");
}

/** The tools of which npm installed the front, but not the program behind it. */
function withoutPrograms() {
  return ["@biomejs/biome/bin/biome", "@swc/core"]
    .filter((tool) => {
      const ask = tool.includes("/bin/")
        ? [join(root, "node_modules", tool), "--version"]
        : ["--eval", `require(${JSON.stringify(tool)})`];
      return spawnSync(process.execPath, ask, { cwd: root, stdio: "ignore" }).status !== 0;
    })
    .map((tool) => tool.replace("/bin/biome", ""));
}

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

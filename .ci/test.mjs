// What `npm test` runs: every check, also after one failed, and one line each at the end.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const checks = [
  { name: "types", command: ["tsc", "-p", "test/tsconfig.json"] },
  { name: "lint", command: ["biome", "check", "."] },
  { name: "tests", command: ["jest", "--config", "test/jest.config.js", ...process.argv.slice(2)] },
];

const results = checks.map(({ name, command: [tool = "", ...args] }) => {
  process.stdout.write(`\n== ${name}\n`);
  const began = Date.now();
  const { status } = spawnSync(join(root, "node_modules", ".bin", tool), args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return { name, passed: status === 0, seconds: (Date.now() - began) / 1000 };
});

process.stdout.write("\n");
for (const { name, passed, seconds } of results) {
  process.stdout.write(`${passed ? "passed" : "FAILED"}  ${name} (${seconds.toFixed(1)} s)\n`);
}
process.exit(results.every(({ passed }) => passed) ? 0 : 1);

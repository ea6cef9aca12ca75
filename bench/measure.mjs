import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Runs a program in an empty folder, alone in its process, and returns its wall seconds, its peak memory in MB, and the folder. */
export function run(program, { keep = false, env = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "siteform-bench-"));
  const wrapper = join(folder, "main.cjs");
  writeFileSync(
    wrapper,
    `const began = performance.now();
process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(join(folder, "figures.json"))},
  JSON.stringify({ seconds: (performance.now() - began) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 })));
require(${JSON.stringify(program)});
`,
  );
  const { status, stderr } = spawnSync(process.execPath, [wrapper], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${program} failed with ${status}\n${stderr}`);
  const figures = JSON.parse(spawnSync("cat", [join(folder, "figures.json")], { encoding: "utf8" }).stdout);
  if (!keep) rmSync(folder, { recursive: true });
  return { ...figures, folder };
}

/** Runs two programs in turn, A B A B ..., so that a machine whose speed drifts treats both alike, after one run of each that does not count. */
export function inTurn(a, b, runs) {
  run(a);
  run(b);
  const pairs = Array.from({ length: runs }, () => [run(a), run(b)]);
  const ratios = pairs.map(([first, second]) => first.seconds / second.seconds);
  return {
    a: medianOf(pairs.map(([first]) => first)),
    b: medianOf(pairs.map(([, second]) => second)),
    ratio: median(ratios),
    ratios,
  };
}

const medianOf = (runs) => ({
  seconds: median(runs.map((each) => each.seconds)),
  megabytes: median(runs.map((each) => each.megabytes)),
});

export function median(numbers) {
  const sorted = [...numbers].sort((x, y) => x - y);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function report(title, limit, figure, unit, details) {
  const verdict = figure <= limit ? "within" : "OVER";
  process.stdout.write(
    `${verdict.padEnd(7)} ${title}: ${figure.toFixed(2)}${unit} (limit ${limit}${unit})\n        ${details}\n`,
  );
  return figure <= limit;
}

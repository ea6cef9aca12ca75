// npm run bench: speed as ratios in one run on the same work, each the median of several runs in turn. It judges nothing in the
// tests: these figures depend on the machine, their ratios hardly.
import { deepStrictEqual } from "node:assert";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { costs, ledger } from "./capacity.mjs";
import { inTurn, median, report, root, run } from "./measure.mjs";
import { fabricLinks, powerLosses } from "./parts.mjs";
import { writePlainProgram } from "./plain.mjs";
import { plans } from "./planner.mjs";
import { planning, plansRead } from "./reviews.mjs";
import { simulation } from "./simulation.mjs";
import { turnkey } from "./site.mjs";

const RUNS = Number(process.env.BENCH_RUNS ?? 5);
const seconds = (figure) => `${figure.toFixed(2)} s`;

function overhead() {
  const ours = join(root, "dist", "stacks", "main.js");
  const first = run(ours, { keep: true });
  const folder = mkdtempSync(join(tmpdir(), "siteform-bench-"));
  const plain = writePlainProgram(join(first.folder, "cdktf.out"), folder);
  const second = run(plain, { keep: true });
  sameResources(join(first.folder, "cdktf.out"), join(second.folder, "cdktf.out"));
  const { a, b, ratio, ratios } = inTurn(ours, plain, RUNS);
  for (const each of [first.folder, second.folder, folder]) rmSync(each, { recursive: true });
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} over ${RUNS} pairs`;
  return report(
    "the reference fleet over plain cdktf code for the same resources",
    1.15,
    ratio,
    " x",
    `${seconds(a.seconds)} over ${seconds(b.seconds)}, ${spread}; ${a.megabytes.toFixed(0)} over ${b.megabytes.toFixed(0)} MB`,
  );
}

/** Both programs must write the same resources, or their times say nothing. */
function sameResources(ours, plain) {
  for (const stack of readdirSync(join(ours, "stacks"))) {
    const [a, b] = [ours, plain].map((output) =>
      bare(JSON.parse(readFileSync(join(output, "stacks", stack, "cdk.tf.json"), "utf8")).resource),
    );
    deepStrictEqual(b, a, `the plain program writes other resources in ${stack}`);
  }
}

const bare = (value) =>
  typeof value !== "object" || value === null
    ? value
    : Array.isArray(value)
      ? value.map(bare)
      : Object.fromEntries(Object.entries(value).flatMap(([key, item]) => (key === "//" ? [] : [[key, bare(item)]])));

function imports() {
  const folder = mkdtempSync(join(tmpdir(), "siteform-bench-"));
  const program = (name, target) => {
    const file = join(folder, `${name}.cjs`);
    writeFileSync(file, `require(${JSON.stringify(target)});\n`);
    return file;
  };
  const siteform = program("siteform", join(root, "dist", "constructs", "index.js"));
  const cdktf = program("cdktf", join(root, "node_modules", "cdktf"));
  const { a, b } = inTurn(siteform, cdktf, Math.max(RUNS, 9));
  rmSync(folder, { recursive: true });
  return report(
    'import "siteform" over import "cdktf"',
    100,
    (a.seconds - b.seconds) * 1000,
    " ms",
    `${(a.seconds * 1000).toFixed(0)} ms over ${(b.seconds * 1000).toFixed(0)} ms`,
  );
}

function scaling() {
  const program = join(root, "bench", "sites.cjs");
  const of = (sites) => run(program, { env: { SITES: String(sites) } });
  const pairs = Array.from({ length: RUNS }, () => [of(100), of(10)]);
  const ratio = median(pairs.map(([hundred, ten]) => hundred.seconds / ten.seconds));
  const memory = median(pairs.map(([hundred]) => hundred.megabytes));
  const details = `${seconds(median(pairs.map(([hundred]) => hundred.seconds)))} over ${seconds(median(pairs.map(([, ten]) => ten.seconds)))}`;
  const time = report("100 sites over 10 sites", 12, ratio, " x", details);
  return report("memory of 100 sites", 1000, memory, " MB", "peak of the process") && time;
}

function million() {
  const program = join(root, "bench", "million-tpus.cjs");
  const runs = Array.from({ length: RUNS }, () => run(program));
  const time = median(runs.map(({ seconds: each }) => each));
  const memory = median(runs.map(({ megabytes }) => megabytes));
  const first = report("a million TPUs, 4,096 slices in 41 stacks", 15, time, " s", `the median of ${RUNS} runs`);
  return report("memory of a million TPUs", 2000, memory, " MB", "peak of the process") && first;
}

const results = [
  overhead(),
  imports(),
  scaling(),
  million(),
  turnkey(RUNS),
  powerLosses(RUNS),
  fabricLinks(RUNS),
  ledger(RUNS),
  costs(RUNS),
  plansRead(RUNS),
  planning(RUNS),
  plans(RUNS),
  await simulation(RUNS),
];
process.exitCode = results.every(Boolean) ? 0 : 1;

// A turnkey site resolved whole, and one of four times its size: see site.cjs.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, report, root, run } from "./measure.mjs";

/** Times and memory of both, each the median of several runs in turn; whether all of them are within their limits. */
export function turnkey(runs) {
  const program = join(root, "bench", "site.cjs");
  const of = (clusters) => run(program, { env: { CLUSTERS: String(clusters) } });
  const pairs = Array.from({ length: runs }, () => [of(1), of(4)]);
  const figure = (of) => median(pairs.map(of));
  const [one, four] = [figure(([each]) => each.seconds), figure(([, each]) => each.seconds)];
  const details = `every host, rack, feed, link and address; the median of ${runs} runs`;
  return [
    report("a site of 27,500 hosts", 5, one, " s", details),
    report(
      "memory of that site",
      1500,
      figure(([each]) => each.megabytes),
      " MB",
      "peak of the process",
    ),
    report(
      "four times that site over it",
      5,
      figure(([a, b]) => b.seconds / a.seconds),
      " x",
      `${four.toFixed(2)} s over ${one.toFixed(2)} s`,
    ),
  ].every(Boolean);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = turnkey(Number(process.env.BENCH_RUNS ?? 5)) ? 0 : 1;

// The engines behind a large site, each by itself: what fails in a power tree, and the links of a fabric.
import { join } from "node:path";
import { median, report, root, run } from "./measure.mjs";

/** N-1 over 100,000 power nodes: the whole process, from the ranges of the documents to the last loss. */
export function powerLosses(runs) {
  const program = join(root, "bench", "power.cjs");
  const times = Array.from({ length: runs }, () => run(program).seconds);
  const details = `101,162 nodes, each lost once, with what follows; the median of ${runs} runs`;
  return report("N-1 over 100,000 power nodes", 5, median(times), " s", details);
}

/** The fabric of 27,500 hosts: every link with both its ports, then lengths, media and bill. */
export function fabricLinks(runs) {
  const program = join(root, "bench", "fabric.cjs");
  const times = Array.from({ length: runs }, () => run(program).seconds);
  return report("a fabric of 661,344 links", 2, median(times), " s", `wired and cabled; the median of ${runs} runs`);
}

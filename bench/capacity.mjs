// The ledgers of a large fleet.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { median, report, root } from "./measure.mjs";

/** What a program says of itself in several runs, each in a process of its own, after its document was read. */
function runsOf(name, runs) {
  const program = join(root, "bench", name);
  return Array.from({ length: runs }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program], { encoding: "utf8" });
    if (status !== 0) throw new Error(`${program} failed with ${status}\n${stderr}`);
    return JSON.parse(stdout);
  });
}

/** 1,000 sites of four phases over ten years, with every change of each site. */
export function ledger(runs) {
  const all = runsOf("capacity.cjs", runs);
  const [{ lines, rows }] = all;
  const details = `${lines} stretches of capacity, a table of ${rows} rows, cold code; the median of ${runs} runs`;
  return report("a ledger of 1,000 sites over 10 years", 1, median(all.map(({ seconds }) => seconds)), " s", details);
}

/** What the same sites cost, month by month. */
export function costs(runs) {
  const all = runsOf("cost.cjs", runs);
  const [{ lines }] = all;
  const details = `${lines} costs of a month, exact to the cent, cold code; the median of ${runs} runs`;
  return report("the cost of 1,000 leases over 10 years", 5, median(all.map(({ seconds }) => seconds)), " s", details);
}

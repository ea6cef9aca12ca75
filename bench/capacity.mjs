// The ledger of capacity of a large fleet.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { median, report, root } from "./measure.mjs";

/** 1,000 sites of four phases over ten years, with every change of each site: in a process of its own, after its document was read. */
export function ledger(runs) {
  const program = join(root, "bench", "capacity.cjs");
  const all = Array.from({ length: runs }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program], { encoding: "utf8" });
    if (status !== 0) throw new Error(`${program} failed with ${status}\n${stderr}`);
    return JSON.parse(stdout);
  });
  const [{ lines, rows }] = all;
  const details = `${lines} stretches of capacity, a table of ${rows} rows, cold code; the median of ${runs} runs`;
  return report("a ledger of 1,000 sites over 10 years", 1, median(all.map(({ seconds }) => seconds)), " s", details);
}

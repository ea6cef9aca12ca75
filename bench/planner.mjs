// The planner: how long a plan of 60 months and 50 offers takes to be within 0.1 % of the least cost, and how near three scenarios come.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, report, root, run } from "./measure.mjs";

const GAP = 0.001;

/** A plan in a process of its own: Node's start, the solver's and the request's check are in its seconds. */
function plan(options) {
  const folder = mkdtempSync(join(tmpdir(), "siteform-bench-"));
  const file = join(folder, "plan.json");
  const { seconds, megabytes } = run(join(root, "bench", "plan.cjs"), {
    env: { PLAN: JSON.stringify(options), PLAN_FIGURES: file },
  });
  const figures = JSON.parse(readFileSync(file, "utf8"));
  rmSync(folder, { recursive: true });
  return { ...figures, seconds, megabytes };
}

const percent = ({ proof }) => `${(proof.gap * 100).toFixed(4)} %`;

const shown = (each) =>
  `${each.orders} orders for $${each.cost}, proven to ${percent(each)}; ${each.processorSeconds.toFixed(1)} s of one processor, ${each.megabytes.toFixed(0)} MB`;

/** One scenario to 0.1 %; the same in a fleet to whose size a step is large, and three scenarios with recourse, to whatever gap. */
export function plans(runs) {
  const one = Array.from({ length: Math.min(runs, 3) }, () => plan({ gap: GAP, seconds: 60 }));
  const [first] = one;
  if (one.some(({ cost }) => cost !== first.cost)) throw new Error("two runs of one plan differ");
  if (!first.proof.isProven) throw new Error(`the plan is proven only to ${percent(first)}`);
  const isFast = report(
    "a plan of 60 months and 50 offers to 0.1 %",
    10,
    median(one.map(({ seconds }) => seconds)),
    " s",
    `${shown(first)}; the median of ${one.length} runs, which agree`,
  );
  for (const [title, options] of [
    ["the same, a quarter of the fleet", { large: 50, seconds: 60 }],
    ["the same, a twentieth of the fleet", { large: 10, seconds: 60 }],
    ["three scenarios (x5, x10, x20), parting after a year", { growths: [5, 10, 20], seconds: 120 }],
  ]) {
    const each = plan({ gap: GAP, ...options });
    process.stdout.write(
      `measured ${title}: ${each.seconds.toFixed(2)} s\n        ${each.status === "planned" ? shown(each) : each.status}\n`,
    );
  }
  return isFast;
}

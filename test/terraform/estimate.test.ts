import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readOutput } from "../../review/inputs/output";
import { readPlans } from "../../review/inputs/plans";
import { stackInputs } from "../../review/inputs/stacks";
import { buildReview } from "../../review/report/build-review";
import { planAll } from "../../review/run/plan-all";
import { terraformOf } from "../../review/run/terraform";
import { siteform } from "../cli/output";
import { describeWithMoto, startMoto } from "../support/moto";
import { countsByType, sendToMoto } from "../support/moto-subset";
import { synthesized } from "../support/reference";
import { describeWithRealAws, pluginFolder } from "../support/with-tools";

describeWithMoto("siteform plan with the real AWS provider against moto", describeWithRealAws, () => {
  test("a cluster whose foundation is not applied is an estimate: the same as it will be, and never to be applied", async () => {
    const moto = await startMoto("111122223333");
    try {
      const fleet = synthesized("aws-per-cluster");
      for (const name of ["ohio", "ohio-serve"]) sendToMoto(fleet.stackFolder(name), moto);
      const output = readOutput(join(fleet.folder, "cdktf.out"));
      const stacks = output.stacks.filter(({ name }) => name === "ohio" || name === "ohio-serve");
      const plans = join(fleet.folder, "plans");
      const env = { ...process.env, ...moto.env, TF_CLI_ARGS_init: `-plugin-dir=${pluginFolder ?? ""}` };
      const terraform = terraformOf(undefined, env, join(fleet.folder, "cache"));
      const { results } = await planAll(stacks, { terraform, plans, parallelism: 2 });
      const created = Object.values(countsByType(fleet.stackFolder("ohio-serve"))).reduce(
        (sum, count) => sum + count,
        0,
      );
      expect(results).toMatchObject([
        { stack: "ohio", state: "planned", basis: "plan" },
        { stack: "ohio-serve", state: "planned", basis: "estimate", counters: { create: created, destroy: 0 } },
      ]);
      expect(existsSync(join(plans, "ohio", "plan"))).toBe(true);
      expect(existsSync(join(plans, "ohio-serve", "plan"))).toBe(false);
      expect(readdirSync(join(fleet.folder, "cdktf.out", "stacks")).filter((each) => each.includes("copy"))).toEqual(
        [],
      );
      const review = buildReview(stackInputs(readPlans(plans), { ...output, stacks }, undefined));
      expect(review).toMatchObject({ verdict: "CHANGES", stacks: [{ basis: "plan" }, { basis: "estimate" }] });
      // Alone, nobody is to create what it looks for, and the failure stays one.
      const [, serve] = stacks;
      if (serve === undefined) throw new Error("the case has lost a stack");
      const alone = await planAll([serve], { terraform, plans: join(fleet.folder, "alone"), parallelism: 1 });
      expect(alone.results).toMatchObject([
        { state: "failed", diagnostics: [{ summary: expect.stringContaining("no matching EC2 VPC") }] },
      ]);
      // What was reviewed is applied, and the estimate left; planned on what is there now, it is what it was said to be.
      writeFileSync(join(fleet.folder, "review.json"), JSON.stringify(review));
      const args = ["ohio", "ohio-serve", "--review", "review.json", "--plans", "plans"];
      const applied = siteform.with(env)(fleet.folder, "apply", ...args);
      expect([applied.status, applied.stderr]).toEqual([2, expect.stringContaining("ohio: applied")]);
      expect(applied.stderr).toContain("ohio-serve: NOT APPLIED: its plan is an estimate");
      const { results: now } = await planAll([serve], { terraform, plans, parallelism: 1, all: stacks });
      expect(now).toMatchObject([{ state: "planned", basis: "plan", counters: { create: created, destroy: 0 } }]);
    } finally {
      await moto.close();
    }
  });
});

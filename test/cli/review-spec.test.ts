import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "sarif";
import { Fleet } from "../../constructs";
import { Review } from "../../review/report/schema";
import { addGuarantees } from "../../stacks/leases";
import { addNewYork } from "../../stacks/new-york";
import { inFolder, tempFolder } from "../support/temp";
import { siteform } from "./output";

const folder = tempFolder();

/** Synthesizes New York into a folder, its record changed before. */
function synthesize(outdir: string, change: (text: string) => string): void {
  const fleet = new Fleet("slip", { organisation: "Reference AI" });
  addNewYork(fleet);
  addGuarantees(fleet, ["new-york"]);
  const record = fleet.record.bind(fleet);
  const spy = jest.spyOn(fleet, "record").mockImplementation(() => JSON.parse(change(JSON.stringify(record()))));
  const { ok } = inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-28" }));
  spy.mockRestore();
  expect(ok).toBe(true);
  if (outdir !== "cdktf.out") cpSync(join(folder, "cdktf.out"), join(folder, outdir), { recursive: true });
}

/** A copy of head's output with another text in its fleet.json; without one, with no fleet.json. */
function copyOf(outdir: string, change: ((text: string) => string) | undefined): void {
  cpSync(join(folder, "cdktf.out"), join(folder, outdir), { recursive: true });
  const file = join(folder, outdir, "fleet.json");
  const text = readFileSync(file, "utf8");
  if (change === undefined) rmSync(file);
  else {
    expect(change(text)).not.toBe(text);
    writeFileSync(file, change(text));
  }
}

const review = (...args: string[]) => siteform(folder, "review", "--as-of", "2026-11-28", ...args);

describe("siteform review of two outputs", () => {
  beforeAll(() => {
    synthesize("base", (text) => text);
    synthesize("cdktf.out", (text) => text.replace('"forecast":"2026-12-01"', '"forecast":"2027-03-02"'));
    // 2,550 servers of 14.3 kW are 36.5 of 40 MW; ten times as many are not.
    copyOf("crowded", (text) => text.replace('"count": 2550', '"count": 25500'));
    copyOf("bare", undefined);
    mkdirSync(join(folder, ".siteform", "plans"), { recursive: true });
    const plan = { format_version: "1.2", terraform_version: "1.11.4", errored: false, resource_changes: [] };
    writeFileSync(join(folder, ".siteform", "plans", "new-york.json"), JSON.stringify(plan));
  });

  test("tells the slip of a utility in one line of the spec, and what it comes to", () => {
    const { status, stdout, stderr } = review("--base", "base");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(
      [
        "<summary><code>new-york</code>: 1 changed</summary>",
        "",
        "```diff",
        "! utilities.grid.ramp.second.dates.forecast: 2026-12-01 -> 2027-03-02 (+91 days)",
        "```",
      ].join("\n"),
    );
    expect(stdout).toContain("| `new-york` | `p2` can be used from | `2026-12-31` | `2027-04-01` | `+91 days` |");
    expect(stdout).toMatch(/Nothing new; as before: \d+ warnings?, asked about `2026-11-28`\./);
  });

  test("is a page with pictures as well, beside what the format says", () => {
    const { status, stdout, stderr } = review("--base", "base", "-f", "json", "--html", "review.html");
    expect([status, stderr]).toEqual([0, ""]);
    expect(Review.parse(JSON.parse(stdout)).spec).toHaveLength(1);
    const page = readFileSync(join(folder, "review.html"), "utf8");
    expect(page).toContain("<title>NONE: review of slip</title>");
    // Barker is in New York, and the documents say no more.
    expect(page).toContain("in the middle of US-NY");
    expect(page).toContain("critical IT power over time in MW");
  });

  test("is a page that says why it has no pictures, where the output has no fleet", () => {
    const { status } = review("--head", "bare", "--html", "bare.html");
    expect(status).toBe(0);
    expect(readFileSync(join(folder, "bare.html"), "utf8")).toContain(
      "There are no pictures: the output has no fleet.json",
    );
  });

  test("says where a page cannot be written", () => {
    const { status, stderr } = review("--html", "no/such/folder/review.html");
    expect([status, stderr]).toEqual([1, expect.stringContaining("no/such/folder/review.html cannot be written")]);
    expect(stderr).not.toContain("    at ");
  });

  test("is JSON of the schema", () => {
    const { stdout } = review("--base", "base", "-f", "json");
    const made = Review.parse(JSON.parse(stdout));
    expect(made.spec).toHaveLength(1);
    expect(made.deltas).toContainEqual({
      site: "new-york",
      figure: "monthsBare",
      before: "7 months, from 2036-06",
      after: "10 months, from 2036-06",
      by: "+3 months",
    });
    expect(made.findings).toMatchObject({ fleet: "slip", asOf: "2026-11-28", new: [], fixed: [] });
  });

  test("fails on errors that are new, and not on those that were there", () => {
    const gates = ["--fail-on", "error"];
    expect(review("--base", "base", ...gates).status).toBe(0);
    const crowded = review("--base", "base", "--head", "crowded", ...gates);
    expect(crowded.status).toBe(1);
    expect(crowded.stderr).toBe("siteform: the review does not pass --fail-on error\n");
    expect(crowded.stdout).toMatch(
      /\*\*New: 3 errors, 1 warning.*\n\n- \*\*error\*\* `PWR-8` at `sites\.new-york\.phases\.p1/,
    );
    expect(review("--base", "crowded", "--head", "crowded", ...gates).status).toBe(0);
  });

  test("tells what rules find in the Terraform of head, and not in that of base", () => {
    cpSync(join(folder, "cdktf.out"), join(folder, "backendless"), { recursive: true });
    const file = join(folder, "backendless", "stacks", "new-york", "cdk.tf.json");
    const stack = JSON.parse(readFileSync(file, "utf8"));
    delete stack.terraform.backend;
    writeFileSync(file, JSON.stringify(stack));
    const made = Review.parse(JSON.parse(review("--base", "base", "--head", "backendless", "-f", "json").stdout));
    const found = { rule: "X-BACKEND-01", severity: "error", path: "stacks.new-york.terraform.backend" };
    expect(made.findings?.new).toMatchObject([found]);
    const back = Review.parse(JSON.parse(review("--base", "backendless", "-f", "json").stdout));
    expect(back.findings?.new).toEqual([]);
    expect(back.findings?.fixed).toMatchObject([found]);
  });

  test("is SARIF of what head has, with whether base has it", () => {
    const { status, stdout } = review("--base", "base", "--head", "crowded", "-f", "sarif");
    expect(status).toBe(0);
    const log: Log = JSON.parse(stdout);
    const results = log.runs[0]?.results ?? [];
    const told = (state: string) =>
      results.filter(({ baselineState }) => baselineState === state).map(({ ruleId, level }) => `${level} ${ruleId}`);
    expect(told("new")).toContain("error PWR-8");
    expect(told("unchanged")).toContain("warning GUAR-1");
    expect(told("new").length + told("unchanged").length).toBe(results.length);
    const ids = log.runs[0]?.tool.driver.rules?.map(({ id }) => id);
    for (const { ruleId, partialFingerprints } of results) {
      expect(ids).toContain(ruleId);
      expect(partialFingerprints?.["siteform/v1"]).toMatch(/^[0-9a-f]{64}$/);
    }
    // What is fixed is there no more.
    const fixed: Log = JSON.parse(review("--base", "crowded", "--head", "base", "-f", "sarif").stdout);
    expect(fixed.runs[0]?.results?.map(({ ruleId }) => ruleId)).not.toContain("PWR-8");
  });

  test("asks rules about the day that is given", () => {
    const { stdout } = siteform(folder, "review", "--base", "base", "--as-of", "2031-01-01", "-f", "json");
    expect(Review.parse(JSON.parse(stdout)).findings?.asOf).toBe("2031-01-01");
    expect(siteform(folder, "review", "--base", "base", "--as-of", "tomorrow").status).toBe(1);
  });

  test("says that specs are not compared where one is not at hand, and does not pass what asks for it", () => {
    const { status, stdout, stderr } = review("--base", "bare");
    expect(status).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toContain(
      "**Note**: the specs are not compared: base wrote no `fleet.json` that this version reads.",
    );
    expect(stdout).not.toContain("### Spec");
    expect(review("--base", "bare", "--fail-on", "error").status).toBe(1);
    const log = review("-f", "sarif");
    expect(log.status).toBe(1);
    expect(log.stderr).toContain("name the output folder of the base with --base");
  });
});

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tempFolder } from "../support/temp";
import { output, siteform } from "./output";

/** A project with base and head, and a plan that somebody else left of its one stack. */
function project(): string {
  const folder = tempFolder();
  output(folder, { alpha: { a: { input: 1 } } }, "base");
  output(folder, { alpha: { a: { input: 2 } } });
  mkdirSync(join(folder, "plans"));
  writeFileSync(join(folder, "plans", "alpha.json"), JSON.stringify({ format_version: "1.2", resource_changes: [] }));
  return folder;
}

describe("paths that the command is given", () => {
  test("may begin at the root of the disk", () => {
    const folder = project();
    const elsewhere = tempFolder();
    const args = ["--plans", "--base", "--head"].flatMap((option, index) => [
      option,
      join(folder, ["plans", "base", "cdktf.out"][index] ?? ""),
    ]);
    const whole = join(elsewhere, "review.json");
    const { status, stderr } = siteform(elsewhere, "review", ...args, "--format", "json", "-o", whole);
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(readFileSync(whole, "utf8"))).toMatchObject({ kind: "Review", verdict: "NONE" });
    const allowed = siteform(elsewhere, "allow", "--output-folder", join(folder, "cdktf.out"));
    expect([allowed.status, allowed.stderr]).toEqual([0, ""]);
    const applied = siteform(elsewhere, "apply", "--output-folder", join(folder, "cdktf.out"), "--review", whole);
    expect(applied.stderr).toContain("nothing is applied:\n  alpha:");
    // It is read, and is no review: nothing is sent anywhere.
    const other = join(folder, "cdktf.out", "manifest.json");
    const target = ["--github", "o/r", "--head", "a".repeat(40), "--run", "1"];
    const posted = siteform.with({ GITHUB_TOKEN: "ghs_token" })(elsewhere, "post", other, ...target);
    expect(posted.stderr).toContain("it does not follow the schema of a review");
  });

  test("a folder that begins at the root is never taken for a revision", () => {
    const folder = project();
    const nowhere = join(folder, "nowhere");
    const { status, stderr } = siteform(folder, "review", "--plans", "plans", "--base", nowhere);
    expect(status).toBe(1);
    expect(stderr).toBe(
      `siteform: there is no ${join(nowhere, "manifest.json")}: run \`cdktf synth\` first, or name the folder that it wrote\n`,
    );
  });

  test("are seen from the folder that --cwd names, what is written too", () => {
    const folder = project();
    const elsewhere = tempFolder();
    const files = ["--format", "json", "-o", "r.json", "--html", "r.html"];
    const { status, stderr } = siteform(
      elsewhere,
      "review",
      "--cwd",
      folder,
      "--plans",
      "plans",
      "--base",
      "base",
      ...files,
    );
    expect([status, stderr]).toEqual([0, ""]);
    const written = [folder, elsewhere].map((each) => ["r.json", "r.html"].map((file) => existsSync(join(each, file))));
    expect(written).toEqual([
      [true, true],
      [false, false],
    ]);
  });
});

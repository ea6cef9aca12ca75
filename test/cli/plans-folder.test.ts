import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tempFolder } from "../support/temp";
import { output, siteform } from "./output";

/** A project that keeps some files out of git already. */
function project(): string {
  const folder = tempFolder();
  output(folder, { alpha: { a: { input: 1 } } });
  writeFileSync(join(folder, ".gitignore"), "cdktf.out\n");
  mkdirSync(join(folder, "notes"));
  writeFileSync(join(folder, "notes", "todo.md"), "things to do\n");
  symlinkSync(".", join(folder, "here"));
  mkdirSync(join(folder, "empty"));
  return folder;
}

const plan = (folder: string, plans: string) =>
  siteform(folder, "plan", "--plans", plans, "--terraform", "no-such-terraform");

describe("the folder of the plans", () => {
  test.each([
    [".", "is the folder of the project, or holds it"],
    ["", "is the folder of the project, or holds it"],
    ["..", "is the folder of the project, or holds it"],
    ["here", "is the folder of the project, or holds it"],
    ["cdktf.out", "lies in what was synthesized"],
    ["cdktf.out/plans", "lies in what was synthesized"],
    ["here/cdktf.out/stacks/alpha", "lies in what was synthesized"],
    ["notes", 'holds "todo.md"'],
    [".gitignore", "is a file"],
  ])("is never %j, and nothing is written", (given, why) => {
    const folder = project();
    const modes = () => [".", "..", "cdktf.out", "notes"].map((each) => statSync(join(folder, each)).mode);
    const before = modes();
    const { status, stderr } = plan(folder, given);
    expect(status).toBe(1);
    expect(stderr).toContain(`siteform: --plans ${JSON.stringify(given)} ${why}`);
    expect(stderr).not.toContain("    at ");
    expect(readFileSync(join(folder, ".gitignore"), "utf8")).toBe("cdktf.out\n");
    expect(modes()).toEqual(before);
    for (const file of [".siteform", "notes/.gitignore", "cdktf.out/.gitignore", "cdktf.out/plans"])
      expect(existsSync(join(folder, file))).toBe(false);
  });

  test.each(["new/folder", "empty", ".siteform/plans"])("may be %s, again and again", (given) => {
    const folder = project();
    for (const _ of [1, 2]) {
      // Terraform is not there: that is a stack that failed, of which the results tell.
      expect(plan(folder, given).stderr).toContain("alpha: FAILED: terraform cannot be started");
      expect(existsSync(join(folder, given, "results.json"))).toBe(true);
    }
    expect(statSync(join(folder, given)).mode & 0o777).toBe(0o700);
  });

  test("is told where it cannot be made", () => {
    const folder = project();
    const { status, stderr } = plan(folder, "notes/todo.md/plans");
    expect(status).toBe(1);
    expect(stderr).toMatch(/^siteform: .*todo\.md.plans cannot hold plans: /);
    expect(stderr).not.toContain("    at ");
  });
});

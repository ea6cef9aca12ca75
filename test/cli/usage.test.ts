import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CliProject, cliProject, GOOD } from "./command";

const root = join(__dirname, "..", "..");

describe("the siteform command", () => {
  const projects: CliProject[] = [];
  const project = (program?: string) => {
    const made = cliProject(program);
    projects.push(made);
    return made;
  };
  afterEach(() => {
    for (const made of projects.splice(0)) made.remove();
  });

  /** What a user who makes a mistake reads: nothing on stdout, no stack of ours, exit 1. */
  const mistake = (made: CliProject, args: readonly string[] = ["validate"]): string => {
    const { status, stdout, stderr } = made.siteform(args);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).not.toMatch(/dist\/(cli|constructs)\//);
    return stderr;
  };

  test("explains itself, and names both commands", () => {
    const { status, stdout } = project().siteform(["--help"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ {2}validate /m);
    expect(stdout).toMatch(/^ {2}expand /m);
    expect(stdout).toContain("cdktf deploy");
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(140);
  });

  test.each(["validate", "expand"])("explains %s with its options", (command) => {
    const { status, stdout } = project().siteform([command, "--help"]);
    expect(status).toBe(0);
    for (const option of ["--format", "--output", "--as-of", "--cwd"]) expect(stdout).toContain(option);
  });

  test("knows its version", () => {
    const { version }: { readonly version: string } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(project().siteform(["--version"]).stdout).toBe(`${version}\n`);
  });

  test("suggests the command that was meant", () => {
    const stderr = mistake(project(GOOD), ["validat"]);
    expect(stderr).toContain("unknown command 'validat'");
    expect(stderr).toContain("Did you mean validate?");
  });

  test("suggests the option that was meant", () => {
    expect(mistake(project(GOOD), ["validate", "--fromat", "json"])).toMatch(
      /unknown option '--fromat'[\s\S]*Did you mean --format\?/,
    );
  });

  test("lists the formats there are", () => {
    expect(mistake(project(GOOD), ["validate", "--format", "xml"])).toMatch(
      /Allowed choices are text, json, sarif, junit/,
    );
  });

  test.each(["2026-02-30", "tomorrow", "2026-5-1", ""])("refuses the day %j", (day) => {
    expect(mistake(project(GOOD), ["validate", "--as-of", day])).toMatch(
      /It must be a date that exists, such as 2026-05-01/,
    );
  });

  describe("without a program to run", () => {
    test("says where it looked for cdktf.json", () => {
      const made = project();
      expect(mistake(made)).toBe(
        `siteform: there is no cdktf.json in ${made.folder}; go to the project's folder or name it with --cwd\n`,
      );
    });

    test("says so of a folder that does not exist too", () => {
      expect(mistake(project(), ["validate", "--cwd", "nowhere"])).toMatch(/there is no cdktf\.json in .*nowhere/);
    });

    test("says that cdktf.json is not JSON", () => {
      const made = project();
      made.write("cdktf.json", "{ app: node }");
      expect(mistake(made)).toMatch(/^siteform: .*cdktf\.json is not JSON: /);
    });

    test.each(["{}", '{"app": ""}', '{"app": 5}', "[]", "null", '"node app.js"'])(
      "says that %s names no program",
      (text) => {
        const made = project();
        made.write("cdktf.json", text);
        expect(mistake(made)).toMatch(
          /cdktf\.json names no program: "app" must be a command such as "node main\.js"\n$/,
        );
      },
    );
  });

  describe("with a program that", () => {
    test("crashes, shows what it said", () => {
      const stderr = mistake(project(`console.log("so far"); throw new Error("the program's own");`));
      expect(stderr).toMatch(/^siteform: the program failed with 1: node app\.js\n/);
      expect(stderr).toContain("so far");
      expect(stderr).toContain("the program's own");
    });

    test("cannot be started, shows what the shell said", () => {
      const made = project();
      made.write("cdktf.json", JSON.stringify({ app: "no-such-program-here" }));
      expect(mistake(made)).toMatch(/the program failed with 127: no-such-program-here\n.*not found/);
    });

    test("makes no fleet, says what is missing", () => {
      expect(mistake(project(`console.log("hello");`))).toBe(
        "siteform: the program made no fleet: node app.js\nIt must create a Fleet of this package and call its synth().\n",
      );
    });

    test("makes a fleet and does not synthesize it, says the same", () => {
      expect(mistake(project(`addLab(new Fleet("atlas"));`))).toMatch(/made no fleet/);
    });

    test("prints of its own, keeps that out of the output", () => {
      const made = project(`console.log("chatter"); console.error("grumble"); ${GOOD}`);
      const { status, stdout, stderr } = made.siteform(["validate", "--format", "json"]);
      expect([status, stderr]).toEqual([0, ""]);
      expect(JSON.parse(stdout)).toMatchObject({ fleets: [{ name: "atlas" }] });
    });

    test("holds secrets in its environment, shows none of them", () => {
      const made = project(GOOD);
      process.env["ATLAS_TOKEN"] = "hunter2-hunter2";
      try {
        for (const args of [["validate"], ["validate", "-f", "sarif"], ["validate", "-f", "junit"], ["expand"]]) {
          const { stdout, stderr } = made.siteform(args);
          expect(`${stdout}${stderr}`).not.toContain("hunter2");
        }
      } finally {
        delete process.env["ATLAS_TOKEN"];
      }
    });
  });

  test("says that a file cannot be written", () => {
    expect(mistake(project(GOOD), ["validate", "-o", "no/such/folder.txt"])).toMatch(
      /^siteform: no\/such\/folder\.txt cannot be written: /,
    );
  });

  test("ends quietly when its reader has seen enough", () => {
    const sites = `for (let i = 0; i < 3000; i++) new OwnedSite(fleet, "s" + i, { location, power });`;
    const made = project(`const fleet = new Fleet("atlas"); ${sites} fleet.synth();`);
    const main = join(root, "dist", "cli", "main.js");
    const { stdout, stderr } = spawnSync(`"${process.execPath}" "${main}" expand | head -n 1`, {
      cwd: made.folder,
      shell: true,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(stdout).toBe("apiVersion: siteform.dev/v1alpha1\n");
  });

  test("leaves nothing behind, neither in the project nor in the folder for temporary files", () => {
    const made = project(GOOD);
    const { TMPDIR } = process.env;
    process.env["TMPDIR"] = made.folder;
    try {
      made.siteform(["validate"]);
      made.siteform(["expand"]);
    } finally {
      if (TMPDIR === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = TMPDIR;
    }
    expect(readdirSync(made.folder).sort()).toEqual(["app.js", "cdktf.json"]);
  });
});

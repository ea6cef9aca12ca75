import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { transformFileSync } from "@swc/core";
import { globSync } from "tinyglobby";
import { formatFinding } from "../constructs/model";
import { atlas, aws, type Invalid, ownedSite, ownServers, trainium } from "./invalid/support";
import { inFolder, root, tempFolder } from "./support/temp";
import { readTree } from "./support/tree";

const corpus = join(__dirname, "invalid");
const asOf = "2026-11-23";

/** Every case by its path: a file of its theme, or a folder of YAML documents with a `case.ts`. */
const cases = globSync(["*/*.ts", "yaml/*/case.ts"], { cwd: corpus }).sort();

const load = async (name: string): Promise<Invalid> => import(join(corpus, name));

let good = "";

/** A project folder that holds the output of a good fleet, and the documents of a case. */
function project(name: string): string {
  const folder = join(tempFolder(), "project");
  cpSync(good, folder, { recursive: true });
  const home = join(corpus, dirname(name));
  const yaml = basename(name) === "case.ts" ? readdirSync(home).filter((file) => file.endsWith(".yaml")) : [];
  for (const file of yaml) cpSync(join(home, file), join(folder, "sites", file));
  return folder;
}

beforeAll(() => {
  good = join(tempFolder(), "project");
  mkdirSync(good);
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", { pools: [trainium(64)] });
  ownedSite(fleet, "lab").addCluster("research", { pools: [ownServers(300)] });
  expect(inFolder(good, () => fleet.synth({ asOf, quiet: true }).ok)).toBe(true);
});

/** What a run says, and the code with which the process would end. */
function run(folder: string, wrong: Invalid) {
  const said: string[] = [];
  const stderr = jest.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    const result = inFolder(folder, () => wrong.fleet().synth({ asOf }));
    return { result, exitCode: process.exitCode, stderr: stripVTControlCharacters(said.join("")) };
  } finally {
    stderr.mockRestore();
    process.exitCode = before;
  }
}

test.each(cases)("%s: says all that is wrong, and writes nothing", async (name) => {
  const wrong = await load(name);
  const folder = project(name);
  const before = readTree(folder);
  const { result, exitCode, stderr } = run(folder, wrong);

  const errors = result.findings.filter((finding) => finding.severity === "error" && finding.waived === undefined);
  expect(errors.flatMap((finding) => formatFinding(finding).split("\n"))).toEqual(wrong.expected);
  expect({ ok: result.ok, exitCode, files: result.files }).toEqual({ ok: false, exitCode: 1, files: [] });

  const printed = stderr.split("\n");
  for (const line of wrong.expected) expect(printed).toContain(line);
  expect(stderr).not.toMatch(/^ {4}at |TypeError|\[object Object\]/m);

  expect(readTree(folder)).toEqual(before);
});

/** The sites and the files of which the lines speak. */
const placesIn = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => /^error +(sites\/[^:]+|sites\.[^.[:]+|sites\[\d+\])/.exec(line)?.[1] ?? []));

test("there are at least 60 wrong fleets, and half of them have several problems at several sites", async () => {
  const all = await Promise.all(cases.map(load));
  const several = all.filter(({ expected }) => placesIn(expected).size > 1);
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(several.length).toBeGreaterThanOrEqual(all.length / 2);
  expect(all.every(({ expected }) => expected.some((line) => line.startsWith("error   ")))).toBe(true);
});

/** The project of a case as its author has it: a program of its own, beside packages that hold this one. */
function program(name: string): string {
  const folder = project(name);
  const packages = join(dirname(folder), "node_modules");
  mkdirSync(packages);
  symlinkSync(root, join(packages, "siteform"));
  for (const file of ["support.ts", name]) {
    const { code } = transformFileSync(join(corpus, file), {
      jsc: { parser: { syntax: "typescript" }, target: "es2022" },
      module: { type: "commonjs" },
    });
    const target = join(folder, "invalid", file.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  const main = `require("./invalid/${name.replace(/\.ts$/, "")}").fleet().synth({ asOf: "${asOf}" });\n`;
  writeFileSync(join(folder, "main.js"), main);
  const config = { language: "typescript", app: "node main.js", projectId: "wrong", sendCrashReports: "false" };
  writeFileSync(join(folder, "cdktf.json"), JSON.stringify(config));
  return folder;
}

/** Runs a command as a user would; what it says on both streams, without colours. */
function command(folder: string, file: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: tempFolder(), CI: "1", CHECKPOINT_DISABLE: "1", NO_COLOR: "1" },
  });
  return { status, stdout: stripVTControlCharacters(stdout), stderr: stripVTControlCharacters(stderr) };
}

const endToEnd = ["several/every-tenure.ts", "names/wrong-form.ts", "yaml/beside-a-program/case.ts"];

describe.each(endToEnd)("%s, as its author runs it", (name) => {
  test("node: exits with 1, says everything on stderr, and writes nothing", async () => {
    const { expected } = await load(name);
    const folder = program(name);
    const before = readTree(folder);
    const { status, stdout, stderr } = command(folder, "main.js", []);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr.split("\n").filter((line) => expected.includes(line))).toEqual(expected);
    expect(stderr).not.toMatch(/^ {4}at |TypeError/m);
    expect(stderr).toMatch(/^atlas: \d+ errors; nothing was written, the last good output stays as it was$/m);
    expect(readTree(folder)).toEqual(before);
  });

  test("cdktf synth: fails, shows everything, and leaves the last good output", async () => {
    const { expected } = await load(name);
    const folder = program(name);
    const before = readTree(folder);
    const cdktf = join(root, "node_modules", ".bin", "cdktf");
    const { status, stdout, stderr } = command(folder, cdktf, ["synth"]);
    const said = stdout + stderr;
    expect(status).not.toBe(0);
    for (const line of expected) expect(said).toContain(line.trim());
    expect(said).not.toMatch(/^ {4}at |TypeError/m);
    expect(readTree(folder)).toEqual(before);
  });
});

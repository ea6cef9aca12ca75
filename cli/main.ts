#!/usr/bin/env node
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { coloursFor } from "../constructs/fleet/colours";
import { expandFleet } from "../constructs/ledger";
import { type FleetDocument, hasErrors, isPlainDate, noColours, todayUtc, toYaml } from "../constructs/model";
import { allowListOf } from "../review/allow/allow-list";
import { DEFAULT_ENVIRONMENT } from "../review/post/post";
import { type Gate, gates } from "../review/report/gate";
import { contractsPage } from "./contracts";
import { type Format, formats, render } from "./formats";
import { DEFAULT_PLATFORMS, type LockCommandOptions, lock } from "./lock";
import { DEFAULT_OUTPUT, outputAt } from "./output";
import { DEFAULT_PLANS, type PlanOptions, plan } from "./plan";
import { type PostOptions, post } from "./post";
import { fleetsOf } from "./program";
import { places, type ReviewOptions, review, reviewFormats } from "./review";
import { jsonForLog, say } from "./say";
import { UsageError } from "./usage-error";

const cwd = new Option("--cwd <folder>", "folder of the project, where its cdktf.json lies").default(
  ".",
  "this folder",
);
const asOf = new Option("--as-of <date>", "the day for rules that depend on one")
  .default(undefined, "today, UTC")
  .argParser(day);
const output = new Option("-o, --output <file>", "write there instead of to standard output");

function day(text: string): string {
  if (!isPlainDate(text)) throw new InvalidArgumentError(`It must be a date that exists, such as 2026-05-01.`);
  return text;
}

interface Common {
  readonly cwd: string;
  readonly asOf?: string;
  readonly output?: string;
}

function write(text: string, file: string | undefined): void {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function validate(options: Common & { readonly format: Format }): void {
  const fleets = fleetsOf(options);
  write(
    render(fleets, options.format, options.output === undefined ? coloursFor(process.stdout) : noColours),
    options.output,
  );
  process.exitCode = fleets.some(({ findings }) => hasErrors(findings)) ? 1 : 0;
}

function contracts(options: Common): void {
  const documents = soundFleets(options);
  // The day that rules were asked about, so that one run speaks of one day.
  const day = options.asOf ?? todayUtc();
  if (documents !== undefined) write(documents.map((each) => contractsPage(each, day)).join("\n"), options.output);
}

function expand(options: Common & { readonly format: "yaml" | "json" }): void {
  const documents = soundFleets(options)?.map(expandFleet);
  if (documents === undefined) return;
  write(options.format === "json" ? json(documents) : documents.map(toYaml).join("---\n"), options.output);
}

/** The fleets of a project, or nothing where one has errors: they are said, and the exit code will be 1. */
function soundFleets(options: Common): FleetDocument[] | undefined {
  const fleets = fleetsOf(options);
  const broken = fleets.filter(({ findings }) => hasErrors(findings));
  if (broken.length === 0) return fleets.map(({ document }) => document);
  process.stderr.write(render(broken, "text", coloursFor(process.stderr)));
  process.exitCode = 1;
  return undefined;
}

const json = (documents: readonly FleetDocument[]): string =>
  `${JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2)}\n`;

const program = new Command("siteform")
  .description("Checks and shows the fleet that a project describes: its sites, clusters, power and contracts.")
  .addHelpText(
    "after",
    `
It runs the program that cdktf.json names, and so works in every project that calls synth() on a Fleet. Nothing is written to
cdktf.out, and neither Terraform nor credentials are needed.

Examples:
  siteform validate                                  what is wrong, in words
  siteform validate --format sarif -o findings.sarif for code scanning
  siteform expand | less                             the whole fleet, every default written out
  siteform contracts --as-of 2027-01-01              what contracts come to on that day, as Markdown

To write Terraform and documents run "cdktf synth"; to apply, "cdktf deploy <stack>".`,
  )
  .showHelpAfterError('(run "siteform --help" for what there is)')
  .version((require("../../package.json") as { version: string }).version);

program
  .command("validate")
  .description("run every rule; exit 0 when there is no error, 1 when there is")
  .addOption(new Option("-f, --format <format>", "how to write the findings").choices([...formats]).default("text"))
  .addOption(output)
  .addOption(asOf)
  .addOption(cwd)
  .action(validate);

program
  .command("expand")
  .description("print the fleet document with every default filled in")
  .addOption(new Option("-f, --format <format>", "how to write it").choices(["yaml", "json"]).default("yaml"))
  .addOption(output)
  .addOption(asOf)
  .addOption(cwd)
  .action(expand);

program
  .command("contracts")
  .description(
    "print what contracts come to: parties in all their roles, obligations, ways out, firm capacity, notices",
  )
  .addOption(output)
  .addOption(asOf)
  .addOption(cwd)
  .action(contracts);

const synthesized = new Option("--output-folder <folder>", "what `cdktf synth` wrote").default(DEFAULT_OUTPUT);
const plansFolder = new Option("--plans <folder>", "folder of the plans").default(DEFAULT_PLANS);
const terraformCommand = new Option(
  "--terraform <command>",
  "Terraform or OpenTofu; TERRAFORM_BINARY_NAME, else terraform",
);
const base = new Option(
  "--base <output>",
  "the base that is compared with: an output folder, or for a review a git revision",
);

program
  .command("plan")
  .description("plan stacks side by side; exit 0 when nothing changes, 2 when something does, 1 when a plan failed")
  .argument("[stacks...]", "names or globs of stacks; all where none is given")
  .addOption(synthesized)
  .addOption(plansFolder)
  .addOption(base)
  .option("--changed", "only stacks that differ from the base")
  .option("--allowed <path>", "refuse before init what this list, or the base with this output folder, does not demand")
  .addOption(new Option("--parallelism <count>", "plans at once; by cores and memory where not given").argParser(count))
  .addOption(terraformCommand)
  .addOption(cwd)
  .action((stacks: string[], { outputFolder, ...options }: Omit<PlanOptions, "output"> & { outputFolder: string }) =>
    plan(stacks, { ...options, output: outputFolder }),
  );

program
  .command("allow")
  .description("list what the stacks of an output make Terraform run, read or ask, for `siteform plan --allowed`")
  .addOption(synthesized)
  .addOption(output)
  .addOption(cwd)
  .action(({ cwd: folder, outputFolder, output: file }: { cwd: string; outputFolder: string; output?: string }) =>
    write(jsonForLog(allowListOf(outputAt(join(folder, outputFolder)))), file),
  );

program
  .command("lock")
  .description(
    "write the versions and checksums of providers that stacks are planned and applied with; exit 1 on failure",
  )
  .argument("[stacks...]", "names or globs of stacks; all where none is given")
  .addOption(synthesized)
  .option("--platform <platforms...>", "machines that the locks admit", DEFAULT_PLATFORMS)
  .option("--mirror <folder>", "provider packages of a folder instead of the registry's")
  .option("--upgrade", "the newest versions that the program allows, instead of those that are locked")
  .addOption(terraformCommand)
  .addOption(cwd)
  .action(
    (stacks: string[], { outputFolder, ...options }: Omit<LockCommandOptions, "output"> & { outputFolder: string }) =>
      lock(stacks, { ...options, output: outputFolder }),
  );

program
  .command("review")
  .description("put the plans of all stacks into one report; exit 1 when it is incomplete or does not pass --fail-on")
  .addOption(plansFolder)
  .addOption(
    new Option("--head <output>", "what was planned: an output folder, or a git revision").default(DEFAULT_OUTPUT),
  )
  .addOption(base)
  .addOption(asOf)
  .addOption(new Option("-f, --format <format>", "how to write it").choices([...reviewFormats]).default("markdown"))
  .addOption(new Option("--place <place>", "where the Markdown must fit").choices(places).default("github"))
  .addOption(
    new Option(
      "--html <file>",
      "write a page there as well, with a map, charts and drawings on which the difference is marked",
    ),
  )
  .addOption(
    new Option("--fail-on <gates>", `what exit 1 is for, of ${gates.join(", ")}`).argParser(gatesOf).default([]),
  )
  .addOption(output)
  .addOption(cwd)
  .action(({ output: file, ...options }: Omit<ReviewOptions, "write"> & { output?: string }) =>
    review({ ...options, write: (text, other) => write(text, other ?? file) }),
  );

program
  .command("post")
  .description("post a review, as JSON, as the one comment of its pull request; runs nothing of the project")
  .argument("<review.json>", "what `siteform review --format json` wrote")
  .option("--github <repository>", "<owner>/<repository>; in a job of GitHub, its own")
  .option("--gitlab <project>", "number or path of the project; in a job of GitLab, its own")
  .option("--environment <name>", "one comment for each", DEFAULT_ENVIRONMENT)
  .option("--head <commit>", "the commit that was reviewed; in a job, the last one of its request")
  .option("--run <number>", "number of the run, 12 or 12.1; an earlier one never takes the place of a later one")
  .addOption(
    new Option("--number <number>", "number of the pull request, where a commit is in several").argParser(count),
  )
  .option("--api <address>", "address of the API, such as https://github.example.com/api/v3; in a job, its own")
  .option("--author <name>", "who the token belongs to, where it does not say so: my-app[bot]")
  .addOption(cwd)
  .addHelpText("after", "\nThe token is read from GITHUB_TOKEN, GH_TOKEN or GITLAB_TOKEN, and stands nowhere else.")
  .action((file: string, options: PostOptions) => post(file, options));

function count(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError("It must be a whole number, 1 or more.");
  return Number(text);
}

function gatesOf(text: string): Gate[] {
  return text.split(",").map((each) => {
    const gate = gates.find((known) => known === each.trim());
    if (gate === undefined) throw new InvalidArgumentError(`${JSON.stringify(each)} is none of ${gates.join(", ")}.`);
    return gate;
  });
}

// Whoever reads the output may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

program.parseAsync().catch((error: unknown) => {
  // What is no mistake of the user's is a fault of this program: its trace tells where.
  const isMistake = error instanceof UsageError || !(error instanceof Error);
  say(`siteform: ${isMistake ? messageOf(error) : (error.stack ?? error.message)}`);
  process.exitCode = 1;
});

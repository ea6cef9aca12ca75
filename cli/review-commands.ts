import { resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { DEFAULT_ENVIRONMENT } from "../review/post/marker";
import { type Gate, gates } from "../review/report/gate";
import type { ApplyCommandOptions } from "./apply";
import { DEFAULT_OUTPUT, DEFAULT_PLATFORMS, places, reviewFormats } from "./choices";
import type { LockCommandOptions } from "./lock";
import { asOf, base, count, cwd, output, plansFolder, synthesized, terraformCommand, write } from "./options";
import type { PlanOptions } from "./plan";
import type { PostOptions } from "./post";
import type { ReviewOptions } from "./review";

/** What the commands do, each loaded once it runs. */
const load = {
  plan: () => require("./plan") as typeof import("./plan"),
  allow: () => require("./allow") as typeof import("./allow"),
  lock: () => require("./lock") as typeof import("./lock"),
  review: () => require("./review") as typeof import("./review"),
  apply: () => require("./apply") as typeof import("./apply"),
  post: () => require("./post") as typeof import("./post"),
};

/** Commands that work on what was synthesized. */
export function addReviewCommands(program: Command): void {
  program
    .command("plan")
    .description("plan stacks side by side; exit 0 when nothing changes, 2 when something does, 1 when a plan failed")
    .argument("[stacks...]", "names or globs of stacks; all where none is given")
    .addOption(synthesized)
    .addOption(plansFolder)
    .addOption(base)
    .option("--changed", "only stacks that differ from the base")
    .option(
      "--allowed <path>",
      "refuse before init what this list, or the base (its output folder, its git revision), does not demand",
    )
    .addOption(
      new Option("--parallelism <count>", "plans at once; by cores and memory where not given").argParser(count),
    )
    .addOption(terraformCommand)
    .addOption(cwd)
    .action((stacks: string[], { outputFolder, ...options }: Omit<PlanOptions, "output"> & { outputFolder: string }) =>
      load.plan().plan(stacks, { ...options, output: outputFolder }),
    );

  program
    .command("allow")
    .description("list what the stacks of an output make Terraform run, read or ask, for `siteform plan --allowed`")
    .addOption(synthesized)
    .addOption(output)
    .addOption(cwd)
    .action(({ cwd: folder, outputFolder, output: file }: { cwd: string; outputFolder: string; output?: string }) =>
      write(load.allow().allow(resolve(folder, outputFolder)), {
        cwd: folder,
        ...(file === undefined ? {} : { output: file }),
      }),
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
        load.lock().lock(stacks, { ...options, output: outputFolder }),
    );

  program
    .command("review")
    .description("put the plans of all stacks into one report; exit 1 when it is incomplete or does not pass --fail-on")
    .addOption(plansFolder)
    .addOption(
      new Option("--head <output>", "what was planned: an output folder, or a git revision").default(DEFAULT_OUTPUT),
    )
    .addOption(base)
    .option(
      "--simulate",
      "plan what changes from base to head with simulated providers: no cloud is asked, and no credentials are needed",
    )
    .addOption(terraformCommand)
    .addOption(asOf)
    .addOption(new Option("-f, --format <format>", "how to write it").choices([...reviewFormats]).default("markdown"))
    .addOption(new Option("--place <place>", "where the Markdown must fit").choices(places).default("github"))
    .option(
      "--html <file>",
      "write a page there as well: a map, charts, and drawings on which the difference is marked",
    )
    .addOption(
      new Option("--fail-on <gates>", `what exit 1 is for, of ${gates.join(", ")}; given several times, all of them`)
        .argParser(gatesOf)
        .default([]),
    )
    .addOption(output)
    .addOption(cwd)
    .action((options: ReviewOptions) => load.review().review(options));

  program
    .command("apply")
    .description(
      "apply exactly what was reviewed; exit 0 when all is done, 2 when something must be reviewed first, 1 on failure",
    )
    .argument("[stacks...]", "names or globs of stacks; all where none is given")
    .requiredOption("--review <file>", "what `siteform review --format json` wrote")
    .addOption(synthesized)
    .addOption(plansFolder)
    .addOption(
      new Option("--parallelism <count>", "stacks at once; by cores and memory where not given").argParser(count),
    )
    .addOption(terraformCommand)
    .addOption(cwd)
    .action(
      (
        stacks: string[],
        { outputFolder, ...options }: Omit<ApplyCommandOptions, "output"> & { outputFolder: string },
      ) => load.apply().apply(stacks, { ...options, output: outputFolder }),
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
    .action((file: string, options: PostOptions) => load.post().post(file, options));
}

/** Gates of an option that may be given several times, which then add up. */
function gatesOf(text: string, before: readonly Gate[]): Gate[] {
  const named = text.split(",").map((each) => {
    const gate = gates.find((known) => known === each.trim());
    if (gate === undefined) throw new InvalidArgumentError(`${JSON.stringify(each)} is none of ${gates.join(", ")}.`);
    return gate;
  });
  return [...new Set([...before, ...named])];
}

#!/usr/bin/env node
import { Command } from "commander";
import { addFleetCommands } from "./fleet-commands";
import { addReviewCommands } from "./review-commands";
import { say } from "./say";
import { UsageError } from "./usage-error";

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

addFleetCommands(program);
addReviewCommands(program);

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

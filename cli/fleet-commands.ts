import { type Command, Option } from "commander";
import { formats } from "./choices";
import { asOf, cwd, output } from "./options";

/** What the commands do, loaded once one of them runs. */
const fleets = () => require("./fleets") as typeof import("./fleets");

/** Commands that run the program of a project, and say what it describes. */
export function addFleetCommands(program: Command): void {
  program
    .command("validate")
    .description("run every rule; exit 0 when there is no error, 1 when there is")
    .addOption(new Option("-f, --format <format>", "how to write the findings").choices([...formats]).default("text"))
    .addOption(output)
    .addOption(asOf)
    .addOption(cwd)
    .action((options) => fleets().validate(options));

  program
    .command("expand")
    .description("print the fleet document with every default filled in")
    .addOption(new Option("-f, --format <format>", "how to write it").choices(["yaml", "json"]).default("yaml"))
    .addOption(output)
    .addOption(asOf)
    .addOption(cwd)
    .action((options) => fleets().expand(options));

  program
    .command("contracts")
    .description(
      "print what contracts come to: parties in all their roles, obligations, ways out, firm capacity, notices",
    )
    .addOption(output)
    .addOption(asOf)
    .addOption(cwd)
    .action((options) => fleets().contracts(options));
}

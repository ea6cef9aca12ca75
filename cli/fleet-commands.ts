import { type Command, Option } from "commander";
import { commitments, dimensions } from "../constructs/ledger/capacity/words";
import { capacityFormats, formats } from "./choices";
import { asOf, count, cwd, dayOf, output, positiveShare, share } from "./options";

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

  program
    .command("capacity")
    .description("print or draw what the fleet has, when, how sure, and where demand is not met")
    .addOption(new Option("-f, --format <format>", "how to write it").choices([...capacityFormats]).default("text"))
    .option("--until <date>", "the day up to which one looks; as many months as the policy plans", dayOf)
    .addOption(new Option("--by <what>", "how supply is split").choices([...dimensions]).default("tenure"))
    .addOption(
      new Option("--count <commitment...>", "how sure capacity must be to count against demand")
        .choices([...commitments])
        .default(undefined, "firm"),
    )
    .option("--scenario <name...>", "scenarios of demand; all of them")
    .option("--daily", "with csv: a row for each day instead of one for each change")
    .option("--power", "with csv: power instead of accelerators")
    .option("--plan", "the cheapest mix of the fleet's offers that meets its demand")
    .option("--fleet <name>", "where a program has several")
    .addOption(output)
    .addOption(asOf)
    .addOption(cwd)
    .action(({ count, ...options }) =>
      fleets().capacity({ ...options, ...(count === undefined ? {} : { counted: count }) }),
    );

  program
    .command("own-or-rent")
    .description(
      "say whether owning or renting is cheaper for a cluster, where both cost the same, and on what it hangs",
    )
    .argument("[name...]", "comparisons; all of them")
    .addOption(new Option("-f, --format <format>", "how to write it").choices([...capacityFormats]).default("text"))
    .option("--utilization <share>", "what if accelerators worked that share of the time", positiveShare)
    .option("--rate <share>", "what if money were worth so much less a year, such as 0.09", share)
    .option("--months <number>", "what if so many months were compared", count)
    .option("--sensitivity", "with csv: what each assumption changes, instead of the months")
    .option("--fleet <name>", "where a program has several")
    .addOption(output)
    .addOption(asOf)
    .addOption(cwd)
    .action((names, options) => fleets().comparisons({ ...options, names }));
}

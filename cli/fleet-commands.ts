import { type Command, Option } from "commander";
import { commitments, dimensions } from "../constructs/ledger/capacity/words";
import { costDimensions } from "../constructs/ledger/cost/words";
import { energyDimensions } from "../constructs/ledger/energy/words";
import { capacityFormats, costFormats, energyFormats, formats } from "./choices";
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
    .addOption(new Option("--by <what>", "how supply is split").choices([...dimensions]).default(undefined, "tenure"))
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
    .command("cost")
    .description("print what the fleet costs by month, hour and fiscal year, and what of it cannot be avoided")
    .addOption(new Option("-f, --format <format>", "how to write it").choices([...costFormats]).default("text"))
    .option("--until <date>", "the day up to which one looks; as many months as the policy plans", dayOf)
    .addOption(new Option("--by <what>", "how cost is split").choices([...costDimensions]).default("site"))
    .addOption(
      new Option("--count <commitment...>", "how sure it must be that something is there")
        .choices([...commitments])
        .default(undefined, "firm terminable conditional"),
    )
    .option("--rate <share>", "what a payment a year later is worth less; as the fleet's planning says", share)
    .option("--utilization <share>", "how much clusters work that do not say it", positiveShare)
    .option("--fleet <name>", "where a program has several")
    .addOption(output)
    .addOption(asOf)
    .addOption(cwd)
    .action(({ count, ...options }) =>
      fleets().cost({ ...options, ...(count === undefined ? {} : { counted: count }) }),
    );

  program
    .command("energy")
    .description("print the energy of the fleet, its water and greenhouse gases, and what grids may call back")
    .addOption(new Option("-f, --format <format>", "how to write it").choices([...energyFormats]).default("text"))
    .option("--until <date>", "the day up to which one looks; a year", dayOf)
    .addOption(new Option("--by <what>", "how energy is split").choices([...energyDimensions]).default("site"))
    .addOption(
      new Option("--count <commitment...>", "how sure it must be that machines are there")
        .choices([...commitments])
        .default(undefined, "firm, terminable, conditional: what is signed"),
    )
    .option("--fleet <name>", "where a program has several")
    .addOption(output)
    .addOption(asOf)
    .addOption(cwd)
    .action(({ count, ...options }) =>
      fleets().energy({ ...options, ...(count === undefined ? {} : { counted: count }) }),
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

import { coloursFor } from "../constructs/fleet/colours";
import { expandFleet } from "../constructs/ledger";
import { didYouMean, type FleetDocument, hasErrors, noColours, todayUtc, toYaml } from "../constructs/model";
import { type CapacityQuestion, capacityText } from "./capacity";
import type { Format } from "./choices";
import { contractsPage } from "./contracts";
import { type CostQuestion, costText } from "./cost";
import { type EnergyQuestion, energyText } from "./energy";
import { render } from "./formats";
import { type Common, write } from "./options";
import { type ComparisonQuestion, ownOrRentText } from "./own-or-rent";
import { fleetsOf } from "./program";
import { UsageError } from "./usage-error";

/** `siteform validate`: exit 1 where a fleet has errors. */
export function validate(options: Common & { readonly format: Format }): void {
  const fleets = fleetsOf(options);
  write(render(fleets, options.format, options.output === undefined ? coloursFor(process.stdout) : noColours), options);
  process.exitCode = fleets.some(({ findings }) => hasErrors(findings)) ? 1 : 0;
}

/** `siteform contracts` */
export function contracts(options: Common): void {
  const documents = soundFleets(options);
  // The day that rules were asked about, so that one run speaks of one day.
  const day = options.asOf ?? todayUtc();
  if (documents !== undefined) write(documents.map((each) => contractsPage(each, day)).join("\n"), options);
}

/** `siteform cost` */
export function cost({ fleet, ...options }: Common & Omit<CostQuestion, "asOf"> & { readonly fleet?: string }): void {
  const documents = namedFleets(fleet, options);
  if (documents === undefined) return;
  write(costText(documents, { ...options, asOf: options.asOf ?? todayUtc() }), options);
}

/** `siteform capacity` */
export async function capacity({
  fleet,
  plan,
  ...options
}: Common & Omit<CapacityQuestion, "asOf"> & { readonly fleet?: string; readonly plan?: boolean }): Promise<void> {
  const named = namedFleets(fleet, options);
  if (named === undefined) return;
  const asOf = options.asOf ?? todayUtc();
  write(plan === true ? await additions(named, asOf, options) : capacityText(named, { ...options, asOf }), options);
}

/** `siteform own-or-rent` */
export function comparisons({ fleet, ...options }: Common & ComparisonQuestion & { readonly fleet?: string }): void {
  const named = namedFleets(fleet, options);
  if (named !== undefined) write(ownOrRentText(named, options), options);
}

/** `siteform energy` */
export function energy({
  fleet,
  ...options
}: Common & Omit<EnergyQuestion, "asOf"> & { readonly fleet?: string }): void {
  const named = namedFleets(fleet, options);
  if (named === undefined) return;
  write(energyText(named, { ...options, asOf: options.asOf ?? todayUtc() }), options);
}

/** The fleets of a project, or the one that is named; nothing where one has errors. */
function namedFleets(fleet: string | undefined, options: Common): FleetDocument[] | undefined {
  const documents = soundFleets(options);
  if (documents === undefined) return undefined;
  const named = documents.filter(({ metadata }) => fleet === undefined || metadata.name === fleet);
  if (named.length > 0) return named;
  const known = documents.map(({ metadata }) => metadata.name);
  const hint = didYouMean(fleet ?? "", known) ?? `known are ${known.join(", ")}`;
  throw new UsageError(`there is no fleet ${JSON.stringify(fleet)}: ${hint}`);
}

/** The solver is loaded only where something is planned. */
async function additions(
  [document, ...others]: readonly FleetDocument[],
  asOf: string,
  { format, until, by, counted, scenario, daily, power }: Omit<CapacityQuestion, "asOf">,
): Promise<string> {
  const extra = Object.entries({ until, by, count: counted, scenario, daily, power }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`],
  );
  if (extra.length > 0) {
    throw new UsageError(`${extra.join(", ")}: a plan is made as the fleet's planning and policy say; leave it out`);
  }
  if (format !== "text" && format !== "json")
    throw new UsageError(`a plan is written as text or json, not as ${format}`);
  if (document === undefined || others.length > 0) {
    throw new UsageError("a plan is of one fleet, and this program has several: name one with --fleet");
  }
  const { additionsText } = require("./additions") as typeof import("./additions");
  return additionsText(document, asOf, format);
}

/** `siteform expand` */
export function expand(options: Common & { readonly format: "yaml" | "json" }): void {
  const documents = soundFleets(options)?.map(expandFleet);
  if (documents === undefined) return;
  write(options.format === "json" ? json(documents) : documents.map(toYaml).join("---\n"), options);
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

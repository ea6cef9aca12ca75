import type { Fleet } from "../fleet/fleet";
import { expandFleet } from "../ledger";
import {
  type Commitment,
  type CoveredBy,
  commitments,
  coverageOf,
  demandsIn,
  remedyText,
  scenariosOf,
  shortfallText,
  supplyOf,
} from "../ledger/capacity";
import {
  addMonths,
  BASE_SCENARIO,
  compareDates,
  type Demand,
  didYouMean,
  formatFinding,
  hasErrors,
  isPlainDate,
  show,
  todayUtc,
} from "../model";
import { planningContextOf } from "../owned/allocation/planning-context";

/** What `toCover` looks at. */
export interface CoverOptions {
  /**
   * The scenario of the demand.
   * @default "base"
   */
  readonly scenario?: string;
  /**
   * The first day that is looked at, and on which notice could be given.
   * @default - today, UTC: give a day where a test is to say the same tomorrow
   */
  readonly asOf?: string;
  /**
   * The day up to which is looked, without it.
   * @default - as many months after the first as the policy plans
   */
  readonly until?: string;
  /**
   * How sure capacity must be to count.
   * @default ["firm"]
   */
  readonly counted?: readonly Commitment[];
}

/** What a matcher of Jest gives back. */
export interface Matched {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * Whether a fleet has what a demand wants on every day, with all demands of the scenario served by their priority.
 *
 * @param demand the name of a demand; absent: every one of the scenario
 * @throws Error where the fleet has errors, or there is no such demand or scenario
 */
export function toCover(fleet: Fleet, demand?: string, options: CoverOptions = {}): Matched {
  const { scenario = BASE_SCENARIO, asOf = todayUtc(), counted } = options;
  refuse(fleet, demand, { ...options, asOf });
  const { document, findings } = fleet.validate({ asOf });
  if (hasErrors(findings)) {
    const errors = findings.filter(({ severity }) => severity === "error").map((finding) => formatFinding(finding));
    throw new Error(`the fleet has errors, so that nothing can be said of its capacity:\n${errors.join("\n")}`);
  }
  const { spec } = expandFleet(document);
  const demands = demandsIn(spec, scenario);
  if (demands.length === 0) throw new Error(unknown("scenario", scenario, scenariosOf(spec)));
  const names = demands.map((each) => each.demand.name);
  if (demand !== undefined && !names.includes(demand)) throw new Error(unknown("demand", demand, names));
  const until = options.until ?? addMonths(asOf, spec.policy.planningMonths);
  const { machine } = planningContextOf(spec);
  const asked = { machine, organisation: spec.organisation, asOf, until, scenarios: [scenario] };
  const coverage = coverageOf(spec, supplyOf(spec, asked), counted === undefined ? asked : { ...asked, counted });
  const short = coverage
    .flatMap((each) => each.demands)
    .filter((each) => demand === undefined || each.demand.demand.name === demand)
    .flatMap((each) => each.shortfalls.map((shortfall) => line(shortfall, each.demand.demand)));
  const what = `${demand ?? "every demand"} in scenario ${scenario} from ${asOf} to ${until}`;
  return {
    pass: short.length === 0,
    message: () =>
      short.length === 0
        ? `expected the fleet not to cover ${what}, and it does`
        : `expected the fleet to cover ${what}:\n${short.join("\n")}`,
  };
}

const known = ["scenario", "asOf", "until", "counted"];

/** What would make a test pass that asks nothing. */
function refuse(fleet: unknown, demand: unknown, options: CoverOptions & { readonly asOf: string }): void {
  const { asOf, until, counted } = options;
  const days = Object.entries({ asOf, until }).flatMap(([name, day]) =>
    day === undefined || isPlainDate(day)
      ? []
      : [`${name} must be a date that exists, such as 2027-12-31; got ${show(day)}`],
  );
  const isList = counted === undefined || (Array.isArray(counted) && counted.length > 0);
  const problems = [
    ...(typeof fleet === "object" && fleet !== null && "validate" in fleet
      ? []
      : [`a fleet is expected; got ${show(fleet)}`]),
    ...(demand === undefined || typeof demand === "string" ? [] : [`the demand must be its name; got ${show(demand)}`]),
    ...days,
    ...(days.length === 0 && until !== undefined && compareDates(until, asOf) <= 0
      ? [`until ${until} must be later than ${asOf}, from which one looks`]
      : []),
    ...(isList ? [] : [`counted must be a list of ${commitments.join(", ")}; got ${show(counted)}`]),
    ...(isList ? (counted ?? []) : [])
      .filter((each) => !commitments.includes(each))
      .map(
        (each) =>
          `nothing is counted as ${show(each)}: ${didYouMean(each, commitments) ?? `known are ${commitments.join(", ")}`}`,
      ),
    ...Object.keys(options)
      .filter((name) => !known.includes(name))
      .map((name) => `there is no option ${show(name)}: ${didYouMean(name, known) ?? `known are ${known.join(", ")}`}`),
  ];
  if (problems.length > 0) throw new Error(`toCover: ${problems.join("; ")}`);
}

function line(shortfall: CoveredBy, demand: Demand): string {
  const remedy = remedyText(shortfall);
  return `  ${demand.name}: ${shortfallText(shortfall, demand)}${remedy === undefined ? "" : `\n    ${remedy}`}`;
}

const unknown = (what: string, name: string, names: readonly string[]): string =>
  `there is no ${what} ${JSON.stringify(name)}: ${didYouMean(name, names) ?? (names.length === 0 ? "nothing is said of demand" : `known are ${names.join(", ")}`)}`;

import { type MonthWindow, planningMonths } from "../../constructs/ledger/cost";
import type { FleetDocument, SiteSpec } from "../../constructs/model";
import { type Delta, DeltaFigure } from "../report/spec-schema";
import { costReadings } from "./cost-readings";
import { deltasOf, type Reading, sumsOf } from "./reading";
import { siteReadings } from "./site-readings";
import { usableDeltas } from "./usable";

/**
 * What base and head do not agree on in megawatts, machines and money: of the fleet as a whole where more than one site differs in it,
 * then site by site in the order of head, those that are gone last.
 *
 * @param asOf the day from which costs are looked at, `YYYY-MM-DD`
 * @param formerNames the name in base of each site of head that has another there
 */
export function fleetDeltas(
  base: FleetDocument,
  head: FleetDocument,
  asOf: string,
  formerNames: ReadonlyMap<string, string> = new Map(),
): Delta[] {
  const months = planningMonths(head.spec, asOf);
  const readBase = readerOf(base, asOf, months);
  const readHead = readerOf(head, asOf, months);
  const formerly = new Map(base.spec.sites.map((site) => [site.name, site]));
  const pairs = head.spec.sites.map((site) => {
    const before = formerNames.get(site.name) ?? site.name;
    const was = formerly.get(before);
    formerly.delete(before);
    return { name: site.name, was, is: site };
  });
  const gone = [...formerly].map(([name, was]) => ({ name, was, is: undefined }));
  const sites = [...pairs, ...gone].map(({ name, was, is }) => {
    const [before, after] = [readBase(was), readHead(is)];
    return { before, after, deltas: siteDeltas(name, { was, is, before, after }) };
  });
  const changed = (delta: Delta) =>
    sites.filter(({ deltas }) => deltas.some((each) => each.figure === delta.figure && each.of === delta.of)).length;
  const [before, after] = [sites.map((site) => site.before), sites.map((site) => site.after)];
  const whole = inOrder(deltasOf(sumsOf(before), sumsOf(after))).filter((delta) => changed(delta) > 1);
  return [...whole, ...sites.flatMap(({ deltas }) => deltas)];
}

interface Sides {
  readonly was: SiteSpec | undefined;
  readonly is: SiteSpec | undefined;
  readonly before: readonly Reading[];
  readonly after: readonly Reading[];
}

/** The deltas of one site. Of one that came or went, what it is as a whole. */
function siteDeltas(name: string, { was, is, before, after }: Sides): Delta[] {
  const deltas = deltasOf(before, after, name);
  if (was === undefined || is === undefined) {
    return deltas.filter(
      ({ figure, of }) =>
        WHOLE.includes(figure) && (of === undefined || figure === "accelerators" || figure === "cost"),
    );
  }
  const stated = deltas.find(({ figure, of }) => figure === "criticalIT" && of === undefined);
  // Where all that is stated can be used, it is not told twice.
  const isStated = (delta: Delta) =>
    stated !== undefined && amountOf(delta.before) === stated.before && amountOf(delta.after) === stated.after;
  return inOrder([...deltas, ...usableDeltas(was, is, name).filter((delta) => !isStated(delta))]);
}

/** What tells how large a site is. */
const WHOLE: readonly Delta["figure"][] = [
  "criticalIT",
  "accelerators",
  "machines",
  "racks",
  "rent",
  "committed",
  "cost",
];

/** The amount in front of what limits it. */
const amountOf = (text: string | undefined): string | undefined => text?.split(", limited")[0];

/** Reads the sites of a fleet; costs are reckoned once for all of them. */
function readerOf(fleet: FleetDocument, asOf: string, months: MonthWindow) {
  const costs = costReadings(fleet, asOf, months);
  return (site: SiteSpec | undefined): Reading[] =>
    site === undefined ? [] : [...siteReadings(fleet, site), ...(costs.get(site.name) ?? [])];
}

const order = DeltaFigure.options;

/** By figure; years in order, the rest as they were. */
const inOrder = (deltas: readonly Delta[]): Delta[] =>
  [...deltas].sort((a, b) => {
    const byFigure = order.indexOf(a.figure) - order.indexOf(b.figure);
    if (byFigure !== 0 || a.figure !== "rent") return byFigure;
    const [one, other] = [a.of ?? "", b.of ?? ""];
    return one < other ? -1 : one > other ? 1 : 0;
  });

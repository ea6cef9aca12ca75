import type { Jurisdiction } from "../model/offer";
import type { OfferColumns } from "./offer-columns";
import type { Column, Program, Terms } from "./program";
import type { PlanRequest, Workload } from "./request";

/** Demand of one workload in one month and scenario that is not met, in the workload's unit; only where a program allows it. */
export interface ShortColumn {
  readonly column: Column;
  readonly workload: Workload;
  readonly scenario: number;
  readonly month: number;
  /** What must be met: the demand times the service level. */
  readonly needed: number;
}

/** Accelerators of one type in one jurisdiction: what of them serves which workload is all that differs. */
interface Class {
  readonly accelerator: string;
  readonly jurisdiction: Jurisdiction;
  readonly offers: readonly OfferColumns[];
  /** Accelerators that one has anyway, by month. */
  readonly supply: readonly number[];
}

interface GrowingClass extends Class {
  readonly offers: OfferColumns[];
  readonly supply: number[];
}

/** Whether what stands in a place stands in a jurisdiction. */
export const isWithin = (place: Jurisdiction, within: Jurisdiction): boolean =>
  place.country === within.country && (within.subdivision === undefined || within.subdivision === place.subdivision);

/** Units of a workload that one accelerator at a place serves; none where it cannot or may not. */
export function throughputOf(
  workload: Workload,
  { accelerator, jurisdiction }: Pick<Class, "accelerator" | "jurisdiction">,
): number | undefined {
  if (workload.jurisdictions?.some((allowed) => isWithin(jurisdiction, allowed)) === false) return undefined;
  return workload.servedBy.find((each) => each.accelerator === accelerator)?.throughput;
}

/** Writes down that the demand of every workload is met in every month and scenario, at its service level. */
export function writeDemand(
  program: Program,
  request: PlanRequest,
  offers: readonly OfferColumns[],
  mayFall: boolean,
): ShortColumn[] {
  const classes = classesOf(request, offers);
  const short: ShortColumn[] = [];
  request.scenarios.forEach(({ demand, serviceLevel }, scenario) => {
    for (let month = 0; month < request.horizon.months; month++) {
      const needs = request.workloads.flatMap((workload) => {
        const wanted = demand.find((each) => each.workload === workload.name)?.perMonth[month] ?? 0;
        return wanted * serviceLevel > 0 ? [{ workload, needed: wanted * serviceLevel }] : [];
      });
      const served = serveClasses(program, classes, needs, month, scenario);
      for (const { workload, needed } of needs) {
        const { terms = [], supply = 0 } = served.get(workload) ?? {};
        const fallen = mayFall ? program.column() : undefined;
        if (fallen !== undefined) short.push({ column: fallen, workload, scenario, month, needed });
        program.row([...terms, ...(fallen === undefined ? [] : [[fallen, 1] as const])], { atLeast: needed - supply });
      }
    }
  });
  return short;
}

interface Served {
  readonly terms: Terms;
  readonly supply: number;
}

/** What serves each workload in a month. A class that serves one alone does so whole; else columns share it out. */
function serveClasses(
  program: Program,
  classes: readonly Class[],
  needs: readonly { readonly workload: Workload }[],
  month: number,
  scenario: number,
): Map<Workload, Served> {
  const served = new Map<Workload, Served>();
  const add = (workload: Workload, terms: Terms, supply: number) => {
    const before = served.get(workload);
    served.set(workload, {
      terms: [...(before?.terms ?? []), ...terms],
      supply: (before?.supply ?? 0) + supply,
    });
  };
  for (const each of classes) {
    const uses = needs.flatMap(({ workload }) => {
      const throughput = throughputOf(workload, each);
      return throughput === undefined ? [] : [{ workload, throughput }];
    });
    const there = each.offers.flatMap((offer) => {
      const column = offer.inPlace(month, scenario);
      return column === undefined ? [] : [[column, offer.acceleratorsPerStep] as const];
    });
    const supply = each.supply[month] ?? 0;
    const [first, second] = uses;
    if (first === undefined || (there.length === 0 && supply === 0)) continue;
    if (second === undefined) {
      const { workload, throughput } = first;
      add(
        workload,
        there.map(([column, count]) => [column, count * throughput] as const),
        supply * throughput,
      );
      continue;
    }
    const shares = uses.map((use) => ({ ...use, column: program.column() }));
    program.row([...there, ...shares.map(({ column }) => [column, -1] as const)], { atLeast: -supply });
    for (const { workload, column, throughput } of shares) add(workload, [[column, throughput]], 0);
  }
  return served;
}

function classesOf({ supply, horizon }: PlanRequest, offers: readonly OfferColumns[]): Class[] {
  const classes = new Map<string, GrowingClass>();
  const classFor = (accelerator: string, jurisdiction: Jurisdiction): GrowingClass => {
    const key = `${accelerator} ${jurisdiction.country} ${jurisdiction.subdivision ?? ""}`;
    const found = classes.get(key) ?? { accelerator, jurisdiction, offers: [], supply: Array(horizon.months).fill(0) };
    classes.set(key, found);
    return found;
  };
  for (const each of offers) classFor(each.offer.accelerator, each.offer.jurisdiction).offers.push(each);
  for (const { accelerator, jurisdiction, accelerators } of supply) {
    const own = classFor(accelerator, jurisdiction).supply;
    accelerators.forEach((count, month) => {
      own[month] = (own[month] ?? 0) + count;
    });
  }
  return [...classes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

import { didYouMean } from "../model";
import type { Jurisdiction, Offer } from "../model/offer";
import type { PlanRequest, Workload } from "./request";
import { throughputOf } from "./serve";
import { leastMissing, type Missing } from "./shortage";
import type { SolverOptions } from "./solve";

/** A workload that nothing on offer serves, and for which what there is does not suffice. */
export interface Unserved {
  readonly workload: string;
  /** Accelerators that serve it; none where nothing does. */
  readonly takes: readonly string[];
  /** Accelerators that are on offer, none of which serves it where it may run. */
  readonly offered: readonly string[];
  /** Offers of what it takes, in places where it may not run. */
  readonly elsewhere: readonly { readonly offer: string; readonly accelerator: string; readonly place: string }[];
  /** Where it may run; absent where that is anywhere. */
  readonly places?: readonly string[];
  /** Which name was likely meant, where one on offer is nearly that of what it takes. */
  readonly hint?: string;
  /** What is missing, month by month. */
  readonly missing: readonly Missing[];
}

/** What of a request nothing on offer serves, and the same request without what is missing of it. */
export interface Parted {
  readonly unserved: readonly Unserved[];
  readonly isLeast: boolean;
  /** Absent where nothing else is wanted. */
  readonly rest?: PlanRequest;
}

/**
 * Parts a request into what no purchase could cover and the rest: that the one cannot be covered is no reason against a plan for the other.
 * Such workloads keep what there is for them.
 */
export async function partUnserved(request: PlanRequest, options: SolverOptions): Promise<Parted | undefined> {
  const alone = request.workloads.filter((workload) => isWanted(request, workload) && !hasOffer(request, workload));
  if (alone.length === 0) return undefined;
  const { missing, isLeast } = await leastMissing(only(request, alone), options);
  const short = alone.filter(({ name }) => missing.some(({ workload }) => workload === name));
  if (short.length === 0) return undefined;
  const rest = without(request, missing);
  return {
    unserved: short.map((workload) => ({
      ...explained(request, workload),
      missing: missing.filter((each) => each.workload === workload.name),
    })),
    isLeast,
    ...(rest.workloads.some((workload) => isWanted(rest, workload)) ? { rest } : {}),
  };
}

const isWanted = ({ scenarios }: PlanRequest, { name }: Workload): boolean =>
  scenarios.some(
    ({ demand, serviceLevel }) =>
      serviceLevel > 0 &&
      demand.some(({ workload, perMonth }) => workload === name && perMonth.some((each) => each > 0)),
  );

const hasOffer = ({ offers }: PlanRequest, workload: Workload): boolean =>
  offers.some((offer) => throughputOf(workload, offer) !== undefined);

/** What some workloads want of what there is, nothing else being wanted. */
function only({ knownFrom: _, ...request }: PlanRequest, workloads: readonly Workload[]): PlanRequest {
  const names = workloads.map(({ name }) => name);
  return {
    ...request,
    workloads: [...workloads],
    offers: [],
    limits: { power: [], money: [], concentration: [] },
    scenarios: request.scenarios.map((scenario) => ({
      ...scenario,
      demand: scenario.demand.filter(({ workload }) => names.includes(workload)),
    })),
  };
}

/** Less is asked for by this much, so that what the solver's binary fractions leave behind makes nothing impossible. */
const DUST = 2e-6;

function without(request: PlanRequest, missing: readonly Missing[]): PlanRequest {
  const first = monthsFrom(request.horizon.first);
  return {
    ...request,
    scenarios: request.scenarios.map((scenario) => ({
      ...scenario,
      demand: scenario.demand.map((demand) => ({
        ...demand,
        perMonth: demand.perMonth.map((wanted, month) => {
          const gone = missing.find(
            (each) =>
              each.scenario === scenario.name &&
              each.workload === demand.workload &&
              monthsFrom(each.month) - first === month,
          );
          if (gone === undefined) return wanted;
          return Math.max(0, gone.needed - gone.missing - DUST * Math.max(1, gone.needed)) / scenario.serviceLevel;
        }),
      })),
    })),
  };
}

const monthsFrom = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

function explained({ offers, supply }: PlanRequest, workload: Workload): Omit<Unserved, "missing"> {
  // What of a fleet serves the same goes by a name of its own, which nobody knows.
  const own = supply.flatMap(({ name, accelerator }) => (name === accelerator ? [accelerator] : []));
  const takes = workload.servedBy.map(({ accelerator }) => accelerator).filter((each) => !own.includes(each));
  const offered = unique(offers.map(({ accelerator }) => accelerator));
  const elsewhere = offers
    .filter(({ accelerator }) => takes.includes(accelerator))
    .map(({ name, accelerator, jurisdiction }: Offer) => ({
      offer: name,
      accelerator,
      place: placeText(jurisdiction),
    }));
  const hint = elsewhere.length > 0 ? undefined : takes.map((each) => didYouMean(each, offered)).find(Boolean);
  return {
    workload: workload.name,
    takes,
    offered,
    elsewhere,
    ...(workload.jurisdictions === undefined ? {} : { places: workload.jurisdictions.map(placeText) }),
    ...(hint === undefined ? {} : { hint }),
  };
}

const placeText = ({ country, subdivision }: Jurisdiction): string => subdivision ?? country;

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

import Big from "big.js";
import { sizePool } from "../catalog";
import {
  type Basis,
  type Bound,
  countedMeaning,
  type Escalation,
  type Hall,
  type LeaseTerms,
  latest,
  leaseOf,
  type MoneyFigure,
  type Phase,
  type Premises,
  type Proration,
  phasesOf,
  type Rounding,
  type SiteSpec,
  siteDates,
} from "../model";
import type { MachineLookup } from "./site-figures";
import { lastDay, termEnd } from "./term";

/** What rent is counted in. */
export type RentUnit = "kWMonth" | "month" | "acceleratorHour";

/** A rate of rent and what it is due on. */
export interface Rate {
  readonly unit: RentUnit;
  readonly figure: MoneyFigure;
}

/** A part of a lease with rent of its own, all that is left unsaid filled in from its phase and its lease. */
export interface RentedPremises {
  /** The id of the premises, or of the phase that is one. */
  readonly id: string;
  readonly phase: Phase;
  readonly hall?: string;
  /** Below the lease, or below the phases of the site where the phase is one. */
  readonly written: "premises" | "phase";
  /** First day of rent. Absent: not known. */
  readonly from?: string;
  /** Last day of the first term. Absent: not agreed. */
  readonly to?: string;
  readonly rate?: Rate;
  /** Contracted critical IT power. Absent: not known. */
  readonly kW?: Big;
  /** How exact the power is, and who says so. */
  readonly powerBound: Bound;
  readonly powerBasis: Basis;
  /** Contracted accelerators. Absent: not known. */
  readonly accelerators?: number;
  readonly escalation?: Escalation;
  readonly proration: Proration;
  readonly rounding: Rounding;
  /** 0 to 1. */
  readonly takeOrPayShare: number;
}

/** The premises of the lease of a site; none where it has no lease. */
export function premisesOf(site: SiteSpec, machine: MachineLookup): RentedPremises[] {
  const lease = leaseOf(site);
  if (lease === undefined || site.tenure === "cloud") return [];
  const dates = siteDates(site);
  const parts = partsOf(lease, phasesOf(site));
  const rents = parts.map(({ phase, premises }) => dates.rentFrom(premises ?? phase, phase));
  return parts.map(({ phase, premises, alone }, index) => {
    const from = rents[index];
    const to = termEnd(lease, rents, from);
    const rate = (premises === undefined ? undefined : rateIn(premises)) ?? rateIn(phase) ?? rateOfLease(lease, parts);
    const hall = site.halls.find(({ name }) => name === premises?.hall);
    const accelerators = acceleratorsOf(site, phase, premises, alone, machine);
    const escalation = premises?.escalation ?? lease.escalation;
    return {
      id: premises?.id ?? phase.id,
      phase,
      ...(premises?.hall === undefined ? {} : { hall: premises.hall }),
      written: premises === undefined ? "phase" : "premises",
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(rate === undefined ? {} : { rate }),
      ...powerOf(phase, premises, alone, hall),
      ...(accelerators === undefined ? {} : { accelerators }),
      ...(escalation === undefined ? {} : { escalation }),
      proration: premises?.proration ?? lease.proration ?? "daily",
      rounding: premises?.rounding ?? lease.rounding ?? "halfUp",
      takeOrPayShare: premises?.takeOrPayShare ?? lease.takeOrPayShare ?? 1,
    };
  });
}

interface Part {
  readonly phase: Phase;
  readonly premises?: Premises;
  /** Whether it is all of its phase. */
  readonly alone: boolean;
}

/** The premises that a lease lists, and each phase that none of them names, in the order of the phases. */
function partsOf(lease: LeaseTerms, phases: readonly Phase[]): Part[] {
  return phases.flatMap((phase): Part[] => {
    const listed = (lease.premises ?? []).filter((each) => each.phase === phase.id);
    if (listed.length === 0) return [{ phase, alone: true }];
    return listed.map((premises) => ({ phase, premises, alone: listed.length === 1 }));
  });
}

/** The rate that stands in one place; of two, which is a finding, the first. */
export function rateIn(terms: {
  readonly rentPerKWMonth?: MoneyFigure | undefined;
  readonly rentPerMonth?: MoneyFigure | undefined;
  readonly rentPerAcceleratorHour?: MoneyFigure | undefined;
}): Rate | undefined {
  const { rentPerKWMonth, rentPerMonth, rentPerAcceleratorHour } = terms;
  if (rentPerKWMonth !== undefined) return { unit: "kWMonth", figure: rentPerKWMonth };
  if (rentPerMonth !== undefined) return { unit: "month", figure: rentPerMonth };
  return rentPerAcceleratorHour === undefined ? undefined : { unit: "acceleratorHour", figure: rentPerAcceleratorHour };
}

/** A sum a month for the whole lease is no rate of one of several premises. */
function rateOfLease(lease: LeaseTerms, parts: readonly Part[]): Rate | undefined {
  const rate = rateIn(lease);
  return rate?.unit === "month" && parts.length > 1 ? undefined : rate;
}

/** What is contracted: as premises say, else their hall, else the phase where they are all of it. */
function powerOf(phase: Phase, premises: Premises | undefined, alone: boolean, hall: Hall | undefined) {
  const contract = { powerBound: "exact", powerBasis: "contract" } as const;
  if (premises?.contractedKW !== undefined) return { kW: new Big(premises.contractedKW), ...contract };
  if (hall !== undefined) return { kW: new Big(hall.criticalItMW).times(1000), ...contract };
  const { bound, basis, valueMW } = phase.power;
  if (!alone) return { powerBound: bound, powerBasis: basis };
  if (phase.contractedKW !== undefined) return { kW: new Big(phase.contractedKW), ...contract };
  const counts = countedMeaning(phase.power) === "criticalIT";
  return { ...(counts ? { kW: new Big(valueMW).times(1000) } : {}), powerBound: bound, powerBasis: basis };
}

/** Contracted accelerators: as stated, else those of the leased pools of the phase. */
function acceleratorsOf(
  site: SiteSpec,
  phase: Phase,
  premises: Premises | undefined,
  alone: boolean,
  lookup: MachineLookup,
): number | undefined {
  const stated = premises?.accelerators ?? (alone ? phase.accelerators : undefined);
  if (stated !== undefined || !alone) return stated;
  const only = phasesOf(site).length === 1;
  const counts = site.clusters.flatMap((cluster) =>
    cluster.pools.map((pool) => {
      const { capacity } = pool;
      const isOfPhase =
        capacity.kind === "leased" && (capacity.phase === phase.id || (only && capacity.phase === undefined));
      const machine = isOfPhase ? lookup(pool.machine) : undefined;
      return machine === undefined ? 0 : (sizePool(pool, machine)?.accelerators ?? 0);
    }),
  );
  const sum = counts.reduce((total, count) => total + count, 0);
  return sum === 0 ? undefined : sum;
}

/** The last day of a lease, of all its premises and with the extensions that were exercised; nothing where one of them does not say. */
export function leaseEndOf(lease: LeaseTerms, premises: readonly RentedPremises[]): string | undefined {
  const ends = premises.map(({ to }) => (to === undefined ? undefined : lastDay(lease, to)));
  return ends.includes(undefined) ? undefined : latest(...ends);
}

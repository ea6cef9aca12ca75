import Big from "big.js";
import { addDays, compareDates, earliest, type FleetSpec, leaseOf, type SiteSpec, siteDates } from "../model";
import { type CostOptions, lookFrom } from "./committed-cost";
import { type Exit, exitsOf, isSigned } from "./exits";
import { leaseEndOf, premisesOf } from "./premises";

/** Leased capacity from a day on. */
export interface CapacityStep {
  readonly from: string;
  /** Contracted critical IT power that is there and that nobody but the tenant can end. */
  readonly firmKW: number;
  /** Contracted critical IT power that is there if nobody ends the lease. */
  readonly contractedKW: number;
}

/** The leased capacity of a site over time, seen from a day. */
export interface FirmCapacity {
  /** Whether the lease is signed; what is not has no firm capacity. */
  readonly signed: boolean;
  /** The earliest day on which the landlord, or any other party, can have ended the lease. */
  readonly until?: Exit;
  readonly steps: readonly CapacityStep[];
}

/** Capacity until the landlord's earliest exit; nothing where the site has no lease. Phases without a day do not count. */
export function firmCapacity(site: SiteSpec, options: CostOptions): FirmCapacity | undefined {
  const lease = leaseOf(site);
  if (lease === undefined) return undefined;
  const premises = premisesOf(site, options.machine);
  const dates = siteDates(site);
  const end = leaseEndOf(lease, premises);
  const [until] = exitsOf(lease, "counterparty", {
    organisation: options.organisation,
    asOf: lookFrom(lease, premises, options),
    end,
  });
  const signed = isSigned(lease.state);
  const opening = premises.flatMap(({ phase, kW, from }) => {
    const day = dates.usable(phase) ?? from;
    return day === undefined || kW === undefined ? [] : [{ day, kW }];
  });
  const lastFirm = earliest(until?.day, end);
  const ends = [lastFirm, end].flatMap((day) => (day === undefined ? [] : [addDays(day, 1)]));
  const days = [...new Set([...opening.map(({ day }) => day), ...ends])].sort(compareDates);
  const isPast = (day: string, last: string | undefined) => last !== undefined && compareDates(day, last) > 0;
  return {
    signed,
    ...(until === undefined ? {} : { until }),
    steps: days.map((day) => {
      const there = opening.filter((each) => compareDates(each.day, day) <= 0);
      const kW = Number(there.reduce((sum, each) => sum.plus(each.kW), new Big(0)));
      const contracted = isPast(day, end) ? 0 : kW;
      return { from: day, contractedKW: contracted, firmKW: !signed || isPast(day, lastFirm) ? 0 : contracted };
    }),
  };
}

/** Firm leased capacity of a fleet on a day, in kW, seen from `asOf`. */
export function firmKWOn(fleet: FleetSpec, day: string, options: CostOptions): number {
  const sites = fleet.sites.filter((site) => !site.retired);
  return sites.reduce((sum, site) => {
    const steps = firmCapacity(site, options)?.steps ?? [];
    return sum + (steps.filter(({ from }) => compareDates(from, day) <= 0).at(-1)?.firmKW ?? 0);
  }, 0);
}

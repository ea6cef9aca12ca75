import Big from "big.js";
import type { Basis, Bound, Currency, FleetSpec, SiteSpec, UtilityService } from "../../model";
import { grouped } from "../../model/grouped";
import { dayOf } from "../capacity";
import type { EnergyLine } from "./lines";

const HOURS_PER_YEAR = 8_760;

/** What a grid may call back of a site's load, and what that costs and brings in a year at most. */
export interface DemandResponse {
  readonly site: string;
  /** The utility service by whose terms. */
  readonly service: string;
  readonly noticeMinutes: number;
  readonly hoursPerYear: number;
  readonly callableMW: number;
  /** Energy that is not drawn: an upper bound, all hours with all of the power. */
  readonly mwhPerYear: number;
  readonly bound: Bound;
  readonly basis: Basis;
  /** What it costs of the site's accelerators, seen from the day on which they draw most; absent where that is not known, or none are there. */
  readonly lost?: LostHours;
  /** What is paid for it in a year at most, by currency; none where nothing is said of it. */
  readonly paid: readonly { readonly currency: Currency; readonly amount: Big }[];
}

/** Accelerators that stand still while load is called back, if all of a site's machines give way alike and nothing else carries them. */
export interface LostHours {
  /** The day in the time one looks at on which they draw most. */
  readonly day: string;
  /** What they draw then on average, in MW: of the whole site, or of its IT where no average PUE is stated. */
  readonly drawnMW: number;
  readonly of: "facility" | "IT";
  readonly accelerators: number;
  readonly acceleratorHoursPerYear: number;
  /** Of all accelerator-hours of a year of 8,760 hours. */
  readonly share: number;
}

/** Demand response of every utility service whose terms say that load may be called back. */
export function demandResponses(fleet: FleetSpec, lines: readonly EnergyLine[]): DemandResponse[] {
  const bySite = grouped(lines, ({ site }) => site);
  return fleet.sites.flatMap((site) => {
    if (site.retired || site.tenure === "cloud") return [];
    const most = mostDrawn(bySite.get(site.name) ?? []);
    return site.utilities.flatMap((service) => responseOf(site, service, most) ?? []);
  });
}

/** Power that the terms of a service let be called back, in MW. */
export const callableMW = ({ curtailment, interruptibleMW }: UtilityService): number =>
  curtailment?.curtailableMW ?? interruptibleMW;

function responseOf(site: SiteSpec, service: UtilityService, most: Drawn | undefined): DemandResponse | undefined {
  const { name, curtailment, bound, basis } = service;
  if (curtailment === undefined) return undefined;
  const { maxHoursPerYear: hoursPerYear, noticeMinutes } = curtailment;
  const callable = callableMW(service);
  const mwhPerYear = new Big(callable).times(hoursPerYear);
  const lost = most === undefined ? undefined : lostOf(most, callable, hoursPerYear);
  return {
    site: site.name,
    service: name,
    noticeMinutes,
    hoursPerYear,
    callableMW: callable,
    mwhPerYear: mwhPerYear.toNumber(),
    bound,
    basis,
    ...(lost === undefined ? {} : { lost }),
    paid: paidFor(curtailment, callable, mwhPerYear),
  };
}

function paidFor(
  { paidPerMWYear, paidPerMWh }: NonNullable<UtilityService["curtailment"]>,
  callable: number,
  mwh: Big,
): DemandResponse["paid"] {
  const parts = [
    ...(paidPerMWYear === undefined
      ? []
      : [{ currency: paidPerMWYear.currency, amount: new Big(paidPerMWYear.amount).times(callable) }]),
    ...(paidPerMWh === undefined
      ? []
      : [{ currency: paidPerMWh.currency, amount: new Big(paidPerMWh.amount).times(mwh) }]),
  ];
  return [...grouped(parts, ({ currency }) => currency)].map(([currency, own]) => ({
    currency,
    amount: own.reduce((sum, { amount }) => sum.plus(amount), new Big(0)),
  }));
}

/** What stands at a site when it draws most. */
interface Drawn {
  readonly at: number;
  readonly kW: number;
  readonly of: "facility" | "IT";
  readonly accelerators: number;
}

function mostDrawn(lines: readonly EnergyLine[]): Drawn | undefined {
  const of = lines.every(({ facilityKW }) => facilityKW !== undefined) ? "facility" : "IT";
  const known = lines.flatMap((line) => {
    const kW = (of === "facility" ? line.facilityKW : line.itKW)?.value;
    return kW === undefined ? [] : [{ ...line, kW }];
  });
  // Where a pool's draw is not known, so is not what has to stop.
  if (known.length < lines.length) return undefined;
  const begins = [...new Set(known.map(({ from }) => from))];
  const all = begins.map((at): Drawn => {
    const there = known.filter(({ from, until }) => from <= at && at < until);
    return {
      at,
      of,
      kW: there.reduce((sum, { kW }) => sum + kW, 0),
      accelerators: there.reduce((sum, { accelerators }) => sum + accelerators, 0),
    };
  });
  return all.reduce<Drawn | undefined>(
    (most, each) => (most === undefined || each.kW > most.kW ? each : most),
    undefined,
  );
}

function lostOf({ at, kW, of, accelerators }: Drawn, callable: number, hours: number): LostHours | undefined {
  if (kW === 0) return undefined;
  const share = Math.min(1, (callable * 1000) / kW);
  const stopped = Math.ceil(Number((accelerators * share).toPrecision(12)));
  return {
    day: dayOf(at),
    drawnMW: Number((kW / 1000).toPrecision(12)),
    of,
    accelerators: stopped,
    acceleratorHoursPerYear: stopped * hours,
    share: accelerators === 0 ? 0 : (stopped * hours) / (accelerators * HOURS_PER_YEAR),
  };
}

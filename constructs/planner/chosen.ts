import { addMonths } from "../model";
import type { Jurisdiction, Offer } from "../model/offer";
import type { Plan } from "./plan";

/**
 * An order of a plan as one writes it down: the figures that a site, a lease or a contract of the fleet takes. Plain values, for JSON
 * or for `new LeasedSite(fleet, chosen.name, { location: chosen.location, ... })`.
 */
export interface ChosenOffer {
  /** The offer's name, with a number where it is ordered more than once: `hall`, `hall-2`. */
  readonly name: string;
  readonly offer: string;
  readonly kind: Offer["kind"];
  readonly counterparty: string;
  readonly location: Jurisdiction;
  readonly accelerator: string;
  readonly machines: number;
  readonly acceleratorsPerMachine: number;
  readonly accelerators: number;
  /** Critical IT power of all of it, in MW; absent where the offer does not say. */
  readonly criticalItMW?: number;
  /** The first day of the month in which it is decided. */
  readonly decided: string;
  /** The first day of the month in which the first of it arrives. */
  readonly from: string;
  /** The day after its term; absent where it has no end. */
  readonly until?: string;
  /** The scenario in which it is ordered; absent where it is ordered whatever comes. */
  readonly scenario?: string;
}

/** What a plan buys, each order with the figures from which a construct is written. */
export function chosenOffers({ purchases }: Plan): ChosenOffer[] {
  const seen = new Map<string, number>();
  return purchases.map(({ offer, decided, starts, ends, accelerators, scenario }) => {
    const count = (seen.get(offer.name) ?? 0) + 1;
    seen.set(offer.name, count);
    const kW = offer.criticalItKWPerAccelerator?.value;
    return {
      name: count === 1 ? offer.name : `${offer.name}-${count}`,
      offer: offer.name,
      kind: offer.kind,
      counterparty: offer.counterparty,
      location: offer.jurisdiction,
      accelerator: offer.accelerator,
      machines: accelerators / offer.size.acceleratorsPerMachine,
      acceleratorsPerMachine: offer.size.acceleratorsPerMachine,
      accelerators,
      ...(kW === undefined ? {} : { criticalItMW: (accelerators * kW) / 1000 }),
      decided: `${decided}-01`,
      from: `${starts}-01`,
      ...(ends === undefined ? {} : { until: addMonths(`${ends}-01`, 1) }),
      ...(scenario === undefined ? {} : { scenario }),
    };
  });
}

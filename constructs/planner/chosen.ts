import { addMonths } from "../model";
import type { Jurisdiction, Offer } from "../model/offer";
import { type OrderPart, orderCourses } from "./order-course";
import type { Purchase } from "./outcome";
import type { Plan } from "./plan";
import type { PlanRequest } from "./request";

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
  /**
   * What of it comes and goes together, after its ramp and what is given back: a pool each. Machines may be parts of one where a share of
   * the ramp is.
   */
  readonly parts: readonly ChosenPart[];
  /** As it is offered. */
  readonly price: Offer["price"];
  /**
   * All that is due for it, in the currency of the price, not discounted, also what one is bound to after the plan; once, or for each
   * scenario where it differs. `fixedMonthly` of the price is not in it: that is one for all orders of an offer.
   */
  readonly payments: readonly { readonly amount: string; readonly scenario?: string }[];
  /** The scenario in which it is ordered; absent where it is ordered whatever comes. */
  readonly scenario?: string;
}

/** Accelerators of an order that come on one day and go on another. */
export interface ChosenPart {
  readonly from: string;
  /** The day from which they are gone; absent where they stay. */
  readonly until?: string;
  readonly machines: number;
  readonly accelerators: number;
  /** The scenario in which it is so; absent where it is whatever comes. */
  readonly scenario?: string;
}

/** What a plan buys, each order with the figures from which a construct is written. */
export function chosenOffers({ purchases, returns, request }: Plan): ChosenOffer[] {
  const seen = new Map<string, number>();
  const courses = request.scenarios.map(({ name }) => ({
    name,
    courses: orderCourses(request, { purchases, returns }, name),
  }));
  return purchases.map((purchase) => {
    const { offer, decided, starts, ends, accelerators, scenario } = purchase;
    const count = (seen.get(offer.name) ?? 0) + 1;
    seen.set(offer.name, count);
    const kW = offer.criticalItKWPerAccelerator?.value;
    const own = courses.flatMap(({ name, courses: all }) =>
      all.flatMap((course) => (course.purchase === purchase ? [{ name, ...course }] : [])),
    );
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
      parts: alike(own.map(({ name, parts }) => ({ name, of: parts.map((part) => partOf(part, purchase, request)) }))),
      price: offer.price,
      payments: alike(own.map(({ name, payments }) => ({ name, of: [{ amount: payments.toFixed(2) }] }))),
      ...(scenario === undefined ? {} : { scenario }),
    };
  });
}

function partOf({ from, until, accelerators }: OrderPart, { offer }: Purchase, { horizon }: PlanRequest) {
  const day = (month: number) => addMonths(`${horizon.first}-01`, month);
  return {
    from: day(from),
    ...(until === undefined ? {} : { until: day(until) }),
    machines: Number((accelerators / offer.size.acceleratorsPerMachine).toPrecision(12)),
    accelerators,
  };
}

/** What is the same in every scenario once, else each with its own. */
function alike<T extends object>(
  scenarios: readonly { readonly name: string; readonly of: readonly T[] }[],
): (T & { readonly scenario?: string })[] {
  const texts = new Set(scenarios.map(({ of }) => JSON.stringify(of)));
  if (texts.size === 1) return [...(scenarios[0]?.of ?? [])];
  return scenarios.flatMap(({ name, of }) => of.map((each) => ({ ...each, scenario: name })));
}

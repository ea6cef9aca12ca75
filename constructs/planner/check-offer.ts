import Big from "big.js";
import { accelerators } from "../catalog";
import { didYouMean, type Finding } from "../model";
import { subdivisionsOf } from "../model/location";
import type { Jurisdiction, Offer } from "../model/offer";
import { show } from "../model/show";
import { canGiveBack } from "./cash";
import { countsPower } from "./limits";
import type { PlanRequest } from "./request";

/** A problem of a request, as rules report theirs. */
export const problem = (path: string, message: string, hint?: string): Finding => ({
  rule: "PLAN",
  severity: "error",
  path,
  message,
  ...(hint === undefined ? {} : { hint }),
});

/** What is wrong with an offer whose form is right. */
export function checkOffer(offer: Offer, request: PlanRequest): Finding[] {
  const at = (field: string) => `offers.${offer.name}.${field}`;
  return [
    ...checkSize(offer, at),
    ...checkTerm(offer, at),
    ...checkPrice(offer, request, at),
    ...checkAccelerator(offer.accelerator, request, at("accelerator")),
    ...checkJurisdiction(offer.jurisdiction, at("jurisdiction")),
    ...checkPower(offer, request, at),
  ];
}

type At = (field: string) => string;

function checkSize({ size }: Offer, at: At): Finding[] {
  const { step, smallest = step, most } = size;
  const found: Finding[] = [];
  const down = (value: number) => Math.max(step, Math.floor(value / step) * step);
  if (smallest % step !== 0)
    found.push(
      problem(
        at("size.smallest"),
        `must be a multiple of the step of ${step}; got ${smallest}`,
        `${down(smallest)} or ${down(smallest) + step}?`,
      ),
    );
  if (most % step !== 0)
    found.push(
      problem(
        at("size.most"),
        `must be a multiple of the step of ${step}; got ${most}`,
        `${down(most)} or ${down(most) + step}?`,
      ),
    );
  else if (most < smallest)
    found.push(
      problem(
        at("size.most"),
        `must be at least the smallest order of ${smallest}; got ${most}`,
        "are the two the wrong way round?",
      ),
    );
  return found;
}

function checkTerm(offer: Offer, at: At): Finding[] {
  const { ramp, termMonths, leastMonths, earliestDecision, latestDecision } = offer;
  const found: Finding[] = [];
  const fall = ramp.findIndex((share, index) => share < (ramp[index - 1] ?? 0));
  if (fall >= 0)
    found.push(
      problem(
        at(`ramp[${fall}]`),
        `must be at least ${ramp[fall - 1]}, what is in place a month earlier; got ${ramp[fall]}`,
        "shares add up what came: 0.25, 0.5, 1",
      ),
    );
  if (ramp.at(-1) !== 1)
    found.push(problem(at("ramp"), `must end with 1, when all of an order is in place; ends with ${ramp.at(-1)}`));
  if (termMonths !== undefined && leastMonths !== undefined && leastMonths > termMonths)
    found.push(problem(at("leastMonths"), `must be at most the term of ${termMonths} months; got ${leastMonths}`));
  const bound = leastMonths ?? termMonths;
  if (bound !== undefined && ramp.length - 1 > bound)
    found.push(problem(at("ramp"), `must be over while one is bound, in ${bound} months; takes ${ramp.length - 1}`));
  if (earliestDecision !== undefined && latestDecision !== undefined && latestDecision < earliestDecision)
    found.push(
      problem(at("latestDecision"), `must not be before the earliest, ${earliestDecision}; got ${latestDecision}`),
    );
  return found;
}

function checkPrice(offer: Offer, { currency }: PlanRequest, at: At): Finding[] {
  const { price, residual } = offer;
  const found: Finding[] = [];
  if (price.currency !== currency)
    found.push(
      problem(
        at("price.currency"),
        `must be ${currency}, in which the plan is made: amounts of two currencies do not add; got ${price.currency}`,
        "convert the price at a rate of your own, and name the rate and its day in its source",
      ),
    );
  if (price.perAcceleratorMonth !== undefined && price.perAcceleratorHour !== undefined)
    found.push(
      problem(
        at("price"),
        "must have a price per month or one per hour, not both",
        "take one of them out: they would add",
      ),
    );
  const all = [
    price.perAcceleratorMonth,
    price.perAcceleratorHour,
    price.oneTimePerAccelerator,
    price.fixedMonthly,
    price.fixedOneTime,
  ];
  if (all.every((each) => each === undefined))
    found.push(
      problem(
        at("price"),
        "must have at least one amount; nothing is free",
        'perAcceleratorMonth: "0" where it truly is',
      ),
    );
  if (residual === undefined) return found;
  if (canGiveBack(offer))
    found.push(
      problem(at("residual"), "must not stand with leastMonths below the term: what is given back is the seller's"),
    );
  const paid = new Big(price.oneTimePerAccelerator ?? 0);
  if (paid.lt(residual.perAccelerator))
    found.push(
      problem(
        at("residual.perAccelerator"),
        `must be at most what an accelerator costs once, ${paid.toFixed()}; got ${show(residual.perAccelerator)}`,
      ),
    );
  return found;
}

/** An accelerator that nobody knows is a misspelling, or newer than the catalogue. */
export function checkAccelerator(name: string, { newAccelerators }: PlanRequest, path: string): Finding[] {
  const known = [...Object.keys(accelerators), ...newAccelerators];
  if (known.includes(name)) return [];
  return [
    problem(
      path,
      `must be an accelerator of the catalogue or of newAccelerators; got ${show(name)}`,
      didYouMean(name, known) ?? "name it in newAccelerators if it is newer than the catalogue",
    ),
  ];
}

/** Codes that do not exist, or not together. */
export function checkJurisdiction({ country, subdivision }: Jurisdiction, path: string): Finding[] {
  const codes = subdivisionsOf(country);
  if (codes.length === 0) return [problem(`${path}.country`, `must be a country of ISO 3166-1; got ${show(country)}`)];
  if (subdivision === undefined || codes.includes(subdivision)) return [];
  return [
    problem(
      `${path}.subdivision`,
      `must be a subdivision of ${country}; got ${show(subdivision)}`,
      didYouMean(subdivision, codes),
    ),
  ];
}

/** A limit of power cannot count what says nothing about its power; nothing is counted as 0 in silence. */
function checkPower(offer: Offer, { limits }: PlanRequest, at: At): Finding[] {
  if (offer.criticalItKWPerAccelerator !== undefined) return [];
  const limit = limits.power.find((each) => countsPower(each, offer));
  if (limit === undefined) return [];
  return [
    problem(
      at("criticalItKWPerAccelerator"),
      `is missing; the limit of power ${show(limit.name)} counts this offer`,
      `state it, or leave ${offer.kind} out of the kinds of that limit`,
    ),
  ];
}

import type { FleetDocument } from "../../constructs/model";
import { type Validation, validateFleet } from "../../constructs/rules";

const known = new WeakMap<FleetDocument, Map<string, Validation>>();

/**
 * A fleet with what rules say of it on a day. What they have planned and reckoned is kept with the document that they looked at: whoever
 * asks again gets the same one.
 */
export function judged(fleet: FleetDocument, asOf: string): Validation {
  const byDay = known.get(fleet) ?? new Map<string, Validation>();
  known.set(fleet, byDay);
  const made = byDay.get(asOf) ?? validateFleet(fleet, { asOf });
  byDay.set(asOf, made);
  return made;
}

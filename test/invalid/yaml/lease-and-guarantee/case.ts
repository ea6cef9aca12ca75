import type { Fleet } from "siteform";
import { documents } from "../../support";

/** A backstop that starts with a phase the lease does not have and so covers nothing of what it must, and one by the landlord itself. */
export const fleet = (): Fleet => documents();

export const expected = [
  'error   sites/backstop.yaml:11:40: guarantees.backstop.startsWithRentOf.phase: the site abernathy has no phase "p2"  [GUAR-5]',
  "          → it has p1",
  "error   sites/backstop.yaml:22:3: guarantees.own.obligor: A Joint Venture is the landlord of abernathy itself and cannot guarantee its lease  [GUAR-2]",
  "          → name the third party that promises",
];

import type { Fleet } from "siteform";
import { documents } from "../../support";

/** A lease whose premises lie in a hall with a typing mistake, and contract a kilowatt more than their phase brings. */
export const fleet = (): Fleet => documents();

export const expected = [
  "error   sites/memphis-lease.yaml:11:3: sites.memphis.lease.premises (phase p1): 10,001 kW are contracted in phase p1, which brings 10 MW  [LEASE-4]",
  "          → rent is due on contracted kW: correct them, or the power of the phase",
  'error   sites/memphis-lease.yaml:12:29: sites.memphis.lease.premises.one.hall: the site has no hall "hall-l"; it has hall-1  [LEASE-4]',
  '          → did you mean "hall-1"?',
];

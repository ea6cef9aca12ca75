import { documents } from "../../support";

/** A lease in the site and on a page of its own; two pages of leases. */
export const fleet = () => documents();

export const expected = [
  "error   sites/memphis.yaml:20:1: the site memphis has a lease already; a site has one  [YAML]",
  "error   sites/reno.yaml:26:1: the site reno has a lease already; a site has one  [YAML]",
];

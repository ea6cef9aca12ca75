import { documents } from "../../support";

/** The first of two documents in a file is read; what is wrong in it is reported beside what cannot be read. */
export const fleet = () => documents();

export const expected = [
  "error   sites/memphis.yaml:16:12: the bracket { that opens here is not closed  [YAML]",
  'error   sites/memphis.yaml:7:28: sites.memphis.location.subdivision: United States of America has no subdivision "US-XX"  [LOC-1]',
  '          → did you mean "US-TX"?',
  "error   sites/reno.yaml:8:12: sites.reno.power.valueMW: must be 0 MW or more; got -20  [SCHEMA]",
];

import { documents } from "../../support";

/** Brackets and a quote that open and do not close. */
export const fleet = () => documents();

export const expected = [
  "error   sites/memphis.yaml:7:12: the bracket { that opens here is not closed  [YAML]",
  "error   sites/reno.yaml:7:13: the bracket { that opens here is not closed  [YAML]",
  'error   sites/tulsa.yaml:7:16: the quote " that opens here is not closed  [YAML]',
];

import { documents } from "../../support";

/** A key that stands twice, in each of two files. */
export const fleet = () => documents();

export const expected = [
  'error   sites/memphis.yaml:9:3: the key "power" stands twice; first on line 8  [YAML]',
  'error   sites/reno.yaml:7:3: the key "tenure" stands twice; first on line 6  [YAML]',
];

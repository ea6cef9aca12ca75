import { documents } from "../../support";

/** An alias without its anchor, and a tag that is none. */
export const fleet = () => documents();

export const expected = [
  "error   sites/memphis.yaml:7:13: the alias *tennessee has no anchor &tennessee before it  [YAML]",
  "error   sites/reno.yaml:8:10: Unresolved tag: !power  [YAML]",
];

import { documents } from "../../support";

/** A tag that nobody knows. */
export const fleet = () => documents();

export const expected = ["error   sites/reno.yaml:8:10: Unresolved tag: !power  [YAML]"];

import { documents } from "../../support";

/** A line that stands one space too far left. */
export const fleet = () => documents();

export const expected = ["error   sites/memphis.yaml:9:1: All mapping items must start at the same column  [YAML]"];

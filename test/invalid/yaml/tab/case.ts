import { documents } from "../../support";

/** A tab in place of spaces. */
export const fleet = () => documents();

export const expected = ["error   sites/memphis.yaml:4:1: Tabs are not allowed as indentation  [YAML]"];

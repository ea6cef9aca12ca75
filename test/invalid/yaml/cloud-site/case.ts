import { documents } from "../../support";

/** A cloud site, which documents cannot describe. */
export const fleet = () => documents();

export const expected = [
  "error   sites/ohio.yaml:6:3: the site ohio is a cloud site, which documents cannot describe  [YAML]",
  "          → declare it in the program: AwsSite, GoogleSite or AzureSite",
];

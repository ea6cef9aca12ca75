export { allRules } from "./all";
export type { Report, Rule, RuleContext } from "./rule";
export { type Validation, type ValidationOptions, validateFleet } from "./validate";

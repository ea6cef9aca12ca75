import { FORCE_NEW } from "./force-new";

/**
 * What must be said of a change in place that a simulation has found: of types that are not in the table nobody has looked up what they
 * cannot change in place. Undefined where it is known.
 */
export const mayReplace = (type: string): string | undefined =>
  type in FORCE_NEW || type === "terraform_data"
    ? undefined
    : "may replace it: which attributes of this type cannot change in place is not known here";

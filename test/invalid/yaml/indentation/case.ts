import { documents } from "../../support";

/** A line that stands one space too far left. */
export const fleet = () => documents();

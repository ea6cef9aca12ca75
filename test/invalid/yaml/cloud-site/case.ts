import { documents } from "../../support";

/** A cloud site, which documents cannot describe. */
export const fleet = () => documents();

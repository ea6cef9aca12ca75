import { documents } from "../../support";

/** A version that does not exist yet, another system's, and none. */
export const fleet = () => documents();

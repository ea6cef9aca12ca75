import { documents } from "../../support";

/** A key that stands twice, in each of two files. */
export const fleet = () => documents();

import { documents } from "../../support";

/** A tab in place of spaces. */
export const fleet = () => documents();

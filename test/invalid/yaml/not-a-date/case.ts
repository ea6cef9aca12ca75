import { documents } from "../../support";

/** Dates that are none, with and without quotes. */
export const fleet = () => documents();

import { documents } from "../../support";

/** A leased site, and a leased title, whose lease nobody wrote. */
export const fleet = () => documents();

import { documents } from "../../support";

/** A cluster of a site that is spelt otherwise, one of a site that is nowhere, one of none. */
export const fleet = () => documents();

import { documents } from "../../support";

/** Fields with a typing mistake, in two sites and a cluster. */
export const fleet = () => documents();

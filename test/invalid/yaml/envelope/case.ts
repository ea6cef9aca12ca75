import { documents } from "../../support";

/** Fields of the envelope that are not there, empty, of another system, or in the wrong place. */
export const fleet = () => documents();

import { documents } from "../../support";

/** Numbers in quotes, with a unit, with a comma. */
export const fleet = () => documents();

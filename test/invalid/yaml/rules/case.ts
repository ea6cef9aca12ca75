import { documents } from "../../support";

/** What rules find in documents has a place in a file, too. */
export const fleet = () => documents();

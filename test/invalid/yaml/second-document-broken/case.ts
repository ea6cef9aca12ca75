import { documents } from "../../support";

/** The first of two documents in a file is read; what is wrong in it is reported beside what cannot be read. */
export const fleet = () => documents();

import { documents } from "../../support";

/** Kinds with a typing mistake, and one of another system. */
export const fleet = () => documents();

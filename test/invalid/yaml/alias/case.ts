import { documents } from "../../support";

/** An alias without its anchor, and a tag that is none. */
export const fleet = () => documents();

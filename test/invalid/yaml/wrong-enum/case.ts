import { documents } from "../../support";

/** Words that are not among those allowed, in the site, its lease and a guarantee of it. */
export const fleet = () => documents();

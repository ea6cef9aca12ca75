import { documents } from "../../support";

/** A lease in the site and on a page of its own; two pages of leases. */
export const fleet = () => documents();

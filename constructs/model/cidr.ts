import { z } from "zod";
import { EACH } from "./address";
import { show } from "./show";

const REFUSED = "refused ";

/** In place of a range that could not be made: no schema takes it, and what is said of it is why. */
export const refusedRange = (why: string): string => `${REFUSED}${why}`;

const error = ({ input }: { readonly input?: unknown }) =>
  typeof input === "string" && input.startsWith(REFUSED)
    ? input.slice(REFUSED.length)
    : `must be an IPv4 range such as "10.16.0.0/16"; got ${show(input)}`;

/**
 * An IPv4 range in CIDR notation. That its host bits are zero is the rule ADDR-1, which can name the range meant. In the network
 * of a cluster that is spread it may be a range for each: `each /16 of 10.16.0.0/12`; the rule SPREAD-1 refuses that elsewhere.
 */
export const Cidr = z.string({ error }).regex(new RegExp(`${z.regexes.cidrv4.source}|${EACH.source}`), { error });

/** An IPv4 range in CIDR notation, and nothing else. */
export const OwnCidr = z.string({ error }).regex(z.regexes.cidrv4, { error });

import { z } from "zod";
import { OwnCidr } from "./cidr";
import { type DeepReadonly, filledList, Name, positiveCount, textLike } from "./primitives";
import { show } from "./show";

/**
 * What the addresses of a network are for.
 *
 * - `management`: BMCs, and the management ports of switches
 * - `hosts`: the network over which one reaches the machines
 * - `storage`: the network to storage
 * - `accelerators`: one address for each accelerator port of an Ethernet fabric
 * - `loopbacks`: one address for each switch
 * - `pointToPoint`: two addresses for each link between switches, a /31 as RFC 3021 says
 * - `pods`, `services`: what a Kubernetes cluster of one's own hands out itself
 */
export const NetworkPurpose = z.enum([
  "management",
  "hosts",
  "storage",
  "accelerators",
  "loopbacks",
  "pointToPoint",
  "pods",
  "services",
]);
export type NetworkPurpose = z.infer<typeof NetworkPurpose>;

const subnetLength = (issue: { readonly input?: unknown }) =>
  `must be the length of a subnet, 8 to 31; got ${show(issue.input)}`;

const wholeCount = (what: string) => {
  const error = (issue: { readonly input?: unknown }) =>
    `must be a whole number of ${what}, 0 or more; got ${show(issue.input)}`;
  return z.number({ error }).int({ error }).min(0, { error });
};

/** Ranges of one purpose. They fill in the order in which they stand: a network that grows gets another at the end. */
export const AddressNetwork = z.strictObject({
  name: Name,
  purpose: NetworkPurpose,
  cidrs: filledList(OwnCidr, "must hold at least one address range"),
  /** Whether each rack has a subnet of its own or all racks of a hall share theirs. Absent: `hall` for management, else `rack`. */
  subnetPer: z.enum(["rack", "hall"]).optional(),
  /** Length of one subnet. Absent: the longest that holds a full rack, or of a hall /22. */
  subnetPrefix: z
    .number({ error: subnetLength })
    .int({ error: subnetLength })
    .min(8, { error: subnetLength })
    .max(31, { error: subnetLength })
    .optional(),
  /** Addresses of one host in this network: its ports that have one. */
  addressesPerHost: positiveCount("addresses").default(1),
  /** The fabric whose hosts, switches or links are in it. Absent: all. */
  fabric: Name.optional(),
});
export type AddressNetwork = z.infer<typeof AddressNetwork>;

const asnError = (issue: { readonly input?: unknown }) =>
  `must be the number of an autonomous system, 1 to 4294967294; got ${show(issue.input)}`;
/** The number of an autonomous system. That it is private is the rule ASN-1, which says which are. */
export const Asn = z
  .number({ error: asnError })
  .int({ error: asnError })
  .min(1, { error: asnError })
  .max(4_294_967_294, { error: asnError });

/** Consecutive numbers of autonomous systems for the switches of one's own. */
export const AsnRange = z.strictObject({
  name: Name,
  first: Asn,
  last: Asn,
  /** The fabric whose switches take their numbers here. Absent: any. */
  fabric: Name.optional(),
});
export type AsnRange = z.infer<typeof AsnRange>;

/** A number that somebody else has in the same routing domain, such as a cloud's gateway. */
export const PeerAsn = z.strictObject({ name: Name, asn: Asn });
export type PeerAsn = z.infer<typeof PeerAsn>;

const PLACEHOLDERS = /^(?:[a-z0-9-]|\{(?:site|cluster|pool|hall)\})*\{ordinal\}$/;

/** The name of a host, made of the names around it and its ordinal: `{site}-{cluster}-{pool}-n{ordinal}`. */
export const HostnamePattern = textLike(
  PLACEHOLDERS,
  'lower-case letters, digits, hyphens and {site}, {cluster}, {pool} or {hall}, with {ordinal} at the end, such as "{site}-{pool}-n{ordinal}"',
);

/** The pattern of a site that states none: unique over all pools, whatever they are called. */
export const DEFAULT_HOSTNAME = "{site}-{cluster}-{pool}-n{ordinal}";

/** Ranges and numbers from which what stands in a site gets its addresses. */
export const AddressPlan = z.strictObject({
  /** Ranges that the site announces as a whole; every network lies in one. Absent: each network is announced by itself. */
  aggregates: z.array(OwnCidr).default([]),
  networks: z.array(AddressNetwork).default([]),
  asns: z.array(AsnRange).default([]),
  /** Numbers of others that its routers speak with. */
  peers: z.array(PeerAsn).default([]),
  /** Which address of a subnet is the gateway. */
  gateway: z.enum(["first", "last"]).default("first"),
  /** Addresses beside the gateway that no host gets: of the routers themselves, relays, probes. */
  reservedAddresses: wholeCount("addresses").default(0),
  /** Absent: `{site}-{cluster}-{pool}-n{ordinal}`. */
  hostname: HostnamePattern.optional(),
  /** Ranges of sites in different domains may be the same, since none is routed to another. Absent: that of the fleet. */
  routingDomain: Name.optional(),
});
export type AddressPlan = z.infer<typeof AddressPlan>;

/** An address plan as one writes it. */
export type AddressPlanInput = DeepReadonly<z.input<typeof AddressPlan>>;

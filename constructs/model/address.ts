import ipaddr from "ipaddr.js";

/** A parsed range: first and last address as numbers, both included. */
export interface Range {
  readonly cidr: string;
  readonly first: number;
  readonly last: number;
  readonly prefix: number;
}

function toNumber(address: ipaddr.IPv4): number {
  return address.octets.reduce((total, octet) => total * 256 + octet, 0);
}

/** An address as it is written: `10.0.3.7`. */
export function addressText(address: number): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}

/** Reads a range, host bits ignored; `undefined` when the text is none. */
export function parseRange(cidr: string): Range | undefined {
  // The library reads a length with a leading zero, which Terraform refuses.
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(cidr) || cidr.includes("/0") !== cidr.endsWith("/0")) return undefined;
  const [, prefix] = ipaddr.IPv4.parseCIDR(cidr);
  const first = toNumber(ipaddr.IPv4.networkAddressFromCIDR(cidr));
  return { cidr, first, last: first + 2 ** (32 - prefix) - 1, prefix };
}

/** The range as it should be written, host bits zero: `10.0.0.0/16` for `10.0.3.7/16`. */
export function networkOf(range: Range): string {
  return `${addressText(range.first)}/${range.prefix}`;
}

/** Number of addresses in a range. */
export const sizeOf = (range: Range): number => 2 ** (32 - range.prefix);

/** Whether two ranges share an address. */
export const overlap = (a: Range, b: Range): boolean => a.first <= b.last && b.first <= a.last;

/** Whether `inner` lies wholly in `outer`. */
export const contains = (outer: Range, inner: Range): boolean => outer.first <= inner.first && inner.last <= outer.last;

/**
 * The `index`-th range of length `prefix` inside `cidr`, counted from 0, as Terraform's `cidrsubnet` does.
 *
 * @example cidrSubnet("10.128.0.0/9", 13, 2) // "10.144.0.0/13"
 * @returns a text that no schema takes when there is no such range, so that the fleet reports it in its place
 */
export function cidrSubnet(cidr: string, prefix: number, index: number): string {
  const range = parseRange(cidr);
  const fits =
    range !== undefined &&
    [prefix, index].every(Number.isInteger) &&
    prefix >= range.prefix &&
    prefix <= 32 &&
    index >= 0 &&
    index < 2 ** (prefix - range.prefix);
  return fits
    ? `${addressText(range.first + index * 2 ** (32 - prefix))}/${prefix}`
    : `no /${prefix} number ${index} in ${cidr}`;
}

/** The form of a range for each cluster. */
export const EACH = /^each \/(\d{1,2}) of (\S+)$/;

/**
 * A range for each cluster of one that is spread: the first takes the first range of that length in `cidr`, the second the second.
 *
 * @example eachRange("10.16.0.0/12", 16) // sixteen ranges: 10.16.0.0/16, 10.17.0.0/16, ...
 */
export const eachRange = (cidr: string, prefix: number): string => `each /${prefix} of ${cidr}`;

/** What `eachRange` wrote, read back; undefined for any other text. */
export function parseEach(text: string): { readonly cidr: string; readonly prefix: number } | undefined {
  const [, prefix, cidr] = EACH.exec(text) ?? [];
  return prefix === undefined || cidr === undefined ? undefined : { cidr, prefix: Number(prefix) };
}

/** How many ranges of a length a range holds: 16 for a /16 in a /12, none when the length is shorter than the range's own. */
export function rangesIn(cidr: string, prefix: number): number {
  const range = parseRange(cidr);
  return range === undefined || prefix < range.prefix || prefix > 32 ? 0 : 2 ** (prefix - range.prefix);
}

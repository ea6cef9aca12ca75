import { addressText, parseRange } from "../../model/address";
import type { AddressNetwork, AddressPlan } from "../../model/address-plan";
import type { SubnetBlock } from "../../model/allocation";

/** Consecutive subnets of one length, as numbers. */
export interface Block {
  /** The first address of the first. */
  readonly first: number;
  /** Length of each. */
  readonly prefix: number;
  readonly count: number;
}

/** Addresses in a subnet of a length. */
export const addressesIn = (prefix: number): number => 2 ** (32 - prefix);

/** Reads a line; nothing where it is no range. */
export function blockOf({ first, count }: Pick<SubnetBlock, "first" | "count">): Block | undefined {
  const range = parseRange(first);
  return range === undefined ? undefined : { first: range.first, prefix: range.prefix, count };
}

/** The last address of a block. */
export const lastOf = ({ first, prefix, count }: Block): number => first + count * addressesIn(prefix) - 1;

/** How the addresses of a subnet are given out. */
export type SubnetUse = Pick<AddressPlan, "gateway" | "reservedAddresses">;

/** Addresses that hosts may have: not those of the subnet itself, of its broadcast, its gateway and what is reserved. */
export const hostAddressesIn = (prefix: number, { reservedAddresses }: SubnetUse): number =>
  prefix >= 31 ? addressesIn(prefix) : Math.max(0, addressesIn(prefix) - 3 - reservedAddresses);

/** The gateway of a subnet. */
export const gatewayOf = (subnet: number, prefix: number, { gateway }: SubnetUse): number =>
  gateway === "first" ? subnet + 1 : subnet + addressesIn(prefix) - 2;

/** The first address that a host has. */
export const firstHostAddress = (subnet: number, prefix: number, { gateway, reservedAddresses }: SubnetUse): number =>
  prefix >= 31 ? subnet : subnet + 1 + (gateway === "first" ? 1 + reservedAddresses : 0);

/** The longest prefix whose subnet holds so many addresses of hosts; undefined where none does. */
export function prefixFor(addresses: number, use: SubnetUse): number | undefined {
  for (let prefix = 30; prefix >= 8; prefix--) if (hostAddressesIn(prefix, use) >= addresses) return prefix;
  return undefined;
}

/** The place in a network from which on nothing has been given out. */
export interface Cursor {
  readonly network: AddressNetwork;
  /** First free address of each of its ranges, and the last one of the range. */
  readonly free: { first: number; readonly last: number }[];
}

/** A network with what its lines have taken; a range that is behind one in use is behind us. */
export function cursorOf(network: AddressNetwork, lines: readonly SubnetBlock[]): Cursor {
  const free = network.cidrs.flatMap((cidr) => {
    const range = parseRange(cidr);
    return range === undefined ? [] : [{ first: range.first, last: range.last }];
  });
  for (const line of lines) {
    const block = line.network === network.name ? blockOf(line) : undefined;
    if (block === undefined) continue;
    for (const range of free) {
      if (block.first > range.last || lastOf(block) < range.first) continue;
      range.first = Math.max(range.first, lastOf(block) + 1);
    }
  }
  return { network, free };
}

/**
 * Takes consecutive subnets out of a network: as many as asked for, `spare` more rounded up to a power of two that begins at a
 * multiple of itself, so that one route leads to all of them; without spare ones where that does not fit; else as many as there are.
 */
export function take(cursor: Cursor, prefix: number, count: number, spare: number): Block[] {
  if (count === 0) return [];
  const size = addressesIn(prefix);
  const rounded = 2 ** Math.ceil(Math.log2(Math.max(1, count + spare)));
  if (spare >= 0) {
    const whole = takeOne(cursor, prefix, rounded, rounded * size);
    if (whole !== undefined) return [whole];
  }
  const exact = takeOne(cursor, prefix, count, size);
  if (exact !== undefined) return [exact];
  const parts: Block[] = [];
  let left = count;
  for (const range of cursor.free) {
    const first = aligned(range.first, size);
    const fits = Math.min(left, Math.floor((range.last + 1 - first) / size));
    if (fits <= 0) continue;
    parts.push({ first, prefix, count: fits });
    range.first = first + fits * size;
    left -= fits;
  }
  return parts;
}

function takeOne(cursor: Cursor, prefix: number, count: number, alignment: number): Block | undefined {
  const length = count * addressesIn(prefix);
  for (const range of cursor.free) {
    const first = aligned(range.first, alignment);
    if (first + length - 1 > range.last) continue;
    range.first = first + length;
    return { first, prefix, count };
  }
  return undefined;
}

const aligned = (address: number, alignment: number): number => Math.ceil(address / alignment) * alignment;

/** A block as a line has it. */
export const blockText = ({ first, prefix }: Block): string => `${addressText(first)}/${prefix}`;

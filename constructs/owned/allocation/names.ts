import { DEFAULT_HOSTNAME } from "../../model/address-plan";
import type { Span } from "./ordinals";

/** Digits of an ordinal in a name, at least: 27,500 hosts keep the order of their names up to 9,999, and all names stay as they are. */
const DIGITS = 4;

const MOST_PADDED = 10 ** DIGITS - 1;

/** What a host's name is made of. */
export interface HostNaming {
  readonly site: string;
  readonly cluster: string;
  readonly pool: string;
  readonly hall: string;
}

/** Names of hosts by their ordinals, as one hostlist: `tx1-train-h100-n[0001-1176]`. */
export function hostNames(pattern: string | undefined, naming: HostNaming, ordinals: Span): string {
  const stem = (pattern ?? DEFAULT_HOSTNAME)
    .replace(/\{ordinal\}$/, "")
    .replaceAll(/\{(site|cluster|pool|hall)\}/g, (_, part: keyof HostNaming) => naming[part]);
  return numbered(stem, ordinals);
}

/** A text with each of the numbers after it, padded to four digits: `n[0001-9999,10000-12000]`. */
export function numbered(stem: string, { first, last }: Span): string {
  const spans = [
    { first, last: Math.min(last, MOST_PADDED) },
    { first: Math.max(first, MOST_PADDED + 1), last },
  ].filter((span) => span.first <= span.last);
  const [only] = spans;
  if (spans.length === 1 && only !== undefined && only.first === only.last) return stem + padded(only.first);
  return `${stem}[${spans.map((span) => (span.first === span.last ? padded(span.first) : `${padded(span.first)}-${padded(span.last)}`)).join(",")}]`;
}

/** One name of those. */
export const nameAt = (stem: string, ordinal: number): string => stem + padded(ordinal);

const padded = (ordinal: number): string => String(ordinal).padStart(DIGITS, "0");

/** Ordinals of the hosts of consecutive machines: those of a machine of eighteen hosts are eighteen in turn. */
export const hostOrdinals = ({ first, last }: Span, hostsPerMachine: number): Span => ({
  first: (first - 1) * hostsPerMachine + 1,
  last: last * hostsPerMachine,
});

import type { PowerNode } from "../model/power-topology";

/** What a node delivers without end; infinite where nobody says. */
export interface NodeLimit {
  readonly kW: number;
  readonly kVA: number;
}

type Rated = Pick<
  PowerNode,
  "ratedKVA" | "ratedKW" | "powerFactor" | "breakerA" | "voltageV" | "phases" | "continuousFactor"
>;

/**
 * The limits of a node. The continuous factor applies once, to the overcurrent device: a transformer's or a UPS's rating is
 * continuous already. A rated power factor turns the limit in kVA into one in kW beside it.
 */
export function limitOf(node: Rated): NodeLimit {
  const kVA = Math.min(node.ratedKVA ?? Number.POSITIVE_INFINITY, breakerKVA(node) ?? Number.POSITIVE_INFINITY);
  const throughFactor = node.powerFactor === undefined ? Number.POSITIVE_INFINITY : kVA * node.powerFactor;
  return { kVA, kW: Math.min(node.ratedKW ?? Number.POSITIVE_INFINITY, throughFactor) };
}

/** V x A x sqrt(3) with three phases, times the continuous factor; nothing without a breaker or a voltage. */
export function breakerKVA({ breakerA, voltageV, phases, continuousFactor }: Rated): number | undefined {
  if (breakerA === undefined || voltageV === undefined) return undefined;
  return (voltageV * breakerA * (phases === 3 ? Math.sqrt(3) : 1) * continuousFactor) / 1000;
}

/** Reactive power of a load, in kVAr, from its real power and power factor. */
export const reactive = (kW: number, powerFactor: number): number =>
  powerFactor >= 1 ? 0 : kW * Math.tan(Math.acos(powerFactor));

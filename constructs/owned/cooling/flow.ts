/**
 * Water at 25 °C: kJ that a litre takes for each kelvin, 0.997 kg/l x 4.18 kJ/(kg K). Source: IAPWS-95, as the NIST Chemistry
 * WebBook tabulates it for 0.1 MPa (997.05 kg/m3; 4.1813 kJ/(kg K)), to three digits.
 */
export const WATER_KJ_PER_L_K = 0.997 * 4.18;

/** The policy of the fleet on liquid, where the topology does not say. */
export interface FlowPolicy {
  /** How much warmer a loop returns than it is supplied, in K. */
  readonly loopRiseK: number;
  /** How much more liquid it takes for each share of glycol in it. */
  readonly extraFlowPerGlycol: number;
}

/** Liquid as a loop holds it. */
export interface LoopLiquid {
  /** @default - the policy's */
  readonly riseK?: number | undefined;
  /** Share of glycol, by volume. @default 0 */
  readonly glycolShare?: number | undefined;
}

/**
 * Flow that carries heat away, in litres a minute: kW x 60 / (kJ per litre and kelvin x rise). 1,632 kW with water at a rise of 10 K
 * are 2,350 l/min.
 */
export function flowLMin(heatKW: number, liquid: LoopLiquid, policy: FlowPolicy): number {
  const { riseK = policy.loopRiseK, glycolShare = 0 } = liquid;
  return ((heatKW * 60) / (WATER_KJ_PER_L_K * riseK)) * (1 + policy.extraFlowPerGlycol * glycolShare);
}

/**
 * Amounts as whole numbers of small units: watts, grams, half rack units. Sums of them are exact, so that a layout may come exactly
 * up to a limit, and one machine more is over it.
 */
export const WATTS_PER_KW = 1000;
export const GRAMS_PER_KG = 1000;
export const HALVES_PER_UNIT = 2;

/** Binary fractions leave dust: 60 A at 415 V and a factor of 0.8 may end in 0.999999. A millionth of a watt is none. */
const DUST = 1e-6;

/** What something takes, in whole small units. */
export const taken = (amount: number, perUnit: number): number => Math.round(amount * perUnit);

/** What there is of something, in whole small units: a broken one is not there. */
export const available = (amount: number, perUnit: number): number => Math.floor(amount * perUnit + DUST);

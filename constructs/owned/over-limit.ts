/** Binary fractions leave dust: what is as large as its limit is within it. */
const TOLERANCE = 1e-9;

/** Whether a load is over its limit, dust aside: exactly at the limit it is not. */
export const isOver = (load: number, limit: number): boolean => load > limit * (1 + TOLERANCE) + TOLERANCE;

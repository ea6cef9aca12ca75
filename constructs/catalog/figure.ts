import type { Basis, Bound, Figure } from "../model/basis";

const figure = (basis: Basis, value: number, source: string, bound?: Bound): Figure =>
  bound === undefined ? { value, basis, source } : { value, bound, basis, source };

/** A figure from a data sheet, a manual or an API of the maker. */
export const vendor = (value: number, source: string, bound?: Bound): Figure => figure("vendor", value, source, bound);

/** A figure from the press or another third party. */
export const reported = (value: number, source: string, bound?: Bound): Figure =>
  figure("reported", value, source, bound);

/** A figure nobody published; the source states the arithmetic or says that it is unverified. */
export const assumed = (value: number, source: string, bound?: Bound): Figure =>
  figure("assumed", value, source, bound);

/** A figure as given, or a plain number made an assumption of whoever wrote it. */
export const toFigure = (given: number | Figure, source: string): Figure =>
  typeof given === "number" ? assumed(given, source) : given;

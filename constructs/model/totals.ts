import type { Basis, Bound } from "./basis";
import type { PowerFigure } from "./power";

/** A sum that remembers what it is made of: bounds stay bounds, and each basis keeps its share. */
export interface Total {
  readonly value: number;
  readonly bound: Bound;
  readonly byBasis: Readonly<Partial<Record<Basis, number>>>;
}

/**
 * Adds figures without losing what they claim. A floor plus an exact figure is a floor; a floor plus a ceiling, or anything
 * with "about", is only "about".
 */
export function total(
  figures: readonly { readonly value: number; readonly bound?: Bound; readonly basis: Basis }[],
): Total {
  const byBasis: Partial<Record<Basis, number>> = {};
  for (const figure of figures) byBasis[figure.basis] = clean((byBasis[figure.basis] ?? 0) + figure.value);
  return {
    value: clean(figures.reduce((sum, figure) => sum + figure.value, 0)),
    bound: figures.map((figure) => figure.bound ?? "exact").reduce(joinBounds, "exact"),
    byBasis,
  };
}

/** What a sum of two figures claims. */
export function joinBounds(a: Bound, b: Bound): Bound {
  if (a === b || b === "exact") return a;
  return a === "exact" ? b : "about";
}

/** Binary fractions leave dust in sums; twelve digits are more than any meter has. */
const clean = (value: number): number => Number(value.toPrecision(12));

/** The power a figure counts as, when it counts at all. */
export function countedMeaning(figure: PowerFigure): "criticalIT" | "utility" | undefined {
  return figure.meaning === "unstated" ? figure.countedAs : figure.meaning;
}

/** Whether two figures speak of one power, by what they say or are counted as, so that they can be compared. */
export const speaksOfSame = (a: PowerFigure, b: PowerFigure): boolean =>
  a.meaning === b.meaning || (countedMeaning(a) !== undefined && countedMeaning(a) === countedMeaning(b));

const sign: Record<Bound, string> = { exact: "", atLeast: "≥ ", atMost: "≤ ", about: "~ " };

/** `≥ 300 MW`, `2,200 MW`: a number of MW with its bound, the same in every locale. */
export function formatMW(value: number, bound: Bound = "exact"): string {
  const rounded = String(Number(value.toFixed(value >= 100 ? 1 : 3)));
  return `${sign[bound]}${groupThousands(rounded)} MW`;
}

/** `≥ 220,160`: a count with its bound, the same in every locale. */
export const formatCount = (value: number, bound: Bound = "exact"): string =>
  `${sign[bound]}${groupThousands(Number(value.toFixed(2)))}`;

/** `1,000,000`: thousands grouped the same way in every locale. */
export function groupThousands(value: number | string): string {
  const [whole = "", fraction] = String(value).split(".");
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",") + (fraction === undefined ? "" : `.${fraction}`);
}

const meaningWords = { criticalIT: "critical IT", utility: "utility", unstated: "unstated" } as const;

/** `≥ 300 MW, unstated, counted as critical IT, reported`: everything a figure claims, in one line. */
export function describePower(figure: PowerFigure): string {
  const counted =
    figure.meaning === "unstated" && figure.countedAs !== undefined
      ? [`counted as ${meaningWords[figure.countedAs]}`]
      : [];
  return [formatMW(figure.valueMW, figure.bound), meaningWords[figure.meaning], ...counted, figure.basis].join(", ");
}

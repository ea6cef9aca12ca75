import { type Basis, type Bound, countedMeaning, type PowerFigure, type SiteSpec } from "../model";
import type { RuleContext } from "./rule";
import { phasesPath } from "./walk";

/** A figure of critical IT power. */
export interface CriticalPower {
  readonly value: number;
  readonly bound: Bound;
  readonly basis: Basis;
}

/** What a figure leaves for IT equipment; nothing where it does not say, or speaks of the grid and no PUE is stated. */
export function criticalPower(figure: PowerFigure, site: SiteSpec): CriticalPower | undefined {
  const { valueMW, bound, basis } = figure;
  const meaning = countedMeaning(figure);
  if (meaning === "criticalIT") return { value: valueMW, bound, basis };
  const pue = site.peakPue?.value;
  return meaning === undefined || pue === undefined || pue < 1 ? undefined : { value: valueMW / pue, bound, basis };
}

/**
 * The most that a figure can leave for IT equipment: as `criticalPower`, but a figure of the grid without a stated PUE counts
 * at a PUE of 1, below which no site is.
 */
export function mostCriticalPower(figure: PowerFigure, site: SiteSpec): CriticalPower | undefined {
  const { valueMW, bound, basis } = figure;
  return isWithoutPue(figure, site) ? { value: valueMW, bound, basis } : criticalPower(figure, site);
}

/** Whether a figure speaks of the grid, and nobody states the PUE. */
export const isWithoutPue = (figure: PowerFigure, site: SiteSpec): boolean =>
  countedMeaning(figure) === "utility" && site.peakPue === undefined;

/** Whether a sum of figures may be larger than it says, so that to exceed it proves nothing. */
export const isOpen = (figures: readonly { readonly bound: Bound }[]): boolean =>
  figures.some((figure) => figure.bound === "atLeast");

/** Whether a part of the site that power is reckoned from was left out. */
export function powerIsPartial(context: RuleContext, site: SiteSpec): boolean {
  const parts = ["power", "peakPue", "clusters"].map((part) => `sites.${site.name}.${part}`);
  return [...parts, phasesPath(site), "machines"].some((path) => context.isPartial(path));
}

/** What follows a limit that is a floor. */
export const OPEN_LIMIT = "the figure is a floor, and the true value may be larger";

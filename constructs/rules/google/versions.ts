import { compareVersions } from "../../ledger/provider-floors";

/** The parts of a version of GKE, its own number among them: `1.33.0-gke.1712000` is 1, 33, 0 and 1712000. */
const partsOf = (version: string): string[] => version.replace("-gke.", ".").split(".");

/**
 * Whether a version of GKE is before another one, as far as it is stated: `1.33` is not before `1.33.0-gke.1712000`, since GKE makes of
 * it a late patch of that minor version. Source: GKE documentation, specifying cluster version.
 */
export function isBefore(version: string, first: string): boolean {
  const stated = partsOf(version);
  return compareVersions(stated.join("."), partsOf(first).slice(0, stated.length).join(".")) < 0;
}

/** The minor version of a version: `1.33` of `1.33.0-gke.1712000`. */
export const minorOf = (version: string): string => partsOf(version).slice(0, 2).join(".");

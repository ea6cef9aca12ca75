import { compareDates } from "../model/date";
import type { Finding } from "../model/finding";
import type { Waiver } from "../model/fleet";
import { isWithin } from "../model/path";

/** What a finding is weighed against. */
export interface WaiverOptions {
  readonly waivers: readonly Waiver[];
  /** The day, `YYYY-MM-DD`, on which a waiver may have run out. */
  readonly asOf: string;
  /** Further paths of a finding, by which a waiver may name its place. @default - its own alone */
  readonly alsoAt?: (path: string) => string;
}

/** The finding, with the reason why it does not count where a waiver covers it. */
export function applyWaivers(finding: Finding, { waivers, asOf, alsoAt }: WaiverOptions): Finding {
  const paths = alsoAt === undefined ? [finding.path] : [finding.path, alsoAt(finding.path)];
  const waiver = waivers.find(
    (each) =>
      each.rule === finding.rule &&
      paths.some((path) => isWithin(path, each.path)) &&
      compareDates(asOf, each.until) <= 0,
  );
  return waiver === undefined ? finding : { ...finding, waived: `${waiver.reason} (until ${waiver.until})` };
}

import { operates } from "../ledger/responsibility";
import type { Finding, Layer, SiteSpec } from "../model";

/** The layer a finding is about; `none` where it holds whoever operates what, as when documents contradict each other. */
export type JudgedLayer = Layer | "none";

/**
 * A finding as it counts for a site: an error about a layer that one does not operate is a warning, since the counterparty answers
 * for it and nothing is configured from it. Other findings stay as they are.
 */
export function asObserved(finding: Finding, layer: JudgedLayer | undefined, site: SiteSpec | undefined): Finding {
  if (finding.severity !== "error" || layer === undefined || layer === "none" || site === undefined) return finding;
  // What stands in a cloud is one's own to configure, whoever runs the building.
  if (site.tenure === "cloud" || operates(site, layer)) return finding;
  const message = `${finding.message}; observed: the counterparty operates this layer (${layer})`;
  return { ...finding, severity: "warning", message };
}

import type { CostReport } from "../../ledger/cost";

/** The report as plain data. Amounts become decimal texts when it is written, so that no cent is lost. */
export function costJson(fleet: string, { lines, ...report }: CostReport): object {
  return {
    apiVersion: "siteform.dev/v1alpha1",
    kind: "CostReport",
    fleet,
    ...report,
    lines: lines.map(({ of: _, ...line }) => line),
  };
}

import { appendFileSync } from "node:fs";
import type { Finding, FleetDocument } from "../model";

/** The variables through which the `siteform` command talks to a program: the file for its fleets, and the day that is asked about. */
export const HANDOVER_VARIABLE = "SITEFORM_HANDOVER";
export const AS_OF_VARIABLE = "SITEFORM_AS_OF";

/** What a program hands to the command: one line of JSON a fleet. */
export interface Handover {
  readonly document: FleetDocument;
  readonly findings: readonly Finding[];
}

/** Hands the checked fleet to the command when it asked for it. Returns whether it did. */
export function handOver(handover: Handover): boolean {
  const file = process.env[HANDOVER_VARIABLE];
  if (file === undefined || file === "") return false;
  appendFileSync(file, `${JSON.stringify(handover)}\n`, { mode: 0o600 });
  return true;
}

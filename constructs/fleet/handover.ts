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

/** Whether the command asked for the fleet instead of a synthesis. */
export const isAsked = (): boolean => (process.env[HANDOVER_VARIABLE] ?? "") !== "";

/** Hands the checked fleet to the command that asked for it. */
export function handOver<H extends Handover>(handover: H): H {
  const { document, findings } = handover;
  const file = process.env[HANDOVER_VARIABLE] ?? "";
  appendFileSync(file, `${JSON.stringify({ document, findings })}\n`, { mode: 0o600 });
  return handover;
}

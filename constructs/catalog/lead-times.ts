import type { Figure } from "../model/basis";
import { assumed } from "./figure";
import type { Machine } from "./types";

const why = "assumed by this project, no maker publishes lead times: ask the supplier, and state it in the deployment";

/** What is bought for a hall. */
export type MaterialKind = "machine" | "rack" | "switch" | "optic" | "cable" | "pdu" | "cooling" | "other";

/** Weeks from order to delivery by kind, where nobody states them. */
const weeksOf: Readonly<Record<MaterialKind, number>> = {
  machine: 26,
  rack: 12,
  switch: 30,
  optic: 20,
  cable: 12,
  pdu: 20,
  cooling: 40,
  other: 12,
};

/** Racks that come as one machine wait for more parts than a server does. */
const RACK_SCALE_WEEKS = 36;

/** Weeks from order to delivery of what nobody states them of: an assumption, and marked as one. */
export function assumedLeadTime(kind: MaterialKind, machine?: Machine): Figure {
  const rackScale = kind === "machine" && machine !== undefined && machine.hosts > 1;
  return assumed(rackScale ? RACK_SCALE_WEEKS : weeksOf[kind], why, "about");
}

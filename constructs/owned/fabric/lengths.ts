import type { Cabling, SwitchRole } from "../../model/fabric";

/** Anything at an end of a cable; an `attachment` is what has links to the storage network beside the hosts. */
export type DeviceRole = SwitchRole | "host" | "manager" | "attachment";

/** Where a device stands. */
export interface Position {
  /** Metres from the hall's corner along its rows, and across them. */
  readonly xM: number;
  readonly yM: number;
  /** Names the rack in its hall: devices of one rack are joined within it. */
  readonly rack: string;
  readonly hall: string;
}

/** Where a device stands, by its role, its plane and its index in that plane, all counted from 0; nothing where that is not known. */
export type PositionOf = (role: DeviceRole, plane: number, index: number) => Position | undefined;

/** Nobody knows yet where anything stands. */
export const nowhere: PositionOf = () => undefined;

/** Metres that every cable between racks is longer by than the way between them. */
export const allowanceM = (cabling: Cabling): number =>
  2 * cabling.verticalDropM + cabling.slackM + cabling.panelsPerLink * cabling.panelAllowanceM;

/**
 * Length of a cable over the trays: along the rows and across them, down at both ends, with slack and panels. Between two halls it
 * goes to the corner of the one and from that of the other.
 */
export function cableLengthM(cabling: Cabling, from: Position, to: Position): number {
  if (from.hall !== to.hall) return from.xM + from.yM + to.xM + to.yM + cabling.betweenHallsM + allowanceM(cabling);
  if (from.rack === to.rack) return cabling.withinRackM;
  return Math.abs(from.xM - to.xM) + Math.abs(from.yM - to.yM) + allowanceM(cabling);
}

/** The shortest length in stock that is long enough; beyond the longest, whole tens of metres made to order. */
export function stockLengthM(lengthM: number, stockM: readonly number[]): number {
  // A hundredth of a millimetre is no length: sums of decimals are not exact.
  const needed = Math.round(lengthM * 1e5) / 1e5;
  return stockM.find((each) => each >= needed) ?? Math.ceil(needed / 10) * 10;
}

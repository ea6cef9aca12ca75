import { type MediumType, mediaAt, speedOf } from "../../catalog";
import type { NetworkPlan } from "./plan";

/** Lanes of one link. */
export const lanesPerLink = (linkGbps: number, laneGbps: number): number => linkGbps / laneGbps;

/** Lanes that one engine of a module has: a module of one port has one engine, a twin-port module two. */
export const ENGINE_LANES = 4;

/** Whether modules of a cage with so many links have two ports. */
export const isTwinPort = (linksPerCage: number, linkGbps: number, laneGbps: number): boolean =>
  linksPerCage * lanesPerLink(linkGbps, laneGbps) > ENGINE_LANES;

/** Most power of the modules of one switch, in kW: every cage with the optical module that draws most. 0 where none is known. */
export function peakModulesKW({ switchType, linkGbps, linksPerCage, laneGbps }: NetworkPlan): number {
  const speed = switchType === undefined ? undefined : speedOf(switchType, linkGbps);
  const optical = mediaAt(laneGbps).filter((medium) => medium.optical);
  if (speed === undefined || optical.length === 0) return 0;
  const twin = isTwinPort(linksPerCage, linkGbps, laneGbps);
  return (speed.cages * mostWatts(optical, twin)) / 1000;
}

/** Most power of the modules in the hosts of a network, in kW: every cage that it uses with the optical module that draws most. */
export function hostModulesKW({ wiring, planes, hostLinksPerCage, linkGbps, laneGbps }: NetworkPlan): number {
  const optical = mediaAt(laneGbps).filter((medium) => medium.optical);
  if (optical.length === 0) return 0;
  const cages = wiring.hosts * Math.ceil((wiring.clos.rails * planes) / hostLinksPerCage);
  return (cages * mostWatts(optical, isTwinPort(hostLinksPerCage, linkGbps, laneGbps))) / 1000;
}

const mostWatts = (media: readonly MediumType[], twin: boolean): number =>
  Math.max(...media.map(({ twinPortW, singlePortW }) => (twin ? twinPortW : singlePortW).value));

import { findMedium, type MediumType, mediaAt } from "../../catalog";
import type { LinkTier, Medium } from "../../model/fabric";
import type { NetworkPlan } from "./plan";
import { ENGINE_LANES, isTwinPort, lanesPerLink } from "./power";

/** A medium that a tier can be built of, and how far it reaches there. */
export interface Candidate {
  readonly type: MediumType;
  readonly reachM: number;
}

/** A medium that a tier cannot be built of, and why. */
export interface Refused {
  readonly medium: Medium;
  readonly why: string;
}

/** What a tier can be cabled with, the preferred first, and what was named for it but cannot be. */
export interface TierMedia {
  readonly candidates: readonly Candidate[];
  readonly refused: readonly Refused[];
}

/** The media named for a tier. */
export function namedMedia({ kind, cabling }: NetworkPlan, tier: LinkTier): readonly Medium[] | undefined {
  // What is said of media is said of the compute fabric; storage takes whatever reaches.
  if (kind === "storage") return undefined;
  return { hostLeaf: cabling.hostLeafMedia, leafSpine: cabling.leafSpineMedia, spineCore: cabling.spineCoreMedia }[
    tier
  ];
}

/** What a tier of a network can be cabled with. */
export function tierMedia(network: NetworkPlan, tier: LinkTier): TierMedia {
  const wanted = namedMedia(network, tier) ?? mediaAt(network.laneGbps).map(({ medium }) => medium);
  const candidates: Candidate[] = [];
  const refused: Refused[] = [];
  for (const medium of wanted) {
    const type = findMedium(medium, network.laneGbps);
    const why =
      type === undefined ? `there is none for lanes of ${network.laneGbps} Gbit/s` : barrier(network, tier, type);
    if (type !== undefined && why === undefined) candidates.push({ type, reachM: reachOf(network, tier, type) });
    else refused.push({ medium, why: why ?? "" });
  }
  return { candidates, refused };
}

/** Whether the fibres of a link share a port of their module with another link's: each engine then serves two links. */
export const isSplit = ({ linkGbps, laneGbps, linksPerCage }: NetworkPlan): boolean =>
  linksPerCage > 2 && lanesPerLink(linkGbps, laneGbps) < ENGINE_LANES;

/** Why a medium cannot be used in a tier. */
function barrier(network: NetworkPlan, tier: LinkTier, type: MediumType): string | undefined {
  const { clos } = network.wiring;
  if (type.optical) {
    if (tier === "hostLeaf" && type.medium === "singleModeLc") return "NICs have no modules for it";
    return isSplit(network) && type.splitterReachM === undefined ? "its fibres cannot be split" : undefined;
  }
  if (tier === "hostLeaf") {
    // A plug of copper holds all links of its cage: those of a twin-port cage of a host go to different leaves.
    return network.hostLinksPerCage > 1 ? "a cage of the host holds links to several leaves" : undefined;
  }
  const links = tier === "leafSpine" ? clos.linksPerLeafSpine : clos.linksPerSpineCore;
  return links % network.linksPerCage === 0 ? undefined : "a cage holds links to several switches";
}

function reachOf(network: NetworkPlan, tier: LinkTier, type: MediumType): number {
  if (isSplit(network)) return (type.splitterReachM ?? type.reachM).value;
  const single = tier === "hostLeaf" && !isTwinPort(network.hostLinksPerCage, network.linkGbps, network.laneGbps);
  return single ? Math.min(type.reachM.value, (type.singlePortReachM ?? type.reachM).value) : type.reachM.value;
}

/** The first medium that reaches; without a length, single-mode fibre on MPO where it may be, else what reaches farthest. */
export function chooseMedium(candidates: readonly Candidate[], lengthM: number | undefined): Candidate | undefined {
  if (lengthM !== undefined) return candidates.find(({ reachM }) => lengthM <= reachM + 1e-6);
  const usual = candidates.find(({ type }) => type.medium === "singleMode");
  return usual ?? candidates.find(({ reachM }) => reachM === farthestM(candidates));
}

/** The longest that any candidate reaches. */
export const farthestM = (candidates: readonly Candidate[]): number =>
  Math.max(0, ...candidates.map(({ reachM }) => reachM));

import type { LinkTier, Medium } from "../../model/fabric";
import { type PositionOf, stockLengthM } from "./lengths";
import { type LinkGroup, linkGroups } from "./links";
import { type Candidate, chooseMedium, farthestM, isSplit, type TierMedia, tierMedia } from "./media";
import type { NetworkPlan } from "./plan";
import { ENGINE_LANES, isTwinPort, lanesPerLink } from "./power";

/** Cables of one kind and length. */
export interface CableLine {
  readonly network: NetworkPlan["kind"];
  readonly tier: LinkTier;
  /** Absent: nothing that the tier may be built of reaches. */
  readonly medium: Medium | undefined;
  /** As ordered. Absent: it is not known where both ends stand. */
  readonly lengthM: number | undefined;
  readonly links: number;
  readonly cables: number;
  readonly leadTimeWeeks: number;
}

/** Modules of one kind; of copper, plugs, which come with the cable and draw power. */
export interface ModuleLine {
  readonly network: NetworkPlan["kind"];
  readonly tier: LinkTier;
  readonly at: "host" | "switch";
  readonly medium: Medium;
  readonly optical: boolean;
  readonly ports: 1 | 2;
  /** Speed of all its ports together, in Gbit/s. */
  readonly gbps: number;
  readonly count: number;
  /** Most power of one, in W. */
  readonly watts: number;
  readonly leadTimeWeeks: number;
}

/** A group of links and what it is built of. */
export interface CabledGroup {
  readonly tier: LinkTier;
  readonly first: number;
  readonly count: number;
  readonly links: number;
  /** Links of which it is not known where both ends stand. */
  readonly unplaced: number;
  /** Shortest and longest way, in metres; absent where nothing is placed. */
  readonly leastM: number | undefined;
  readonly mostM: number | undefined;
  readonly medium: Medium | undefined;
  /** How far the medium reaches, or, where none does, the farthest that one would. */
  readonly reachM: number;
}

/** The cabling of one network. */
export interface CablePlan {
  readonly network: NetworkPlan;
  readonly groups: readonly CabledGroup[];
  readonly cables: readonly CableLine[];
  readonly modules: readonly ModuleLine[];
}

/** Chooses a medium for every group of links of a network, and counts cables and modules. */
export function planCables(network: NetworkPlan, positionOf: PositionOf): CablePlan {
  const media = new Map<LinkTier, TierMedia>();
  const groups: CabledGroup[] = [];
  const tally = new Tally(network);
  for (const group of linkGroups(network, positionOf)) {
    const allowed = media.get(group.tier) ?? tierMedia(network, group.tier);
    media.set(group.tier, allowed);
    const measured = measure(group);
    const chosen = chooseMedium(allowed.candidates, measured.mostM);
    tally.add(group, chosen, measured);
    groups.push({
      tier: group.tier,
      first: group.first,
      count: group.count,
      links: group.links,
      unplaced: measured.unplaced,
      leastM: measured.leastM,
      mostM: measured.mostM,
      medium: chosen?.type.medium,
      reachM: chosen?.reachM ?? farthestM(allowed.candidates),
    });
  }
  return { network, groups, cables: tally.cables(), modules: tally.modules() };
}

interface Measured {
  readonly unplaced: number;
  readonly leastM: number | undefined;
  readonly mostM: number | undefined;
}

function measure(group: LinkGroup): Measured {
  let unplaced = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  group.lengths((lengthM, links) => {
    if (Number.isNaN(lengthM)) unplaced += links;
    if (lengthM < least) least = lengthM;
    if (lengthM > most) most = lengthM;
  });
  const placed = most >= least;
  return { unplaced, leastM: placed ? least : undefined, mostM: placed ? most : undefined };
}

/** Links of one tier and medium by the length of the cable that is ordered; `NaN` where it is not known. */
interface Bins {
  readonly tier: LinkTier;
  readonly chosen: Candidate | undefined;
  readonly links: Map<number, number>;
}

/** Counts cables by medium and length, and modules by medium and end. */
class Tally {
  private readonly bins = new Map<string, Bins>();
  private readonly byModule = new Map<string, { line: ModuleLine; count: number }>();

  constructor(private readonly network: NetworkPlan) {}

  add(group: LinkGroup, chosen: Candidate | undefined, measured: Measured): void {
    this.addLinks(group, chosen, measured);
    if (chosen === undefined) return;
    const at = group.tier === "hostLeaf" ? "host" : "switch";
    for (const { cages, linksPerCage } of group.lower) this.addModules(group.tier, at, chosen, linksPerCage, cages);
    this.addModules(group.tier, "switch", chosen, this.network.linksPerCage, group.upperCages);
  }

  private addLinks(group: LinkGroup, chosen: Candidate | undefined, { unplaced, leastM, mostM }: Measured): void {
    const key = `${group.tier}|${chosen?.type.medium}`;
    const bins = this.bins.get(key) ?? { tier: group.tier, chosen, links: new Map<number, number>() };
    this.bins.set(key, bins);
    const stock = chosen?.type.stockM ?? [];
    const add = (length: number, links: number) => bins.links.set(length, (bins.links.get(length) ?? 0) + links);
    const all = unplaced === 0 && leastM !== undefined && mostM !== undefined ? stockLengthM(mostM, stock) : undefined;
    // Where the shortest is ordered as long as the longest, so are all between.
    if (all !== undefined && leastM !== undefined && stockLengthM(leastM, stock) === all) {
      add(all, group.links);
      return;
    }
    // Links of neighbours are often of one length.
    let [way, length] = [-1, -1];
    group.lengths((lengthM, links) => {
      if (lengthM !== way) {
        way = lengthM;
        length = Number.isNaN(lengthM) ? lengthM : stockLengthM(lengthM, stock);
      }
      add(length, links);
    });
  }

  private addModules(
    tier: LinkTier,
    at: ModuleLine["at"],
    chosen: Candidate,
    linksPerCage: number,
    count: number,
  ): void {
    const { type } = chosen;
    const twin = isTwinPort(linksPerCage, this.network.linkGbps, this.network.laneGbps);
    const key = `${tier}|${at}|${type.medium}|${twin}`;
    const known = this.byModule.get(key);
    if (known !== undefined) {
      known.count += count;
      return;
    }
    const line: ModuleLine = {
      network: this.network.kind,
      tier,
      at,
      medium: type.medium,
      optical: type.optical,
      ports: twin ? 2 : 1,
      gbps: linksPerCage * this.network.linkGbps,
      count: 0,
      watts: (twin ? type.twinPortW : type.singlePortW).value,
      leadTimeWeeks: type.moduleLeadTimeWeeks.value,
    };
    this.byModule.set(key, { line, count });
  }

  cables(): CableLine[] {
    return [...this.bins.values()]
      .flatMap(({ tier, chosen, links }) =>
        Array.from(links, ([length, count]) => this.line(tier, chosen, length, count)),
      )
      .sort(byTierThenLength);
  }

  private line(tier: LinkTier, chosen: Candidate | undefined, length: number, links: number): CableLine {
    const medium = chosen?.type.medium;
    return {
      network: this.network.kind,
      tier,
      medium,
      lengthM: Number.isNaN(length) ? undefined : length,
      links,
      cables: cablesOf(this.network, medium, links),
      leadTimeWeeks: chosen?.type.cableLeadTimeWeeks.value ?? 0,
    };
  }

  modules(): ModuleLine[] {
    return [...this.byModule.values()].map(({ line, count }) => ({ ...line, count }));
  }
}

/** Cables of so many links: copper joins whole cages, a splitter two links, and a link of two engines takes two fibres. */
function cablesOf(network: NetworkPlan, medium: Medium | undefined, links: number): number {
  if (medium === undefined) return links;
  if (medium === "dac" || medium === "lacc") return Math.ceil(links / network.linksPerCage);
  if (isSplit(network)) return Math.ceil(links / 2);
  return links * Math.max(1, Math.ceil(lanesPerLink(network.linkGbps, network.laneGbps) / ENGINE_LANES));
}

const tiers: readonly LinkTier[] = ["hostLeaf", "leafSpine", "spineCore"];
const byTierThenLength = (a: CableLine, b: CableLine): number =>
  tiers.indexOf(a.tier) - tiers.indexOf(b.tier) ||
  byText(a.medium ?? "", b.medium ?? "") ||
  (a.lengthM ?? Number.POSITIVE_INFINITY) - (b.lengthM ?? Number.POSITIVE_INFINITY);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Power of modules and plugs in hosts and in switches, in kW. */
export function opticsKW(plans: readonly CablePlan[]): { readonly hosts: number; readonly switches: number } {
  const sum = (at: ModuleLine["at"]): number => {
    const watts = plans.flatMap(({ modules }) => modules).filter((module) => module.at === at);
    return Math.round(watts.reduce((total, { count, watts: each }) => total + count * each, 0)) / 1000;
  };
  return { hosts: sum("host"), switches: sum("switch") };
}

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
    tally.add(group, chosen, measured.ways);
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
  /** Links by the length of their way; `NaN` where it is not known. */
  readonly ways: ReadonlyMap<number, number>;
  readonly unplaced: number;
  readonly leastM: number | undefined;
  readonly mostM: number | undefined;
}

function measure(group: LinkGroup): Measured {
  const ways = new Map<number, number>();
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  group.lengths((lengthM, links) => {
    ways.set(lengthM, (ways.get(lengthM) ?? 0) + links);
    if (lengthM < least) least = lengthM;
    if (lengthM > most) most = lengthM;
  });
  const placed = most >= least;
  return {
    ways,
    unplaced: ways.get(Number.NaN) ?? 0,
    leastM: placed ? least : undefined,
    mostM: placed ? most : undefined,
  };
}

/** Counts cables by medium and length, and modules by medium and end. */
class Tally {
  private readonly byLength = new Map<string, { line: CableLine; links: number }>();
  private readonly byModule = new Map<string, { line: ModuleLine; count: number }>();

  constructor(private readonly network: NetworkPlan) {}

  add(group: LinkGroup, chosen: Candidate | undefined, ways: ReadonlyMap<number, number>): void {
    for (const [way, links] of ways) this.addLinks(group.tier, chosen, way, links);
    if (chosen === undefined) return;
    const { linksPerCage, hostLinksPerCage } = this.network;
    const hosts = group.tier === "hostLeaf";
    this.addModules(
      group.tier,
      hosts ? "host" : "switch",
      chosen,
      hosts ? hostLinksPerCage : linksPerCage,
      group.lowerCages,
    );
    this.addModules(group.tier, "switch", chosen, linksPerCage, group.upperCages);
  }

  private addLinks(tier: LinkTier, chosen: Candidate | undefined, way: number, links: number): void {
    const lengthM = Number.isNaN(way) ? undefined : stockLengthM(way, chosen?.type.stockM ?? []);
    const medium = chosen?.type.medium;
    const key = `${tier}|${medium}|${lengthM}`;
    const known = this.byLength.get(key);
    if (known !== undefined) {
      known.links += links;
      return;
    }
    const leadTimeWeeks = chosen?.type.cableLeadTimeWeeks.value ?? 0;
    const line = { network: this.network.kind, tier, medium, lengthM, links: 0, cables: 0, leadTimeWeeks };
    this.byLength.set(key, { line, links });
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
    return [...this.byLength.values()]
      .map(({ line, links }) => ({ ...line, links, cables: cablesOf(this.network, line, links) }))
      .sort(byTierThenLength);
  }

  modules(): ModuleLine[] {
    return [...this.byModule.values()].map(({ line, count }) => ({ ...line, count }));
  }
}

/** Cables of so many links: copper joins whole cages, a splitter two links, and a link of two engines takes two fibres. */
function cablesOf(network: NetworkPlan, line: CableLine, links: number): number {
  if (line.medium === undefined) return links;
  if (line.medium === "dac" || line.medium === "lacc") return Math.ceil(links / network.linksPerCage);
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

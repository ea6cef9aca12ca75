import type { LinkTier, Medium } from "../../model/fabric";
import type { CabledGroup, CablePlan } from "./cables";
import type { DeviceRole } from "./lengths";
import type { NetworkPlan } from "./plan";
import { slotsOf } from "./wiring";

/** Devices of one role in a row, and the ports of each that a bundle takes. Indices and ports count from 0. */
export interface BundleEnd {
  readonly role: DeviceRole;
  readonly first: number;
  readonly count: number;
  readonly firstPort: number;
  readonly ports: number;
}

/** Links that follow one rule: those of a unit to its leaves, of its leaves to their spines, or of a pod's spines to the cores. */
export interface Bundle {
  readonly network: NetworkPlan["kind"];
  readonly plane: number;
  readonly tier: LinkTier;
  /** `unit 1`, `pod 1`. */
  readonly of: string;
  readonly from: BundleEnd;
  readonly to: BundleEnd;
  /** How the ports of the two ends belong together, in words, devices counted from the first of the bundle. */
  readonly rule: string;
  readonly links: number;
  readonly media: readonly (Medium | "none")[];
  readonly leastM: number | undefined;
  readonly mostM: number | undefined;
  /** Links of which it is not known where both ends stand. */
  readonly unplaced: number;
}

/** All links of a network as bundles, plane by plane and tier by tier. Lengths are those of all planes together. */
export function bundlesOf({ network, groups }: CablePlan): Bundle[] {
  return Array.from({ length: network.planes }, (_, plane) => [
    ...unitBundles(network, groups, plane),
    ...leafBundles(network, groups, plane),
    ...podBundles(network, groups, plane),
  ]).flat();
}

type Cabling = Pick<Bundle, "media" | "leastM" | "mostM" | "unplaced">;

/** What groups of links are built of, together. */
function together(groups: readonly CabledGroup[], planes: number): Cabling {
  const lengths = groups.flatMap(({ leastM, mostM }) =>
    leastM === undefined || mostM === undefined ? [] : [leastM, mostM],
  );
  return {
    media: [...new Set(groups.map(({ medium }) => medium ?? "none"))].sort(),
    leastM: lengths.length === 0 ? undefined : Math.min(...lengths),
    mostM: lengths.length === 0 ? undefined : Math.max(...lengths),
    unplaced: groups.reduce((sum, { unplaced }) => sum + unplaced, 0) / planes,
  };
}

function unitBundles(network: NetworkPlan, groups: readonly CabledGroup[], plane: number): Bundle[] {
  const { wiring, planes, roles } = network;
  const { clos } = wiring;
  const byUnit = new Map<number, CabledGroup[]>();
  for (const group of groups) {
    if (group.tier === "hostLeaf") byUnit.set(group.first, [...(byUnit.get(group.first) ?? []), group]);
  }
  let before = 0;
  const bundles = wiring.unitHosts.flatMap((hosts, unit): Bundle[] => {
    const first = before;
    before += hosts;
    if (hosts === 0) return [];
    return [
      {
        network: network.kind,
        plane,
        tier: "hostLeaf",
        of: `unit ${unit + 1}`,
        from: { ...lowest(network, first), count: hosts, firstPort: 0, ports: clos.rails },
        to: { role: roles.leaf, first: unit * clos.rails, count: clos.rails, firstPort: 0, ports: hosts },
        rule: "NIC r of host n: leaf r, port n",
        links: hosts * clos.rails,
        ...together(byUnit.get(unit) ?? [], planes),
      },
    ];
  });
  if (clos.managerLinks === 0 || wiring.leaves === 0) return bundles;
  const place = slotsOf(clos, 0);
  return [
    ...bundles,
    {
      network: network.kind,
      plane,
      tier: "hostLeaf",
      of: "managers",
      from: { role: "manager", first: 0, count: clos.managerLinks, firstPort: 0, ports: 1 },
      to: {
        role: roles.leaf,
        first: 0,
        count: Math.min(clos.rails, clos.managerLinks),
        firstPort: place,
        ports: clos.reservedSlots,
      },
      rule: "manager n: leaf n, then the next port of leaf 1",
      links: clos.managerLinks,
      ...together([], planes),
      media: [...new Set((byUnit.get(0) ?? []).map(({ medium }) => medium ?? "none"))].sort(),
    },
  ];
}

/** The devices of a unit are hosts, or what is attached before them. */
const lowest = ({ firstHost }: NetworkPlan, first: number): Pick<BundleEnd, "role" | "first"> =>
  first < firstHost ? { role: "attachment", first } : { role: "host", first: first - firstHost };

const each = (links: number): string => (links === 1 ? "one link" : `${links} links`);

function leafBundles(network: NetworkPlan, groups: readonly CabledGroup[], plane: number): Bundle[] {
  const { wiring, planes, roles } = network;
  const { clos } = wiring;
  const links = clos.linksPerLeafSpine;
  const all = groups.filter(({ tier }) => tier === "leafSpine");
  return wiring.unitHosts.map((_, unit): Bundle => {
    const pod = Math.floor(unit / clos.unitsPerPod);
    const inPod = unit % clos.unitsPerPod;
    const own = all.filter(({ first, count }) => first <= unit && unit < first + count);
    const { unplaced, ...cabling } = together(own, planes);
    const share = own.reduce((sum, { count }) => sum + count, 0);
    return {
      network: network.kind,
      plane,
      tier: "leafSpine",
      of: `unit ${unit + 1}`,
      from: {
        role: roles.leaf,
        first: unit * clos.rails,
        count: clos.rails,
        firstPort: clos.ports - clos.uplinks,
        ports: clos.uplinks,
      },
      to: {
        role: roles.spine,
        first: pod * clos.spinesPerPod,
        count: clos.spinesPerPod,
        firstPort: inPod * clos.rails * links,
        ports: clos.rails * links,
      },
      rule: `${each(links)} of each leaf to each spine: at leaf n in the order of spines, at spine s in the order of leaves`,
      links: clos.rails * clos.uplinks,
      ...cabling,
      unplaced: share === 0 ? 0 : unplaced / share,
    };
  });
}

function podBundles(network: NetworkPlan, groups: readonly CabledGroup[], plane: number): Bundle[] {
  const { wiring, planes, roles } = network;
  const { clos } = wiring;
  if (clos.spineUplinks === 0) return [];
  const perPod = clos.spinesPerCore * clos.linksPerSpineCore;
  const all = groups.filter(({ tier }) => tier === "spineCore");
  const shared = clos.spinesPerCore === 1 ? "" : ` that it shares with ${clos.spinesPerCore - 1} more`;
  return Array.from({ length: wiring.pods }, (_, pod): Bundle => {
    const own = all.filter(({ first, count }) => first <= pod && pod < first + count);
    const { unplaced, ...cabling } = together(own, planes);
    const share = own.reduce((sum, { count }) => sum + count, 0);
    return {
      network: network.kind,
      plane,
      tier: "spineCore",
      of: `pod ${pod + 1}`,
      from: {
        role: roles.spine,
        first: pod * clos.spinesPerPod,
        count: clos.spinesPerPod,
        firstPort: clos.ports - clos.spineUplinks,
        ports: clos.spineUplinks,
      },
      to: { role: roles.core, first: 0, count: clos.cores, firstPort: pod * perPod, ports: perPod },
      rule: `spine s of the pod has ${each(clos.linksPerSpineCore)} to each of ${clos.coresPerSpine} cores${shared}, those after the cores of spine s-1`,
      links: clos.spinesPerPod * clos.spineUplinks,
      ...cabling,
      unplaced: share === 0 ? 0 : unplaced / share,
    };
  });
}

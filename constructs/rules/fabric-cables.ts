import { MOST_JUNCTIONS } from "../catalog";
import type { LinkTier } from "../model";
import { planSite } from "../owned/allocation/plan-site";
import { type CabledGroup, planCables } from "../owned/fabric/cables";
import { allowanceM } from "../owned/fabric/lengths";
import { farthestM, namedMedia, tierMedia } from "../owned/fabric/media";
import { positionsAt } from "../owned/fabric/placed";
import { type FabricPlan, type NetworkPlan, networksOf, planFabric } from "../owned/fabric/plan";
import { type JoinedFabric, joinedFabrics } from "./fabric-walk";
import type { Report, Rule, RuleContext } from "./rule";
import { machineAt } from "./walk";

export const fabricCables: Rule = {
  id: "NET-4",
  title: "every cable reaches, and is of a kind that its modules and its speed take",
  severity: "error",
  layer: "fabric",
  formula:
    "|dx| + |dy| + 2 x drop + slack + panels x allowance <= reach of the medium: copper 3 m (amplified 5), multimode 50, single-mode 500 (100 to modules of one port, 50 over a splitter), LC 2,000; panels <= 2",
  source:
    "NVIDIA LinkX User Guide for 100G-PAM4; NVIDIA interconnect installation for NDR, XDR and 400/800 GbE; NVIDIA list of XDR transceivers",
  *check(context) {
    for (const each of joinedFabrics(context)) {
      const plan = planFabric(each.fabric, each.known, (type) => machineAt(context, each.site, type));
      yield* panels(each);
      if (plan !== undefined) yield* cabled(context, each, plan);
    }
  },
};

const tierNames: Readonly<Record<LinkTier, string>> = {
  hostLeaf: "hosts to leaves",
  leafSpine: "leaves to spines",
  spineCore: "spines to cores",
};

function* panels({ fabric, path }: JoinedFabric): Generator<Report> {
  const observed = fabric.cabling.panelsPerLink;
  if (observed <= MOST_JUNCTIONS) return;
  yield {
    path: `${path}.cabling.panelsPerLink`,
    observed,
    limit: MOST_JUNCTIONS,
    unit: "panels",
    message: `${observed} patch panels lie in a link; the reach of modules is stated for ${MOST_JUNCTIONS}`,
  };
}

function* cabled(context: RuleContext, each: JoinedFabric, plan: FabricPlan): Generator<Report> {
  const { site, fabric, path } = each;
  const hostsPerMachine = (type: string) => machineAt(context, site, type)?.hosts ?? 1;
  // By what is planned, not only by what is committed: a cable that is too long is said before anything is written.
  const { allocation } = planSite(site, context.planning);
  const positionOf = positionsAt({ halls: site.halls, allocation }, fabric, hostsPerMachine);
  for (const network of networksOf(plan)) {
    const groups = planCables(network, positionOf).groups;
    for (const tier of ["hostLeaf", "leafSpine", "spineCore"] as const) {
      const ofTier = groups.filter((group) => group.tier === tier);
      if (ofTier.length === 0) continue;
      const wrong = [...media(path, network, tier)];
      yield* wrong;
      if (wrong.length === 0)
        yield* reach(network.kind === "compute" ? path : `${path}.storage`, network, tier, ofTier);
    }
  }
}

/** What was named for a tier and cannot be. */
function* media(path: string, network: NetworkPlan, tier: LinkTier): Generator<Report> {
  const { candidates, refused } = tierMedia(network, tier);
  if (namedMedia(network, tier) === undefined) return;
  for (const { medium, why } of refused) {
    yield {
      path: `${path}.cabling.${cablingKey[tier]}`,
      observed: medium,
      message: `links from ${tierNames[tier]} cannot be ${medium}: ${why}`,
      ...(candidates.length === 0
        ? {}
        : { hint: `they can be ${candidates.map(({ type }) => type.medium).join(", ")}` }),
    };
  }
}

const cablingKey = { hostLeaf: "hostLeafMedia", leafSpine: "leafSpineMedia", spineCore: "spineCoreMedia" } as const;

function* reach(path: string, network: NetworkPlan, tier: LinkTier, groups: readonly CabledGroup[]): Generator<Report> {
  const { candidates } = tierMedia(network, tier);
  if (candidates.length === 0) return;
  const far = groups.filter(({ medium }) => medium === undefined);
  const longest = Math.max(...far.map(({ mostM }) => mostM ?? 0));
  const limit = farthestM(candidates);
  if (far.length > 0) {
    yield {
      path: `${path}.cabling`,
      observed: Math.round(longest * 1000) / 1000,
      limit,
      unit: "m",
      message: `links from ${tierNames[tier]} are up to ${Math.round(longest * 100) / 100} m long with slack and panels; ${candidates.map(({ type }) => type.medium).join(", ")} ${candidates.length === 1 ? "reaches" : "reach"} ${limit} m`,
      hint: `${far.reduce((sum, { links }) => sum + links, 0)} links are in groups that are too long: bring their racks together, or allow a medium that reaches`,
    };
    return;
  }
  const least = Math.min(allowanceM(network.cabling), network.cabling.withinRackM);
  if (least <= limit) return;
  yield {
    path: `${path}.cabling`,
    observed: least,
    limit,
    unit: "m",
    message: `drops, slack and panels alone are ${least} m; links from ${tierNames[tier]} reach ${limit} m`,
  };
}

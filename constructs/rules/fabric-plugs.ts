import { type EndFact, fecOf, fibreModule, isMultimode, type MediumType, plugsOf, type SwitchType } from "../catalog";
import type { FibreType, LinkEnd, LinkTier } from "../model";
import { planSite } from "../owned/allocation/plan-site";
import { planCables } from "../owned/fabric/cables";
import { tierMedia } from "../owned/fabric/media";
import { positionsAt } from "../owned/fabric/placed";
import { planFabric } from "../owned/fabric/plan";
import { switchOf } from "../owned/fabric/resolve";
import type { JoinedFabric } from "./fabric-walk";
import type { Report, RuleContext } from "./rule";
import { machineAt } from "./walk";

const tiers: readonly LinkTier[] = ["hostLeaf", "leafSpine", "spineCore"];
const sides = ["lower", "upper"] as const;
type Side = (typeof sides)[number];

/** What one tier's ends are called, the lower first. */
const names: Readonly<Record<LinkTier, Readonly<Record<Side, string>>>> = {
  hostLeaf: { lower: "hosts", upper: "leaves" },
  leafSpine: { lower: "leaves", upper: "spines" },
  spineCore: { lower: "spines", upper: "cores" },
};

/** What is wrong with the plugs, connectors, error correction and fibres that a compute fabric states for the ends of its links. */
export function* linkEnds(
  context: RuleContext,
  each: JoinedFabric,
  protocol: SwitchType["protocol"],
): Generator<Report> {
  const { ends, fibres } = each.fabric.cabling;
  if (ends === undefined && fibres === undefined) return;
  for (const tier of tiers) {
    yield* plugs(each, tier);
    const { laneGbps } = switchOf(each.fabric);
    yield* alike(each, tier, "fec", fecOf(protocol, laneGbps), `lanes of ${laneGbps} Gbit/s run`);
  }
  for (const [tier, media] of opticsInUse(context, each)) yield* optics(each, tier, media);
}

const pathOf = ({ path }: JoinedFabric, tier: LinkTier, side: Side): string => `${path}.cabling.ends.${tier}.${side}`;

const endOf = ({ fabric }: JoinedFabric, tier: LinkTier, side: Side): LinkEnd | undefined =>
  fabric.cabling.ends?.[tier]?.[side];

const unless = ({ verified }: EndFact<unknown>): { readonly severity?: "warning" } =>
  verified ? {} : { severity: "warning" };

/** Plugs that the cage of an end does not take; cages of what the catalogue does not know take anything. */
function* plugs(each: JoinedFabric, tier: LinkTier): Generator<Report> {
  const { type, laneGbps } = switchOf(each.fabric);
  for (const side of sides) {
    const plug = endOf(each, tier, side)?.plug;
    const host = tier === "hostLeaf" && side === "lower";
    const isKnown = host ? each.hosts.laneGbps !== undefined : type !== undefined;
    const takes = plugsOf(host ? "host" : "switch", laneGbps);
    if (plug === undefined || !isKnown || takes === undefined || takes.value.includes(plug)) continue;
    yield {
      ...unless(takes),
      path: `${pathOf(each, tier, side)}.plug`,
      observed: plug,
      limit: takes.value.join(", "),
      message: `${names[tier][side]} take ${takes.value.join(" or ")} at lanes of ${laneGbps} Gbit/s, not ${plug}`,
      hint: takes.source,
    };
  }
}

/**
 * An end that is not as the catalogue says: an error where the other end is stated to be otherwise, or where a source states what it
 * has to be.
 */
function* alike(
  each: JoinedFabric,
  tier: LinkTier,
  key: "fec" | "connector",
  fact: EndFact<string> | undefined,
  what: string,
): Generator<Report> {
  if (fact === undefined) return;
  for (const side of sides) {
    const observed = endOf(each, tier, side)?.[key];
    if (observed === undefined || observed === fact.value) continue;
    const across = side === "lower" ? "upper" : "lower";
    const other = endOf(each, tier, across)?.[key];
    const differs = other !== undefined && other !== observed;
    const elsewhere = differs ? `, ${names[tier][across]} have ${other}` : "";
    yield {
      ...(differs ? {} : unless(fact)),
      path: `${pathOf(each, tier, side)}.${key}`,
      observed,
      limit: fact.value,
      message: `${names[tier][side]} have ${observed}${elsewhere}; ${what} ${fact.value}`,
      hint: differs ? "both ends of a link have the same" : fact.source,
    };
  }
}

/** What modules of a tier make of the connectors and the fibre that are stated for it. */
function* optics(each: JoinedFabric, tier: LinkTier, media: readonly MediumType[]): Generator<Report> {
  const fibre = each.fabric.cabling.fibres?.[tier];
  for (const { medium, laneGbps } of media) {
    const module = fibreModule(medium, laneGbps);
    if (module === undefined) continue;
    yield* alike(each, tier, "connector", module.connector, `modules for ${medium} have`);
    if (fibre === undefined || module.fibres.value.includes(fibre)) continue;
    const lost = isMultimode(fibre) !== (medium === "multimode");
    yield {
      ...(lost ? {} : { severity: "warning" as const }),
      path: `${each.path}.cabling.fibres.${tier}`,
      observed: fibre,
      limit: module.fibres.value.join(", "),
      message: `links from ${names[tier].lower} to ${names[tier].upper} are ${medium}: ${lost ? `${fibre} is ${isMultimode(fibre) ? "multimode" : "single-mode"} fibre` : `no reach is stated for ${fibre}`}`,
      hint: `it takes ${module.fibres.value.join(" or ")}`,
    };
  }
}

/**
 * The media of each tier, where it is known that they are used: of links that are placed. Of a tier of which nothing is placed, one
 * that may be used, if what is stated fits none.
 */
function opticsInUse(context: RuleContext, each: JoinedFabric): ReadonlyMap<LinkTier, readonly MediumType[]> {
  const { site, fabric } = each;
  const plan = planFabric(fabric, each.known, (type) => machineAt(context, site, type));
  if (plan === undefined) return new Map();
  const { allocation } = planSite(site, context.planning);
  const hosts = (type: string) => machineAt(context, site, type)?.hosts ?? 1;
  const { groups } = planCables(plan.compute, positionsAt({ halls: site.halls, allocation }, fabric, hosts));
  return new Map(
    tiers.map((tier) => {
      const ofTier = groups.filter((group) => group.tier === tier);
      const candidates = tierMedia(plan.compute, tier).candidates.map(({ type }) => type);
      const placed = new Set(ofTier.filter(({ mostM }) => mostM !== undefined).map(({ medium }) => medium));
      if (placed.size > 0) return [tier, candidates.filter(({ medium }) => placed.has(medium))];
      const misfit = candidates.some((type) => fits(each, tier, type)) ? [] : candidates.slice(0, 1);
      return [tier, ofTier.length === 0 ? [] : misfit];
    }),
  );
}

/** Whether a medium agrees with everything that is stated for the tier; copper agrees with anything. */
function fits(each: JoinedFabric, tier: LinkTier, { medium, laneGbps }: MediumType): boolean {
  const module = fibreModule(medium, laneGbps);
  if (module === undefined) return true;
  const takes = (fibre: FibreType | undefined) => fibre === undefined || module.fibres.value.includes(fibre);
  const connects = sides.every((side) => {
    const connector = endOf(each, tier, side)?.connector;
    return connector === undefined || connector === module.connector.value;
  });
  return connects && takes(each.fabric.cabling.fibres?.[tier]);
}

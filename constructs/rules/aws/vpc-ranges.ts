import { planAddresses } from "../../ledger/aws-address-plan";
import { type AwsOwnNetwork, cidrSubnet, contains, overlap, parseRange, type Range } from "../../model";
import type { Report, Rule, RuleContext } from "../rule";
import { type AwsOwnNetworkAt, awsOwnNetworks } from "../walk";

/** Widest and narrowest range of a VPC and of a subnet. */
const [WIDEST, NARROWEST] = [16, 28];
/** The first range is cut into sixteen parts, each a subnet. */
export const NARROWEST_FIRST = NARROWEST - 4;
const QUOTA = 5;
const MOST = 50;

export const vpcRanges: Rule = {
  id: "AWS-VPC-1",
  title: "the ranges of a VPC have sizes that AWS takes, and hold the subnets cut from them",
  severity: "error",
  needs: ["region"],
  structural: true,
  formula: "16 <= prefix <= 28 (the first range <= 24); at most 5 ranges, 50 with a raised quota",
  source:
    "Amazon VPC user guide, VPC CIDR blocks; Amazon VPC quotas; the address plan, which cuts the first range into 16",
  *check(context) {
    for (const each of awsOwnNetworks(context)) {
      yield* sizes(each);
      yield* number(each);
      yield* accelerators(context, each);
    }
  },
};

function* sizes({ network, path }: AwsOwnNetworkAt): Generator<Report> {
  for (const [index, cidr] of network.cidrs.entries()) {
    const prefix = parseRange(cidr)?.prefix ?? WIDEST;
    const narrowest = index === 0 ? NARROWEST_FIRST : NARROWEST;
    if (prefix >= WIDEST && prefix <= narrowest) continue;
    const why =
      index === 0 && prefix > narrowest && prefix <= NARROWEST ? "; it is cut into 16 subnets of at least /28" : "";
    yield {
      path: `${path}.cidrs[${index}]`,
      observed: prefix,
      limit: prefix < WIDEST ? WIDEST : narrowest,
      unit: "prefix length",
      message: `${index === 0 ? "the first range" : "a range"} of a VPC is /${WIDEST} to /${narrowest}${why}; got ${cidr}`,
    };
  }
}

function* number({ network, path }: AwsOwnNetworkAt): Generator<Report> {
  const observed = network.cidrs.length;
  if (observed <= QUOTA) return;
  const limit = observed > MOST ? MOST : QUOTA;
  yield {
    path: `${path}.cidrs`,
    ...(observed > MOST ? {} : { severity: "warning" as const }),
    observed,
    limit,
    unit: "ranges",
    message: `a VPC has at most ${limit} ranges${observed > MOST ? "" : " until AWS raises the quota"}; got ${observed}`,
    hint: observed > MOST ? "use fewer, wider ranges" : `ask AWS for a quota of ${observed} (up to ${MOST})`,
  };
}

/** Subnets for accelerators: inside the VPC, not among the system's subnets, and not on each other. */
function* accelerators(context: RuleContext, { site, network, withSubnets, path }: AwsOwnNetworkAt): Generator<Report> {
  if (network.accelerators === undefined || context.isPartial(`${path}.cidrs`)) return;
  const within = network.cidrs.flatMap((cidr) => parseRange(cidr) ?? []);
  const prefix = within[0]?.prefix ?? WIDEST;
  const system = parseRange(cidrSubnet(network.cidrs[0] ?? "", prefix + 1, 0));
  const planned = new Map<string, Range>();
  const defaults = planAddresses(site, network, withSubnets).accelerators.flatMap(({ zoneId, cidr }) =>
    cidr === undefined ? [] : [[zoneId, cidr] as const],
  );
  for (const [zone, cidr] of new Map([...defaults, ...Object.entries(network.accelerators)])) {
    const range = parseRange(cidr);
    if (range === undefined) continue;
    const place = { path: `${path}.accelerators.${zone}`, observed: cidr };
    const stated = network.accelerators[zone] !== undefined;
    const [other] = [...planned].find(([, taken]) => overlap(taken, range)) ?? [];
    if (stated && !within.some((outer) => contains(outer, range))) {
      yield {
        ...place,
        limit: network.cidrs.join(", "),
        message: `${cidr} lies in none of the VPC's ranges (${network.cidrs.join(", ")})`,
      };
    } else if (stated && system !== undefined && overlap(system, range)) {
      const message = `${cidr} reaches into the lower half of ${network.cidrs[0]}, where the control plane and the system machines stand`;
      yield {
        ...place,
        limit: system.cidr,
        message,
        hint: `take the upper half, ${cidrSubnet(network.cidrs[0] ?? "", prefix + 1, 1)}, or a further range`,
      };
    } else if (stated && range.prefix > NARROWEST) {
      yield {
        ...place,
        observed: range.prefix,
        limit: NARROWEST,
        unit: "prefix length",
        message: `a subnet is at least a /${NARROWEST}; got ${cidr}`,
      };
    }
    if (other !== undefined) yield overlapping(network, path, [other, zone], planned.get(other) ?? range, range);
    planned.set(zone, range);
  }
}

/** Two subnets for accelerators on each other: where only one is stated, that is the one to speak of. */
function overlapping(
  { accelerators = {} }: AwsOwnNetwork,
  path: string,
  [one, other]: readonly [string, string],
  first: Range,
  second: Range,
): Report {
  const both = accelerators[one] !== undefined && accelerators[other] !== undefined;
  const [zone, range, beside, taken] =
    accelerators[other] === undefined ? [one, first, other, second] : [other, second, one, first];
  return {
    path: `${path}.accelerators.${zone}`,
    observed: range.cidr,
    message: `${range.cidr}, the accelerator subnet of ${zone}, overlaps ${both ? "" : `${taken.cidr}, `}that of ${beside}`,
    ...(both ? {} : { hint: `name a range for ${beside} as well, or take one that leaves it out` }),
  };
}

import type { AsnRange } from "../model";
import type { Report, Rule, RuleContext } from "./rule";
import { physicalSites } from "./walk";

/** Numbers for private use: 1,023 of two bytes, and 94,967,295 of four. */
const PRIVATE = [
  { first: 64_512, last: 65_534 },
  { first: 4_200_000_000, last: 4_294_967_294 },
] as const;

/** What a transit gateway of AWS and many other clouds' gateways have when nobody says otherwise. */
const CLOUD_DEFAULT = 64_512;

export const asnsUnique: Rule = {
  id: "ASN-1",
  title: "numbers of autonomous systems are private, and unique in their routing domain, those of clouds counted",
  severity: "error",
  layer: "fabric",
  formula:
    "64512 to 65534 or 4200000000 to 4294967294; no two ranges of a domain share a number, and no peer has one of them",
  source: "RFC 6996, autonomous systems for private use; RFC 7938, 5.2: a Clos routed with BGP",
  *check(context) {
    const stated = [...statedAsns(context)];
    for (const each of stated) {
      if (each.peer) continue;
      yield* form(each);
    }
    for (const [index, later] of stated.entries()) {
      const first = stated
        .slice(0, index)
        .find(
          (each) =>
            each.domain === later.domain &&
            !(each.peer && later.peer) &&
            each.first <= later.last &&
            later.first <= each.last,
        );
      if (first !== undefined) yield shared(first, later);
    }
  },
};

interface StatedAsns extends Pick<AsnRange, "first" | "last"> {
  readonly path: string;
  readonly domain: string | undefined;
  /** It is the number of somebody else, which several sites may speak with. */
  readonly peer: boolean;
}

function* statedAsns(context: RuleContext): Generator<StatedAsns> {
  for (const { site, path } of physicalSites(context)) {
    const plan = site.addressPlan;
    if (plan === undefined) continue;
    const domain = plan.routingDomain;
    for (const { name, first, last } of plan.asns)
      yield { path: `${path}.addressPlan.asns.${name}`, first, last, domain, peer: false };
    for (const { name, asn } of plan.peers)
      yield { path: `${path}.addressPlan.peers.${name}.asn`, first: asn, last: asn, domain, peer: true };
  }
}

function* form({ path, first, last }: StatedAsns): Generator<Report> {
  if (first > last) {
    yield {
      path: `${path}.last`,
      observed: last,
      limit: first,
      message: `the range runs backwards, from ${first} to ${last}`,
      hint: "the lower number first",
    };
    return;
  }
  if (PRIVATE.some((range) => range.first <= first && last <= range.last)) return;
  const wrong = PRIVATE.some((range) => range.first <= first && first <= range.last) ? "last" : "first";
  yield {
    path: `${path}.${wrong}`,
    observed: wrong === "first" ? first : last,
    limit: "64512 to 65534, 4200000000 to 4294967294",
    message: `${first} to ${last} are not all numbers for private use: others own what lies outside`,
    hint: "switches of one's own take private numbers; a public one is that of a peer",
  };
}

function shared(first: StatedAsns, later: StatedAsns): Report {
  const number = Math.max(first.first, later.first);
  const cloud = number === CLOUD_DEFAULT && (first.peer || later.peer);
  return {
    path: later.path,
    observed: number,
    message: `the number ${number} is in ${first.path} too: a router drops a route in whose path it finds its own number`,
    hint: cloud
      ? `${CLOUD_DEFAULT} is what a transit gateway has by default: begin the range after it, or give the gateway another number`
      : "give each site of a routing domain numbers of its own",
  };
}

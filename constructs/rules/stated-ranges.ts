import { parseRange, type Range, type SiteSpec } from "../model";
import type { RuleContext } from "./rule";
import { sites } from "./walk";

/** What a range is for. */
export type RangeUse =
  | "network"
  | "accelerators"
  | "nodes"
  | "pods"
  | "services"
  | "controlPlane"
  | "apiServer"
  | "storage"
  | "endpoints"
  | "gpu"
  | "privateServices";

/** An address range as it stands in the fleet. */
export interface StatedRange {
  readonly path: string;
  readonly range: Range;
  readonly use: RangeUse;
  readonly site: SiteSpec;
  /** The path of the network in which it is stated: a site's, or a cluster's own. */
  readonly network: string;
  /** The network itself, where it exists: its ranges may be stated wherever it is used. On Azure also that of a subnet. */
  readonly vpcId?: string | undefined;
}

interface Stated {
  readonly vpcId?: string | undefined;
  readonly path: string;
  readonly cidr: string;
  readonly use: RangeUse;
  readonly network: string;
}

/** Every address range of the sites in use, in the order in which they are stated. */
export function* statedRanges(context: RuleContext): Generator<StatedRange> {
  for (const { site, path } of sites(context)) {
    for (const { cidr, ...rest } of rangesOf(site, path)) {
      const range = parseRange(cidr);
      if (range !== undefined) yield { ...rest, range, site };
    }
  }
}

function* rangesOf(site: SiteSpec, path: string): Generator<Stated> {
  if (site.tenure !== "cloud") return;
  // A virtual network of Azure holds the subnets of its site; one that exists, those of every site that names it.
  const vpcId = site.provider === "azure" ? site.network.id?.toLowerCase() : undefined;
  if (site.provider !== "google") yield* networkRanges(site.network, `${path}.network`, vpcId);
  for (const cluster of site.clusters)
    yield* networkRanges(cluster.network, `${path}.clusters.${cluster.name}.network`, vpcId);
}

/** The fields of every cloud's network, of which each has its own. */
type AnyNetwork = {
  readonly vpcId?: string | undefined;
  readonly cidrs?: readonly string[] | undefined;
  readonly accelerators?: Readonly<Record<string, string>> | undefined;
} & {
  readonly [use in Exclude<RangeUse, "network" | "accelerators">]?: string | undefined;
};

function* networkRanges(
  network: AnyNetwork | undefined,
  path: string,
  vpcId: string | undefined = network?.vpcId,
): Generator<Stated> {
  for (const [index, cidr] of (network?.cidrs ?? []).entries())
    yield { path: `${path}.cidrs[${index}]`, cidr, use: "network", network: path, vpcId };
  for (const [zone, cidr] of Object.entries(network?.accelerators ?? {})) {
    yield { path: `${path}.accelerators.${zone}`, cidr, use: "accelerators", network: path };
  }
  for (const use of [
    "nodes",
    "pods",
    "services",
    "controlPlane",
    "apiServer",
    "storage",
    "endpoints",
    "gpu",
    "privateServices",
  ] as const) {
    const cidr = network?.[use];
    if (cidr !== undefined) yield { path: `${path}.${use}`, cidr, use, network: path, vpcId };
  }
}

import { POD_ADDRESSES, PREFIX_SIZE } from "../../ledger/aws-addons";
import { zonesOf } from "../../ledger/aws-address-plan";
import { systemNodesOf } from "../../ledger/aws-system-nodes";
import { type AwsCluster, type AwsSiteSpec, isExisting } from "../../model";
import { counted } from "../node-counts";
import type { Report, Rule } from "../rule";
import { type AwsOwnNetworkAt, awsOwnNetworks, awsSites } from "../walk";

/** What every account has in a region until it asks for more, by the field of `quotas` that states more. */
const DEFAULTS = { vpcs: 5, elasticIps: 5, natGatewaysPerZone: 5 } as const;
/** Network address units of a VPC: one for an address or a prefix of an interface. AWS raises them to 256,000. */
const ADDRESS_UNITS = 64_000;
const UNITS = {
  vpcs: "VPCs",
  elasticIps: "elastic addresses, one for each NAT gateway,",
  natGatewaysPerZone: "NAT gateways in one zone",
} as const;
type Quota = keyof typeof DEFAULTS;

export const vpcQuotas: Rule = {
  id: "AWS-VPC-2",
  title: "VPCs, NAT gateways and addresses keep within an account's quotas in a region",
  severity: "warning",
  formula: `VPCs <= 5, elastic addresses <= 5, NAT gateways a zone <= 5, addresses of machines and pods in a VPC (a prefix is one) <= ${ADDRESS_UNITS}, or what quotas of the site states`,
  source:
    "Amazon VPC quotas: VPCs per Region, Elastic IP addresses per Region, NAT gateways per Availability Zone, Network Address Usage (all adjustable)",
  *check(context) {
    const places = new Map<string, AwsOwnNetworkAt[]>();
    for (const each of awsOwnNetworks(context)) {
      const place = `${each.site.account} ${each.site.region}`;
      places.set(place, [...(places.get(place) ?? []), each]);
    }
    for (const networks of places.values()) yield* exceeded(networks);
    for (const { site, path } of awsSites(context)) {
      const vpcs = [...awsOwnNetworks(context)].filter((each) => each.site === site);
      yield* addressUnits(site, path, vpcs);
    }
  },
};

/** The VPC of a site with the most addresses in use, where these are more than a VPC takes. */
function* addressUnits(site: AwsSiteSpec, path: string, vpcs: readonly AwsOwnNetworkAt[]): Generator<Report> {
  const limit = site.quotas?.networkAddressUnits ?? ADDRESS_UNITS;
  const units = vpcs.map((vpc) => ({ vpc, observed: vpc.clusters.reduce((sum, each) => sum + unitsOf(each), 0) }));
  const most = units.sort((a, b) => b.observed - a.observed)[0];
  if (most === undefined || most.observed <= limit) return;
  const { vpc, observed } = most;
  yield {
    path: `${path}.quotas.networkAddressUnits`,
    observed,
    limit,
    unit: "network address units",
    message: `the machines and pods in ${vpc.path} use ${counted(observed)} network address units, and a VPC has ${counted(limit)} until AWS raises the quota`,
    hint: `ask AWS to raise it (to 256,000 at most), then state it: quotas: { networkAddressUnits: ${observed} }`,
  };
}

function unitsOf(cluster: AwsCluster): number {
  const machines = cluster.pools.reduce((sum, { count }) => sum + count, systemNodesOf(cluster).min);
  const { podAddressesPerNode = POD_ADDRESSES, prefixDelegation } = cluster;
  return (
    machines * (1 + (prefixDelegation === true ? Math.ceil(podAddressesPerNode / PREFIX_SIZE) : podAddressesPerNode))
  );
}

function* exceeded(networks: readonly AwsOwnNetworkAt[]): Generator<Report> {
  const [first] = networks;
  if (first === undefined) return;
  const gateways = networks.flatMap(natZones);
  const perZone = Math.max(0, ...[...new Set(gateways)].map((zone) => gateways.filter((each) => each === zone).length));
  const wanted: Readonly<Record<Quota, number>> = {
    vpcs: networks.length,
    elasticIps: gateways.length,
    natGatewaysPerZone: perZone,
  };
  for (const quota of ["vpcs", "elasticIps", "natGatewaysPerZone"] as const) {
    const limit = Math.max(DEFAULTS[quota], ...networks.map(({ site }) => stated(site, quota)));
    if (wanted[quota] <= limit) continue;
    yield {
      path: `sites.${first.site.name}.quotas.${quota}`,
      observed: wanted[quota],
      limit,
      message: `the fleet makes ${counted(wanted[quota])} ${UNITS[quota]} in ${first.site.region} of the account ${first.site.account}, which has ${counted(limit)} until AWS raises the quota`,
      hint: `ask AWS to raise it, then state it: quotas: { ${quota}: ${wanted[quota]} }`,
    };
  }
}

const stated = (site: AwsSiteSpec, quota: Quota): number => site.quotas?.[quota] ?? 0;

/** Zones in which a VPC has a NAT gateway. */
function natZones({ site, network }: AwsOwnNetworkAt): readonly string[] {
  if (isExisting(network) || network.egress === "none") return [];
  const zones = zonesOf(site, network);
  return network.natGateways === "single" ? zones.slice(0, 1) : zones;
}

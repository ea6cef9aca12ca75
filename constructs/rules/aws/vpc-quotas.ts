import { zonesOf } from "../../ledger/aws-address-plan";
import { type AwsSiteSpec, isExisting } from "../../model";
import { counted } from "../node-counts";
import type { Report, Rule } from "../rule";
import { type AwsOwnNetworkAt, awsOwnNetworks } from "../walk";

/** What every account has in a region until it asks for more, by the field of `quotas` that states more. */
const DEFAULTS = { vpcs: 5, elasticIps: 5, natGatewaysPerZone: 5 } as const;
const UNITS = {
  vpcs: "VPCs",
  elasticIps: "elastic addresses, one for each NAT gateway,",
  natGatewaysPerZone: "NAT gateways in one zone",
} as const;
type Quota = keyof typeof DEFAULTS;

export const vpcQuotas: Rule = {
  id: "AWS-VPC-2",
  title: "VPCs, NAT gateways and their addresses keep within an account's quotas in a region",
  severity: "warning",
  formula: "VPCs <= 5, elastic addresses <= 5, NAT gateways a zone <= 5, or what quotas of the site states",
  source:
    "Amazon VPC quotas: VPCs per Region, Elastic IP addresses per Region, NAT gateways per Availability Zone (all adjustable)",
  *check(context) {
    const places = new Map<string, AwsOwnNetworkAt[]>();
    for (const each of awsOwnNetworks(context)) {
      const place = `${each.site.account} ${each.site.region}`;
      places.set(place, [...(places.get(place) ?? []), each]);
    }
    for (const networks of places.values()) yield* exceeded(networks);
  },
};

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

import { takesControlPlane, zonePrefixOf } from "../../catalog";
import { MOST_ZONES, planAddresses, zoneOf, zonesOf, zonesUsed } from "../../ledger/aws-address-plan";
import { type AwsCluster, type AwsNetwork, type AwsSiteSpec, isExisting } from "../../model";
import type { Report, Rule } from "../rule";
import { type AwsNetworkAt, awsNetworks } from "../walk";

export const awsZoneRange: Rule = {
  id: "AWS-ZONE-01",
  title: "every zone with accelerators has a range of its own, or a subnet that exists",
  severity: "error",
  needs: ["region"],
  structural: true,
  formula: "the zone is one of zoneIds, or accelerators names a range for it",
  source:
    "the address plan: a zone's range follows from its place in the network and from nothing else, so that it never moves",
  *check(context) {
    for (const each of awsNetworks(context)) {
      if (context.isPartial(each.path)) continue;
      yield* withoutRange(each);
    }
  },
};

function* withoutRange({ site, network, clusters, withSubnets, path }: AwsNetworkAt): Generator<Report> {
  if (isExisting(network)) {
    for (const zoneId of zonesUsed(site, network, clusters)) {
      if (network.acceleratorSubnets[zoneId] !== undefined || !isOfRegion(zoneId, site)) continue;
      yield {
        path: `${path}.acceleratorSubnets`,
        observed: zoneId,
        message: `${zoneId} has accelerators${where(site, network, clusters, zoneId)}, and the network names no subnet for them there`,
        hint: `name it: acceleratorSubnets: { "${zoneId}": "subnet-..." }`,
      };
    }
    return;
  }
  for (const { zoneId, cidr } of planAddresses(site, network, withSubnets).accelerators) {
    if (cidr !== undefined || !isOfRegion(zoneId, site)) continue;
    const inUse = zonesUsed(site, network, clusters).includes(zoneId);
    yield {
      path: `${path}.zoneIds`,
      observed: zoneId,
      message: `${zoneId} ${inUse ? `has accelerators${where(site, network, clusters, zoneId)}` : "has the subnet of a cluster or pool that is retired and still in the program"}, and the network neither lists it among its zones nor gives it a range`,
      hint: inUse
        ? `${mayBeListed(zoneId, site, network) ? "add it to zoneIds, after the others, or " : ""}name a range for it: accelerators: { "${zoneId}": "..." }`
        : "leave its zone or its range as they were until what is retired is out of the program",
    };
  }
}

/** Of a zone of another region the rule AWS-EKS-01 speaks. */
const isOfRegion = (zoneId: string, { region }: AwsSiteSpec): boolean => zoneId.startsWith(`${zonePrefixOf(region)}-`);

/** Whether a zone takes a control plane, and the network has a place for one more. */
const mayBeListed = (zoneId: string, site: AwsSiteSpec, network: AwsNetwork): boolean =>
  takesControlPlane(zoneId) && zonesOf(site, network).length < MOST_ZONES;

/** The first pool in a zone: ` (pool trn2 of train)`; nothing where a file system alone stands there. */
function where(site: AwsSiteSpec, network: AwsNetwork, clusters: readonly AwsCluster[], zoneId: string): string {
  for (const { name, pools } of clusters) {
    const pool = pools.find((each) => zoneOf(site, network, each) === zoneId);
    if (pool !== undefined) return ` (pool ${pool.name} of ${name})`;
  }
  return "";
}

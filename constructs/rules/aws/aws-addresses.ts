import { addressesPerMachine } from "../../ledger/aws-addons";
import { planAddresses, zoneOf } from "../../ledger/aws-address-plan";
import { parseRange } from "../../model";
import { addressesIn, counted, rangeFor } from "../node-counts";
import type { Rule } from "../rule";
import { awsOwnNetworks } from "../walk";
import { NARROWEST_FIRST } from "./vpc-ranges";

/** Addresses that AWS keeps in each subnet. */
export const RESERVED = 5;

export const awsAddresses: Rule = {
  id: "AWS-NET-01",
  title: "the accelerator subnet of a zone has addresses for the machines in it",
  severity: "error",
  needs: ["region"],
  formula:
    "size - 5 >= machines in the zone x (1 + podAddressesPerNode), by default 16; with prefixDelegation pods' addresses in whole sixteens",
  source:
    "Amazon VPC user guide, subnet sizing; Amazon EC2 user guide, EFA-only interfaces take no address; amazon-vpc-cni-k8s, README: MINIMUM_IP_TARGET, ENABLE_PREFIX_DELEGATION",
  *check(context) {
    for (const { site, network, clusters, path } of awsOwnNetworks(context)) {
      if (context.isPartial(path) || context.isPartial(`sites.${site.name}.clusters`)) continue;
      for (const { zoneId, cidr } of planAddresses(site, network, clusters).accelerators) {
        if (cidr === undefined) continue;
        const stated = network.accelerators?.[zoneId] !== undefined;
        // A first range that is too narrow is refused by itself.
        if (!stated && (parseRange(network.cidrs[0] ?? "")?.prefix ?? 0) > NARROWEST_FIRST) continue;
        const needs = clusters.map((cluster) => {
          const pools = cluster.pools.filter((pool) => zoneOf(site, network, pool) === zoneId);
          const machines = pools.reduce((sum, pool) => sum + pool.count, 0);
          return { machines, each: addressesPerMachine(cluster) };
        });
        const observed = needs.reduce((sum, { machines, each }) => sum + machines * each, 0);
        const limit = addressesIn(cidr) - RESERVED;
        if (observed <= limit) continue;
        yield {
          path: stated ? `${path}.accelerators.${zoneId}` : `${path}.cidrs[0]`,
          observed,
          limit,
          unit: "addresses",
          message: `the machines in ${zoneId} need ${counted(observed)} addresses (${perMachine(needs)}); ${cidr} has ${counted(limit)}`,
          hint: stated
            ? `a ${rangeFor(observed + RESERVED)} is enough`
            : `give the zone a range of its own: add a ${rangeFor(observed + RESERVED)} to cidrs and name it in accelerators: { "${zoneId}": "..." }`,
        };
      }
    }
  },
};

/** `16 each: an interface and 15 pods`, or each of several sizes. */
function perMachine(needs: readonly { readonly machines: number; readonly each: number }[]): string {
  const sizes = [...new Set(needs.filter(({ machines }) => machines > 0).map(({ each }) => each))].sort(
    (a, b) => a - b,
  );
  const [one] = sizes;
  return sizes.length === 1 && one !== undefined
    ? `${one} each: an interface and ${one - 1} pods`
    : `${sizes.join(" or ")} each, as their clusters keep for pods`;
}

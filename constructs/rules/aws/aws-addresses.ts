import { planAddresses, zoneOf } from "../../ledger/aws-address-plan";
import { addressesIn, counted, rangeFor } from "../node-counts";
import type { Rule } from "../rule";
import { awsOwnNetworks } from "../walk";

/** Addresses that AWS keeps in each subnet. */
const RESERVED = 5;
/** One for the interface and, assumed, 15 for pods; interfaces for EFA only take none. */
const PER_MACHINE = 16;

export const awsAddresses: Rule = {
  id: "AWS-NET-01",
  title: "the accelerator subnet of a zone has addresses for the machines in it",
  severity: "error",
  needs: ["region"],
  formula: "size - 5 >= machines in the zone x 16 (one interface and, an assumption, 15 pods a machine)",
  source: "Amazon VPC user guide, subnet sizing; Amazon EC2 user guide, EFA-only interfaces take no address",
  *check(context) {
    for (const { site, network, clusters, path } of awsOwnNetworks(context)) {
      if (context.isPartial(path) || context.isPartial(`sites.${site.name}.clusters`)) continue;
      for (const { zoneId, cidr } of planAddresses(site, network, clusters).accelerators) {
        const pools = clusters
          .flatMap((cluster) => cluster.pools)
          .filter((pool) => zoneOf(site, network, pool) === zoneId);
        const observed = pools.reduce((machines, pool) => machines + pool.count, 0) * PER_MACHINE;
        if (cidr === undefined) continue;
        const limit = addressesIn(cidr) - RESERVED;
        if (observed <= limit) continue;
        const stated = network.accelerators?.[zoneId] !== undefined;
        yield {
          path: stated ? `${path}.accelerators.${zoneId}` : `${path}.cidrs[0]`,
          observed,
          limit,
          unit: "addresses",
          message: `the machines in ${zoneId} need ${counted(observed)} addresses (${PER_MACHINE} each: an interface and 15 pods); ${cidr} has ${counted(limit)}`,
          hint: stated
            ? `a ${rangeFor(observed + RESERVED)} is enough`
            : `give the zone a range of its own: add a ${rangeFor(observed + RESERVED)} to cidrs and name it in accelerators: { "${zoneId}": "..." }`,
        };
      }
    }
  },
};

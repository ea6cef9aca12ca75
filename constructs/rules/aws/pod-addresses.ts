import { PREFIX_SIZE } from "../../ledger/aws-addons";
import { counted } from "../node-counts";
import type { Rule } from "../rule";
import { awsClusters, machineAt } from "../walk";

export const podAddresses: Rule = {
  id: "AWS-NET-04",
  title: "the interfaces of a machine hold the addresses that its cluster asks it to keep for pods",
  severity: "warning",
  formula: `podAddressesPerNode <= (interfaces of card 0, less one for EFA on it) x (addresses of an interface - 1), x ${PREFIX_SIZE} with prefixDelegation`,
  source:
    "EC2 DescribeInstanceTypes (recorded in moto 5.2.1): network cards, IPv4 addresses per interface; amazon-vpc-cni-k8s, README: pods have their addresses on network card 0",
  *check(context) {
    for (const { site, cluster, path } of awsClusters(context)) {
      const wanted = cluster.podAddressesPerNode;
      if (wanted === undefined) continue;
      const each = cluster.prefixDelegation === true ? PREFIX_SIZE : 1;
      for (const pool of cluster.pools) {
        const cards = machineAt(context, site, pool.machine)?.networkCards;
        if (cards?.addressesPerInterface === undefined) continue;
        const interfaces = (cards.interfacesPerCard[0] ?? 0) - (cards.efaCards.includes(0) ? 1 : 0);
        const limit = interfaces * (cards.addressesPerInterface - 1) * each;
        if (wanted <= limit) continue;
        yield {
          path: `${path}.podAddressesPerNode`,
          observed: wanted,
          limit,
          unit: "addresses",
          message: `${pool.machine} (pool ${pool.name}) has at most ${counted(limit)} addresses for pods: ${counted(interfaces)} ${interfaces === 1 ? "interface" : "interfaces"} on its first network card beside EFA; got ${counted(wanted)}`,
          hint: each === 1 ? "set prefixDelegation, or ask for fewer" : "ask for fewer",
        };
      }
    }
  },
};

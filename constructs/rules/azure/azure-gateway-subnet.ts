import { partsOfId } from "../../ledger/azure-names";
import type { Rule } from "../rule";
import { azureClusters } from "../walk";

/** Names of subnets that Azure keeps for services of its own. */
const KEPT = [
  "AzureBastionSubnet",
  "AzureFirewallManagementSubnet",
  "AzureFirewallSubnet",
  "GatewaySubnet",
  "RouteServerSubnet",
];

export const azureGatewaySubnet: Rule = {
  id: "AZ-NET-03",
  title: "machines do not stand in a subnet that Azure keeps for gateways, firewalls and other services of its own",
  severity: "error",
  source:
    "Azure VPN Gateway, Firewall, Bastion and Route Server documentation: nothing else may stand in the subnet of that name",
  *check(context) {
    for (const { cluster, path } of azureClusters(context)) {
      const { subnetId } = cluster.network;
      const name = partsOfId(subnetId ?? "").name;
      const kept = KEPT.find((each) => each.toLowerCase() === name.toLowerCase());
      if (kept === undefined) continue;
      yield {
        path: `${path}.network.subnetId`,
        observed: name,
        message: `the subnet ${kept} belongs to a service of Azure; no machine may stand in it`,
        hint: "name another subnet of the network, or leave subnetId out: then one is made",
      };
    }
  },
};

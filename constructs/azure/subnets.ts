import { DataAzurermPublicIp } from "@cdktf/provider-azurerm/lib/data-azurerm-public-ip";
import { DataAzurermPublicIpPrefix } from "@cdktf/provider-azurerm/lib/data-azurerm-public-ip-prefix";
import { DataAzurermSubnet } from "@cdktf/provider-azurerm/lib/data-azurerm-subnet";
import { NetworkSecurityGroup } from "@cdktf/provider-azurerm/lib/network-security-group";
import type { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { SubnetNetworkSecurityGroupAssociation } from "@cdktf/provider-azurerm/lib/subnet-network-security-group-association";
import { Construct } from "constructs";
import type { TerraformResource } from "../core/cdktf";
import { gatewayName, subnetName } from "../ledger/azure-names";
import type { AzureCluster } from "../model";
import { type AzureGateway, addGateway } from "./gateway";
import { type AzureGround, placeOf } from "./ground";
import { clusterName } from "./names";
import { type AzureNetworkResources, leadsOutside } from "./network";

/** What a cluster stands in, whichever stack makes it. */
export interface AzureClusterSubnets {
  readonly subnetId: string;
  readonly apiServerId?: string;
  readonly storageId?: string;
  /** The public addresses by which the machines leave, where the site makes them. */
  readonly wayOut: readonly string[];
  /** What must stand before the cluster, where this stack makes it. */
  readonly after: readonly TerraformResource[];
  /** What must stand before a file system, where this stack makes it. */
  readonly storageAfter: readonly TerraformResource[];
  /** Where this stack makes it. */
  readonly subnet?: Subnet;
  readonly securityGroup?: NetworkSecurityGroup;
}

/** The service that a subnet of API servers is handed to (AKS documentation, API server VNet integration). */
const API_SERVER = {
  name: "aks",
  serviceDelegation: {
    name: "Microsoft.ContainerService/managedClusters",
    actions: ["Microsoft.Network/virtualNetworks/subnets/join/action"],
  },
};

/**
 * Makes the subnets of a cluster: of its machines, where asked of its API server, and of its file systems, which want one to
 * themselves. The security group of the machines holds no rule of its own: Azure's let in what comes from the network and from its
 * load balancers, and nothing else. AKS keeps the rules that it needs in a group of its own beside it.
 */
export function makeSubnets(
  scope: Construct,
  spec: AzureCluster,
  ground: AzureGround,
  network: AzureNetworkResources,
  gateway: AzureGateway | undefined,
): AzureClusterSubnets {
  const { nodes, apiServer, storage, subnetId } = spec.network;
  const machines =
    subnetId === undefined
      ? makeMachines(scope, nodes, spec, ground, network, gateway)
      : { subnetId, wayOut: [], after: [] };
  const api =
    apiServer === undefined
      ? undefined
      : network.addSubnet(scope, "api-server", {
          name: `${spec.name}-api-server`,
          cidr: apiServer,
          delegation: [API_SERVER],
        });
  const files =
    storage === undefined || spec.storage.length === 0
      ? undefined
      : network.addSubnet(scope, "storage", { name: `${spec.name}-storage`, cidr: storage });
  return {
    ...machines,
    ...(api === undefined ? {} : { apiServerId: api.id }),
    ...(files === undefined ? {} : { storageId: files.id }),
    // A file system reaches Azure's own services from its subnet while it is made.
    storageAfter: files === undefined ? [] : network.addEgress(scope, "storage-egress", files, gateway),
  };
}

function makeMachines(
  scope: Construct,
  cidr: string,
  spec: AzureCluster,
  ground: AzureGround,
  network: AzureNetworkResources,
  gateway: AzureGateway | undefined,
) {
  const subnet = network.addSubnet(scope, "subnet", { name: spec.name, cidr, grows: true });
  const securityGroup = new NetworkSecurityGroup(scope, "security", {
    name: clusterName(ground.site, spec),
    ...placeOf(ground),
  });
  const secured = new SubnetNetworkSecurityGroupAssociation(scope, "subnet-security", {
    subnetId: subnet.id,
    networkSecurityGroupId: securityGroup.id,
  });
  const after = [secured, ...network.addEgress(scope, "subnet-egress", subnet, gateway)];
  return { subnetId: subnet.id, subnet, securityGroup, after, wayOut: gateway?.addresses ?? [] };
}

/** Finds by their names the subnets of a cluster that its site's foundation made, and the addresses of its way out. */
export function findSubnets(
  scope: Construct,
  spec: AzureCluster,
  { site, resourceGroup }: AzureGround,
  network: AzureNetworkResources,
): AzureClusterSubnets {
  const find = (id: string, part: string) =>
    new DataAzurermSubnet(scope, id, { name: subnetName(site, part), ...network.home }).id;
  const { apiServer, storage, subnetId } = spec.network;
  return {
    subnetId: subnetId ?? find("subnet", spec.name),
    ...(apiServer === undefined ? {} : { apiServerId: find("api-server", `${spec.name}-api-server`) }),
    ...(storage === undefined || spec.storage.length === 0
      ? {}
      : { storageId: find("storage", `${spec.name}-storage`) }),
    wayOut:
      spec.apiServer.access === "public" && subnetId === undefined ? findWayOut(scope, spec, site, resourceGroup) : [],
    after: [],
    storageAfter: [],
  };
}

function findWayOut(
  scope: Construct,
  spec: AzureCluster,
  site: AzureGround["site"],
  resourceGroupName: string,
): string[] {
  const { egress } = site.network;
  if (egress.kind !== "nat") return [];
  const config = { name: gatewayName({ name: clusterName(site, spec) }), resourceGroupName };
  return egress.prefixLength === undefined
    ? [`${new DataAzurermPublicIp(scope, "egress-address", config).ipAddress}/32`]
    : [new DataAzurermPublicIpPrefix(scope, "egress-addresses", config).ipPrefix];
}

/**
 * The subnets of one cluster in the foundation of its site, with a way out of their own. They stand there and not in the cluster's
 * stack since Azure takes one change of a virtual network at a time, which Terraform sees to within a stack alone.
 */
export class AzureFoundationSubnets extends Construct {
  readonly gateway?: AzureGateway;
  readonly subnets: AzureClusterSubnets;

  constructor(scope: Construct, id: string, spec: AzureCluster, ground: AzureGround, network: AzureNetworkResources) {
    super(scope, id);
    const { site } = ground;
    const tags = { ...ground.tags, "siteform:cluster": spec.name };
    const here = { ...ground, tags };
    if (site.network.egress.kind === "nat" && leadsOutside(spec)) {
      this.gateway = addGateway(this, site.network.egress, { name: clusterName(site, spec) }, here);
    }
    this.subnets = makeSubnets(this, spec, here, network, this.gateway);
  }
}

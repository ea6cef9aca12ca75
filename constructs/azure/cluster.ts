import { createHash } from "node:crypto";
import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { KubernetesClusterNodePool } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { SubnetNatGatewayAssociation } from "@cdktf/provider-azurerm/lib/subnet-nat-gateway-association";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Construct } from "constructs";
import type { Machine } from "../catalog";
import { AZURE_SYSTEM_POOL } from "../ledger/system-nodes";
import { type AzureCluster, cidrSubnet } from "../model";
import { clusterName, dnsPrefix, nodeResourceGroupName, poolName, rotationNames, SYSTEM_POOL } from "./names";
import type { AzureGround, AzureNetworkResources } from "./network";
import { addPool } from "./pool";

/** What a cluster stands on. */
export interface AzureClusterGround extends AzureGround {
  readonly network: AzureNetworkResources;
  machine(type: string): Machine;
}

/**
 * An AKS cluster whose API server has a private address only, in a subnet of its own, with three machines for what runs beside
 * the accelerators. Pods and services live in overlays, so that they take nothing of the site's network. It acts as an identity
 * that holds two roles: Network Contributor on the subnet, and Contributor on each capacity reservation group it draws from.
 *
 * Local accounts stay enabled: AKS lets them be disabled only with Microsoft Entra integration, which needs a tenant or groups
 * that no document names.
 */
export class AzureClusterResources extends Construct {
  readonly cluster: KubernetesCluster;
  readonly subnet: Subnet;
  readonly identity: UserAssignedIdentity;
  /** By pool name. */
  readonly pools: Readonly<Record<string, KubernetesClusterNodePool>>;

  constructor(scope: Construct, id: string, spec: AzureCluster, ground: AzureClusterGround) {
    super(scope, id);
    const { site, resourceGroup, network, tags } = ground;
    const name = clusterName(site, spec);
    const rotation = rotationNames([SYSTEM_POOL, ...spec.pools.map(poolName)]);
    const { version } = spec.scheduler;
    const place = { resourceGroupName: resourceGroup.name, location: site.region, tags };

    this.subnet = new Subnet(this, "subnet", {
      name: spec.name,
      resourceGroupName: resourceGroup.name,
      virtualNetworkName: network.network.name,
      addressPrefixes: [spec.network.nodes],
    });
    const egress = new SubnetNatGatewayAssociation(this, "subnet-egress", {
      subnetId: this.subnet.id,
      natGatewayId: network.natGateway.id,
    });
    this.identity = new UserAssignedIdentity(this, "identity", { name, ...place });
    const networkRole = this.grant("network-role", this.subnet.id, "Network Contributor");

    this.cluster = new KubernetesCluster(this, "cluster", {
      name,
      ...place,
      nodeResourceGroup: nodeResourceGroupName(site, spec),
      dnsPrefix: dnsPrefix(site, spec),
      skuTier: "Standard",
      privateClusterEnabled: true,
      privateDnsZoneId: "System",
      oidcIssuerEnabled: true,
      workloadIdentityEnabled: true,
      ...(version === undefined ? {} : { kubernetesVersion: version }),
      ...upgradeChannel(version),
      nodeOsUpgradeChannel: "NodeImage",
      identity: { type: "UserAssigned", identityIds: [this.identity.id] },
      defaultNodePool: {
        name: SYSTEM_POOL,
        vmSize: "Standard_D8ds_v5",
        nodeCount: AZURE_SYSTEM_POOL.most,
        onlyCriticalAddonsEnabled: true,
        vnetSubnetId: this.subnet.id,
        // The size's local disk holds 300 GiB.
        osDiskType: "Ephemeral",
        osDiskSizeGb: 128,
        ...(version === undefined ? {} : { orchestratorVersion: version }),
        temporaryNameForRotation: rotation.get(SYSTEM_POOL),
        upgradeSettings: { maxSurge: "1" },
        tags,
      },
      networkProfile: {
        networkPlugin: "azure",
        networkPluginMode: "overlay",
        networkDataPlane: "cilium",
        networkPolicy: "cilium",
        podCidr: spec.network.pods,
        serviceCidr: spec.network.services,
        dnsServiceIp: dnsServiceIp(spec.network.services),
        outboundType: "userAssignedNATGateway",
      },
      // Without its role and its way out the cluster is created and then fails.
      dependsOn: [networkRole, egress, network.egress],
    });

    const reservations = this.grantReservations(spec);
    this.pools = Object.fromEntries(
      spec.pools.map((pool) => {
        const grant =
          pool.capacity.kind === "capacityReservation"
            ? reservations.get(pool.capacity.groupId.toLowerCase())
            : undefined;
        const node = addPool(this, pool, ground.machine(pool.machine), {
          cluster: this.cluster,
          subnet: this.subnet,
          tags,
          ...(version === undefined ? {} : { version }),
          temporaryName: rotation.get(poolName(pool)),
          after: grant === undefined ? [] : [grant],
        });
        return [pool.name, node];
      }),
    );
  }

  /** One assignment a group, however many pools draw from it: Azure refuses the second of the same role. */
  private grantReservations(spec: AzureCluster): ReadonlyMap<string, RoleAssignment> {
    const grants = new Map<string, RoleAssignment>();
    for (const { capacity } of spec.pools) {
      if (capacity.kind !== "capacityReservation") continue;
      const key = capacity.groupId.toLowerCase();
      if (!grants.has(key)) {
        grants.set(key, this.grant(reservationId(capacity.groupId), capacity.groupId, "Contributor"));
      }
    }
    return grants;
  }

  private grant(id: string, scope: string, roleDefinitionName: string): RoleAssignment {
    return new RoleAssignment(this, id, {
      scope,
      roleDefinitionName,
      principalId: this.identity.principalId,
      // A new identity takes minutes to reach every directory server; a look-up before then fails.
      principalType: "ServicePrincipal",
      skipServicePrincipalAadCheck: true,
    });
  }
}

/** Patches come by themselves, unless the version names its patch: AKS would then move away from what Terraform asks for. */
function upgradeChannel(version: string | undefined): { automaticUpgradeChannel?: string } {
  return version !== undefined && /^\d+\.\d+\.\d+$/.test(version) ? {} : { automaticUpgradeChannel: "patch" };
}

/** The address of the DNS service: the tenth after the first, as AKS has it by default. */
const dnsServiceIp = (services: string): string => cidrSubnet(services, 32, 10).replace(/\/32$/, "");

/**
 * The construct id of what belongs to a capacity reservation group: its name, and a digest of the whole id, since groups of one
 * name can stand in several resource groups. Azure's ids do not tell capitals from small letters.
 */
function reservationId(groupId: string): string {
  const id = groupId.toLowerCase();
  const name = id.slice(id.lastIndexOf("/") + 1);
  return `reservation-${name}-${createHash("sha256").update(id).digest("hex").slice(0, 8)}`;
}

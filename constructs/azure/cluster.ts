import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { KubernetesClusterNodePool } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import type { ManagedLustreFileSystem } from "@cdktf/provider-azurerm/lib/managed-lustre-file-system";
import { MonitorDiagnosticSetting } from "@cdktf/provider-azurerm/lib/monitor-diagnostic-setting";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Construct } from "constructs";
import type { Machine } from "../catalog";
import { TerraformOutput, type TerraformResource } from "../core/cdktf";
import { clusterKeyName, kubeletIdentityName } from "../ledger/azure-names";
import { azureNodePools } from "../ledger/azure-node-pools";
import type { AzureCluster, AzureSiteSpec } from "../model";
import { apiServer, bootstrap, LOG_CATEGORIES, networkProfile, signIn, systemPool, upgrades } from "./cluster-config";
import { AzureClusterNetworkResources } from "./cluster-network";
import { type AzureGround, guard, hasCapitals, placeOf } from "./ground";
import type { AzureKeys } from "./keys";
import { AzureLustreResources } from "./lustre";
import { clusterName, dnsPrefix, nodeResourceGroupName, rotationNames, SYSTEM_POOL } from "./names";
import type { AzureNetworkResources } from "./network";
import { addNodePool } from "./pool";
import { type AzureCapacityGroup, AzureReservations } from "./reservations";
import { grant } from "./roles";
import type { AzureAccountInputs } from "./storage-account";

/** What a cluster stands on. */
export interface AzureClusterGround extends AzureGround {
  readonly network: AzureNetworkResources;
  readonly capacity?: AzureCapacityGroup;
  readonly keys?: AzureKeys;
  readonly accounts: Readonly<Record<string, AzureAccountInputs>>;
  machine(type: string): Machine;
}

/**
 * An AKS cluster whose API server has a private address only, unless asked, with a few machines for what runs beside the
 * accelerators. Pods and services live in overlays, so that they take nothing of the site's network. It acts as an identity that
 * holds the roles it needs and no others: Network Contributor on its subnets, Contributor on the resource groups of capacity
 * reservations, the use of keys.
 */
export class AzureClusterResources extends Construct {
  readonly cluster: KubernetesCluster;
  readonly network: AzureClusterNetworkResources;
  readonly identity: UserAssignedIdentity;
  /** By node pool: a pool of more than 1,000 machines has several. */
  readonly pools: Readonly<Record<string, KubernetesClusterNodePool>>;
  readonly reservations: AzureReservations;
  /** Of Azure Managed Lustre, by name. */
  readonly fileSystems: Readonly<Record<string, ManagedLustreFileSystem>>;

  constructor(scope: Construct, id: string, spec: AzureCluster, ground: AzureClusterGround) {
    super(scope, id);
    const { site } = ground;
    const name = clusterName(site, spec);
    const tags = { ...ground.tags, "siteform:cluster": spec.name };
    const here = { ...ground, tags };
    const { egress } = site.network;
    const nodePools = spec.pools.flatMap((pool) => azureNodePools(pool).map((node) => ({ pool, node })));
    const rotation = rotationNames([SYSTEM_POOL, ...nodePools.map(({ node }) => node.name)]);

    this.identity = new UserAssignedIdentity(this, "identity", { name, ...placeOf(here) });
    this.network = new AzureClusterNetworkResources(this, "network", spec, { ...here, identity: this.identity });
    const disks = this.diskKey(spec, ground);
    const secrets = this.secretsKey(spec, ground);
    const images =
      egress.kind === "none" ? this.imagePuller(kubeletIdentityName(site, spec), egress.registry, here) : undefined;
    this.cluster = new KubernetesCluster(this, "cluster", {
      name,
      ...placeOf(here),
      nodeResourceGroup: nodeResourceGroupName(site, spec),
      dnsPrefix: dnsPrefix(site, spec),
      skuTier: spec.tier,
      ...(spec.tier === "Premium" ? { supportPlan: "AKSLongTermSupport" } : {}),
      ...apiServer(spec, this.network.apiServerId, this.network.wayOut),
      ...signIn(spec, site),
      oidcIssuerEnabled: true,
      workloadIdentityEnabled: true,
      costAnalysisEnabled: true,
      // Images that nothing runs any more, each week.
      imageCleanerEnabled: true,
      imageCleanerIntervalHours: 168,
      ...(spec.blobDriver ? { storageProfile: { blobDriverEnabled: true } } : {}),
      ...upgrades(spec),
      identity: { type: "UserAssigned", identityIds: [this.identity.id] },
      defaultNodePool: systemPool(spec, {
        subnetId: this.network.subnetId,
        rotation: rotation.get(SYSTEM_POOL),
        tags: { ...tags, "siteform:pool": SYSTEM_POOL },
      }),
      networkProfile: networkProfile(spec, egress),
      ...bootstrap(egress),
      ...(images === undefined ? {} : images.settings),
      ...disks.settings,
      ...secrets.settings,
      ...clusterLifecycle(site, tags),
      // Without its roles and its way out the cluster is created and then fails.
      dependsOn: [
        ...this.network.after,
        ...disks.after,
        ...secrets.after,
        ...(images === undefined ? [] : images.after),
        ...(ground.registration === undefined ? [] : [ground.registration]),
      ],
    });
    this.addLogs(spec);
    this.reservations = new AzureReservations(this, "reservations", spec, {
      ground: here,
      ...(ground.capacity === undefined ? {} : { capacity: ground.capacity }),
      principalId: this.identity.principalId,
    });
    this.pools = Object.fromEntries(
      nodePools.map(({ pool, node }) => {
        const reservation = this.reservations.of(pool);
        const added = addNodePool(this, pool, node, ground.machine(pool.machine), {
          spec,
          cluster: this.cluster,
          subnetId: this.network.subnetId,
          tags: { ...tags, "siteform:pool": pool.name },
          temporaryName: rotation.get(node.name),
          ...(reservation === undefined ? {} : { reservation }),
        });
        return [node.name, added];
      }),
    );
    this.fileSystems = this.addFileSystems(spec, here);
    new TerraformOutput(this, "oidc-issuer", {
      value: this.cluster.oidcIssuerUrl,
      description: `What federated credentials of workloads in ${spec.name} trust`,
    }).overrideLogicalId(`${spec.name}-oidc-issuer`);
  }

  private diskKey(spec: AzureCluster, { site, keys }: AzureClusterGround) {
    const { encryption } = spec;
    const none: TerraformResource[] = [];
    if (encryption.disks === undefined) return { settings: {}, after: none };
    // Disks of volumes are encrypted by the cluster itself, which must see the set (AKS documentation, customer-managed keys).
    const readerOf = (on: string) =>
      grant(this, "disk-encryption-reader", { on, name: "Reader", to: this.identity.principalId });
    if (encryption.disks !== "site") {
      return { settings: { diskEncryptionSetId: encryption.disks }, after: [readerOf(encryption.disks)] };
    }
    if (keys === undefined) return { settings: {}, after: none };
    const { set, role } = keys.addDiskKey(this, clusterName(site, spec), clusterKeyName(site, spec, "disks"));
    const reader = readerOf(set.id);
    return { settings: { diskEncryptionSetId: set.id }, after: [role, reader] };
  }

  /** The vault has no public address, so that the cluster needs a role to make its way to it, beside the use of the key. */
  private secretsKey(spec: AzureCluster, { site, keys }: AzureClusterGround) {
    const { encryption } = spec;
    const none: TerraformResource[] = [];
    if (encryption.secrets === undefined || keys === undefined) return { settings: {}, after: none };
    // The cluster takes one version of its key, and no other until it is told to: so the key does not renew itself.
    const key = keys.addKey(this, "secrets-key", clusterKeyName(site, spec, "secrets"), { rotates: false, bits: 3072 });
    const role = (id: string, roleName: string) =>
      grant(this, id, { on: keys.vaultId, name: roleName, to: this.identity.principalId });
    const settings = { keyManagementService: { keyVaultKeyId: key.id, keyVaultNetworkAccess: "Private" } };
    return {
      settings,
      after: [role("key-role", "Key Vault Crypto User"), role("vault-role", "Key Vault Contributor")],
    };
  }

  /**
   * The identity by which machines pull what they start from. AKS would make one with the cluster, too late to give it the role
   * that the first machine needs (AKS documentation, network isolated clusters with a registry of one's own).
   */
  private imagePuller(name: string, registry: string, ground: AzureGround) {
    const puller = new UserAssignedIdentity(this, "kubelet-identity", { name, ...placeOf(ground) });
    const settings = {
      kubeletIdentity: {
        clientId: puller.clientId,
        objectId: puller.principalId,
        userAssignedIdentityId: puller.id,
      },
    };
    const pull = grant(this, "kubelet-registry-role", { on: registry, name: "AcrPull", to: puller.principalId });
    const assign = grant(this, "kubelet-identity-role", {
      on: puller.id,
      name: "Managed Identity Operator",
      to: this.identity.principalId,
    });
    return { settings, after: [pull, assign] };
  }

  private addLogs({ logs }: AzureCluster): void {
    if (logs === undefined) return;
    new MonitorDiagnosticSetting(this, "logs", {
      name: "siteform",
      targetResourceId: this.cluster.id,
      logAnalyticsWorkspaceId: logs.workspace,
      logAnalyticsDestinationType: "Dedicated",
      enabledLog: LOG_CATEGORIES.map((category) => ({ category })),
    });
  }

  private addFileSystems(spec: AzureCluster, ground: AzureClusterGround) {
    const { storageId: subnetId, storageAfter: after } = this.network;
    if (subnetId === undefined) return {};
    return Object.fromEntries(
      spec.storage.map((each) => {
        const resources = new AzureLustreResources(this, `storage-${each.name}`, spec, each, {
          ...ground,
          subnetId,
          after,
        });
        return [each.name, resources.fileSystem];
      }),
    );
  }
}

/** The guard of what is costly to lose; and the tags of the system's pool, where AKS changes them. */
const clusterLifecycle = (site: AzureSiteSpec, tags: Readonly<Record<string, string>>) => {
  const lifecycle = {
    ...guard(site).lifecycle,
    ...(hasCapitals(tags) ? { ignoreChanges: ["default_node_pool[0].tags"] } : {}),
  };
  return Object.keys(lifecycle).length === 0 ? {} : { lifecycle };
};

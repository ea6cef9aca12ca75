import { ComputeSubnetwork } from "@cdktf/provider-google/lib/compute-subnetwork";
import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { Construct } from "constructs";
import { GOOGLE_SYSTEM_POOL } from "../ledger/system-nodes";
import type { GoogleCluster, GoogleSiteSpec } from "../model";
import { clusterName, nodeAccountId, SYSTEM_POOL } from "./names";
import type { GoogleNetworkResources } from "./network";
import { MAX_PODS, nodeBasis, POOL_TIMEOUTS } from "./node-config";

/** What a node needs to write logs and metrics and to pull images. Source: Cluster Toolkit, service account of GKE nodes. */
const NODE_ROLES = [
  "logging.logWriter",
  "monitoring.metricWriter",
  "monitoring.viewer",
  "stackdriver.resourceMetadata.writer",
  "artifactregistry.reader",
  "storage.objectViewer",
] as const;

/** Names of the subnetwork's ranges. */
const PODS = "pods";
const SERVICES = "services";

/**
 * A regional GKE cluster without a public address, its subnetwork, the account of its nodes, and machines for what runs
 * beside the accelerators. The project has the APIs of Compute Engine and Kubernetes Engine enabled.
 */
export class GoogleClusterResources extends Construct {
  readonly subnetwork: ComputeSubnetwork;
  readonly serviceAccount: ServiceAccount;
  /** What the nodes may do; a node pool waits for these, and they outlive it. */
  readonly roles: readonly ProjectIamMember[];
  readonly cluster: ContainerCluster;
  readonly systemPool: ContainerNodePool;

  constructor(
    scope: Construct,
    id: string,
    site: GoogleSiteSpec,
    spec: GoogleCluster,
    network: GoogleNetworkResources,
    labels: Readonly<Record<string, string>>,
  ) {
    super(scope, id);
    const name = clusterName(site, spec);
    this.subnetwork = new ComputeSubnetwork(this, "subnetwork", {
      name,
      region: site.region,
      network: network.vpc.id,
      ipCidrRange: spec.network.nodes,
      secondaryIpRange: [
        { rangeName: PODS, ipCidrRange: spec.network.pods },
        { rangeName: SERVICES, ipCidrRange: spec.network.services },
      ],
      privateIpGoogleAccess: true,
    });
    this.serviceAccount = new ServiceAccount(this, "nodes", {
      accountId: nodeAccountId(site, spec),
      displayName: `Nodes of the GKE cluster ${name}`,
    });
    this.roles = NODE_ROLES.map(
      (role) =>
        new ProjectIamMember(this, `nodes-${role}`, {
          project: site.project,
          role: `roles/${role}`,
          member: this.serviceAccount.member,
        }),
    );
    this.cluster = this.controlPlane(name, site, spec, network);
    this.systemPool = this.system(site, labels);
  }

  private controlPlane(
    name: string,
    site: GoogleSiteSpec,
    spec: GoogleCluster,
    network: GoogleNetworkResources,
  ): ContainerCluster {
    const { version } = spec.scheduler;
    return new ContainerCluster(this, "cluster", {
      name,
      location: site.region,
      deletionProtection: true,
      releaseChannel: { channel: "REGULAR" },
      ...(version === undefined ? {} : { minMasterVersion: version }),
      network: network.vpc.id,
      subnetwork: this.subnetwork.id,
      networkingMode: "VPC_NATIVE",
      ipAllocationPolicy: { clusterSecondaryRangeName: PODS, servicesSecondaryRangeName: SERVICES },
      // Its change replaces the cluster. So it does not depend on the pools, which come and go; each pool states its own.
      defaultMaxPodsPerNode: MAX_PODS.system,
      datapathProvider: "ADVANCED_DATAPATH",
      privateClusterConfig: {
        enablePrivateNodes: true,
        enablePrivateEndpoint: true,
        masterIpv4CidrBlock: spec.network.controlPlane,
      },
      // Empty: nobody outside the cluster's own network.
      masterAuthorizedNetworksConfig: {},
      workloadIdentityConfig: { workloadPool: `${site.project}.svc.id.goog` },
      addonsConfig: {
        gcePersistentDiskCsiDriverConfig: { enabled: true },
        gcsFuseCsiDriverConfig: { enabled: true },
      },
      // GKE makes no cluster without a node pool. This one goes at once; what is said of its nodes counts until then.
      removeDefaultNodePool: true,
      initialNodeCount: 1,
      nodeConfig: nodeBasis(this.serviceAccount),
      timeouts: POOL_TIMEOUTS,
      dependsOn: [...this.roles],
      // Without its pool the cluster reads back no node configuration: comparing it would replace the cluster.
      lifecycle: { ignoreChanges: ["node_config"] },
    });
  }

  private system(site: GoogleSiteSpec, labels: Readonly<Record<string, string>>): ContainerNodePool {
    return new ContainerNodePool(this, SYSTEM_POOL, {
      name: SYSTEM_POOL,
      cluster: this.cluster.name,
      location: site.region,
      maxPodsPerNode: MAX_PODS.system,
      // A node in each of the region's zones at first; then one to three over all of them.
      initialNodeCount: 1,
      autoscaling: { totalMinNodeCount: 1, totalMaxNodeCount: GOOGLE_SYSTEM_POOL.most, locationPolicy: "BALANCED" },
      management: { autoRepair: true, autoUpgrade: true },
      upgradeSettings: { strategy: "SURGE", maxSurge: GOOGLE_SYSTEM_POOL.surge, maxUnavailable: 0 },
      nodeConfig: {
        ...nodeBasis(this.serviceAccount),
        machineType: "n2-standard-8",
        labels: { "siteform.dev/pool": SYSTEM_POOL },
        resourceLabels: { ...labels, pool: SYSTEM_POOL },
      },
      timeouts: POOL_TIMEOUTS,
      dependsOn: [...this.roles],
      // GKE writes the number of nodes back here when the pool is resized by hand, and a change replaces the pool.
      lifecycle: { ignoreChanges: ["initial_node_count"] },
    });
  }
}

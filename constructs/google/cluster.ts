import { ComputeSubnetwork } from "@cdktf/provider-google/lib/compute-subnetwork";
import type { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import { DataGoogleComputeNetwork } from "@cdktf/provider-google/lib/data-google-compute-network";
import { DataGoogleComputeSubnetwork } from "@cdktf/provider-google/lib/data-google-compute-subnetwork";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { Construct } from "constructs";
import { POOL_LABEL } from "../ledger/node-marks";
import { GOOGLE_SYSTEM_POOL } from "../ledger/system-nodes";
import type { GoogleCluster, GoogleSiteSpec } from "../model";
import { controlPlane } from "./control-plane";
import type { GoogleEncryptionResources } from "./encryption";
import { type StackGround, waits } from "./ground";
import { clusterName, nodeAccountId, SYSTEM_POOL } from "./names";
import type { GoogleNetworkResources } from "./network";
import { MAX_PODS, type NodeAccount, nodeBasis, POOL_TIMEOUTS } from "./node-config";

/** What a node needs to write logs and metrics and to pull images. Source: Cluster Toolkit, service account of GKE nodes. */
const NODE_ROLES = [
  "logging.logWriter",
  "monitoring.metricWriter",
  "monitoring.viewer",
  "stackdriver.resourceMetadata.writer",
  "artifactregistry.reader",
  "storage.objectViewer",
] as const;

/** Names of the subnetwork's ranges, where it is made here. */
const PODS = "pods";
const SERVICES = "services";

/** Where a cluster stands: made here, or found by name. */
export interface ClusterNetwork {
  readonly vpc: string;
  readonly subnetwork: string;
  readonly podsRange: string;
  readonly servicesRange: string;
}

/** What a cluster is built from. */
export interface ClusterGround {
  readonly site: GoogleSiteSpec;
  readonly spec: GoogleCluster;
  /** The VPC of the stack; undefined where all its clusters stand in existing ones. */
  readonly network: GoogleNetworkResources | undefined;
  readonly encryption: GoogleEncryptionResources | undefined;
  readonly stack: StackGround;
  /** Labels of the virtual machines, for the bill. */
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * A regional GKE cluster without a public address, its subnetwork, the account of its nodes, and machines for what runs
 * beside the accelerators.
 */
export class GoogleClusterResources extends Construct {
  /** Undefined where the cluster stands in one that exists. */
  readonly subnetwork: ComputeSubnetwork | undefined;
  readonly standsIn: ClusterNetwork;
  /** Undefined where the nodes have an account that exists. */
  readonly serviceAccount: ServiceAccount | undefined;
  /** The account of the nodes; a node pool waits for its roles, and they outlive it. */
  readonly account: NodeAccount;
  readonly cluster: ContainerCluster;
  readonly systemPool: ContainerNodePool;

  constructor(scope: Construct, id: string, ground: ClusterGround) {
    super(scope, id);
    const { site, spec } = ground;
    const name = clusterName(site, spec);
    const { existing } = spec.network;
    if (existing === undefined) {
      if (ground.network === undefined) throw new Error(`the stack of ${name} has no VPC`);
      this.subnetwork = this.makeSubnetwork(name, site, spec, ground.network);
      this.standsIn = {
        vpc: ground.network.vpc.id,
        subnetwork: this.subnetwork.id,
        podsRange: PODS,
        servicesRange: SERVICES,
      };
    } else {
      const project = existing.hostProject ?? site.project;
      this.standsIn = {
        vpc: new DataGoogleComputeNetwork(this, "vpc", { name: existing.vpc, project }).id,
        subnetwork: new DataGoogleComputeSubnetwork(this, "subnetwork", {
          name: existing.subnetwork,
          project,
          region: site.region,
        }).id,
        podsRange: existing.podsRange,
        servicesRange: existing.servicesRange,
      };
    }
    if (spec.nodeServiceAccount === undefined) {
      this.serviceAccount = new ServiceAccount(this, "nodes", {
        accountId: nodeAccountId(site, spec),
        displayName: `Nodes of the GKE cluster ${name}`,
        ...waits(ground.stack.after("iam")),
      });
    }
    this.account = this.accountOf(ground, this.serviceAccount);
    this.cluster = controlPlane(this, "cluster", ground, this.standsIn, this.account);
    this.systemPool = this.system(ground);
  }

  private makeSubnetwork(
    name: string,
    site: GoogleSiteSpec,
    spec: GoogleCluster,
    network: GoogleNetworkResources,
  ): ComputeSubnetwork {
    return new ComputeSubnetwork(this, "subnetwork", {
      name,
      region: site.region,
      network: network.vpc.id,
      ipCidrRange: spec.network.nodes,
      secondaryIpRange: [
        { rangeName: PODS, ipCidrRange: spec.network.pods },
        { rangeName: SERVICES, ipCidrRange: spec.network.services },
      ],
      privateIpGoogleAccess: true,
      ...(site.network?.flowLogs === true
        ? { logConfig: { aggregationInterval: "INTERVAL_10_MIN", flowSampling: 0.1, metadata: "INCLUDE_ALL_METADATA" } }
        : {}),
    });
  }

  /** An account that exists has roles that its owner gave it. */
  private accountOf({ site, spec, stack }: ClusterGround, made: ServiceAccount | undefined): NodeAccount {
    if (made === undefined) return { email: spec.nodeServiceAccount ?? "", roles: [] };
    const roles = NODE_ROLES.map(
      (role) =>
        new ProjectIamMember(this, `nodes-${role}`, {
          project: site.project,
          role: `roles/${role}`,
          member: made.member,
          ...waits(stack.after("cloudresourcemanager")),
        }),
    );
    return { email: made.email, roles };
  }

  private system({ site, labels, encryption }: ClusterGround): ContainerNodePool {
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
        ...nodeBasis(this.account, encryption?.key),
        machineType: "n2-standard-8",
        labels: { [POOL_LABEL]: SYSTEM_POOL },
        resourceLabels: { ...labels, pool: SYSTEM_POOL },
      },
      timeouts: POOL_TIMEOUTS,
      ...waits(this.account.roles),
      // GKE writes the number of nodes back here when the pool is resized by hand, and a change replaces the pool.
      lifecycle: { ignoreChanges: ["initial_node_count"] },
    });
  }
}

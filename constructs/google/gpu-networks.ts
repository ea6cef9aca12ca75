import { ComputeFirewall } from "@cdktf/provider-google/lib/compute-firewall";
import { ComputeNetwork } from "@cdktf/provider-google/lib/compute-network";
import { ComputeSubnetwork } from "@cdktf/provider-google/lib/compute-subnetwork";
import { Construct } from "constructs";
import {
  type GpuNetwork,
  gpuInterfacesOf,
  gpuNetworks,
  gpuNetworksOf,
  rdmaProfile,
} from "../ledger/google-gpu-networks";
import type { GoogleCluster, GooglePool, GoogleSiteSpec } from "../model";
import { type StackGround, waits } from "./ground";

/**
 * The further networks of a cluster's GPU machines: a VPC with a subnetwork for each gVNIC of GPUDirect, and one VPC for RDMA, whose
 * profile belongs to the zone of the pools. Jobs use them through the Kubernetes objects of the same names.
 */
export class GoogleGpuNetworks extends Construct {
  private readonly subnetworks = new Map<string, ComputeSubnetwork>();
  readonly vpcs: Readonly<Record<string, ComputeNetwork>>;

  constructor(
    scope: Construct,
    id: string,
    private readonly site: GoogleSiteSpec,
    private readonly spec: GoogleCluster,
    private readonly stack: StackGround,
  ) {
    super(scope, id);
    const vpcs: Record<string, ComputeNetwork> = {};
    for (const network of gpuNetworks(site, spec)) {
      const vpc = vpcs[network.vpc] ?? this.vpc(network);
      vpcs[network.vpc] = vpc;
      this.subnetworks.set(network.name, this.subnetwork(network, vpc));
    }
    this.vpcs = vpcs;
  }

  /** The interfaces of a pool's nodes beside the one in the cluster's VPC, in the order in which GKE wants them. */
  interfacesOf(pool: GooglePool): { readonly network: string; readonly subnetwork: string }[] {
    return gpuNetworksOf(this.site, this.spec, pool.machine).flatMap(({ name, vpc }) => {
      const subnetwork = this.subnetworks.get(name);
      const network = this.vpcs[vpc];
      return subnetwork === undefined || network === undefined
        ? []
        : [{ network: network.name, subnetwork: subnetwork.name }];
    });
  }

  private vpc(network: GpuNetwork): ComputeNetwork {
    const after = waits(this.stack.after("compute"));
    const common = { name: network.vpc, autoCreateSubnetworks: false, routingMode: "REGIONAL", ...after };
    if (network.deviceMode === "RDMA") {
      // The profile sets the size of packets and what is let through; a rule of a firewall would be refused.
      const profile = `projects/${this.site.project}/global/networkProfiles/${rdmaProfile(this.rdmaZone())}`;
      return new ComputeNetwork(this, "rdma", { ...common, networkProfile: profile });
    }
    return new ComputeNetwork(this, network.name, { ...common, mtu: network.mtu });
  }

  private subnetwork(network: GpuNetwork, vpc: ComputeNetwork): ComputeSubnetwork {
    const { cidr, name } = network;
    if (cidr === undefined) throw new Error(`the rules let the network ${name} pass without a range`);
    if (network.deviceMode === "NetDevice") {
      new ComputeFirewall(this, `${name}-internal`, {
        name: `${network.vpc}-internal`,
        network: vpc.id,
        direction: "INGRESS",
        sourceRanges: [cidr],
        allow: [{ protocol: "tcp" }, { protocol: "udp" }, { protocol: "icmp" }],
      });
    }
    return new ComputeSubnetwork(this, `${name}-subnetwork`, {
      name: network.subnetwork,
      region: this.site.region,
      network: vpc.id,
      ipCidrRange: cidr,
    });
  }

  /** The rule GCP-GPU-01 has all pools with RDMA stand in one zone. */
  private rdmaZone(): string {
    const pool = this.spec.pools.find(({ machine }) => (gpuInterfacesOf(machine)?.rdma ?? 0) > 0);
    if (pool === undefined) throw new Error(`no pool of ${this.spec.name} has RDMA`);
    return pool.capacity.zone;
  }
}

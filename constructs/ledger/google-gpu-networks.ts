import { cidrSubnet } from "../model";
import { clusterName } from "./cloud-names";

/**
 * The further networks of GPU machines on Google Cloud. A machine has one network interface in the cluster's VPC and more for
 * GPUDirect, each in a subnetwork of a further VPC; Kubernetes sees each as a `Network` of type Device with a
 * `GKENetworkParamSet` of the same name. Both Terraform and the manifests take the names from here.
 */
type Named = { readonly name: string };

/** How GPUs of two machines talk: TCPX and TCPXO over a gVNIC each, or RDMA over converged Ethernet. */
export type GpuTransport = "TCPX" | "TCPXO" | "RDMA";

/** The further interfaces of a machine type, in the order in which its node pool must name them. */
export interface GpuInterfaces {
  readonly transport: GpuTransport;
  /** Interfaces in a VPC each. */
  readonly gvnics: number;
  /** Interfaces in subnetworks of one VPC, whose profile belongs to a zone. */
  readonly rdma: number;
}

/**
 * Sources: Cluster Toolkit, examples gke-a3-highgpu, gke-a3-megagpu, gke-a3-ultragpu; of A4 and A4X before they moved to
 * DRANET, and machine-learning/a4x-highgpu-4g, whose machines have four network cards.
 */
const interfaces: ReadonlyMap<string, GpuInterfaces> = new Map([
  ["a3-highgpu-8g", { transport: "TCPX", gvnics: 4, rdma: 0 }],
  ["a3-megagpu-8g", { transport: "TCPXO", gvnics: 8, rdma: 0 }],
  ["a3-ultragpu-8g", { transport: "RDMA", gvnics: 1, rdma: 8 }],
  ["a4-highgpu-8g", { transport: "RDMA", gvnics: 1, rdma: 8 }],
  ["a4x-highgpu-4g", { transport: "RDMA", gvnics: 1, rdma: 4 }],
]);

/** The further interfaces of a machine type; nothing for one that has none, or that is newer than this list. */
export const gpuInterfacesOf = (machine: string): GpuInterfaces | undefined => interfaces.get(machine);

/** One further network of a cluster. */
export interface GpuNetwork {
  /** The name in Kubernetes, of the `Network` and of its `GKENetworkParamSet`: `vpc1`, `gvnic-1`, `rdma-0`, as in Google's guides. */
  readonly name: string;
  /** Of the `GKENetworkParamSet`. */
  readonly deviceMode: "NetDevice" | "RDMA";
  /** Name of the VPC. Those of RDMA share one. */
  readonly vpc: string;
  /** Name of the subnetwork, in the cluster's region. */
  readonly subnetwork: string;
  /** The largest packet in bytes. The profile of an RDMA network sets its own. */
  readonly mtu: number;
  /** The subnetwork's part of the cluster's range for these networks, when it states one. */
  readonly cidr: string | undefined;
}

/** A range for these networks is cut into so many parts: eight VPCs of TCPX or TCPXO, one gVNIC beside RDMA, eight of RDMA. */
const PARTS_PREFIX = 5;
const FIRST_PART = { vpc: 0, gvnic: 8, rdma: 16 } as const;

/** The largest packet, in bytes, of networks for GPUDirect-TCPX and -TCPXO. Source: Cluster Toolkit, as above. */
const TCPX_MTU = 8244;
/** The largest packet of a Google VPC, and that of the RDMA profile. Source: Google VPC documentation, MTU; RDMA network profiles. */
const LARGEST_MTU = 8896;

/** The VPC for RDMA of a cluster, one for all its pools: its profile belongs to the zone in which they all stand. */
export const rdmaVpcName = (site: Named, cluster: Named): string => `${clusterName(site, cluster)}-rdma`;

/** The profile of that VPC. Source: Google VPC documentation, RDMA network profiles: `ZONE-vpc-roce`. */
export const rdmaProfile = (zone: string): string => `${zone}-vpc-roce`;

/** The prefix length of each subnetwork cut from a range for these networks. */
export const gpuSubnetPrefix = (prefix: number): number => prefix + PARTS_PREFIX;

/**
 * The further networks of one machine type's node pools, in the order of their interfaces: gVNICs first, then RDMA. The n-th
 * network is the same for every machine type of its transport, so that pools share them and none moves when another comes.
 */
export function gpuNetworksOf(site: Named, cluster: Named, machine: string, range?: string): readonly GpuNetwork[] {
  const found = gpuInterfacesOf(machine);
  if (found === undefined) return [];
  const part = (index: number) =>
    range === undefined ? undefined : cidrSubnet(range, gpuSubnetPrefix(Number(range.split("/")[1])), index);
  const own = (name: string, mtu: number, index: number): GpuNetwork => {
    const full = `${clusterName(site, cluster)}-${name}`;
    return { name, deviceMode: "NetDevice", vpc: full, subnetwork: full, mtu, cidr: part(index) };
  };
  const gvnics = Array.from({ length: found.gvnics }, (_, index) =>
    found.transport === "RDMA"
      ? own(`gvnic-${index + 1}`, LARGEST_MTU, FIRST_PART.gvnic + index)
      : own(`vpc${index + 1}`, TCPX_MTU, FIRST_PART.vpc + index),
  );
  const rdma = Array.from({ length: found.rdma }, (_, index): GpuNetwork => {
    const name = `rdma-${index}`;
    return {
      name,
      deviceMode: "RDMA",
      vpc: rdmaVpcName(site, cluster),
      subnetwork: `${clusterName(site, cluster)}-${name}`,
      mtu: LARGEST_MTU,
      cidr: part(FIRST_PART.rdma + index),
    };
  });
  return [...gvnics, ...rdma];
}

/**
 * The further networks that a cluster has: those of its pools, each once, in one order whatever the order of the pools; none
 * when its network states no range for them.
 */
export function gpuNetworks(site: Named, cluster: ClusterWithGpus): readonly GpuNetwork[] {
  const range = cluster.network.gpu;
  if (range === undefined) return [];
  const all = cluster.pools.flatMap((pool) => gpuNetworksOf(site, cluster, pool.machine, range));
  const byName = new Map(all.map((network) => [network.name, network]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What of a cluster decides its further networks. */
type ClusterWithGpus = Named & {
  readonly network: { readonly gpu?: string | undefined };
  readonly pools: readonly { readonly machine: string }[];
};

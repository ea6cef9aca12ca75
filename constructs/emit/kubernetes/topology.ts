import { gpuInterfacesOf, hasNvlinkDomain } from "../../ledger";
import type { ClusterView, PoolView } from "./cluster-view";
import type { Manifest } from "./manifest";
import { pins } from "./versions";

/** How near nodes are to each other, as labels that the cloud puts on them, from far to near. */
export interface NodeTopology {
  readonly name: string;
  readonly levels: readonly string[];
}

const HOST = "kubernetes.io/hostname";

const ec2 = (layers: number): NodeTopology => ({
  name: `ec2-${layers}-layers`,
  levels: [...Array.from({ length: layers }, (_, index) => `topology.k8s.aws/network-node-layer-${index + 1}`), HOST],
});

/**
 * EC2 instance types with the number of network layers that EC2 tells of them; EKS puts these on nodes as labels. Sources: EC2 user
 * guide, prerequisites for EC2 topology; EKS user guide, network topology labels.
 */
const ec2Topologies: readonly { readonly types: RegExp; readonly topology: NodeTopology }[] = [
  {
    types:
      /^(p4d\.24xlarge|p4de\.24xlarge|p5\.48xlarge|p5e\.48xlarge|p5en\.48xlarge|p6e-gb200\.36xlarge|g6e\.\d*xlarge|g7e\.\d*xlarge|trn1\.2xlarge|trn1n?\.32xlarge|trn2u?\.48xlarge)$/,
    topology: ec2(3),
  },
  { types: /^p6-b[23]00\.48xlarge$/, topology: ec2(4) },
];

const GCE = "cloud.google.com/gce-topology";
/** Source: Cluster Toolkit v1.95.0, examples/gke-a3-*, gke-a4: kueue-configuration.yaml.tftpl. */
const gce: NodeTopology = { name: "gce", levels: [`${GCE}-block`, `${GCE}-subblock`, `${GCE}-host`, HOST] };
/** A node pool is an NVLink domain. Source: as above, examples/gke-a4x. */
const gceNvlink: NodeTopology = {
  name: "gce-nvlink",
  levels: [`${GCE}-block`, `${GCE}-subblock`, "cloud.google.com/gke-nodepool", `${GCE}-host`, HOST],
};

/**
 * The topology of a pool's nodes; nothing where the cloud labels none. Kueue sends nothing to a node that lacks one of the labels, so
 * that a pool is given a topology only where its nodes are known to have them all: on Google, GPU machines that are reserved or
 * placed near each other, hence none under flex-start. TPU slices need none: a slice is one whole node pool.
 */
export function topologyOf(
  provider: ClusterView["provider"],
  { machine, contract }: PoolView,
): NodeTopology | undefined {
  switch (provider) {
    case "aws":
      return ec2Topologies.find(({ types }) => types.test(machine.type))?.topology;
    case "google":
      if (gpuInterfacesOf(machine.type) === undefined || !["onDemand", "reservation", "spot"].includes(contract))
        return undefined;
      return hasNvlinkDomain(machine) ? gceNvlink : gce;
    case "azure":
      return undefined;
  }
}

/** The topologies of a cluster's pools as objects of Kueue, each once. */
export function topologies(cluster: ClusterView): Manifest[] {
  const found = cluster.pools.flatMap((pool) => topologyOf(cluster.provider, pool) ?? []);
  return [...new Map(found.map((topology) => [topology.name, topology])).values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, levels }) => ({
      apiVersion: pins.kueue.apiVersion,
      kind: "Topology",
      metadata: { name },
      spec: { levels: levels.map((nodeLabel) => ({ nodeLabel })) },
    }));
}

import { type GpuTransport, gpuInterfacesOf, gpuNetworks } from "../../ledger";
import type { ClusterView } from "./cluster-view";
import { type Manifest, type ManifestFile, manifestFile } from "./manifest";

const API_VERSION = "networking.gke.io/v1";

const INSTALLERS = "https://github.com/GoogleCloudPlatform/container-engine-accelerators";

/** What of Google's must run on the nodes before NCCL talks over these networks. Source: GKE documentation, GPUDirect. */
const installers: Readonly<Record<GpuTransport, string>> = {
  TCPX: `${INSTALLERS}, gpudirect-tcpx/nccl-tcpx-installer.yaml`,
  TCPXO: `${INSTALLERS}, gpudirect-tcpxo/nccl-tcpxo-installer.yaml`,
  RDMA: `${INSTALLERS}, gpudirect-rdma/nccl-rdma-installer.yaml`,
};

/** The further networks of GPU machines on GKE, as pods name them; nothing for a cluster without. */
export function gpuNetworkFiles(cluster: ClusterView): ManifestFile[] {
  if (cluster.provider !== "google") return [];
  const networks = gpuNetworks(cluster.site, cluster.spec);
  if (networks.length === 0) return [];
  const transports = [
    ...new Set(cluster.pools.flatMap(({ machine }) => gpuInterfacesOf(machine.type)?.transport ?? [])),
  ].sort();
  const objects = networks.flatMap(({ name, deviceMode, vpc, subnetwork }): Manifest[] => [
    {
      apiVersion: API_VERSION,
      kind: "GKENetworkParamSet",
      metadata: { name },
      spec: { vpc, vpcSubnet: subnetwork, deviceMode },
    },
    {
      apiVersion: API_VERSION,
      kind: "Network",
      metadata: { name },
      spec: { type: "Device", parametersRef: { group: "networking.gke.io", kind: "GKENetworkParamSet", name } },
    },
  ]);
  return [
    manifestFile(
      "gpu-networks.yaml",
      [
        "The further networks of GPU machines. A pod joins them with the annotation networking.gke.io/interfaces.",
        "Cluster and node pools name the same VPCs and subnetworks in Terraform; GKE has the definitions of these kinds where",
        "multi-networking is on.",
        ...transports.map(
          (transport) => `Not installed here, Google's NCCL plugin for ${transport}: ${installers[transport]}`,
        ),
        "After Cluster Toolkit (v1.95.0), modules/scheduler/gke-cluster/templates.",
      ],
      objects,
    ),
  ];
}

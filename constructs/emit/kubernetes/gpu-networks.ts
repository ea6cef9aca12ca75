import { type GpuTransport, gpuInterfacesOf, gpuNetworks } from "../../ledger";
import type { ClusterView, PoolView } from "./cluster-view";
import { type Manifest, type ManifestFile, manifestFile } from "./manifest";

const API_VERSION = "networking.gke.io/v1";

const INSTALLERS = "https://github.com/GoogleCloudPlatform/container-engine-accelerators";

/** Gives pods the devices of GPUDirect that they name. */
const INJECTOR = "nri_device_injector/nri-device-injector.yaml";

/**
 * What of Google's must run on the nodes before NCCL talks over these networks. Sources: Cluster Toolkit, gke-node-pool, gpu_direct.tf;
 * container-engine-accelerators, gpudirect-rdma/README.md: machines with Arm hosts have an installer of their own.
 */
const installers: Readonly<Record<GpuTransport, readonly string[]>> = {
  TCPX: ["gpudirect-tcpx/nccl-tcpx-installer.yaml", "gpudirect-tcpx/nccl-config.yaml", INJECTOR],
  TCPXO: ["gpudirect-tcpxo/nccl-tcpxo-installer.yaml", INJECTOR],
  RDMA: ["gpudirect-rdma/nccl-rdma-installer.yaml"],
};
const ARM_INSTALLERS = ["gpudirect-rdma/nccl-rdma-installer-a4x.yaml"];

function installersFor({ machine }: PoolView): readonly string[] {
  const transport = gpuInterfacesOf(machine.type)?.transport;
  if (transport === undefined) return [];
  return machine.architecture === "arm64" ? ARM_INSTALLERS : installers[transport];
}

/** The further networks of GPU machines on GKE, as pods name them; nothing for a cluster without. */
export function gpuNetworkFiles(cluster: ClusterView): ManifestFile[] {
  if (cluster.provider !== "google") return [];
  const networks = gpuNetworks(cluster.site, cluster.spec);
  if (networks.length === 0) return [];
  const needed = [...new Set(cluster.pools.flatMap(installersFor))].sort();
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
        `Not installed here, what NCCL needs of Google's for them, of ${INSTALLERS}:`,
        ...needed.map((file) => `  ${file}`),
        "After Cluster Toolkit (v1.95.0), modules/scheduler/gke-cluster/templates.",
      ],
      objects,
    ),
  ];
}

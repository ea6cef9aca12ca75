import { acceleratorResource, clusterName, hasNvlinkDomain } from "../../ledger";
import type { ClusterView } from "./cluster-view";
import { devicePluginFiles, hasAksDriver } from "./device-plugins";
import { gpuNetworkFiles } from "./gpu-networks";
import { kustomizationFile, type ManifestFile } from "./manifest";
import { queueFiles } from "./queues";
import { storageClassFiles } from "./storage-classes";
import { pins } from "./versions";
import { volumeFiles } from "./volumes";

/** Folders of a cluster in the order in which they are applied. */
const FOLDERS = ["platform", "kueue", "queues"] as const;

/** Argo CD sorts what it applies by this; Flux has dependsOn, kubectl the one who types. */
const WAVE = "argocd.argoproj.io/sync-wave";

/** Everything that is emitted for one cluster, below its folder; nothing for one that has no machines. */
export function clusterFiles(cluster: ClusterView): ManifestFile[] {
  if (cluster.pools.length === 0) return [];
  const platform = [...devicePluginFiles(cluster), ...gpuNetworkFiles(cluster), ...storageClassFiles(cluster)];
  const queues = queueFiles(cluster);
  const volumes = volumeFiles(cluster);
  const folders = FOLDERS.filter((folder) => folder !== "platform" || platform.length > 0);
  return [
    kustomizationFile("", clusterHeader(cluster, folders, volumes.length > 0), { resources: folders }),
    ...(platform.length === 0
      ? []
      : [
          kustomizationFile(
            "platform/",
            ["What pods need on the nodes: device plugins, networks, classes of disks.", ...notes(cluster)],
            { resources: platform.map(({ file }) => file) },
          ),
          ...inFolder("platform", platform),
        ]),
    kueueFile(),
    kustomizationFile(
      "queues/",
      [
        "Queues and quotas for Kueue, after it is installed and its webhook answers.",
        "Apply: kubectl apply --server-side -k queues",
      ],
      { resources: queues.map(({ file }) => file), commonAnnotations: { [WAVE]: "1" } },
    ),
    ...inFolder("queues", queues),
    ...volumes,
  ];
}

const inFolder = (folder: string, files: readonly ManifestFile[]): ManifestFile[] =>
  files.map(({ file, text }) => ({ file: `${folder}/${file}`, text }));

function clusterHeader(cluster: ClusterView, folders: readonly string[], volumes: boolean): string[] {
  return [
    `What runs in the cluster ${clusterName(cluster.site, cluster)} of the fleet ${cluster.fleet}. Siteform writes these files and applies none.`,
    "With kubectl, in this order, from this folder:",
    ...folders.flatMap((folder) => [
      `  kubectl apply --server-side -k ${folder}`,
      ...(folder === "kueue"
        ? ["  kubectl --namespace kueue-system wait deployment/kueue-controller-manager --for=condition=Available"]
        : []),
    ]),
    "Argo CD can take this folder as it is: it applies the folder queues after the others. Flux: a Kustomization for each folder,",
    "with dependsOn in the same order. docs/kubernetes.md says more.",
    ...(volumes
      ? [
          "The folder storage is not among them: it needs answers of the cloud, and its kustomization says how they are had.",
        ]
      : []),
    ...(folders.includes("platform") ? [] : notes(cluster)),
  ];
}

/** What of the machines' needs is not in these files, and who has it. */
function notes(cluster: ClusterView): string[] {
  const { pools, provider } = cluster;
  const has = (resource: string) => pools.some(({ machine }) => acceleratorResource(machine).name === resource);
  const domains = pools.filter(({ machine }) => hasNvlinkDomain(machine)).map(({ name }) => name);
  const operator = pools.filter(
    (pool) =>
      provider === "azure" && acceleratorResource(pool.machine).name === "nvidia.com/gpu" && !hasAksDriver(pool),
  );
  const driverRoot = provider === "google" ? " --set nvidiaDriverRoot=/home/kubernetes/bin/nvidia" : "";
  return [
    ...(provider === "google" && has("nvidia.com/gpu")
      ? ["GKE installs the NVIDIA driver and device plugin itself."]
      : []),
    ...(provider === "google" && has("google.com/tpu") ? ["GKE installs the TPU device plugin itself."] : []),
    ...(operator.length === 0
      ? []
      : [
          `${operator.map(({ name }) => name).join(", ")}: Arm hosts, on which AKS installs no NVIDIA driver. NVIDIA's GPU operator brings the driver and the`,
          "device plugin.",
        ]),
    ...(domains.length === 0
      ? []
      : [
          `${domains.join(", ")}: pods that use NVLink across machines share a ComputeDomain of NVIDIA's DRA driver, which is not installed here:`,
          `  helm install dra-driver-nvidia-gpu ${pins.nvidiaDraDriver.chart} \\`,
          `    --version ${pins.nvidiaDraDriver.version} --namespace dra-driver-nvidia-gpu --create-namespace --set resources.gpus.enabled=false${driverRoot}`,
        ]),
    "Apply: kubectl apply --server-side -k platform",
  ];
}

/** The release of Kueue, by reference: kustomize fetches it when it is applied. Its definitions are too large for a client-side apply. */
function kueueFile(): ManifestFile {
  const definitions = { group: "apiextensions.k8s.io", kind: "CustomResourceDefinition" };
  return kustomizationFile(
    "kueue/",
    [
      `Kueue as released: ${pins.kueue.source}. Fetched when this folder is built: for a cluster without a way`,
      "out, keep the file beside this one and name it here.",
      "Apply: kubectl apply --server-side -k kueue",
    ],
    {
      resources: [pins.kueue.manifest],
      patches: [
        {
          target: definitions,
          patch: [
            "apiVersion: apiextensions.k8s.io/v1",
            "kind: CustomResourceDefinition",
            "metadata:",
            "  name: any",
            "  annotations:",
            "    argocd.argoproj.io/sync-options: ServerSideApply=true",
            "",
          ].join("\n"),
        },
      ],
    },
  );
}

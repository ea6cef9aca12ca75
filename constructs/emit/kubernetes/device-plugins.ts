import { acceleratorResource, efaInterfaces, hasInfiniBand, isNeuron, RDMA_RESOURCE, RDMA_SLOTS } from "../../ledger";
import type { ClusterView, PoolView } from "./cluster-view";
import { devicePlugin, hostFolder, SYSTEM_NAMESPACE, UNPRIVILEGED } from "./daemon-set";
import { type Manifest, type ManifestFile, manifestFile } from "./manifest";
import { eksRegistry, pins } from "./versions";

/** The device plugins that the pools of a cluster need, one file each; those that the cloud installs are left to it. */
export function devicePluginFiles(cluster: ClusterView): ManifestFile[] {
  switch (cluster.provider) {
    case "aws":
      return [
        ...forPools(cluster, "neuron-device-plugin.yaml", ({ machine }) => isNeuron(machine), neuron),
        ...forPools(
          cluster,
          "nvidia-device-plugin.yaml",
          (pool) => isNvidia(pool) && pool.imageHasNvidiaPlugin !== true,
          nvidia,
        ),
        ...forPools(
          cluster,
          "efa-device-plugin.yaml",
          ({ machine }) => efaInterfaces(machine) > 0,
          (pools) => efa(pools, cluster.site.region),
        ),
      ];
    case "google":
      return [];
    case "azure":
      return [
        ...forPools(cluster, "nvidia-device-plugin.yaml", (pool) => isNvidia(pool) && hasAksDriver(pool), nvidia),
        ...forPools(cluster, "amd-device-plugin.yaml", isAmdGpu, amd),
        ...forPools(cluster, "rdma-device-plugin.yaml", ({ machine }) => hasInfiniBand(machine.type), rdma),
      ];
  }
}

const isNvidia = ({ machine }: PoolView): boolean => acceleratorResource(machine).name === "nvidia.com/gpu";
const isAmdGpu = ({ machine }: PoolView): boolean => acceleratorResource(machine).name === "amd.com/gpu";

/** AKS installs NVIDIA's driver on x86 hosts; Grace hosts get driver and plugin from the GPU operator (AKS documentation). */
export const hasAksDriver = ({ aksDriver }: PoolView): boolean => aksDriver === true;

interface Plugin {
  readonly header: readonly string[];
  readonly objects: readonly Manifest[];
}

function forPools(
  cluster: ClusterView,
  file: string,
  needs: (pool: PoolView) => boolean,
  plugin: (pools: readonly PoolView[]) => Plugin,
): ManifestFile[] {
  const pools = cluster.pools.filter(needs);
  if (pools.length === 0) return [];
  const { header, objects } = plugin(pools);
  const names = pools.map(({ name }) => name).sort();
  return [manifestFile(file, [...header, `Runs on: ${names.join(", ")}.`], objects)];
}

function neuron(pools: readonly PoolView[]): Plugin {
  const name = "neuron-device-plugin";
  const account = { kind: "ServiceAccount", name, namespace: SYSTEM_NAMESPACE };
  return {
    header: [
      "AWS Neuron device plugin: Trainium and Inferentia chips as the extended resource aws.amazon.com/neuron.",
      `After ${pins.neuronDevicePlugin.source}.`,
      "The scheduler extension is not installed. AWS calls it optional for pods that take whole machines, and required for",
      "pods that take several chips of one and need neighbours: see deploy/infrastructure/scheduler.rst there.",
    ],
    objects: [
      { apiVersion: "v1", kind: "ServiceAccount", metadata: { name, namespace: SYSTEM_NAMESPACE } },
      {
        apiVersion: "rbac.authorization.k8s.io/v1",
        kind: "ClusterRole",
        metadata: { name },
        rules: [
          { apiGroups: [""], resources: ["nodes"], verbs: ["get", "list", "watch"] },
          { apiGroups: [""], resources: ["events"], verbs: ["create", "patch"] },
          { apiGroups: [""], resources: ["pods"], verbs: ["update", "patch", "get", "list", "watch"] },
          { apiGroups: [""], resources: ["nodes/status"], verbs: ["patch", "update"] },
        ],
      },
      {
        apiVersion: "rbac.authorization.k8s.io/v1",
        kind: "ClusterRoleBinding",
        metadata: { name },
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name },
        subjects: [account],
      },
      devicePlugin({
        name,
        image: pins.neuronDevicePlugin.image,
        pools,
        serviceAccountName: name,
        securityContext: UNPRIVILEGED,
        env: [
          { name: "KUBECONFIG", value: "/etc/kubernetes/kubelet.conf" },
          { name: "NODE_NAME", valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } },
        ],
        mounts: [{ name: "run", mountPath: "/run", source: hostFolder("/run") }],
      }),
    ],
  };
}

function nvidia(pools: readonly PoolView[]): Plugin {
  return {
    header: [
      "NVIDIA device plugin: GPUs as the extended resource nvidia.com/gpu. The driver and the container toolkit are in the",
      "image of the node.",
      `After ${pins.nvidiaDevicePlugin.source}.`,
    ],
    objects: [
      devicePlugin({
        name: "nvidia-device-plugin",
        image: pins.nvidiaDevicePlugin.image,
        pools,
        securityContext: UNPRIVILEGED,
      }),
    ],
  };
}

function efa(pools: readonly PoolView[], region: string): Plugin {
  return {
    header: [
      "AWS EFA device plugin: EFA interfaces as the extended resource vpc.amazonaws.com/efa. The driver is in the image of",
      "the node. On Kubernetes 1.34 and later the EFA DRA driver can take its place; never both on one node.",
      `After ${pins.efaDevicePlugin.source}.`,
    ],
    objects: [
      devicePlugin({
        name: "aws-efa-k8s-device-plugin",
        image: `${eksRegistry(region)}/${pins.efaDevicePlugin.image}`,
        pools,
        hostNetwork: true,
        // As in AWS's chart: it opens the devices below /dev/infiniband.
        securityContext: { privileged: true, allowPrivilegeEscalation: true, runAsNonRoot: false, runAsUser: 0 },
        requests: { cpu: "10m", memory: "20Mi" },
        mounts: [
          { name: "infiniband", mountPath: "/dev/infiniband/", source: hostFolder("/dev/infiniband/") },
          {
            name: "neuron-tools",
            mountPath: "/opt/aws/neuron/",
            source: hostFolder("/opt/aws/neuron/", "DirectoryOrCreate"),
          },
        ],
      }),
    ],
  };
}

function amd(pools: readonly PoolView[]): Plugin {
  return {
    header: [
      "AMD GPU device plugin: GPUs as the extended resource amd.com/gpu.",
      "AKS installs no AMD driver: until the amdgpu driver is on a node the plugin finds no GPU there. The AMD GPU operator",
      "brings the driver and a device plugin of its own: with its plugin, leave this file out.",
      `After ${pins.amdDevicePlugin.source}.`,
    ],
    objects: [
      devicePlugin({
        name: "amd-gpu-device-plugin",
        image: pins.amdDevicePlugin.image,
        pools,
        // As AMD has it: it reads /dev/kfd and the devices below /sys.
        securityContext: { privileged: true, capabilities: { drop: ["ALL"] } },
        mounts: [{ name: "sys", mountPath: "/sys", source: hostFolder("/sys") }],
      }),
    ],
  };
}

/** Read by the plugin; the fields are those of its README. */
const RDMA_CONFIG = {
  configList: [
    {
      resourceName: RDMA_RESOURCE.slice("rdma/".length),
      rdmaHcaMax: RDMA_SLOTS,
      selectors: { vendors: ["15b3"], linkTypes: ["infiniband"] },
    },
  ],
};

function rdma(pools: readonly PoolView[]): Plugin {
  const name = "rdma-shared-device-plugin";
  return {
    header: [
      `RDMA shared device plugin: the InfiniBand cards of a node, which up to ${RDMA_SLOTS} pods share, as the extended resource`,
      `${RDMA_RESOURCE}. A pod that uses them asks for one and has the capability IPC_LOCK.`,
      "The InfiniBand driver is not installed here: NVIDIA's network operator brings it (NicClusterPolicy, ofedDriver) and",
      "can run this plugin itself: then leave this file out.",
      `After ${pins.rdmaDevicePlugin.source}.`,
    ],
    objects: [
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name, namespace: SYSTEM_NAMESPACE },
        data: { "config.json": `${JSON.stringify(RDMA_CONFIG, null, 2)}\n` },
      },
      devicePlugin({
        name,
        image: pins.rdmaDevicePlugin.image,
        pools,
        hostNetwork: true,
        securityContext: { privileged: true },
        mounts: [
          {
            name: "plugins-registry",
            mountPath: "/var/lib/kubelet/plugins_registry",
            source: hostFolder("/var/lib/kubelet/plugins_registry"),
          },
          {
            name: "config",
            mountPath: "/k8s-rdma-shared-dev-plugin",
            source: { configMap: { name, items: [{ key: "config.json", path: "config.json" }] } },
          },
          { name: "devices", mountPath: "/dev/", source: hostFolder("/dev/") },
        ],
      }),
    ],
  };
}

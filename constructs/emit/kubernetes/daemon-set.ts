import { type NodeTaint, POOL_LABEL } from "../../ledger";
import type { PoolView } from "./cluster-view";
import type { Manifest } from "./manifest";

/** A folder of the node, or a file of a ConfigMap, in the plugin's container. */
export interface PluginMount {
  readonly name: string;
  readonly mountPath: string;
  readonly source: Readonly<Record<string, unknown>>;
}

/** What one device plugin needs beyond what all have in common. */
export interface DevicePlugin {
  /** Of the DaemonSet, its label and its container. */
  readonly name: string;
  readonly image: string;
  /** The pools whose nodes it runs on, one or more. */
  readonly pools: readonly PoolView[];
  readonly securityContext: Readonly<Record<string, unknown>>;
  /** The account it acts as; one that never asks the API has none. */
  readonly serviceAccountName?: string;
  readonly hostNetwork?: boolean;
  readonly env?: readonly Readonly<Record<string, unknown>>[];
  readonly requests?: { readonly cpu: string; readonly memory: string };
  /** Besides the kubelet's folder for device plugins. */
  readonly mounts?: readonly PluginMount[];
}

/** Where plugins and system agents of the manifests live. Priority `system-node-critical` is allowed here on every cloud. */
export const SYSTEM_NAMESPACE = "kube-system";

export const hostFolder = (path: string, type?: "Directory" | "DirectoryOrCreate"): PluginMount["source"] => ({
  hostPath: { path, ...(type === undefined ? {} : { type }) },
});

const KUBELET: PluginMount = {
  name: "device-plugin",
  mountPath: "/var/lib/kubelet/device-plugins",
  source: hostFolder("/var/lib/kubelet/device-plugins", "Directory"),
};

/** Nothing that the kernel would let a process do beyond its own. */
export const UNPRIVILEGED = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } } as const;

/** A device plugin on every node of some pools, whatever taints these carry. */
export function devicePlugin(plugin: DevicePlugin): Manifest {
  const labels = { "app.kubernetes.io/name": plugin.name };
  const mounts = [KUBELET, ...(plugin.mounts ?? [])];
  return {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: { name: plugin.name, namespace: SYSTEM_NAMESPACE, labels },
    spec: {
      selector: { matchLabels: labels },
      // One node at a time, the default, takes days on a large pool.
      updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: "10%" } },
      template: {
        metadata: { labels },
        spec: {
          ...(plugin.serviceAccountName === undefined
            ? { automountServiceAccountToken: false }
            : { serviceAccountName: plugin.serviceAccountName }),
          priorityClassName: "system-node-critical",
          ...(plugin.hostNetwork === true ? { hostNetwork: true } : {}),
          tolerations: tolerationsOf(plugin.pools),
          affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: onPools(plugin.pools) } },
          containers: [
            {
              name: plugin.name,
              image: plugin.image,
              imagePullPolicy: "IfNotPresent",
              ...(plugin.env === undefined ? {} : { env: plugin.env }),
              ...(plugin.requests === undefined ? {} : { resources: { requests: plugin.requests } }),
              securityContext: plugin.securityContext,
              volumeMounts: mounts.map(({ name, mountPath }) => ({ name, mountPath })),
            },
          ],
          volumes: mounts.map(({ name, source }) => ({ name, ...source })),
        },
      },
    },
  };
}

const onPools = (pools: readonly PoolView[]) => ({
  nodeSelectorTerms: [
    { matchExpressions: [{ key: POOL_LABEL, operator: "In", values: pools.map(({ name }) => name).sort() }] },
  ],
});

/** A toleration of a taint, exactly. */
export const tolerationOf = ({ key, value, effect }: NodeTaint) => ({ key, operator: "Equal", value, effect });

/** Tolerations of every taint that a node of these pools carries, each once. */
export function tolerationsOf(pools: readonly PoolView[]): ReturnType<typeof tolerationOf>[] {
  const taints = new Map(
    pools.flatMap((pool) => pool.taints.map((taint) => [`${taint.key}=${taint.value}:${taint.effect}`, taint])),
  );
  return [...taints].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, taint]) => tolerationOf(taint));
}

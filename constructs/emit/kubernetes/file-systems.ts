import type { ClusterView } from "./cluster-view";
import { kustomizationFile, type Manifest, type ManifestFile, manifestFile } from "./manifest";

/** A value that the cloud gives when the file system is made, and where in the volume it goes. */
export interface OutputValue {
  /** The output of the stack. */
  readonly output: string;
  readonly fieldPath: string;
  /** The part of the value before this. */
  readonly before?: string;
}

/** A file system that Terraform makes, as a volume of the cluster. */
export interface FileSystemVolume {
  /** Of the file system in its cluster: the volume and its claim are named so. */
  readonly name: string;
  /** What Kubernetes wants to hear; a claim must ask for no more. Nobody enforces it. */
  readonly size: string;
  readonly driver: string;
  /** Known when the manifests are written; absent where an output gives it. */
  readonly volumeHandle?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly mountOptions: readonly string[];
  readonly outputs: readonly OutputValue[];
}

/** Where the values of outputs stand, one `name=value` a line: written after an apply, kept by every synthesis. */
export const OUTPUTS_FILE = "outputs.env";

const NAMESPACE = "default";
const CONFIG_MAP = "outputs";

/**
 * The folder of a cluster's file systems. What the cloud names only when it makes them comes from outputs of the stack, by way of a
 * file that a command fills: without it kustomize refuses to build the folder.
 */
export function fileSystemFiles(
  cluster: ClusterView,
  stack: string,
  volumes: readonly FileSystemVolume[],
  driver: readonly string[],
): ManifestFile[] {
  if (volumes.length === 0) return [];
  const outputs = volumes.flatMap((volume) => volume.outputs.map(({ output }) => output)).sort();
  const folder = `cdktf.out/sites/${cluster.site.name}/kubernetes/${cluster.name}/storage`;
  return [
    manifestFile(
      "storage/volumes.yaml",
      [
        `The cluster's file systems as volumes, each with a claim in the namespace ${NAMESPACE}. Values that are names of outputs are`,
        "filled in by the kustomization beside: do not apply this file by itself.",
        ...driver,
      ],
      volumes.flatMap((volume) => [persistentVolume(volume), claim(volume)]),
    ),
    kustomizationFile(
      "storage/",
      [
        `Volumes of the file systems that the stack ${stack} makes. After each apply of it that makes or replaces one, in the folder of`,
        "cdktf.json:",
        `  terraform -chdir=cdktf.out/stacks/${stack} output -json | jq -r 'to_entries[]`,
        "    | select(.key | IN(",
        ...outputs.map((output, index) => `        "${output}"${index === outputs.length - 1 ? "))" : ","}`),
        `    | "\\(.key)=\\(.value.value | if type == "array" then .[0] else . end)"' > ${folder}/${OUTPUTS_FILE}`,
        "A synthesis leaves that file alone. None of it is a secret. Then: kubectl apply --server-side -k storage",
      ],
      {
        resources: ["volumes.yaml"],
        configMapGenerator: [
          {
            name: CONFIG_MAP,
            envs: [OUTPUTS_FILE],
            // It is read here and is not part of what is applied.
            options: {
              disableNameSuffixHash: true,
              annotations: { "config.kubernetes.io/local-config": "true" },
            },
          },
        ],
        replacements: volumes.flatMap((volume) => volume.outputs.map((value) => replacement(volume, value))),
      },
    ),
  ];
}

function persistentVolume({
  name,
  size,
  driver,
  volumeHandle,
  attributes,
  mountOptions,
  outputs,
}: FileSystemVolume): Manifest {
  const filled = (path: string): string | undefined => outputs.find(({ fieldPath }) => fieldPath === path)?.output;
  return {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name },
    spec: {
      capacity: { storage: size },
      volumeMode: "Filesystem",
      accessModes: ["ReadWriteMany"],
      // Terraform makes and destroys it, not whoever deletes the claim.
      persistentVolumeReclaimPolicy: "Retain",
      storageClassName: "",
      ...(mountOptions.length === 0 ? {} : { mountOptions: [...mountOptions] }),
      claimRef: { namespace: NAMESPACE, name },
      csi: {
        driver,
        volumeHandle: volumeHandle ?? filled("spec.csi.volumeHandle"),
        volumeAttributes: Object.fromEntries(
          Object.entries(attributes).map(([key, value]) => [key, filled(attributePath(key)) ?? value]),
        ),
      },
    },
  };
}

/** The path of an attribute of the driver. */
export const attributePath = (key: string): string => `spec.csi.volumeAttributes.${key}`;

const claim = ({ name, size }: FileSystemVolume): Manifest => ({
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: { name, namespace: NAMESPACE },
  spec: {
    accessModes: ["ReadWriteMany"],
    storageClassName: "",
    volumeName: name,
    resources: { requests: { storage: size } },
  },
});

const replacement = ({ name }: FileSystemVolume, { output, fieldPath, before }: OutputValue) => ({
  source: {
    kind: "ConfigMap",
    name: CONFIG_MAP,
    fieldPath: `data.${output}`,
    ...(before === undefined ? {} : { options: { delimiter: before, index: 0 } }),
  },
  targets: [{ select: { kind: "PersistentVolume", name }, fieldPaths: [fieldPath] }],
});

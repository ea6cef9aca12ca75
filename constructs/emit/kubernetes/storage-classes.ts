import { addonsOf } from "../../ledger/aws-addons";
import { diskEncryptionSetId } from "../../ledger/azure-names";
import type { ClusterView } from "./cluster-view";
import { type Manifest, type ManifestFile, manifestFile } from "./manifest";

/** The add-on without which EKS makes no volumes. */
const EBS_DRIVER = "aws-ebs-csi-driver";

interface Options {
  readonly isDefault?: boolean;
  /** Files that every zone reaches; else a volume comes to be in the zone of the pod that first uses it. */
  readonly anywhere?: boolean;
  readonly mountOptions?: readonly string[];
}

const storageClass = (
  name: string,
  provisioner: string,
  parameters: Readonly<Record<string, string>>,
  { isDefault = false, anywhere = false, mountOptions = [] }: Options = {},
): Manifest => ({
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: {
    name,
    ...(isDefault ? { annotations: { "storageclass.kubernetes.io/is-default-class": "true" } } : {}),
  },
  provisioner,
  parameters,
  allowVolumeExpansion: true,
  reclaimPolicy: "Delete",
  ...(mountOptions.length === 0 ? {} : { mountOptions: [...mountOptions] }),
  volumeBindingMode: anywhere ? "Immediate" : "WaitForFirstConsumer",
});

/** Classes of volumes that the cloud does not bring itself. */
export function storageClassFiles(cluster: ClusterView): ManifestFile[] {
  switch (cluster.provider) {
    case "aws": {
      if (!addonsOf(cluster.spec).some(({ name }) => name === EBS_DRIVER)) return [];
      // Without it the driver takes the account's key for EBS.
      const volumes = cluster.spec.keys?.volumes;
      return [
        manifestFile(
          "storage-classes.yaml",
          [
            "Encrypted gp3 volumes of EBS, the default class. The EBS CSI driver is an add-on of the cluster.",
            "After https://github.com/kubernetes-sigs/aws-ebs-csi-driver, docs/parameters.md.",
          ],
          [
            storageClass(
              "gp3",
              "ebs.csi.aws.com",
              { type: "gp3", encrypted: "true", ...(volumes === undefined ? {} : { kmsKeyId: volumes }) },
              { isDefault: true },
            ),
          ],
        ),
      ];
    }
    case "google":
      return [
        manifestFile(
          "storage-classes.yaml",
          [
            "Hyperdisk Balanced. GKE brings standard-rwo, its default, and premium-rwo, which are persistent disks: machines of",
            "the series ct6e, tpu7x, a4 and a4x take none of these and need this class by name.",
            "After Cluster Toolkit (v1.95.0), modules/file-system/gke-storage/storage-class.",
          ],
          [storageClass("hyperdisk-balanced", "pd.csi.storage.gke.io", { type: "hyperdisk-balanced" })],
        ),
      ];
    case "azure":
      return [manifestFile("storage-classes.yaml", azureHeader(cluster), azureClasses(cluster))];
  }
}

type AzureView = Extract<ClusterView, { readonly provider: "azure" }>;

/**
 * AKS's own classes of disks leave the key to the cluster, and those of files speak SMB. Premium, since machines with GPUs are paid
 * for while they wait.
 */
function azureClasses({ site, spec }: AzureView): Manifest[] {
  const set = diskEncryptionSetId(site, spec);
  return [
    storageClass("premium-ssd", "disk.csi.azure.com", {
      skuName: "Premium_LRS",
      ...(set === undefined ? {} : { diskEncryptionSetID: set }),
    }),
    storageClass(
      "files-nfs",
      "file.csi.azure.com",
      { protocol: "nfs", skuName: "Premium_LRS" },
      { anywhere: true, mountOptions: ["nconnect=4", "noresvport", "actimeo=30"] },
    ),
  ];
}

const azureHeader = ({ site, spec }: AzureView): string[] => [
  diskEncryptionSetId(site, spec) === undefined
    ? "Premium SSD, with the platform's keys; AKS's default class is a Standard SSD."
    : "Premium SSD, encrypted with the disk encryption set of the cluster; AKS's default class is a Standard SSD.",
  "files-nfs: shares of Azure Files over NFS 4.1 for many pods at once, 100 GiB at least, with the platform's keys. The driver",
  "makes a storage account for them in the resource group of the nodes, and opens it to the subnet of the nodes through a service",
  "endpoint, which it adds to that subnet.",
  "AKS brings both drivers. After https://github.com/kubernetes-sigs/azuredisk-csi-driver and azurefile-csi-driver,",
  "docs/driver-parameters.md and deploy/example/nfs.",
];

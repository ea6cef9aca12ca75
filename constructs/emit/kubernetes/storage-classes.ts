import { addonsOf } from "../../ledger/aws-addons";
import type { ClusterView } from "./cluster-view";
import { type Manifest, type ManifestFile, manifestFile } from "./manifest";

/** The add-on without which EKS makes no volumes. */
const EBS_DRIVER = "aws-ebs-csi-driver";

const storageClass = (
  name: string,
  provisioner: string,
  parameters: Readonly<Record<string, string>>,
  isDefault: boolean,
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
  // A volume comes to be in the zone of the pod that first uses it.
  volumeBindingMode: "WaitForFirstConsumer",
});

/** Classes of disks that the cloud does not bring itself. AKS brings what its machines take (managed-csi-premium). */
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
              true,
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
          [storageClass("hyperdisk-balanced", "pd.csi.storage.gke.io", { type: "hyperdisk-balanced" }, false)],
        ),
      ];
    case "azure":
      return [];
  }
}

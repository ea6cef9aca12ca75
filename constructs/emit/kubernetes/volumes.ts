import { fileSystemOutputs } from "../../ledger/aws-storage";
import { lustreName, lustreOutput } from "../../ledger/azure-names";
import { stacksOfCloud } from "../../ledger/cloud-names";
import { fileSystemName, fileSystemOutput } from "../../ledger/google-storage-names";
import type { AwsLustre, AzureLustre, GoogleFilestore, GoogleLustre } from "../../model";
import type { ClusterView } from "./cluster-view";
import { attributePath, type FileSystemVolume, fileSystemFiles } from "./file-systems";
import type { ManifestFile } from "./manifest";
import { pins } from "./versions";

/** The file systems that Terraform makes for a cluster, as its volumes. */
export function volumeFiles(cluster: ClusterView): ManifestFile[] {
  switch (cluster.provider) {
    case "aws":
      return fileSystemFiles(
        cluster,
        stackOf(cluster),
        (cluster.spec.storage ?? []).map((each) => fsx(cluster, each)),
        [
          "The FSx for Lustre CSI driver is an add-on of a cluster with such file systems.",
          "After https://github.com/kubernetes-sigs/aws-fsx-csi-driver (v1.9.0), examples/kubernetes/static_provisioning.",
        ],
      );
    case "google":
      return fileSystemFiles(
        cluster,
        stackOf(cluster),
        (cluster.spec.storage ?? []).map((each) =>
          each.kind === "lustre" ? managedLustre(cluster, each) : filestore(cluster, each),
        ),
        [
          "GKE's drivers for Managed Lustre and Filestore are on in a cluster that has such file systems.",
          "After https://github.com/GoogleCloudPlatform/lustre-csi-driver, examples/pre-prov, and Cluster Toolkit (v1.95.0),",
          "modules/file-system/gke-persistent-volume/templates.",
        ],
      );
    case "azure":
      return fileSystemFiles(
        cluster,
        stackOf(cluster),
        cluster.spec.storage.map((each) => azureManagedLustre(cluster, each)),
        [
          "The Azure Lustre CSI driver works on machines with Ubuntu alone, and is installed by hand:",
          `  curl -sSL ${pins.azureLustreDriver.installer} | bash -s ${pins.azureLustreDriver.version}`,
          `After ${pins.azureLustreDriver.source}, docs/examples/pv.yaml.`,
        ],
      );
  }
}

type View<P extends ClusterView["provider"]> = Extract<ClusterView, { readonly provider: P }>;

/** The stack that makes a cluster. */
function stackOf({ site, name }: ClusterView): string {
  const found = stacksOfCloud(site).find(({ clusters }) => clusters.some((cluster) => cluster.name === name));
  if (found === undefined) throw new Error(`the cluster ${name} is in no stack`);
  return found.name;
}

/** Stands for the size of a file system that grows with what it holds. */
const ELASTIC = "1Ti";

function fsx({ spec }: View<"aws">, fileSystem: AwsLustre): FileSystemVolume {
  const outputs = fileSystemOutputs(spec, fileSystem);
  return {
    name: fileSystem.name,
    size: fileSystem.type === "intelligentTiering" ? ELASTIC : `${fileSystem.capacityGiB}Gi`,
    driver: "fsx.csi.aws.com",
    attributes: { dnsname: "", mountname: "" },
    mountOptions: ["flock"],
    outputs: [
      { output: outputs.id, fieldPath: "spec.csi.volumeHandle" },
      { output: outputs.dnsName, fieldPath: attributePath("dnsname") },
      { output: outputs.mountName, fieldPath: attributePath("mountname") },
    ],
  };
}

function managedLustre({ site, spec }: View<"google">, lustre: GoogleLustre): FileSystemVolume {
  const instance = fileSystemName(site, spec, lustre);
  return {
    name: lustre.name,
    size: `${lustre.capacityGiB}Gi`,
    driver: "lustre.csi.storage.gke.io",
    volumeHandle: `${site.project}/${lustre.zone}/${instance}`,
    attributes: { ip: "", filesystem: lustre.filesystem },
    mountOptions: [],
    // The mount point is `10.0.0.2@tcp:/lustrefs`; the driver wants the address.
    outputs: [{ output: fileSystemOutput(spec, lustre), fieldPath: attributePath("ip"), before: "@" }],
  };
}

function filestore({ site, spec }: View<"google">, instance: GoogleFilestore): FileSystemVolume {
  const location = instance.zone ?? site.region;
  return {
    name: instance.name,
    size: `${instance.capacityGiB}Gi`,
    driver: "filestore.csi.storage.gke.io",
    volumeHandle: `modeInstance/${location}/${fileSystemName(site, spec, instance)}/${instance.share}`,
    attributes: { ip: "", volume: instance.share },
    mountOptions: [],
    outputs: [{ output: fileSystemOutput(spec, instance), fieldPath: attributePath("ip") }],
  };
}

function azureManagedLustre({ site, spec }: View<"azure">, lustre: AzureLustre): FileSystemVolume {
  return {
    name: lustre.name,
    size: `${lustre.capacityTiB}Ti`,
    driver: "azurelustre.csi.azure.com",
    volumeHandle: lustreName(site, spec, lustre),
    attributes: { "mgs-ip-address": "" },
    mountOptions: ["noatime", "flock"],
    // The mount point is `10.0.0.2@tcp:/lustrefs`; the driver wants the address.
    outputs: [{ output: lustreOutput(spec, lustre), fieldPath: attributePath("mgs-ip-address"), before: "@" }],
  };
}

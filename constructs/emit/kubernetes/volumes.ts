import { fileSystemOutputs } from "../../ledger/aws-storage";
import { awsStacks } from "../../ledger/cloud-names";
import type { AwsLustre } from "../../model";
import type { ClusterView } from "./cluster-view";
import { attributePath, type FileSystemVolume, fileSystemFiles } from "./file-systems";
import type { ManifestFile } from "./manifest";

/** The file systems that Terraform makes for a cluster, as its volumes. */
export function volumeFiles(cluster: ClusterView): ManifestFile[] {
  switch (cluster.provider) {
    case "aws":
      return fileSystemFiles(
        cluster,
        stackWith(awsStacks(cluster.site), cluster.name),
        (cluster.spec.storage ?? []).map((each) => fsx(cluster, each)),
        [
          "The FSx for Lustre CSI driver is an add-on of a cluster with such file systems.",
          "After https://github.com/kubernetes-sigs/aws-fsx-csi-driver (v1.9.0), examples/kubernetes/static_provisioning.",
        ],
      );
    case "google":
    case "azure":
      return [];
  }
}

type View<P extends ClusterView["provider"]> = Extract<ClusterView, { readonly provider: P }>;

/** The stack that makes a cluster. */
function stackWith(
  stacks: readonly { readonly name: string; readonly clusters: readonly { readonly name: string }[] }[],
  cluster: string,
): string {
  const found = stacks.find(({ clusters }) => clusters.some(({ name }) => name === cluster));
  if (found === undefined) throw new Error(`the cluster ${cluster} is in no stack`);
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

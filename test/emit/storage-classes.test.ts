import { at, azureSite, objectOf, textOf } from "./support";

const pools = [{ name: "h100", machine: "Standard_ND96isr_H100_v5", count: 2, capacity: { kind: "onDemand" } }];
const SUBSCRIPTION = "11111111-2222-4333-8444-555555555555";
const FILE = "platform/storage-classes.yaml";

describe("classes of volumes on AKS", () => {
  const disks = (more: object = {}, site: object = {}) =>
    objectOf(azureSite(pools, { ...site }, { ...more }), FILE, "StorageClass", "premium-ssd");
  const set = (group: string, name: string) =>
    `/subscriptions/${SUBSCRIPTION}/resourceGroups/${group}/providers/Microsoft.Compute/diskEncryptionSets/${name}`;

  test("disks are premium, in the zone of their pod", () => {
    expect(disks()).toMatchObject({
      provisioner: "disk.csi.azure.com",
      parameters: { skuName: "Premium_LRS" },
      volumeBindingMode: "WaitForFirstConsumer",
    });
    expect(at(disks(), "parameters", "diskEncryptionSetID")).toBeUndefined();
    expect(at(disks(), "metadata", "annotations")).toBeUndefined();
  });

  test("disks are encrypted with the set of the cluster: the one that exists, or the one that its stack makes", () => {
    const key = ["parameters", "diskEncryptionSetID"];
    expect(at(disks({ encryption: { disks: set("hub", "aks") } }), ...key)).toBe(set("hub", "aks"));
    const own = { encryption: { disks: "site" } };
    expect(at(disks(own), ...key)).toBe(set("boydton", "boydton-train"));
    expect(at(disks(own, { resourceGroup: "gpus" }), ...key)).toBe(set("gpus", "boydton-train"));
  });

  test("files are NFS for many pods, whatever their zone", () => {
    expect(objectOf(azureSite(pools), FILE, "StorageClass", "files-nfs")).toMatchObject({
      provisioner: "file.csi.azure.com",
      parameters: { protocol: "nfs", skuName: "Premium_LRS" },
      mountOptions: expect.arrayContaining(["noresvport"]),
      volumeBindingMode: "Immediate",
    });
  });

  test("the folder of the platform names them", () => {
    expect(textOf(azureSite(pools), "platform/kustomization.yaml")).toContain("storage-classes.yaml");
  });
});

describe("the file systems of a cluster on AKS", () => {
  const scratch = { kind: "lustre", name: "scratch", sku: "AMLFS-Durable-Premium-250", capacityTiB: 8, zone: "1" };

  test("say how their driver is installed, in the version that they are written for", () => {
    const volumes = textOf(azureSite(pools, {}, { storage: [scratch] }), "storage/volumes.yaml");
    expect(volumes).toMatch(/azurelustre-csi-driver\/(v[\d.]+)\/deploy\/install-driver\.sh \| bash -s \1\n/);
  });

  const at = (stacks: string) =>
    textOf(azureSite(pools, { stacks }, { storage: [scratch] }), "storage/kustomization.yaml");

  test("are outputs of the stack that makes them", () => {
    expect(at("single")).toContain("terraform -chdir=cdktf.out/stacks/boydton output");
    expect(at("perCluster")).toContain("terraform -chdir=cdktf.out/stacks/boydton-train output");
  });
});

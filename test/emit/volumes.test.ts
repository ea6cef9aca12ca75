import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AzureClusterStorage } from "../../constructs/model";
import { tempFolder } from "../support/temp";
import { describeWithKubectl } from "../support/with-tools";
import {
  at,
  awsSite,
  azureSite,
  documentsIn,
  emitted,
  googleSite,
  namesIn,
  objectOf,
  onDemandOnAws,
  onDemandOnGoogle,
  textOf,
} from "./support";

const pools = [{ name: "trn2", machine: "trn2.48xlarge", count: 2, capacity: onDemandOnAws }];
const lustre = { kind: "lustre", zoneId: "use2-az1" };

const onAws = (storage: readonly object[], more = {}) =>
  awsSite([], { clusters: [{ name: "train", pools, storage }], ...more });

const site = onAws([
  { ...lustre, name: "fast", type: "scratch", capacityGiB: 1200 },
  { ...lustre, name: "tiered", type: "intelligentTiering", throughputMBps: 4000, metadataIops: 6000 },
]);

test("a file system is a volume of its size with a claim that asks for all of it, and is kept when the claim goes", () => {
  const volume = objectOf(site, "storage/volumes.yaml", "PersistentVolume", "fast");
  expect(at(volume, "spec", "capacity", "storage")).toBe("1200Gi");
  expect(at(volume, "spec", "persistentVolumeReclaimPolicy")).toBe("Retain");
  expect(at(volume, "spec", "claimRef")).toEqual({ namespace: "default", name: "fast" });
  const claim = objectOf(site, "storage/volumes.yaml", "PersistentVolumeClaim", "fast");
  expect(at(claim, "spec")).toEqual({
    accessModes: ["ReadWriteMany"],
    storageClassName: "",
    volumeName: "fast",
    resources: { requests: { storage: "1200Gi" } },
  });
});

test("one that grows by itself has a size that stands for none", () => {
  const volume = objectOf(site, "storage/volumes.yaml", "PersistentVolume", "tiered");
  expect(at(volume, "spec", "capacity", "storage")).toBe("1Ti");
});

test("the command that fills in what the cloud answers names the stack of the cluster and the outputs", () => {
  const text = textOf(site, "storage/kustomization.yaml");
  expect(text).toContain("terraform -chdir=cdktf.out/stacks/ohio output -json");
  expect(text).toContain('"lustre-train-fast-mount-name"');
  const apart = onAws([{ ...lustre, name: "fast", type: "scratch", capacityGiB: 1200 }], { stacks: "perCluster" });
  expect(textOf(apart, "storage/kustomization.yaml")).toContain("-chdir=cdktf.out/stacks/ohio-train output");
});

test("a cluster without file systems has no such folder, and the cluster's own kustomization never takes it in", () => {
  expect(emitted(awsSite(pools)).some(({ file }) => file.includes("/storage/"))).toBe(false);
  expect(at(documentsIn(textOf(site, "kustomization.yaml"))[0], "resources")).toEqual(["platform", "kueue", "queues"]);
});

test("file systems on Google are found by name, and by the address that the cloud answers", () => {
  const google = googleSite([{ name: "h100", machine: "a3-highgpu-8g", count: 2, capacity: onDemandOnGoogle }], {}, [
    { kind: "lustre", name: "fast", zone: "us-central1-a", capacityGiB: 18000, throughput: 1000 },
    { kind: "filestore", name: "home", tier: "regional", capacityGiB: 1024 },
  ]);
  const csi = (name: string) => at(objectOf(google, "storage/volumes.yaml", "PersistentVolume", name), "spec", "csi");
  expect(csi("fast")).toEqual({
    driver: "lustre.csi.storage.gke.io",
    // lustre-csi-driver, examples/pre-prov/preprov-pvc-pv.yaml: project/location/instance.
    volumeHandle: "case-project/us-central1-a/iowa-train-fast",
    volumeAttributes: { ip: "train-lustre-fast", filesystem: "lustrefs" },
  });
  expect(csi("home")).toEqual({
    driver: "filestore.csi.storage.gke.io",
    volumeHandle: "modeInstance/us-central1/iowa-train-home/data",
    volumeAttributes: { ip: "train-filestore-home", volume: "data" },
  });
  const replacements = at(documentsIn(textOf(google, "storage/kustomization.yaml"))[0], "replacements");
  expect(at(replacements, 0, "source", "options")).toEqual({ delimiter: "@", index: 0 });
});

test("without the EBS driver there is no class for its volumes", () => {
  const addons = { "aws-ebs-csi-driver": { enabled: false } };
  const without = awsSite([], { clusters: [{ name: "train", pools, addons }] });
  expect(namesIn(without, "platform")).toEqual(["neuron-device-plugin.yaml", "efa-device-plugin.yaml"]);
});

describeWithKubectl("kubectl, of volumes", (kubectl) => {
  const build = (answers: string | undefined) => {
    const folder = tempFolder();
    for (const { file, text } of emitted(site)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const storage = join(folder, "kubernetes", "train", "storage");
    if (answers !== undefined) writeFileSync(join(storage, "outputs.env"), answers);
    return spawnSync(kubectl, ["kustomize", storage], { encoding: "utf8" });
  };
  const answers = ["fast", "tiered"].flatMap((name, index) => [
    `lustre-train-${name}-id=fs-000${index}`,
    `lustre-train-${name}-dns-name=fs-000${index}.fsx.us-east-2.amazonaws.com`,
    `lustre-train-${name}-mount-name=m${index}`,
  ]);

  test("fills the answers in, and applies nothing of the file that held them", () => {
    const { stdout, stderr, status } = build(answers.join("\n"));
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    const objects = documentsIn(stdout);
    expect(objects.map((each) => at(each, "kind"))).not.toContain("ConfigMap");
    expect(objects.map((each) => at(each, "spec", "csi")).filter((csi) => csi !== undefined)).toEqual([
      {
        driver: "fsx.csi.aws.com",
        volumeHandle: "fs-0000",
        volumeAttributes: { dnsname: "fs-0000.fsx.us-east-2.amazonaws.com", mountname: "m0" },
      },
      {
        driver: "fsx.csi.aws.com",
        volumeHandle: "fs-0001",
        volumeAttributes: { dnsname: "fs-0001.fsx.us-east-2.amazonaws.com", mountname: "m1" },
      },
    ]);
  });

  test("refuses to build without the answers, or without one of them", () => {
    expect(build(undefined)).toMatchObject({ status: 1, stderr: expect.stringContaining("outputs.env") });
    expect(build(answers.slice(1).join("\n"))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("lustre-train-fast-id"),
    });
  });
});

test("Azure Managed Lustre is a volume whose address the output of its stack gives", () => {
  const azure = azureSite([
    { name: "h100", machine: "Standard_ND96isr_H100_v5", count: 2, capacity: { kind: "onDemand" } },
  ]);
  if (azure.tenure !== "cloud" || azure.provider !== "azure") throw new Error("not a site on Azure");
  const storage = AzureClusterStorage.parse({
    kind: "lustre",
    name: "scratch",
    sku: "AMLFS-Durable-Premium-500",
    capacityTiB: 4,
    zone: "1",
  });
  const site = { ...azure, clusters: azure.clusters.map((cluster) => ({ ...cluster, storage: [storage] })) };
  const volume = objectOf(site, "storage/volumes.yaml", "PersistentVolume", "scratch");
  expect(at(volume, "spec", "csi", "driver")).toBe("azurelustre.csi.azure.com");
  expect(at(volume, "spec", "csi", "volumeHandle")).toBe("boydton-train-scratch");
  expect(at(volume, "spec", "capacity", "storage")).toBe("4Ti");
  expect(textOf(site, "storage/kustomization.yaml")).toContain("train-lustre-scratch");
});

import { at, googleSite, namesIn, objectsIn, onDemandOnGoogle, textOf } from "./support";

const site = (machine: string, network = { gpu: "10.128.0.0/12" }) =>
  googleSite([{ name: "gpu", machine, count: 2, capacity: onDemandOnGoogle }], network);

const FILE = "platform/gpu-networks.yaml";

const paramSets = (machine: string) =>
  objectsIn(site(machine), FILE).filter((each) => at(each, "kind") === "GKENetworkParamSet");

// Cluster Toolkit, examples: four VPCs for TCPX, eight for TCPXO, one gVNIC and eight RDMA subnetworks, four of them on A4X.
test.each([
  ["a3-highgpu-8g", 4, 0],
  ["a3-megagpu-8g", 8, 0],
  ["a3-ultragpu-8g", 1, 8],
  ["a4-highgpu-8g", 1, 8],
  ["a4x-highgpu-4g", 1, 4],
])("%s has %i further networks of NetDevice and %i of RDMA", (machine, netDevices, rdma) => {
  const modes = paramSets(machine).map((each) => at(each, "spec", "deviceMode"));
  expect(modes.filter((mode) => mode === "NetDevice")).toHaveLength(netDevices);
  expect(modes.filter((mode) => mode === "RDMA")).toHaveLength(rdma);
});

test("each network refers to the parameters of its name, and these to the VPC and subnetwork that Terraform makes", () => {
  const objects = objectsIn(site("a3-ultragpu-8g"), FILE);
  expect(objects).toContainEqual({
    apiVersion: "networking.gke.io/v1",
    kind: "Network",
    metadata: { name: "rdma-0" },
    spec: { type: "Device", parametersRef: { group: "networking.gke.io", kind: "GKENetworkParamSet", name: "rdma-0" } },
  });
  expect(objects).toContainEqual({
    apiVersion: "networking.gke.io/v1",
    kind: "GKENetworkParamSet",
    metadata: { name: "rdma-0" },
    spec: { vpc: "iowa-train-rdma", vpcSubnet: "iowa-train-rdma-0", deviceMode: "RDMA" },
  });
});

test("RDMA subnetworks share one VPC, gVNICs have one each", () => {
  const vpcs = new Set(paramSets("a3-ultragpu-8g").map((each) => at(each, "spec", "vpc")));
  expect(vpcs).toEqual(new Set(["iowa-train-gvnic-1", "iowa-train-rdma"]));
  expect(new Set(paramSets("a3-megagpu-8g").map((each) => at(each, "spec", "vpc"))).size).toBe(8);
});

// Cluster Toolkit, gpu_direct.tf; container-engine-accelerators, gpudirect-rdma/README.md.
test.each([
  [
    "a3-highgpu-8g",
    [
      "gpudirect-tcpx/nccl-config.yaml",
      "gpudirect-tcpx/nccl-tcpx-installer.yaml",
      "nri_device_injector/nri-device-injector.yaml",
    ],
  ],
  ["a3-megagpu-8g", ["gpudirect-tcpxo/nccl-tcpxo-installer.yaml", "nri_device_injector/nri-device-injector.yaml"]],
  ["a4-highgpu-8g", ["gpudirect-rdma/nccl-rdma-installer.yaml"]],
  ["a4x-highgpu-4g", ["gpudirect-rdma/nccl-rdma-installer-a4x.yaml"]],
])("of %s the file names what of Google's is not installed", (machine, files) => {
  expect(textOf(site(machine), FILE).match(/\S+\/\S+\.yaml/g)).toEqual(files);
});

test("a cluster without a range for them, or without such machines, has no further networks", () => {
  const without = googleSite([{ name: "gpu", machine: "a3-highgpu-8g", count: 2, capacity: onDemandOnGoogle }]);
  expect(namesIn(without, "platform")).not.toContain("gpu-networks.yaml");
  const tpu = googleSite([{ name: "v5p", machine: "ct5p-hightpu-4t", topology: "4x4x8", capacity: onDemandOnGoogle }], {
    gpu: "10.128.0.0/12",
  });
  expect(namesIn(tpu, "platform")).not.toContain("gpu-networks.yaml");
});

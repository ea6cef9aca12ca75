import { gpuNetworks, gpuNetworksOf, rdmaProfile } from "../../constructs/ledger/google-gpu-networks";

const site = { name: "iowa" };
const cluster = { name: "gpu" };

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

// Counts, names, order and MTU: Cluster Toolkit, examples gke-a3-highgpu, gke-a3-megagpu, gke-a3-ultragpu, a4x-highgpu-4g.
test.each([
  ["a3-highgpu-8g", range(1, 4).map((n) => `vpc${n}`)],
  ["a3-megagpu-8g", range(1, 8).map((n) => `vpc${n}`)],
  ["a3-ultragpu-8g", ["gvnic-1", ...range(0, 7).map((n) => `rdma-${n}`)]],
  ["a4-highgpu-8g", ["gvnic-1", ...range(0, 7).map((n) => `rdma-${n}`)]],
  ["a4x-highgpu-4g", ["gvnic-1", ...range(0, 3).map((n) => `rdma-${n}`)]],
  ["ct5p-hightpu-4t", []],
])("%s has its further networks, gVNICs before RDMA", (machine, names) => {
  expect(gpuNetworksOf(site, cluster, machine).map(({ name }) => name)).toEqual(names);
});

test("TCPX and TCPXO have a VPC each of 8,244 bytes; RDMA has one VPC of its zone's profile with a subnetwork each", () => {
  const mega = gpuNetworksOf(site, cluster, "a3-megagpu-8g");
  expect(new Set(mega.map(({ vpc }) => vpc)).size).toBe(8);
  expect(mega[7]).toMatchObject({
    vpc: "iowa-gpu-vpc8",
    subnetwork: "iowa-gpu-vpc8",
    mtu: 8244,
    deviceMode: "NetDevice",
  });
  const ultra = gpuNetworksOf(site, cluster, "a3-ultragpu-8g").filter(({ deviceMode }) => deviceMode === "RDMA");
  expect(new Set(ultra.map(({ vpc }) => vpc))).toEqual(new Set(["iowa-gpu-rdma"]));
  expect(ultra.map(({ subnetwork }) => subnetwork)).toEqual(range(0, 7).map((n) => `iowa-gpu-rdma-${n}`));
  expect(rdmaProfile("us-central1-a")).toBe("us-central1-a-vpc-roce");
});

test("every network has a part of the range that no other has, and that no other pool's coming moves", () => {
  const machines = ["a3-highgpu-8g", "a3-megagpu-8g", "a3-ultragpu-8g", "a4-highgpu-8g", "a4x-highgpu-4g"];
  const pools = machines.map((machine) => ({ machine }));
  const network = { gpu: "192.168.0.0/16" };
  const all = gpuNetworks(site, { ...cluster, network, pools });
  // 8 of TCPXO, 1 gVNIC, 8 of RDMA.
  expect(all).toHaveLength(17);
  expect(new Set(all.map(({ cidr }) => cidr)).size).toBe(17);
  // 32 parts of a /16.
  for (const { cidr } of all) expect(cidr).toMatch(/^192\.168\.\d+\.0\/21$/);
  expect(gpuNetworks(site, { ...cluster, network, pools: [...pools].reverse() })).toEqual(all);
  for (const machine of machines) {
    for (const network of gpuNetworksOf(site, cluster, machine, "192.168.0.0/16")) expect(all).toContainEqual(network);
  }
});

test("a cluster that states no range for them has none", () => {
  expect(gpuNetworks(site, { ...cluster, network: {}, pools: [{ machine: "a3-megagpu-8g" }] })).toEqual([]);
});

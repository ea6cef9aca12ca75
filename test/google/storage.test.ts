import { type Arguments, named, siteOf, stackTree } from "./stack-tree";

const zone = "us-east5-a";
const pools = [{ name: "h100", machine: "a3-highgpu-8g", count: 1, capacity: { kind: "onDemand", zone } }];
const ranges = { nodes: "10.32.0.0/20", pods: "10.36.0.0/14", services: "10.40.0.0/20", controlPlane: "10.40.16.0/28" };
const home = { kind: "filestore", name: "home", tier: "regional", capacityGiB: 1024 };
const scratch = { kind: "lustre", name: "scratch", zone, capacityGiB: 18_000, throughput: 1000 };

type Cluster = { readonly network?: object; readonly storage?: readonly object[] };
const treeOf = (clusters: Readonly<Record<string, Cluster>>) =>
  stackTree(
    siteOf([], {
      clusters: Object.entries(clusters).map(([name, { network, storage }]) => ({
        name,
        network: { ...ranges, ...network },
        pools,
        storage,
      })),
    }),
  );

const filestoreOf = (network: object): Arguments | undefined =>
  named(treeOf({ train: { network, storage: [home] } }), "google_filestore_instance")["columbus-train-home"];

describe("Filestore", () => {
  test.each([
    ["a VPC without a range for it", {}, "DIRECT_PEERING"],
    ["a VPC with a range for it", { privateServices: "10.41.0.0/20" }, "PRIVATE_SERVICE_ACCESS"],
    ["a VPC that exists", { existing: { vpc: "prod", subnetwork: "train" } }, "DIRECT_PEERING"],
    // Filestore documentation, shared VPC: from a service project only through private services access.
    [
      "a shared VPC",
      { existing: { vpc: "prod", subnetwork: "train", hostProject: "atlas-host" } },
      "PRIVATE_SERVICE_ACCESS",
    ],
  ])("in %s is reached as it can be", (_, network, mode) => {
    expect(filestoreOf(network)).toMatchObject({ networks: [{ connect_mode: mode, modes: ["MODE_IPV4"] }] });
  });

  test("stands in its zone or in the region", () => {
    const { resource } = treeOf({ train: { storage: [home, { ...home, name: "fast", tier: "zonal", zone }] } });
    const instances = Object.values(resource["google_filestore_instance"] ?? {});
    expect(instances.map(({ tier, location }) => [tier, location])).toEqual([
      ["ZONAL", zone],
      ["REGIONAL", "us-east5"],
    ]);
  });
});

test("a file system waits for the peering of its own VPC, and of no other", () => {
  const { resource } = treeOf({
    own: { network: { privateServices: "10.41.0.0/20" }, storage: [home, scratch] },
    other: {
      network: { existing: { vpc: "prod", subnetwork: "train" }, privateServices: "10.42.0.0/20" },
      storage: [home, scratch],
    },
  });
  const [peering] = Object.keys(resource["google_service_networking_connection"] ?? {});
  for (const type of ["google_filestore_instance", "google_lustre_instance"]) {
    const waits = Object.values(resource[type] ?? {}).map((each) => each["depends_on"]);
    expect(waits).toEqual(expect.arrayContaining([[`google_service_networking_connection.${peering}`], undefined]));
  }
});

test("the peering lists its ranges in one order, whatever the order of the clusters", () => {
  const a = { network: { privateServices: "10.41.0.0/20" } };
  const b = { network: { privateServices: "10.42.0.0/20" } };
  const peering = (clusters: Readonly<Record<string, Cluster>>) =>
    Object.values(treeOf(clusters).resource["google_service_networking_connection"] ?? {});
  expect(peering({ b, a })).toEqual(peering({ a, b }));
  expect(peering({ a, b })).toHaveLength(1);
});

test("Lustre's servers may come from any range of the peering, whichever cluster stated it", () => {
  const own = { network: { privateServices: "10.41.0.0/20" }, storage: [scratch] };
  const other = { network: { privateServices: "10.42.0.0/20" } };
  const rules = (clusters: Readonly<Record<string, Cluster>>) =>
    Object.values(treeOf(clusters).resource["google_compute_firewall"] ?? {}).map(({ source_ranges }) => source_ranges);
  expect(rules({ own, other })).toEqual([["10.42.0.0/20", "10.41.0.0/20"]]);
  const existing = { vpc: "prod", subnetwork: "train" };
  const there = { network: { privateServices: "10.43.0.0/20", existing }, storage: [scratch] };
  expect(rules({ there, other })).toEqual([["10.43.0.0/20"]]);
});

test("what waits for nothing says nothing of it", () => {
  expect(treeOf({ train: { storage: [home] } }).text).not.toMatch(/"depends_on": \[\s*\]|"lifecycle": \{\s*\}/);
});

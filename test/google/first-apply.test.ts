import { type Arguments, siteOf, stackTree } from "./stack-tree";

const zone = "us-east5-a";
const capacity = { kind: "onDemand", zone };
const ranges = {
  nodes: "10.32.0.0/20",
  pods: "10.36.0.0/14",
  services: "10.40.0.0/20",
  controlPlane: "10.40.16.0/28",
};
const site = (cluster: object, more: object = {}) => siteOf([], { clusters: [{ name: "train", ...cluster }], ...more });

test("further networks, placements and roles wait for the APIs that the site enables", () => {
  const pools = [
    { name: "b200", machine: "a4-highgpu-8g", count: 2, capacity },
    { name: "v7", machine: "tpu7x-standard-4t", topology: "4x4x4", capacity },
  ];
  const { resource } = stackTree(site({ network: { ...ranges, gpu: "192.168.0.0/16" }, pools }, { enableApis: true }));
  const waits = (type: string): unknown[] =>
    Object.values(resource[type] ?? {}).map((each: Arguments) => each["depends_on"]);
  // The VPC of the cluster, that of a gVNIC and that of RDMA.
  expect(waits("google_compute_network")).toEqual(Array(3).fill(["google_project_service.api-compute"]));
  expect(waits("google_compute_resource_policy")).toEqual([["google_project_service.api-compute"]]);
  const roles = waits("google_project_iam_member");
  expect(roles).toHaveLength(6);
  expect(new Set(roles.flat())).toEqual(new Set(["google_project_service.api-cloudresourcemanager"]));
});

test("the firewall rule of Lustre in a shared VPC stands in the project of the VPC", () => {
  const network = {
    ...ranges,
    privateServices: "10.41.0.0/20",
    existing: { vpc: "prod", subnetwork: "train", hostProject: "atlas-host" },
  };
  const pools = [{ name: "h100", machine: "a3-highgpu-8g", count: 1, capacity }];
  const storage = [{ kind: "lustre", name: "scratch", zone, capacityGiB: 18_000, throughput: 1000 }];
  const { resource } = stackTree(site({ network, storage, pools }));
  expect(Object.values(resource["google_compute_firewall"] ?? {})).toMatchObject([{ project: "atlas-host" }]);
});

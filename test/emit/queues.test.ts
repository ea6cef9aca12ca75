import { machineTypes } from "../../constructs/catalog";
import { clusterFiles } from "../../constructs/emit/kubernetes/cluster-files";
import { clusterViews } from "../../constructs/emit/kubernetes/cluster-view";
import { extendedResources } from "../../constructs/ledger";
import {
  at,
  awsSite,
  azureSite,
  documentsIn,
  googleSite,
  machine,
  namesIn,
  objectOf,
  objectsIn,
  onDemandOnAws,
  onDemandOnGoogle,
} from "./support";

const capacityBlock = {
  kind: "capacityBlock",
  zoneId: "use2-az1",
  reservationId: "cr-0123456789abcdef0",
  start: "2026-12-01T11:30:00Z",
  end: "2026-12-15T11:30:00Z",
};

const mixed = awsSite([
  { name: "spot", machine: "g6e.48xlarge", count: 8, capacity: { kind: "spot", zoneId: "use2-az1" } },
  { name: "trn2", machine: "trn2.48xlarge", count: 256, capacity: onDemandOnAws },
  { name: "h200", machine: "p5en.48xlarge", count: 16, capacity: capacityBlock },
]);

const flavorsOf = (site: typeof mixed) =>
  at(objectOf(site, "queues/queues.yaml", "ClusterQueue"), "spec", "resourceGroups", 0, "flavors");

/** Quotas of a flavor, by resource. */
function quotas(site: typeof mixed, pool: string): Record<string, unknown> {
  const flavors = flavorsOf(site);
  const found = (Array.isArray(flavors) ? flavors : []).find((flavor: unknown) => at(flavor, "name") === pool);
  const resources = at(found, "resources");
  return Object.fromEntries(
    (Array.isArray(resources) ? resources : []).map((each: unknown) => [at(each, "name"), at(each, "nominalQuota")]),
  );
}

test("quotas are what the machines have, counted by hand", () => {
  // trn2.48xlarge: 16 chips, 16 EFA, 192 vCPUs, 2 TiB.
  expect(quotas(mixed, "trn2")).toEqual({
    cpu: 256 * 192,
    memory: `${256 * 2048}Gi`,
    "aws.amazon.com/neuron": 4096,
    "hugepages-2Mi": `${256 * 2048}Gi`,
    "nvidia.com/gpu": 0,
    "vpc.amazonaws.com/efa": 4096,
  });
  // p5en.48xlarge: 8 GPUs, 16 EFA.
  expect(quotas(mixed, "h200")).toMatchObject({ "nvidia.com/gpu": 128, "vpc.amazonaws.com/efa": 256 });
});

test("a TPU slice counts its chips", () => {
  const site = googleSite([
    // A 4x4x8 slice has 128 chips on 32 machines of 4.
    { name: "v5p", machine: "ct5p-hightpu-4t", topology: "4x4x8", slices: 3, capacity: onDemandOnGoogle },
  ]);
  expect(quotas(site, "v5p")).toEqual({ cpu: 96 * 208, memory: `${96 * 448}Gi`, "google.com/tpu": 384 });
});

test("InfiniBand is counted in the slots that pods share, AMD by its own name", () => {
  const site = azureSite([
    { name: "amd", machine: "Standard_ND96isr_MI300X_v5", count: 2, capacity: { kind: "onDemand" } },
  ]);
  expect(quotas(site, "amd")).toMatchObject({ "amd.com/gpu": 16, "rdma/shared_ib": 126 });
});

test("pools are filled in the order of what is paid for anyway, on demand, what can be taken away", () => {
  const flavors = flavorsOf(mixed);
  expect((Array.isArray(flavors) ? flavors : []).map((flavor: unknown) => at(flavor, "name"))).toEqual([
    "h200",
    "trn2",
    "spot",
  ]);
});

test("a flavor selects the nodes of its pool and tolerates every taint of theirs", () => {
  const site = azureSite([{ name: "h100", machine: "Standard_ND96isr_H100_v5", count: 2, capacity: { kind: "spot" } }]);
  expect(at(objectOf(site, "queues/flavors.yaml", "ResourceFlavor"), "spec")).toEqual({
    nodeLabels: { "siteform.dev/pool": "h100" },
    tolerations: [
      { key: "sku", operator: "Equal", value: "gpu", effect: "NoSchedule" },
      { key: "kubernetes.azure.com/scalesetpriority", operator: "Equal", value: "spot", effect: "NoSchedule" },
    ],
  });
});

// GKE documentation, TPUs and GPUs in GKE: the labels by which pods ask for a slice or a GPU.
test("on GKE a flavor also has the labels by which jobs ask for an accelerator and a topology", () => {
  const site = googleSite([
    { name: "v5p", machine: "ct5p-hightpu-4t", topology: "4x4x8", capacity: onDemandOnGoogle },
    { name: "one", machine: "ct5lp-hightpu-8t", topology: "2x4", capacity: onDemandOnGoogle },
    { name: "mega", machine: "a3-megagpu-8g", count: 2, capacity: onDemandOnGoogle },
  ]);
  const labels = objectsIn(site, "queues/flavors.yaml").map((flavor) => at(flavor, "spec", "nodeLabels"));
  expect(labels).toEqual([
    {
      "siteform.dev/pool": "v5p",
      "cloud.google.com/gke-tpu-accelerator": "tpu-v5p-slice",
      "cloud.google.com/gke-tpu-topology": "4x4x8",
    },
    {
      "siteform.dev/pool": "one",
      "cloud.google.com/gke-tpu-accelerator": "tpu-v5-lite-podslice",
      "cloud.google.com/gke-tpu-topology": "2x4",
    },
    { "siteform.dev/pool": "mega", "cloud.google.com/gke-accelerator": "nvidia-h100-mega-80gb" },
  ]);
});

test("a pool with more taints than a flavor takes tolerations, 8, has one of all; with 8 it has each", () => {
  const tolerations = (count: number) => {
    const taints = Array.from({ length: count }, (_, index) => ({ key: `t${index}`, effect: "NO_SCHEDULE" }));
    const site = awsSite([{ name: "p5", machine: "p5.48xlarge", count: 1, capacity: onDemandOnAws, taints }]);
    return at(objectOf(site, "queues/flavors.yaml", "ResourceFlavor"), "spec", "tolerations");
  };
  expect(tolerations(8)).toHaveLength(8);
  expect(tolerations(9)).toEqual([{ operator: "Exists" }]);
});

test("an Arm node of GKE has a taint of its own", () => {
  const site = googleSite([{ name: "gb200", machine: "a4x-highgpu-4g", count: 18, capacity: onDemandOnGoogle }]);
  expect(at(objectOf(site, "queues/flavors.yaml", "ResourceFlavor"), "spec", "tolerations", 1)).toEqual({
    key: "kubernetes.io/arch",
    operator: "Equal",
    value: "arm64",
    effect: "NoSchedule",
  });
});

// EC2 user guide, prerequisites for EC2 topology: three network nodes, or four on p6-b200 and p6-b300.
test.each([
  ["trn2.48xlarge", 3],
  ["p5en.48xlarge", 3],
  ["p6e-gb200.36xlarge", 3],
  ["p6-b200.48xlarge", 4],
  ["p6-b300.48xlarge", 4],
])("nodes of %s are told apart by %i layers of the network and by host", (type, layers) => {
  const site = awsSite([{ name: "pool", machine: type, count: 1, capacity: { kind: "onDemand" } }]);
  const levels = at(objectOf(site, "queues/topology.yaml", "Topology"), "spec", "levels");
  expect(levels).toHaveLength(layers + 1);
  expect(at(levels, layers - 1)).toEqual({ nodeLabel: `topology.k8s.aws/network-node-layer-${layers}` });
  expect(at(levels, layers)).toEqual({ nodeLabel: "kubernetes.io/hostname" });
});

test.each(["inf2.48xlarge", "g5.48xlarge", "p5.4xlarge"])(
  "EC2 tells no topology of %s, so its pool has none",
  (type) => {
    const site = awsSite([{ name: "pool", machine: type, count: 1, capacity: { kind: "onDemand" } }]);
    expect(namesIn(site, "queues")).toEqual(["flavors.yaml", "queues.yaml"]);
  },
);

test("GPU machines of Google have a topology where they are placed or reserved, TPU slices and flex-start none", () => {
  const gpu = (kind: object) => googleSite([{ name: "gpu", machine: "a3-highgpu-8g", count: 2, capacity: kind }]);
  expect(namesIn(gpu(onDemandOnGoogle), "queues")).toContain("topology.yaml");
  expect(namesIn(gpu({ kind: "flexStart", zone: "us-central1-a" }), "queues")).not.toContain("topology.yaml");
  const tpu = googleSite([{ name: "v5p", machine: "ct5p-hightpu-4t", topology: "4x4x8", capacity: onDemandOnGoogle }]);
  expect(namesIn(tpu, "queues")).not.toContain("topology.yaml");
});

test("what nobody knows of a machine is a ceiling, and the file says so", () => {
  const [view] = clusterViews(mixed, {
    fleet: "atlas",
    machine: (type) => {
      const { vcpus: _, ...rest } = machine(type);
      return rest;
    },
  });
  if (view === undefined) throw new Error("no cluster");
  const text = clusterFiles(view).find(({ file }) => file === "queues/queues.yaml")?.text ?? "";
  expect(text).toContain("Of spot, trn2, h200 the catalogue does not know CPU or memory");
  expect(text).toContain("{ name: cpu, nominalQuota: 262144 }");
});

test("more pools than one ClusterQueue takes make several that lend to each other, 64 exactly one", () => {
  const site = (count: number) =>
    awsSite(
      Array.from({ length: count }, (_, index) => ({
        name: `p${index}`,
        machine: "p5.48xlarge",
        count: 1,
        capacity: { kind: "onDemand" },
      })),
    );
  const queues = (count: number) =>
    objectsIn(site(count), "queues/queues.yaml").filter((each) => at(each, "kind") === "ClusterQueue");
  expect(queues(64).map((queue) => at(queue, "spec", "cohortName"))).toEqual([undefined]);
  expect(queues(65).map((queue) => [at(queue, "metadata", "name"), at(queue, "spec", "cohortName")])).toEqual([
    ["train", "train"],
    ["train-2", "train"],
  ]);
});

test("every machine of a cloud has an extended resource by which pods ask for it", () => {
  const names = machineTypes()
    .map(machine)
    .filter(({ offer }) => offer !== "hardware")
    .map((each) => extendedResources(each)[0]?.name);
  expect(new Set(names)).toEqual(new Set(["nvidia.com/gpu", "aws.amazon.com/neuron", "google.com/tpu", "amd.com/gpu"]));
});

test("a name that YAML 1.1 takes for a truth value stays a name", () => {
  const site = awsSite([{ name: "no", machine: "p5.48xlarge", count: 1, capacity: { kind: "onDemand" } }]);
  expect(at(objectOf(site, "queues/flavors.yaml", "ResourceFlavor"), "metadata", "name")).toBe("no");
  expect(documentsIn("a: no")).toEqual([{ a: false }]);
});

test("a queued pool is admitted once its machines can be had, TPU slices by their topology, and its taint is tolerated", () => {
  const queued = { kind: "queued", zone: "us-central1-a" };
  const site = googleSite([
    { name: "gpu", machine: "a3-highgpu-8g", count: 2, capacity: queued },
    { name: "tpu", machine: "ct5p-hightpu-4t", topology: "4x4x4", capacity: queued },
    { name: "kept", machine: "a3-highgpu-8g", count: 2, capacity: onDemandOnGoogle },
  ]);
  const spec = (kind: string, name?: string) => at(objectOf(site, "queues/queues.yaml", kind, name), "spec");
  expect(at(spec("ClusterQueue"), "admissionChecksStrategy", "admissionChecks")).toEqual([
    { name: "queued-provisioning", onFlavors: ["gpu"] },
    { name: "queued-provisioning-4x4x4", onFlavors: ["tpu"] },
  ]);
  expect(spec("ProvisioningRequestConfig", "queued-provisioning-4x4x4")).toEqual({
    provisioningClassName: "queued-provisioning.gke.io",
    managedResources: ["google.com/tpu"],
    parameters: { "tpu-topology": "4x4x4" },
  });
  expect(at(spec("AdmissionCheck", "queued-provisioning"), "parameters", "name")).toBe("queued-provisioning");
  const flavor = objectOf(site, "queues/flavors.yaml", "ResourceFlavor", "gpu");
  expect(at(flavor, "spec", "tolerations", 1)).toEqual({
    key: "cloud.google.com/gke-queued",
    operator: "Equal",
    value: "true",
    effect: "NoSchedule",
  });
});

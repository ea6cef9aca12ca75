import {
  at,
  awsSite,
  azureSite,
  googleSite,
  namesIn,
  objectOf,
  onDemandOnAws,
  onDemandOnGoogle,
  textOf,
} from "./support";

const podOf =
  (daemonSet: unknown) =>
  (...path: readonly (string | number)[]) =>
    at(daemonSet, "spec", "template", "spec", ...path);

const poolsOf = (daemonSet: unknown) =>
  podOf(daemonSet)(
    "affinity",
    "nodeAffinity",
    "requiredDuringSchedulingIgnoredDuringExecution",
    "nodeSelectorTerms",
    0,
    "matchExpressions",
  );

const mixed = awsSite([
  { name: "trn2", machine: "trn2.48xlarge", count: 2, capacity: onDemandOnAws },
  { name: "inf2", machine: "inf2.48xlarge", count: 2, capacity: onDemandOnAws },
  { name: "h100", machine: "p5.48xlarge", count: 2, capacity: onDemandOnAws },
  { name: "l40s", machine: "g6e.48xlarge", count: 2, capacity: { kind: "spot", zoneId: "use2-az1" } },
]);

describe("EKS", () => {
  test("each plugin comes once, on the pools that have its devices, and nothing else is emitted", () => {
    expect(namesIn(mixed, "platform")).toEqual([
      "neuron-device-plugin.yaml",
      "nvidia-device-plugin.yaml",
      "efa-device-plugin.yaml",
      "storage-classes.yaml",
    ]);
    const pools = (file: string) => poolsOf(objectOf(mixed, `platform/${file}`, "DaemonSet"));
    const on = (...names: string[]) => [{ key: "siteform.dev/pool", operator: "In", values: names }];
    expect(pools("neuron-device-plugin.yaml")).toEqual(on("inf2", "trn2"));
    expect(pools("nvidia-device-plugin.yaml")).toEqual(on("h100", "l40s"));
    // inf2.48xlarge has no EFA (EC2 user guide, accelerated computing).
    const efa = on("h100", "l40s", "trn2");
    expect(pools("efa-device-plugin.yaml")).toEqual(efa);
  });

  test("a cluster of Inferentia2 alone needs neither NVIDIA's plugin nor EFA's", () => {
    const site = awsSite([{ name: "inf2", machine: "inf2.48xlarge", count: 1, capacity: onDemandOnAws }]);
    expect(namesIn(site, "platform")).toEqual(["neuron-device-plugin.yaml", "storage-classes.yaml"]);
  });

  test("a plugin tolerates the taints of all its pools", () => {
    const tolerations = podOf(objectOf(mixed, "platform/efa-device-plugin.yaml", "DaemonSet"))("tolerations");
    expect(tolerations).toEqual([
      { key: "aws.amazon.com/neuron", operator: "Equal", value: "present", effect: "NoSchedule" },
      { key: "nvidia.com/gpu", operator: "Equal", value: "present", effect: "NoSchedule" },
    ]);
  });

  test("taints of the pool's own are tolerated in the place of the usual one, each with its effect", () => {
    const taints = [
      { key: "team", value: "a", effect: "NO_EXECUTE" },
      { key: "team", value: "a", effect: "NO_SCHEDULE" },
      { key: "bare", effect: "NO_SCHEDULE" },
    ];
    const site = awsSite([{ name: "p5", machine: "p5.48xlarge", count: 1, capacity: onDemandOnAws, taints }]);
    expect(podOf(objectOf(site, "platform/efa-device-plugin.yaml", "DaemonSet"))("tolerations")).toEqual([
      { key: "bare", operator: "Equal", value: "", effect: "NoSchedule" },
      { key: "team", operator: "Equal", value: "a", effect: "NoExecute" },
      { key: "team", operator: "Equal", value: "a", effect: "NoSchedule" },
    ]);
  });

  test("Bottlerocket brings NVIDIA's plugin, and neither Neuron's nor EFA's", () => {
    const bottlerocket = { image: { kind: "bottlerocket" }, capacity: onDemandOnAws };
    const site = awsSite([
      { name: "p5", machine: "p5.48xlarge", count: 1, ...bottlerocket },
      { name: "trn2", machine: "trn2.48xlarge", count: 1, ...bottlerocket },
    ]);
    expect(namesIn(site, "platform")).toEqual([
      "neuron-device-plugin.yaml",
      "efa-device-plugin.yaml",
      "storage-classes.yaml",
    ]);
  });

  test("the Neuron plugin acts as an account that may read nodes and pods and patch node status", () => {
    const file = "platform/neuron-device-plugin.yaml";
    const pod = podOf(objectOf(mixed, file, "DaemonSet"));
    expect(pod("serviceAccountName")).toBe("neuron-device-plugin");
    expect(at(objectOf(mixed, file, "ServiceAccount"), "metadata")).toEqual({
      name: "neuron-device-plugin",
      namespace: "kube-system",
    });
    expect(at(objectOf(mixed, file, "ClusterRoleBinding"), "subjects")).toEqual([
      { kind: "ServiceAccount", name: "neuron-device-plugin", namespace: "kube-system" },
    ]);
    expect(at(objectOf(mixed, file, "ClusterRole"), "rules")).toContainEqual({
      apiGroups: [""],
      resources: ["nodes/status"],
      verbs: ["patch", "update"],
    });
  });

  // EKS user guide, add-ons-images.
  test.each([
    ["us-east-2", "602401143452.dkr.ecr.us-east-2.amazonaws.com"],
    ["us-gov-west-1", "013241004608.dkr.ecr.us-gov-west-1.amazonaws.com"],
    ["cn-north-1", "918309763551.dkr.ecr.cn-north-1.amazonaws.com.cn"],
  ])("the EFA plugin comes from the registry of its region: %s", (region, registry) => {
    const site = awsSite([{ name: "p5", machine: "p5.48xlarge", count: 1, capacity: { kind: "onDemand" } }], {
      region,
    });
    const image = podOf(objectOf(site, "platform/efa-device-plugin.yaml", "DaemonSet"))("containers", 0, "image");
    expect(image).toBe(`${registry}/eks/aws-efa-k8s-device-plugin:v0.5.20`);
  });

  test("a Grace host says which driver its NVLink domain needs, and has the plugin all the same", () => {
    const site = awsSite([{ name: "gb200", machine: "p6e-gb200.36xlarge", count: 18, capacity: { kind: "onDemand" } }]);
    expect(namesIn(site, "platform")).toContain("nvidia-device-plugin.yaml");
    expect(textOf(site, "platform/kustomization.yaml")).toContain("gb200: pods that use NVLink across machines");
  });
});

describe("GKE", () => {
  test("brings its own plugins, and the file says so", () => {
    const site = googleSite([{ name: "h100", machine: "a3-highgpu-8g", count: 2, capacity: onDemandOnGoogle }]);
    expect(namesIn(site, "platform")).toEqual(["storage-classes.yaml"]);
    expect(textOf(site, "platform/kustomization.yaml")).toContain("GKE installs the NVIDIA driver and device plugin");
  });

  test("the DRA driver of A4X finds GKE's own driver", () => {
    const site = googleSite([{ name: "gb200", machine: "a4x-highgpu-4g", count: 18, capacity: onDemandOnGoogle }]);
    expect(textOf(site, "platform/kustomization.yaml")).toContain("nvidiaDriverRoot=/home/kubernetes/bin/nvidia");
  });
});

describe("AKS", () => {
  const onDemand = { kind: "onDemand" };
  const site = azureSite([
    { name: "h100", machine: "Standard_ND96isr_H100_v5", count: 2, capacity: { kind: "spot" } },
    { name: "amd", machine: "Standard_ND96isr_MI300X_v5", count: 2, capacity: onDemand },
    { name: "gb300", machine: "Standard_ND128isr_GB300_v6", count: 18, capacity: onDemand },
  ]);

  test("AMD and InfiniBand have their plugins; Grace hosts are left to the operator that brings their driver", () => {
    const pools = (file: string) => at(poolsOf(objectOf(site, `platform/${file}`, "DaemonSet")), 0, "values");
    expect(namesIn(site, "platform")).toEqual([
      "nvidia-device-plugin.yaml",
      "amd-device-plugin.yaml",
      "rdma-device-plugin.yaml",
      "storage-classes.yaml",
    ]);
    expect(pools("nvidia-device-plugin.yaml")).toEqual(["h100"]);
    expect(pools("amd-device-plugin.yaml")).toEqual(["amd"]);
    expect(pools("rdma-device-plugin.yaml")).toEqual(["amd", "gb300", "h100"]);
    expect(textOf(site, "platform/kustomization.yaml")).toContain(
      "gb300: Arm hosts, on which AKS installs no NVIDIA driver",
    );
  });

  test("the taint of spot machines is tolerated beside that of accelerators", () => {
    const tolerations = podOf(objectOf(site, "platform/nvidia-device-plugin.yaml", "DaemonSet"))("tolerations");
    expect(tolerations).toEqual([
      { key: "kubernetes.azure.com/scalesetpriority", operator: "Equal", value: "spot", effect: "NoSchedule" },
      { key: "sku", operator: "Equal", value: "gpu", effect: "NoSchedule" },
    ]);
  });

  test("the InfiniBand plugin reads which cards it shares", () => {
    const data = at(objectOf(site, "platform/rdma-device-plugin.yaml", "ConfigMap"), "data", "config.json");
    expect(JSON.parse(String(data))).toEqual({
      configList: [
        {
          resourceName: "shared_ib",
          rdmaHcaMax: 63,
          selectors: { vendors: ["15b3"], linkTypes: ["infiniband"] },
        },
      ],
    });
  });
});

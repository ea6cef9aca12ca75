import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { clusterOf, named, single, siteOf, stackTree, stackTrees } from "./stack-tree";

const v5p = {
  name: "v5p",
  machine: "ct5p-hightpu-4t",
  topology: "4x4x8",
  capacity: { kind: "onDemand", zone: "us-east5-a" },
};
const h100 = {
  name: "h100",
  machine: "a3-highgpu-8g",
  count: 4,
  capacity: { kind: "onDemand", zone: "us-east5-b" },
};

describe("a stack", () => {
  test("accepts every provider from the bindings' version to the next major one", () => {
    expect(stackTree(siteOf([v5p])).terraform["required_providers"]).toEqual({
      google: { source: "hashicorp/google", version: ">= 6.50, < 7" },
    });
  });

  test("works in the site's project and region, and labels what it makes", () => {
    expect(stackTree(siteOf([v5p])).provider["google"]).toEqual([
      { project: "atlas-research", region: "us-east5", default_labels: { fleet: "atlas", site: "columbus" } },
    ]);
  });

  test("holds no path of the machine that wrote it, and is the same each time", () => {
    const { text } = stackTree(siteOf([v5p, h100]));
    expect(text).not.toContain(resolve("."));
    expect(text).not.toContain(tmpdir());
    expect(text).toBe(stackTree(siteOf([v5p, h100])).text);
  });

  test("is one for the site, or one a cluster, or one for a site without clusters", () => {
    const clusters = [clusterOf("train", [v5p]), clusterOf("serve", [h100])];
    expect(Object.keys(stackTrees(siteOf([], { clusters })))).toEqual(["columbus"]);
    expect(Object.keys(stackTrees(siteOf([], { clusters, stacks: "perCluster" })))).toEqual([
      "columbus-train",
      "columbus-serve",
    ]);
    expect(Object.keys(stackTrees(siteOf([], { clusters: [], stacks: "perCluster" })))).toEqual(["columbus"]);
  });

  test("of one cluster has a network of its own and nothing of the other cluster", () => {
    const clusters = [clusterOf("train", [v5p]), clusterOf("serve", [h100])];
    const { "columbus-serve": serve } = stackTrees(siteOf([], { clusters, stacks: "perCluster" }));
    if (serve === undefined) throw new Error("no stack");
    expect(Object.keys(named(serve, "google_compute_network"))).toEqual(["columbus-serve"]);
    expect(Object.keys(named(serve, "google_container_node_pool"))).toEqual(["h100", "system"]);
  });
});

describe("the network", () => {
  test("has no subnetworks but the clusters', the largest packets and regional routes", () => {
    expect(single(stackTree(siteOf([v5p])), "google_compute_network")).toMatchObject({
      name: "columbus",
      auto_create_subnetworks: false,
      routing_mode: "REGIONAL",
      mtu: 8896,
    });
  });

  test("has the ranges of the document, and reaches Google's APIs without a public address", () => {
    expect(single(stackTree(siteOf([v5p])), "google_compute_subnetwork")).toMatchObject({
      name: "columbus-train",
      region: "us-east5",
      ip_cidr_range: "10.32.0.0/20",
      private_ip_google_access: true,
      secondary_ip_range: [
        { range_name: "pods", ip_cidr_range: "10.36.0.0/14" },
        { range_name: "services", ip_cidr_range: "10.40.0.0/20" },
      ],
    });
  });

  test("has one router and one NAT for all clusters of the stack", () => {
    const clusters = [clusterOf("train", [v5p]), clusterOf("serve", [h100])];
    const tree = stackTree(siteOf([], { clusters }));
    expect(single(tree, "google_compute_router")).toMatchObject({ region: "us-east5" });
    expect(single(tree, "google_compute_router_nat")).toMatchObject({
      nat_ip_allocate_option: "AUTO_ONLY",
      source_subnetwork_ip_ranges_to_nat: "ALL_SUBNETWORKS_ALL_IP_RANGES",
    });
    expect(Object.keys(named(tree, "google_compute_subnetwork"))).toEqual(["columbus-serve", "columbus-train"]);
  });
});

describe("the cluster", () => {
  const cluster = (site = siteOf([v5p])) => single(stackTree(site), "google_container_cluster");

  test("is regional, private, protected, and open to nobody outside its network", () => {
    expect(cluster()).toMatchObject({
      name: "columbus-train",
      location: "us-east5",
      deletion_protection: true,
      private_cluster_config: {
        enable_private_nodes: true,
        enable_private_endpoint: true,
        master_ipv4_cidr_block: "10.40.16.0/28",
      },
      master_authorized_networks_config: {},
      workload_identity_config: { workload_pool: "atlas-research.svc.id.goog" },
      datapath_provider: "ADVANCED_DATAPATH",
      release_channel: { channel: "REGULAR" },
    });
  });

  test("takes its addresses from the named ranges of its subnetwork", () => {
    expect(cluster()).toMatchObject({
      networking_mode: "VPC_NATIVE",
      ip_allocation_policy: { cluster_secondary_range_name: "pods", services_secondary_range_name: "services" },
    });
  });

  test("has a version only when one is asked for", () => {
    const scheduler = { kind: "kubernetes", version: "1.34" };
    const clusters = [{ ...clusterOf("train", [v5p]), scheduler }];
    expect(cluster()).not.toHaveProperty("min_master_version");
    expect(cluster(siteOf([], { clusters }))).toHaveProperty("min_master_version", "1.34");
  });

  test("is not replaced when a pool of another kind comes or when its first pool is gone", () => {
    expect(cluster(siteOf([v5p]))).toEqual(cluster(siteOf([v5p, h100])));
    expect(cluster()).toMatchObject({
      remove_default_node_pool: true,
      initial_node_count: 1,
      lifecycle: { ignore_changes: ["node_config"] },
    });
  });
});

describe("the nodes", () => {
  test("have an account of their own with the least roles, and every node pool waits for them", () => {
    const tree = stackTree(siteOf([v5p, h100]));
    expect(single(tree, "google_service_account")).toMatchObject({ account_id: "gke-columbus-train" });
    const roles = tree.resource["google_project_iam_member"] ?? {};
    expect(
      Object.values(roles)
        .map(({ role }) => role)
        .sort(),
    ).toEqual([
      "roles/artifactregistry.reader",
      "roles/logging.logWriter",
      "roles/monitoring.metricWriter",
      "roles/monitoring.viewer",
      "roles/stackdriver.resourceMetadata.writer",
      "roles/storage.objectViewer",
    ]);
    const addresses = Object.keys(roles).map((id) => `google_project_iam_member.${id}`);
    const account = Object.keys(tree.resource["google_service_account"] ?? {})[0];
    for (const pool of Object.values(tree.resource["google_container_node_pool"] ?? {})) {
      expect(pool["depends_on"]).toEqual(expect.arrayContaining(addresses));
      expect(pool).toMatchObject({
        node_config: {
          service_account: `\${google_service_account.${account}.email}`,
          workload_metadata_config: { mode: "GKE_METADATA" },
        },
      });
    }
  });

  test("are labelled for the bill and for the scheduler", () => {
    expect(named(stackTree(siteOf([v5p])), "google_container_node_pool")["v5p-000"]).toMatchObject({
      node_config: {
        labels: { "siteform.dev/pool": "v5p" },
        resource_labels: { fleet: "atlas", site: "columbus", cluster: "train", pool: "v5p" },
      },
    });
  });

  test("of the system are one to three", () => {
    expect(named(stackTree(siteOf([v5p])), "google_container_node_pool")["system"]).toMatchObject({
      location: "us-east5",
      initial_node_count: 1,
      autoscaling: { total_min_node_count: 1, total_max_node_count: 3 },
      node_config: { machine_type: "n2-standard-8" },
    });
  });
});

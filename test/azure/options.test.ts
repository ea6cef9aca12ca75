import { azureMachines } from "../../constructs/catalog";
import { aCluster, aPool, aSite, SUBSCRIPTION, synthSite } from "./synth-site";

const clusterOf = (more: object, site: object = {}) =>
  synthSite(aSite({ ...site, clusters: [aCluster(more)] })).one("kubernetes_cluster");
const poolOf = (more: object) =>
  synthSite(aSite({ clusters: [aCluster({ pools: [aPool(more)] })] })).one("kubernetes_cluster_node_pool");

describe("AZ-AKS-01, by construction", () => {
  it("has exactly one DNS prefix, and an identity instead of a service principal", () => {
    const cluster = clusterOf({});
    expect(cluster).toHaveProperty("dns_prefix");
    expect(cluster).not.toHaveProperty("dns_prefix_private_cluster");
    expect(cluster).toMatchObject({ identity: { type: "UserAssigned" } });
    expect(cluster).not.toHaveProperty("service_principal");
  });
});

describe("AZ-AKS-02, by construction", () => {
  it("names both ends where the autoscaler chooses, and neither where it does not", () => {
    expect(poolOf({ count: 8, autoscale: { min: 0 } })).toMatchObject({
      auto_scaling_enabled: true,
      min_count: 0,
      max_count: 8,
    });
    expect(poolOf({ count: 8, autoscale: { min: 0 } })).not.toHaveProperty("node_count");
    for (const name of ["auto_scaling_enabled", "min_count", "max_count"]) expect(poolOf({})).not.toHaveProperty(name);
    expect(clusterOf({ system: { count: 5, min: 2 } })["default_node_pool"]).toMatchObject({
      auto_scaling_enabled: true,
      min_count: 2,
      max_count: 5,
    });
  });
});

describe("AZ-AKS-07, by construction", () => {
  it("gives every pool of every size a name for its rotation", () => {
    const pools = Object.keys(azureMachines).map((machine, index) =>
      aPool({ name: `p${index}`, machine, count: 1001 }),
    );
    const stack = synthSite(aSite({ clusters: [aCluster({ pools })] }));
    const names = stack.all("kubernetes_cluster_node_pool").map((pool) => pool["temporary_name_for_rotation"]);
    expect(new Set(names).size).toBe(2 * pools.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]{0,11}$/);
  });
});

describe("options of an AKS cluster", () => {
  it("turn local accounts off once somebody else can sign in", () => {
    expect(clusterOf({})).not.toHaveProperty("local_account_disabled");
    const admins = ["00000000-0000-4000-8000-0000000000bb"];
    const tenant = "00000000-0000-4000-8000-0000000000ff";
    expect(clusterOf({ admins }, { tenant })).toMatchObject({
      local_account_disabled: true,
      azure_active_directory_role_based_access_control: {
        azure_rbac_enabled: true,
        admin_group_object_ids: admins,
        tenant_id: tenant,
      },
    });
  });

  it("open the API server to some addresses, or give its name to a zone that exists", () => {
    const authorizedRanges = ["198.51.100.0/24"];
    expect(clusterOf({ apiServer: { access: "public", authorizedRanges } })).toMatchObject({
      private_cluster_enabled: false,
      api_server_access_profile: { authorized_ip_ranges: expect.arrayContaining(authorizedRanges) },
    });
    const dnsZone = `/subscriptions/${SUBSCRIPTION}/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/privatelink.eastus2.azmk8s.io`;
    const stack = synthSite(aSite({ clusters: [aCluster({ apiServer: { access: "private", dnsZone } })] }));
    expect(stack.one("kubernetes_cluster")).toMatchObject({ private_dns_zone_id: dnsZone });
    const roles = stack.all("role_assignment").map((role) => [role["role_definition_name"], role["scope"]]);
    expect(roles).toContainEqual(["Private DNS Zone Contributor", dnsZone]);
    expect(roles).toContainEqual(["Network Contributor", expect.stringContaining("azurerm_virtual_network.")]);
  });

  it("keep upgrades to some hours of the week", () => {
    const cluster = clusterOf({
      upgrades: { channel: "stable", nodeImages: "SecurityPatch", window: { day: "Sunday", time: "04:30", hours: 6 } },
    });
    const window = { frequency: "Weekly", interval: 1, day_of_week: "Sunday", start_time: "04:30", duration: 6 };
    expect(cluster).toMatchObject({
      automatic_upgrade_channel: "stable",
      node_os_upgrade_channel: "SecurityPatch",
      maintenance_window_auto_upgrade: window,
      maintenance_window_node_os: window,
    });
    expect(clusterOf({ upgrades: { channel: "none" } })).not.toHaveProperty("automatic_upgrade_channel");
  });

  it("send the control plane's logs to a workspace", () => {
    const workspace = `/subscriptions/${SUBSCRIPTION}/resourceGroups/hub/providers/Microsoft.OperationalInsights/workspaces/logs`;
    const setting = synthSite(aSite({ clusters: [aCluster({ logs: { workspace } })] })).one(
      "monitor_diagnostic_setting",
    );
    expect(setting).toMatchObject({ log_analytics_workspace_id: workspace });
    expect(setting["enabled_log"]).toContainEqual({ category: "kube-audit-admin" });
    expect(setting["enabled_log"]).not.toContainEqual({ category: "kube-audit" });
  });

  it("raise the provider's floor only where an image needs it", () => {
    const versionOf = (pool: object) =>
      synthSite(aSite({ clusters: [aCluster({ pools: [aPool(pool)] })] })).json.terraform["required_providers"];
    expect(versionOf({})).toMatchObject({ azurerm: { version: ">= 4.55, < 5" } });
    expect(versionOf({ osSku: "Ubuntu2404" })).toMatchObject({ azurerm: { version: ">= 4.67.0, < 5" } });
  });

  it("guard the cluster unless the site is not protected", () => {
    expect(clusterOf({})).toMatchObject({ lifecycle: { prevent_destroy: true } });
    expect(clusterOf({}, { protect: false })).not.toHaveProperty("lifecycle");
  });

  it("register InfiniBand, and leave that resource provider to the registration", () => {
    const stack = synthSite(aSite({ infiniband: "register" }));
    expect(stack.one("resource_provider_registration")).toMatchObject({
      name: "Microsoft.ContainerService",
      feature: [{ name: "AKSInfinibandSupport", registered: true }],
    });
    expect(JSON.stringify(stack.json.provider)).not.toContain("Microsoft.ContainerService");
    expect(JSON.stringify(stack.one("kubernetes_cluster")["depends_on"])).toContain("resource_provider_registration.");
    const grace = aCluster({ pools: [aPool({ machine: "Standard_ND128isr_GB300_v6" })] });
    expect(
      synthSite(aSite({ infiniband: "register", clusters: [grace] })).one("resource_provider_registration"),
    ).toMatchObject({ feature: [{ registered: false }] });
  });

  it("sign in as asked, in the cloud of the region", () => {
    const tenant = "00000000-0000-4000-8000-0000000000ff";
    const stack = synthSite(aSite({ region: "usgovvirginia", tenant, useOidc: true }));
    expect(stack.json.provider["azurerm"]).toMatchObject([
      { environment: "usgovernment", tenant_id: tenant, use_oidc: true },
    ]);
  });
});

describe("the driver for Blob Storage", () => {
  it("runs where it is asked for", () => {
    expect(clusterOf({ blobDriver: true })["storage_profile"]).toEqual({ blob_driver_enabled: true });
    expect(clusterOf({})).not.toHaveProperty("storage_profile");
  });
});

describe("tags of node pools", () => {
  const stack = (key: string, protect: boolean) => synthSite(aSite({ tags: { [key]: "4711" }, protect }));

  it("are left alone after they were set where AKS would answer with keys in small letters, and there alone", () => {
    const capitals = stack("CostCenter", true);
    expect(capitals.one("kubernetes_cluster_node_pool")["lifecycle"]).toEqual({ ignore_changes: ["tags"] });
    expect(capitals.one("kubernetes_cluster")["lifecycle"]).toEqual({
      prevent_destroy: true,
      ignore_changes: ["default_node_pool[0].tags"],
    });
    expect(stack("CostCenter", false).one("kubernetes_cluster")["lifecycle"]).toEqual({
      ignore_changes: ["default_node_pool[0].tags"],
    });
    const small = stack("cost-center", false);
    expect(small.one("kubernetes_cluster_node_pool")).not.toHaveProperty("lifecycle");
    expect(small.one("kubernetes_cluster")).not.toHaveProperty("lifecycle");
    expect(stack("cost-center", true).one("kubernetes_cluster")["lifecycle"]).toEqual({ prevent_destroy: true });
  });
});

import { aCluster, aPool, aSite, RESERVATION, SUBSCRIPTION, synthSite } from "./synth-site";

const clusterOf = (more: object = {}) => synthSite(aSite({ clusters: [aCluster(more)] })).one("kubernetes_cluster");

const references = (resource: Readonly<Record<string, unknown>>): string[] => {
  const after = resource["depends_on"];
  return Array.isArray(after) ? after.map(String) : [];
};

describe("an AKS cluster", () => {
  it("has an API server that only private addresses reach", () => {
    const cluster = clusterOf();
    expect(cluster).toMatchObject({ private_cluster_enabled: true, private_dns_zone_id: "System" });
    expect(cluster).not.toHaveProperty("private_cluster_public_fqdn_enabled");
  });

  it("gives pods and services their overlays, and leaves through the site's gateway", () => {
    expect(clusterOf()["network_profile"]).toEqual({
      network_plugin: "azure",
      network_plugin_mode: "overlay",
      network_data_plane: "cilium",
      network_policy: "cilium",
      pod_cidr: "10.64.0.0/14",
      service_cidr: "10.68.0.0/20",
      dns_service_ip: "10.68.0.10",
      outbound_type: "userAssignedNATGateway",
    });
  });

  it.each([
    ["10.68.0.0/20", "10.68.0.10"],
    // The smallest range that still has a tenth address: .240 to .255.
    ["10.68.0.240/28", "10.68.0.250"],
    ["172.16.255.0/24", "172.16.255.10"],
  ])("answers DNS in %s at %s", (services, address) => {
    const network = { nodes: "10.48.0.0/20", pods: "10.64.0.0/14", services };
    expect(clusterOf({ network })["network_profile"]).toMatchObject({ dns_service_ip: address });
  });

  it("lets workloads take identities of their own", () => {
    expect(clusterOf()).toMatchObject({ oidc_issuer_enabled: true, workload_identity_enabled: true });
  });

  it("waits for its role on the subnet and for its way out", () => {
    const stack = synthSite(aSite());
    expect(stack.one("role_assignment")).toMatchObject({
      role_definition_name: "Network Contributor",
      scope: expect.stringMatching(/^\$\{azurerm_subnet\./),
      principal_id: expect.stringMatching(/^\$\{azurerm_user_assigned_identity\..+\.principal_id\}$/),
      principal_type: "ServicePrincipal",
      skip_service_principal_aad_check: true,
    });
    const after = references(stack.one("kubernetes_cluster")).join(" ");
    for (const type of ["role_assignment", "subnet_nat_gateway_association", "nat_gateway_public_ip_association"]) {
      expect(after).toContain(`azurerm_${type}.`);
    }
  });

  it("keeps system pods on machines of their own", () => {
    expect(clusterOf()["default_node_pool"]).toMatchObject({
      name: "system",
      vm_size: "Standard_D8ds_v5",
      node_count: 3,
      only_critical_addons_enabled: true,
      os_disk_type: "Ephemeral",
      temporary_name_for_rotation: "systemtmp",
      upgrade_settings: { max_surge: "1" },
    });
  });

  it("takes AKS's version when none is given, and patches of it", () => {
    const cluster = clusterOf();
    expect(cluster).not.toHaveProperty("kubernetes_version");
    expect(cluster).toMatchObject({ automatic_upgrade_channel: "patch", node_os_upgrade_channel: "NodeImage" });
  });

  it("takes a minor version for itself and its machines, and patches of it", () => {
    const stack = synthSite(aSite({ clusters: [aCluster({ scheduler: { kind: "kubernetes", version: "1.34" } })] }));
    expect(stack.one("kubernetes_cluster")).toMatchObject({
      kubernetes_version: "1.34",
      automatic_upgrade_channel: "patch",
      default_node_pool: { orchestrator_version: "1.34" },
    });
    expect(stack.one("kubernetes_cluster_node_pool")).toMatchObject({ orchestrator_version: "1.34" });
  });

  it("stays at a patch that is named", () => {
    const cluster = clusterOf({ scheduler: { kind: "kubernetes", version: "1.34.2" } });
    expect(cluster).toMatchObject({ kubernetes_version: "1.34.2" });
    expect(cluster).not.toHaveProperty("automatic_upgrade_channel");
  });

  it("asks once for each resource group that holds reservations, however it is written and however many pools draw from it", () => {
    const capacity = { kind: "capacityReservation", groupId: RESERVATION };
    const shouted = { kind: "capacityReservation", groupId: RESERVATION.toUpperCase() };
    const other = { kind: "capacityReservation", groupId: RESERVATION.replace("capacity/", "elsewhere/") };
    const pools = [
      aPool({ name: "a", capacity }),
      aPool({ name: "b", capacity: shouted }),
      aPool({ name: "c", capacity: other }),
      aPool({ name: "d" }),
    ];
    const stack = synthSite(aSite({ clusters: [aCluster({ pools })] }));
    const grants = stack.all("role_assignment").filter((role) => role["role_definition_name"] === "Contributor");
    expect(grants.map((role) => role["scope"]).sort()).toEqual([
      `/subscriptions/${SUBSCRIPTION}/resourceGroups/capacity`,
      `/subscriptions/${SUBSCRIPTION}/resourceGroups/elsewhere`,
    ]);
    const waitsFor = (name: string) => references(stack.one("kubernetes_cluster_node_pool", name));
    expect(waitsFor("a")).toHaveLength(1);
    expect(waitsFor("b")).toEqual(waitsFor("a"));
    expect(waitsFor("c")).not.toEqual(waitsFor("a"));
    expect(waitsFor("d")).toEqual([]);
  });
});

import { aCluster, aPool, aSite, SUBSCRIPTION, synthSite } from "./synth-site";

const PROVIDERS = `/subscriptions/${SUBSCRIPTION}/resourceGroups/hub/providers`;
const SPOKE = `${PROVIDERS}/Microsoft.Network/virtualNetworks/spoke`;
const CIDRS = ["10.48.0.0/16"];

const siteIn = (network: object, more: object = {}) =>
  synthSite(aSite({ network: { cidrs: CIDRS, ...network }, ...more }));
const references = (resource: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(resource["depends_on"] ?? []);

describe("the way out of a site on Azure", () => {
  it("is a gateway with a range of addresses in a zone, where asked", () => {
    const stack = siteIn({ egress: { kind: "nat", zone: "2", prefixLength: 28 } });
    expect(stack.one("nat_gateway")).toMatchObject({ zones: ["2"] });
    expect(stack.one("public_ip_prefix")).toMatchObject({ prefix_length: 28, zones: ["2"] });
    expect(stack.all("public_ip")).toEqual([]);
    expect(references(stack.one("kubernetes_cluster"))).toContain("nat_gateway_public_ip_prefix_association");
  });

  it("is a route table's, and then no gateway's", () => {
    const routeTable = `${PROVIDERS}/Microsoft.Network/routeTables/firewall`;
    const stack = siteIn({ egress: { kind: "routed", routeTable } });
    expect(stack.all("nat_gateway")).toEqual([]);
    expect(stack.one("subnet_route_table_association")).toMatchObject({ route_table_id: routeTable });
    expect(stack.one("kubernetes_cluster")).toMatchObject({ network_profile: { outbound_type: "userDefinedRouting" } });
    expect(references(stack.one("kubernetes_cluster"))).toContain("subnet_route_table_association");
  });

  it("is none, and then machines start from a registry's cache", () => {
    const registry = `${PROVIDERS}/Microsoft.ContainerRegistry/registries/cache`;
    const stack = siteIn({ egress: { kind: "none", registry } });
    expect(stack.all("nat_gateway")).toEqual([]);
    expect(stack.one("kubernetes_cluster")).toMatchObject({
      network_profile: { outbound_type: "none" },
      bootstrap_profile: { artifact_source: "Cache", container_registry_id: registry },
    });
  });
});

describe("the subnets of a site on Azure", () => {
  it("have no way out but that, and a security group", () => {
    const stack = siteIn({});
    expect(stack.one("subnet")).toMatchObject({ default_outbound_access_enabled: false });
    expect(stack.one("network_security_group")["security_rule"]).toBeUndefined();
    expect(stack.all("subnet_network_security_group_association")).toHaveLength(1);
  });

  it("keep the service endpoints that a driver of the cluster adds to the subnet of the machines", () => {
    expect(siteIn({}).one("subnet")["lifecycle"]).toEqual({ ignore_changes: ["service_endpoints"] });
  });

  it("lie in a network that exists, and in its resource group", () => {
    const stack = siteIn({ id: SPOKE }, { resourceGroup: "accelerators" });
    expect(stack.all("virtual_network")).toEqual([]);
    expect(stack.all("resource_group")).toEqual([]);
    expect(stack.one("subnet")).toMatchObject({ virtual_network_name: "spoke", resource_group_name: "hub" });
    expect(stack.one("kubernetes_cluster")).toMatchObject({ resource_group_name: "accelerators" });
  });

  it("exist, and then nobody leads them anywhere", () => {
    const subnetId = `${SPOKE}/subnets/gpu`;
    const network = { nodes: "10.48.0.0/20", pods: "10.64.0.0/14", services: "10.68.0.0/20", subnetId };
    const stack = siteIn({ id: SPOKE }, { clusters: [aCluster({ network })] });
    for (const type of ["subnet", "nat_gateway", "network_security_group"]) expect(stack.all(type)).toEqual([]);
    expect(stack.one("role_assignment")).toMatchObject({
      role_definition_name: "Network Contributor",
      scope: subnetId,
    });
    expect(stack.one("kubernetes_cluster_node_pool")).toMatchObject({ vnet_subnet_id: subnetId });
  });

  it("are one more for the API server, handed to AKS, on which the cluster has its role", () => {
    const network = {
      nodes: "10.48.0.0/20",
      pods: "10.64.0.0/14",
      services: "10.68.0.0/20",
      apiServer: "10.48.255.0/28",
    };
    const stack = siteIn({}, { clusters: [aCluster({ network })] });
    expect(stack.one("subnet", "serve-api-server")).toMatchObject({
      address_prefixes: ["10.48.255.0/28"],
      delegation: [{ service_delegation: { name: "Microsoft.ContainerService/managedClusters" } }],
    });
    expect(stack.one("kubernetes_cluster")).toMatchObject({
      api_server_access_profile: { virtual_network_integration_enabled: true },
    });
    expect(stack.all("role_assignment")).toHaveLength(2);
  });
});

describe("reservations that are made", () => {
  const made = (more: object = {}) => ({ kind: "capacityReservation", create: { acceptCharges: true }, ...more });
  const stack = synthSite(
    aSite({
      clusters: [
        aCluster({
          pools: [aPool({ capacity: made({ zone: "1" }) }), aPool({ name: "h200", count: 1500, capacity: made() })],
        }),
      ],
    }),
  );

  it("are of the pool's size, number and zone, in a group of that zone", () => {
    expect(stack.one("capacity_reservation_group", "boydton-serve-h100")).toMatchObject({ zones: ["1"] });
    expect(stack.one("capacity_reservation", "h100")).toMatchObject({
      zone: "1",
      sku: { name: "Standard_ND96isr_H100_v5", capacity: 4 },
    });
    expect(stack.one("kubernetes_cluster_node_pool", "h100")).toMatchObject({ zones: ["1"] });
    expect(stack.one("capacity_reservation_group", "boydton-serve-h200")).not.toHaveProperty("zones");
  });

  it("are one for all node pools of a large pool", () => {
    expect(stack.one("capacity_reservation", "h200")).toMatchObject({ sku: { capacity: 1500 } });
    const group = (name: string) => stack.one("kubernetes_cluster_node_pool", name)["capacity_reservation_group_id"];
    expect(group("h200x2")).toBe(group("h200"));
  });

  it("stand in a resource group of their own, the only one on which the cluster is Contributor", () => {
    expect(stack.one("resource_group", "boydton-capacity")).toBeDefined();
    const contributor = stack.all("role_assignment").filter((role) => role["role_definition_name"] === "Contributor");
    expect(contributor.map((role) => role["scope"])).toEqual([
      expect.stringMatching(/azurerm_resource_group\.capacity_/),
    ]);
    const after = references(stack.one("kubernetes_cluster_node_pool", "h100"));
    expect(after).toMatch(/azurerm_capacity_reservation\..*azurerm_role_assignment\./);
  });
});

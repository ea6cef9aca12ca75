import { aCluster, aSite, SUBSCRIPTION, synthSite } from "./synth-site";

const PROVIDERS = `/subscriptions/${SUBSCRIPTION}/resourceGroups/hub/providers`;
const NETWORK = { nodes: "10.48.0.0/20", pods: "10.64.0.0/14", services: "10.68.0.0/20" };
const PUBLIC = { access: "public", authorizedRanges: ["198.51.100.0/24"] };

const siteWith = (cluster: object, network: object = {}) =>
  synthSite(aSite({ network: { cidrs: ["10.48.0.0/16"], ...network }, clusters: [aCluster(cluster)] }));
const rangesOf = (cluster: object, network: object = {}) =>
  siteWith(cluster, network).one("kubernetes_cluster")["api_server_access_profile"];
const waitsFor = (resource: Readonly<Record<string, unknown>>): string => JSON.stringify(resource["depends_on"] ?? []);

describe("what a cluster must reach before it works", () => {
  it("is a public API server, by the gateway of the site: its address is let in", () => {
    expect(rangesOf({ apiServer: PUBLIC })).toEqual({
      authorized_ip_ranges: [
        "198.51.100.0/24",
        expect.stringMatching(/^\$\{azurerm_public_ip\.network_egress-address_\w+\.ip_address\}\/32$/),
      ],
    });
    expect(rangesOf({ apiServer: PUBLIC }, { egress: { kind: "nat", prefixLength: 30 } })).toEqual({
      authorized_ip_ranges: [
        "198.51.100.0/24",
        expect.stringMatching(/^\$\{azurerm_public_ip_prefix\.network_egress-addresses_\w+\.ip_prefix\}$/),
      ],
    });
  });

  it("is a public API server, by a way out that is not the site's: nothing is added", () => {
    const routeTable = `${PROVIDERS}/Microsoft.Network/routeTables/firewall`;
    const own = { authorized_ip_ranges: ["198.51.100.0/24"] };
    expect(rangesOf({ apiServer: PUBLIC }, { egress: { kind: "routed", routeTable } })).toEqual(own);
    const id = `${PROVIDERS}/Microsoft.Network/virtualNetworks/spoke`;
    expect(rangesOf({ apiServer: PUBLIC, network: { ...NETWORK, subnetId: `${id}/subnets/gpu` } }, { id })).toEqual(
      own,
    );
  });

  it("is a name: the public one, where there is no private zone", () => {
    const named = (dnsZone: string) =>
      siteWith({ apiServer: { access: "private", dnsZone } }).one("kubernetes_cluster");
    expect(named("None")).toMatchObject({ private_dns_zone_id: "None", private_cluster_public_fqdn_enabled: true });
    expect(named("System")).not.toHaveProperty("private_cluster_public_fqdn_enabled");
  });

  it("is the registry's cache, where there is no way out: machines may pull before they start", () => {
    const registry = `${PROVIDERS}/Microsoft.ContainerRegistry/registries/cache`;
    const stack = siteWith({}, { egress: { kind: "none", registry } });
    expect(stack.one("user_assigned_identity", "boydton-serve-kubelet")).toBeDefined();
    const cluster = stack.one("kubernetes_cluster");
    expect(cluster).toMatchObject({
      kubelet_identity: {
        client_id: expect.stringContaining("_kubelet-identity_"),
        object_id: expect.stringMatching(/_kubelet-identity_.*\.principal_id\}$/),
        user_assigned_identity_id: expect.stringContaining("_kubelet-identity_"),
      },
    });
    const roles = stack.all("role_assignment").map((role) => [role["role_definition_name"], role["scope"]]);
    expect(roles).toContainEqual(["AcrPull", registry]);
    expect(roles).toContainEqual(["Managed Identity Operator", expect.stringContaining("_kubelet-identity_")]);
    expect(waitsFor(cluster)).toMatch(/kubelet-registry-role.*kubelet-identity-role/);
    expect(siteWith({}).one("kubernetes_cluster")).not.toHaveProperty("kubelet_identity");
  });

  it("is a disk encryption set that exists: it may be read", () => {
    const set = `${PROVIDERS}/Microsoft.Compute/diskEncryptionSets/aks`;
    const stack = siteWith({ encryption: { disks: set } });
    const roles = stack.all("role_assignment").map((role) => [role["role_definition_name"], role["scope"]]);
    expect(roles).toContainEqual(["Reader", set]);
    expect(waitsFor(stack.one("kubernetes_cluster"))).toContain("disk-encryption-reader");
  });
});

describe("the tier of a cluster", () => {
  it("is long-term support where it is Premium, which is what Premium is for", () => {
    expect(siteWith({ tier: "Premium" }).one("kubernetes_cluster")).toMatchObject({
      sku_tier: "Premium",
      support_plan: "AKSLongTermSupport",
    });
    expect(siteWith({}).one("kubernetes_cluster")).not.toHaveProperty("support_plan");
  });
});

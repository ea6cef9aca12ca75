import { aCluster, aPool, aSite, type Stack, SUBSCRIPTION, synthSite, synthStacks } from "./synth-site";

const HUB = `/subscriptions/${SUBSCRIPTION}/resourceGroups/hub/providers`;
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/boydton/providers`;
const OFFICER = "00000000-0000-4000-8000-0000000000aa";
const MADE = { kind: "capacityReservation", zone: "1", create: { acceptCharges: true } };

const train = (more: object = {}) =>
  aCluster({
    name: "train",
    network: {
      nodes: "10.48.16.0/20",
      pods: "10.72.0.0/14",
      services: "10.68.16.0/20",
      apiServer: "10.48.254.0/28",
      storage: "10.48.253.0/24",
    },
    encryption: { disks: "site", secrets: "site" },
    storage: [
      {
        kind: "lustre",
        name: "scratch",
        sku: "AMLFS-Durable-Premium-250",
        capacityTiB: 8,
        zone: "1",
        customerKey: true,
        blob: { account: "atlasdata", container: "tokens", logging: "log" },
      },
    ],
    ...more,
  });
const perCluster = (more: object = {}) =>
  aSite({
    stacks: "perCluster",
    network: { cidrs: ["10.48.0.0/16"], endpoints: "10.48.255.0/27" },
    keyVault: { name: "atlas-keys", officers: [OFFICER] },
    storageAccounts: [{ name: "atlasdata", containers: ["tokens", "log", "other"] }, { name: "atlasother" }],
    clusters: [aCluster({ pools: [aPool({ capacity: MADE })] }), train()],
    ...more,
  });

/** What a cluster's stack makes for itself. */
const OWN = [
  "azurerm_capacity_reservation",
  "azurerm_capacity_reservation_group",
  "azurerm_disk_encryption_set",
  "azurerm_key_vault_key",
  "azurerm_kubernetes_cluster",
  "azurerm_kubernetes_cluster_node_pool",
  "azurerm_managed_lustre_file_system",
  "azurerm_resource_group",
  "azurerm_role_assignment",
  "azurerm_user_assigned_identity",
];

const stackOf = (stacks: Readonly<Record<string, Stack>>, name: string): Stack => {
  const stack = stacks[name];
  if (stack === undefined) throw new Error(`no stack ${name} among ${Object.keys(stacks)}`);
  return stack;
};
const typesIn = ({ json }: Stack) => Object.keys(json.resource ?? {}).sort();
const dataIn = ({ json }: Stack, type: string) =>
  Object.values(json.data?.[`azurerm_${type}`] ?? {}).map(({ "//": _, ...data }) => data);

describe("a site on Azure with a stack a cluster", () => {
  const stacks = synthStacks(perCluster());
  const foundation = stackOf(stacks, "boydton");
  const serve = stackOf(stacks, "boydton-serve");
  const trained = stackOf(stacks, "boydton-train");

  it("has a foundation of the site's name with what its clusters share, and a stack for each of them", () => {
    expect(Object.keys(stacks).sort()).toEqual(["boydton", "boydton-serve", "boydton-train"]);
    expect(typesIn(foundation)).toEqual([
      "azurerm_key_vault",
      "azurerm_nat_gateway",
      "azurerm_nat_gateway_public_ip_association",
      "azurerm_network_security_group",
      "azurerm_private_dns_zone",
      "azurerm_private_dns_zone_virtual_network_link",
      "azurerm_private_endpoint",
      "azurerm_public_ip",
      "azurerm_resource_group",
      "azurerm_role_assignment",
      "azurerm_storage_account",
      "azurerm_storage_container",
      "azurerm_subnet",
      "azurerm_subnet_nat_gateway_association",
      "azurerm_subnet_network_security_group_association",
      "azurerm_virtual_network",
    ]);
    for (const stack of [serve, trained]) {
      expect(stack.all("kubernetes_cluster")).toHaveLength(1);
      expect(typesIn(stack).filter((type) => !OWN.includes(type))).toEqual([]);
    }
  });

  // Azure takes one change of a virtual network at a time: stacks that are applied side by side make none.
  it("makes every subnet in the foundation, and with it what is attached to one", () => {
    expect(
      foundation
        .all("subnet")
        .map(({ name, address_prefixes }) => [name, address_prefixes])
        .sort(),
    ).toEqual([
      ["endpoints", ["10.48.255.0/27"]],
      ["serve", ["10.48.0.0/20"]],
      ["train", ["10.48.16.0/20"]],
      ["train-api-server", ["10.48.254.0/28"]],
      ["train-storage", ["10.48.253.0/24"]],
    ]);
    expect(
      dataIn(trained, "subnet")
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["train", "train-api-server", "train-storage"]);
    expect(dataIn(serve, "subnet")).toEqual([
      {
        name: "serve",
        virtual_network_name: expect.stringMatching(/^\$\{data\.azurerm_virtual_network\..*\.name\}$/),
        resource_group_name: "${data.azurerm_resource_group.resource-group.name}",
      },
    ]);
    expect(serve.one("kubernetes_cluster_node_pool")["vnet_subnet_id"]).toMatch(/^\$\{data\.azurerm_subnet\./);
    const retired = synthStacks(perCluster({ clusters: [aCluster(), train({ retired: true })] }));
    // Its own stack is deployed before, and takes what stands in them.
    expect(
      stackOf(retired, "boydton")
        .all("subnet")
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["endpoints", "serve"]);
    const [scratch] = perCluster().clusters.flatMap(({ storage }) => storage);
    const files = synthStacks(perCluster({ clusters: [train({ storage: [{ ...scratch, retired: true }] })] }));
    expect(
      stackOf(files, "boydton")
        .all("subnet")
        .map(({ name }) => name),
    ).toContain("train-storage");
    expect(dataIn(stackOf(files, "boydton-train"), "subnet").map(({ name }) => name)).not.toContain("train-storage");
  });

  it("finds what it shares by the names that the foundation gives, and nothing that it does not use", () => {
    const group = { name: "boydton" };
    const network = { name: "boydton", resource_group_name: "${data.azurerm_resource_group.resource-group.name}" };
    expect(foundation.one("resource_group")).toMatchObject(group);
    expect(foundation.one("virtual_network")).toMatchObject({ name: network.name });
    for (const stack of [serve, trained]) {
      expect(dataIn(stack, "resource_group")).toEqual([group]);
      expect(dataIn(stack, "virtual_network")).toEqual([network]);
    }
    expect(dataIn(trained, "key_vault")).toEqual([{ ...network, name: "atlas-keys" }]);
    expect(foundation.one("key_vault")["name"]).toBe("atlas-keys");
    const storage_account_id = `${GROUP}/Microsoft.Storage/storageAccounts/atlasdata`;
    expect(dataIn(trained, "storage_container")).toEqual([
      { name: "log", storage_account_id },
      { name: "tokens", storage_account_id },
    ]);
    expect(Object.keys(serve.json.data ?? {}).sort()).toEqual([
      "azurerm_resource_group",
      "azurerm_subnet",
      "azurerm_virtual_network",
    ]);
    // The keys of an account would be in the state.
    expect(trained.text).not.toContain("data.azurerm_storage_account");
  });

  it("uses what it found", () => {
    for (const key of trained.all("key_vault_key"))
      expect(key["key_vault_id"]).toMatch(/^\$\{data\.azurerm_key_vault\..*\.id\}$/);
    expect(trained.one("managed_lustre_file_system")).toMatchObject({
      hsm_setting: { container_id: expect.stringMatching(/data\.azurerm_storage_container\..*atlasdata-tokens/) },
    });
  });

  it("leads each cluster out by a gateway of its own, whose addresses a public API server lets in", () => {
    expect(foundation.all("nat_gateway").map(({ name }) => name)).toEqual([
      "boydton-serve-egress",
      "boydton-train-egress",
    ]);
    // Of the machines of both, and of the file systems of one.
    expect(foundation.all("subnet_nat_gateway_association")).toHaveLength(3);
    const open = (egress: object) => {
      const apiServer = { access: "public", authorizedRanges: ["198.51.100.0/24"] };
      const network = { cidrs: ["10.48.0.0/16"], endpoints: "10.48.255.0/27", egress };
      return stackOf(synthStacks(perCluster({ network, clusters: [aCluster({ apiServer })] })), "boydton-serve");
    };
    const one = open({ kind: "nat" });
    expect(dataIn(one, "public_ip")).toMatchObject([{ name: "boydton-serve-egress" }]);
    expect(JSON.stringify(one.one("kubernetes_cluster")["api_server_access_profile"])).toMatch(
      /data\.azurerm_public_ip\..*\.ip_address\}\/32/,
    );
    const several = open({ kind: "nat", prefixLength: 30 });
    expect(dataIn(several, "public_ip_prefix")).toMatchObject([{ name: "boydton-serve-egress" }]);
    expect(JSON.stringify(several.one("kubernetes_cluster")["api_server_access_profile"])).toMatch(
      /data\.azurerm_public_ip_prefix\..*\.ip_prefix\}/,
    );
  });

  it("keeps a cluster's reservations in a group that no other cluster has a role on", () => {
    expect(serve.one("resource_group")["name"]).toBe("boydton-serve-capacity");
    expect(trained.all("resource_group")).toEqual([]);
  });

  it("asks for a later provider in the stack that needs it, and in no other", () => {
    const newer = aCluster({
      scheduler: { kind: "kubernetes", version: "1.34" },
      pools: [aPool({ osSku: "Ubuntu2404" })],
    });
    const built = synthStacks(perCluster({ clusters: [newer, train()] }));
    const version = (name: string) => stackOf(built, name).json.terraform["required_providers"];
    expect(version("boydton-serve")).toMatchObject({ azurerm: { version: ">= 4.67.0, < 5" } });
    for (const name of ["boydton", "boydton-train"])
      expect(version(name)).toMatchObject({ azurerm: { version: ">= 4.55, < 5" } });
  });

  it("registers InfiniBand once, in the foundation", () => {
    const registered = synthStacks(perCluster({ infiniband: "register" }));
    const counts = Object.entries(registered).map(([name, stack]) => [
      name,
      stack.all("resource_provider_registration").length,
    ]);
    expect(Object.fromEntries(counts)).toEqual({ boydton: 1, "boydton-serve": 0, "boydton-train": 0 });
  });

  it("refers to no other stack", () => {
    for (const { text } of Object.values(stacks)) expect(text).not.toContain("terraform_remote_state");
  });

  it("keeps a retired cluster's stack with nothing in it but its provider", () => {
    const retired = stackOf(
      synthStacks(perCluster({ clusters: [aCluster(), train({ retired: true })] })),
      "boydton-train",
    );
    expect(retired.json.resource).toBeUndefined();
    expect(retired.json.data).toBeUndefined();
    expect(retired.json.provider).toHaveProperty("azurerm");
  });

  it("moves nothing of one cluster when another comes", () => {
    const alone = synthStacks(perCluster({ clusters: [train()] }));
    expect(alone["boydton-train"]?.text).toBe(trained.text);
    const resources = (stack: Stack | undefined) =>
      Object.entries(stack?.json.resource ?? {}).flatMap(([type, all]) =>
        Object.entries(all).map(([id, resource]) => [`${type}.${id}`, resource] as const),
      );
    const after = Object.fromEntries(resources(foundation));
    for (const [address, resource] of resources(alone["boydton"]))
      expect({ [address]: after[address] }).toEqual({ [address]: resource });
  });

  it("needs no foundation where all that is shared exists, and makes the subnets of a network that exists in one", () => {
    const id = `${HUB}/Microsoft.Network/virtualNetworks/spoke`;
    const more = { stacks: "perCluster", resourceGroup: "gpus", network: { cidrs: ["10.48.0.0/16"], id } };
    const made = synthStacks(aSite(more));
    expect(Object.keys(made).sort()).toEqual(["boydton", "boydton-serve"]);
    expect(made["boydton"]?.one("subnet")).toMatchObject({ name: "boydton-serve", virtual_network_name: "spoke" });
    expect(dataIn(stackOf(made, "boydton-serve"), "subnet")).toEqual([
      { name: "boydton-serve", virtual_network_name: "spoke", resource_group_name: "hub" },
    ]);
    const network = {
      nodes: "10.48.0.0/20",
      pods: "10.64.0.0/14",
      services: "10.68.0.0/20",
      subnetId: `${id}/subnets/gpu`,
    };
    const existing = aSite({ ...more, clusters: [aCluster({ network })] });
    const stacks = synthStacks(existing);
    expect(Object.keys(stacks)).toEqual(["boydton-serve"]);
    expect(stackOf(stacks, "boydton-serve").json.data).toBeUndefined();
    // A vault that is retired is still to be destroyed by the stack that made it.
    const retired = { name: "atlas-keys", officers: [OFFICER], retired: true };
    expect(Object.keys(synthStacks({ ...existing, keyVault: retired }))).toContain("boydton");
  });

  it("is the foundation alone before its first cluster", () => {
    expect(Object.keys(synthStacks(perCluster({ clusters: [] })))).toEqual(["boydton"]);
  });
});

describe("a file system beside machines in a subnet that exists", () => {
  it("has a way out of its own", () => {
    const id = `${HUB}/Microsoft.Network/virtualNetworks/spoke`;
    const network = {
      nodes: "10.48.16.0/20",
      pods: "10.72.0.0/14",
      services: "10.68.16.0/20",
      subnetId: `${id}/subnets/gpu`,
      storage: "10.48.253.0/24",
    };
    const spec = train({ network, encryption: {} });
    const file = { kind: "lustre", name: "scratch", sku: "AMLFS-Durable-Premium-250", capacityTiB: 8, zone: "1" };
    const stack = synthSite(
      aSite({ network: { cidrs: ["10.48.0.0/16"], id }, clusters: [{ ...spec, storage: [file] }] }),
    );
    expect(stack.all("nat_gateway")).toHaveLength(1);
    expect(stack.all("subnet_nat_gateway_association")).toHaveLength(1);
    expect(JSON.stringify(stack.one("managed_lustre_file_system")["depends_on"])).toContain("storage-egress");
  });
});

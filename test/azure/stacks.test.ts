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
      "azurerm_private_dns_zone",
      "azurerm_private_dns_zone_virtual_network_link",
      "azurerm_private_endpoint",
      "azurerm_resource_group",
      "azurerm_role_assignment",
      "azurerm_storage_account",
      "azurerm_storage_container",
      "azurerm_subnet",
      "azurerm_virtual_network",
    ]);
    expect(foundation.all("subnet").map(({ name }) => name)).toEqual(["endpoints"]);
    for (const stack of [serve, trained]) {
      expect(stack.all("kubernetes_cluster")).toHaveLength(1);
      for (const type of ["virtual_network", "key_vault", "storage_account", "private_endpoint"])
        expect(stack.all(type)).toEqual([]);
    }
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
    expect(Object.keys(serve.json.data ?? {}).sort()).toEqual(["azurerm_resource_group", "azurerm_virtual_network"]);
    // The keys of an account would be in the state.
    expect(trained.text).not.toContain("data.azurerm_storage_account");
  });

  it("uses what it found", () => {
    const subnet = trained.one("subnet", "train");
    expect(subnet["virtual_network_name"]).toMatch(/^\$\{data\.azurerm_virtual_network\./);
    for (const key of trained.all("key_vault_key"))
      expect(key["key_vault_id"]).toMatch(/^\$\{data\.azurerm_key_vault\..*\.id\}$/);
    expect(trained.one("managed_lustre_file_system")).toMatchObject({
      hsm_setting: { container_id: expect.stringMatching(/data\.azurerm_storage_container\..*atlasdata-tokens/) },
    });
  });

  it("leads each cluster out by a gateway of its own, and the foundation nowhere", () => {
    expect(serve.one("nat_gateway")["name"]).toBe("boydton-serve-egress");
    expect(trained.one("nat_gateway")["name"]).toBe("boydton-train-egress");
    expect(foundation.all("nat_gateway")).toEqual([]);
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
    expect(alone["boydton"]?.text).toBe(foundation.text);
  });

  it("needs no foundation where all that is shared exists", () => {
    const existing = aSite({
      stacks: "perCluster",
      resourceGroup: "gpus",
      network: { cidrs: ["10.48.0.0/16"], id: `${HUB}/Microsoft.Network/virtualNetworks/spoke` },
    });
    const [name, stack] = Object.entries(synthStacks(existing))[0] ?? [];
    expect(Object.keys(synthStacks(existing))).toEqual(["boydton-serve"]);
    expect({ name, data: stack?.json.data }).toEqual({ name: "boydton-serve", data: undefined });
    expect(stack?.one("subnet")).toMatchObject({ name: "boydton-serve", virtual_network_name: "spoke" });
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

import { tmpdir } from "node:os";
import { aCluster, aSite, SUBSCRIPTION, synthSite } from "./synth-site";

const TAGS = { "siteform:fleet": "atlas", "siteform:site": "boydton" };

describe("the stack of an Azure site", () => {
  const stack = synthSite(aSite());

  it("works in the site's subscription, with a range of providers instead of the bindings' pin", () => {
    expect(stack.json.provider["azurerm"]).toEqual([
      {
        features: [
          {
            key_vault: [{ purge_soft_delete_on_destroy: false, recover_soft_deleted_key_vaults: true }],
            resource_group: [{ prevent_deletion_if_contains_resources: true }],
            storage: [{ data_plane_available: false }],
          },
        ],
        storage_use_azuread: true,
        subscription_id: SUBSCRIPTION,
        resource_provider_registrations: "core",
        resource_providers_to_register: ["Microsoft.ContainerService"],
      },
    ]);
    expect(stack.json.terraform["required_providers"]).toEqual({
      azurerm: { source: "hashicorp/azurerm", version: ">= 4.55, < 5" },
    });
  });

  it("puts everything into one resource group in the site's region", () => {
    const group = stack.json.resource?.["azurerm_resource_group"];
    expect(group).toEqual({ "resource-group": expect.objectContaining({ name: "boydton", location: "eastus2" }) });
    for (const type of [
      "virtual_network",
      "nat_gateway",
      "public_ip",
      "kubernetes_cluster",
      "user_assigned_identity",
    ]) {
      expect(stack.one(type)).toMatchObject({
        resource_group_name: "${azurerm_resource_group.resource-group.name}",
        location: "eastus2",
      });
    }
  });

  it("gives the network the site's ranges, and one way out through a static address", () => {
    expect(stack.one("virtual_network")).toMatchObject({ name: "boydton", address_space: ["10.48.0.0/16"] });
    expect(stack.one("public_ip")).toMatchObject({ allocation_method: "Static", sku: "Standard" });
    expect(stack.one("nat_gateway_public_ip_association")).toMatchObject({
      nat_gateway_id: expect.stringMatching(/^\$\{azurerm_nat_gateway\..+\.id\}$/),
      public_ip_address_id: expect.stringMatching(/^\$\{azurerm_public_ip\..+\.id\}$/),
    });
  });

  it("tags everything that takes tags with the fleet and the site", () => {
    const untagged =
      /^azurerm_(subnet|role_assignment|nat_gateway_public_ip_association|subnet_(nat_gateway|network_security_group)_association)$/;
    for (const [type, resources] of Object.entries(stack.json.resource ?? {})) {
      for (const resource of Object.values(resources)) {
        if (untagged.test(type)) expect([type, resource["tags"]]).toEqual([type, undefined]);
        else expect([type, resource["tags"]]).toEqual([type, expect.objectContaining(TAGS)]);
      }
    }
  });

  it("is the same text every time and names no folder of the machine", () => {
    expect(synthSite(aSite()).text).toBe(stack.text);
    expect(stack.text).not.toContain(tmpdir());
    expect(stack.text).not.toContain(process.cwd());
  });

  it("holds each cluster in a subnet of its own", () => {
    const two = synthSite(
      aSite({
        clusters: [
          aCluster(),
          aCluster({
            name: "train",
            network: { nodes: "10.48.16.0/20", pods: "10.72.0.0/14", services: "10.68.16.0/20" },
          }),
        ],
      }),
    );
    expect(two.all("subnet").map((subnet) => [subnet["name"], subnet["address_prefixes"]])).toEqual([
      ["serve", ["10.48.0.0/20"]],
      ["train", ["10.48.16.0/20"]],
    ]);
    expect(two.all("kubernetes_cluster").map((cluster) => cluster["name"])).toEqual(["boydton-serve", "boydton-train"]);
    expect(two.all("subnet_nat_gateway_association")).toHaveLength(2);
    expect(two.all("nat_gateway")).toHaveLength(1);
  });

  it("keeps only the provider when the site is retired, so that the next deploy can destroy the rest", () => {
    const retired = synthSite(aSite({ retired: true }));
    expect(retired.json.resource).toBeUndefined();
    expect(retired.json.provider).toHaveProperty("azurerm");
    expect(retired.json.terraform).toHaveProperty("required_providers.azurerm.source", "hashicorp/azurerm");
  });
});

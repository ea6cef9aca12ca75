import { aCluster, aSite, synthSite } from "./synth-site";

const NETWORK = { cidrs: ["10.48.0.0/16"], endpoints: "10.48.255.0/27" };
const VAULT = { name: "atlas-keys", officers: ["00000000-0000-4000-8000-0000000000aa"] };
const PRINCIPAL = "00000000-0000-4000-8000-0000000000cc";
const CLUSTER_NETWORK = { nodes: "10.48.0.0/20", pods: "10.64.0.0/14", services: "10.68.0.0/20" };

const file = (more: object = {}) => ({
  kind: "lustre",
  name: "scratch",
  sku: "AMLFS-Durable-Premium-250",
  capacityTiB: 16,
  zone: "2",
  ...more,
});

const withStorage = (site: object, cluster: object = {}) =>
  synthSite(
    aSite({
      network: NETWORK,
      ...site,
      clusters: [aCluster({ network: { ...CLUSTER_NETWORK, storage: "10.48.254.0/24" }, ...cluster })],
    }),
  );

describe("a storage account", () => {
  const stack = withStorage({ storageAccounts: [{ name: "atlasdata", containers: ["tokens"] }] });

  it("has no public address, no shared key, and what is deleted can be had back", () => {
    expect(stack.one("storage_account")).toMatchObject({
      account_replication_type: "ZRS",
      min_tls_version: "TLS1_2",
      public_network_access_enabled: false,
      shared_access_key_enabled: false,
      allow_nested_items_to_be_public: false,
      blob_properties: {
        versioning_enabled: true,
        delete_retention_policy: { days: 30 },
        container_delete_retention_policy: { days: 30 },
      },
      lifecycle: { prevent_destroy: true },
    });
    expect(stack.one("storage_container")).toMatchObject({ name: "tokens", container_access_type: "private" });
    expect(stack.one("storage_container")).toHaveProperty("storage_account_id");
  });

  it("is reached by a private endpoint, whose name the network resolves", () => {
    expect(stack.one("private_dns_zone")).toMatchObject({ name: "privatelink.blob.core.windows.net" });
    // Azure DNS refuses the colon of siteform:site in a tag's key, and more than 15 tags.
    for (const type of ["private_dns_zone", "private_dns_zone_virtual_network_link"])
      expect(stack.one(type)).not.toHaveProperty("tags");
    expect(stack.one("private_dns_zone_virtual_network_link")).toHaveProperty("virtual_network_id");
    expect(stack.one("private_endpoint")).toMatchObject({
      private_service_connection: { subresource_names: ["blob"], is_manual_connection: false },
      private_dns_zone_group: { name: "blob" },
    });
    expect(stack.one("subnet", "endpoints")).toMatchObject({ address_prefixes: ["10.48.255.0/27"] });
  });

  it("with directories has an endpoint more, and no versions", () => {
    const directories = withStorage({ storageAccounts: [{ name: "atlasruns", hierarchical: true }] });
    expect(directories.one("storage_account")).toMatchObject({
      is_hns_enabled: true,
      blob_properties: { versioning_enabled: false },
    });
    expect(directories.all("private_endpoint")).toHaveLength(2);
    expect(directories.all("private_dns_zone")).toHaveLength(2);
  });

  it("uses private DNS zones that exist, and makes none", () => {
    const blob = `/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net`;
    const existing = withStorage({
      network: { ...NETWORK, dnsZones: { blob } },
      storageAccounts: [{ name: "atlasdata" }],
    });
    expect(existing.all("private_dns_zone")).toEqual([]);
    expect(existing.one("private_endpoint")).toMatchObject({
      private_dns_zone_group: { private_dns_zone_ids: [blob] },
    });
  });

  it("is destroyed when it is retired", () => {
    const retired = withStorage({ storageAccounts: [{ name: "atlasdata", retired: true }] });
    expect(retired.all("storage_account")).toEqual([]);
    expect(retired.all("subnet").map((subnet) => subnet["name"])).not.toContain("endpoints");
  });
});

describe("a file system of Managed Lustre", () => {
  it("stands in a zone and a subnet of its own, and is updated at a known time", () => {
    const stack = withStorage({}, { storage: [file()] });
    expect(stack.one("managed_lustre_file_system")).toMatchObject({
      name: "boydton-serve-scratch",
      sku_name: "AMLFS-Durable-Premium-250",
      storage_capacity_in_tb: 16,
      zones: ["2"],
      maintenance_window: { day_of_week: "Sunday", time_of_day_in_utc: "02:00" },
      lifecycle: { prevent_destroy: true },
    });
    expect(stack.one("subnet", "serve-storage")).toMatchObject({ address_prefixes: ["10.48.254.0/24"] });
    expect(JSON.stringify(stack.json)).toContain("@tcp:/lustrefs");
    expect(withStorage({}, { storage: [file({ retired: true })] }).all("managed_lustre_file_system")).toEqual([]);
  });

  it("reads and writes blobs once its roles are there, asked for once however many file systems do", () => {
    const blob = { account: "atlasdata", container: "tokens", logging: "log" };
    const stack = withStorage(
      { storageAccounts: [{ name: "atlasdata", containers: ["tokens", "log"], lustrePrincipal: PRINCIPAL }] },
      { storage: [file({ blob }), file({ name: "second", blob })] },
    );
    const roles = stack.all("role_assignment").filter((role) => role["principal_id"] === PRINCIPAL);
    expect(roles.map((role) => role["role_definition_name"])).toEqual([
      "Storage Account Contributor",
      "Storage Blob Data Contributor",
    ]);
    const system = stack.one("managed_lustre_file_system", "boydton-serve-scratch");
    expect(system).toHaveProperty("hsm_setting.import_prefix", "/");
    expect(JSON.stringify(system["depends_on"])).toMatch(/lustre-account-role.*lustre-data-role/);
  });
});

describe("keys of one's own", () => {
  const stack = withStorage(
    { keyVault: VAULT, storageAccounts: [{ name: "atlasdata", customerKey: true }] },
    {
      network: { ...CLUSTER_NETWORK, storage: "10.48.254.0/24", apiServer: "10.48.253.0/28" },
      encryption: { disks: "site", secrets: "site", host: true },
      storage: [file({ customerKey: true })],
    },
  );
  const waitsFor = (type: string) => JSON.stringify(stack.one(type)["depends_on"]);

  it("lie in a vault with roles, without a public address, that nothing purges", () => {
    expect(stack.one("key_vault")).toMatchObject({
      rbac_authorization_enabled: true,
      purge_protection_enabled: true,
      public_network_access_enabled: false,
      network_acls: { default_action: "Deny", bypass: "AzureServices" },
      lifecycle: { prevent_destroy: true },
    });
  });

  it("are made by an officer, over the vault's own address, and guarded", () => {
    for (const key of stack.all("key_vault_key")) {
      expect(JSON.stringify(key["depends_on"])).toMatch(/role_assignment\.key-vault_officer-.*private_endpoint\./);
      expect(key).toMatchObject({ lifecycle: { prevent_destroy: true } });
      expect(key).not.toHaveProperty("expiration_date");
    }
  });

  it("renew themselves where their user follows", () => {
    const rotating = stack.all("key_vault_key").filter((key) => key["rotation_policy"] !== undefined);
    expect(rotating.map((key) => key["name"]).sort()).toEqual(["atlasdata", "boydton-serve-disks"]);
    expect(stack.one("disk_encryption_set")).toMatchObject({
      auto_key_rotation_enabled: true,
      key_vault_key_id: expect.stringMatching(/\.versionless_id\}$/),
    });
    expect(stack.one("storage_account")).toHaveProperty(
      "customer_managed_key.key_vault_key_id",
      expect.stringMatching(/\.versionless_id\}$/),
    );
    for (const [type, path] of [
      ["kubernetes_cluster", "key_management_service.key_vault_key_id"],
      ["managed_lustre_file_system", "encryption_key.key_url"],
    ] as const) {
      expect(stack.one(type)).toHaveProperty(path, expect.stringMatching(/azurerm_key_vault_key\..*\.id\}$/));
    }
  });

  it("are granted before they are used", () => {
    expect(waitsFor("kubernetes_cluster")).toMatch(
      /disk-encryption-role.*disk-encryption-reader.*key-role.*vault-role/,
    );
    expect(waitsFor("storage_account")).toContain("identity-role");
    expect(waitsFor("managed_lustre_file_system")).toContain("identity-role");
  });

  it("encrypt hosts, of the system's machines and of every pool", () => {
    expect(stack.one("kubernetes_cluster")).toHaveProperty("default_node_pool.host_encryption_enabled", true);
    expect(stack.one("kubernetes_cluster_node_pool")).toMatchObject({ host_encryption_enabled: true });
  });

  it("may be somebody else's disk encryption set", () => {
    const set =
      "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/keys/providers/Microsoft.Compute/diskEncryptionSets/aks";
    const cluster = withStorage({}, { encryption: { disks: set } }).one("kubernetes_cluster");
    expect(cluster).toMatchObject({ disk_encryption_set_id: set });
  });
});

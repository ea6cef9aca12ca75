import { azureNetwork, azurePool, azureSite, brief, check, cluster, fleetOf, type Raw } from "./support";

const PATH = "sites.iris.clusters.train";
const OFFICER = "00000000-0000-4000-8000-0000000000aa";
const VAULT = { name: "iris-keys", officers: [OFFICER] };
const NETWORK = { cidrs: ["10.0.0.0/12"], endpoints: "10.1.0.0/27" };

const azure = (site: Raw = {}, more: Raw = {}) =>
  fleetOf(azureSite({ clusters: [cluster([azurePool()], { network: azureNetwork(), ...more })], ...site }));

const found = (id: string, site: Raw = {}, more: Raw = {}) => brief(check(id, azure(site, more)));

const file = (more: Raw = {}): Raw => ({
  kind: "lustre",
  name: "scratch",
  sku: "AMLFS-Durable-Premium-250",
  capacityTiB: 8,
  zone: "1",
  ...more,
});

describe("AZ-LUS-01, sizes of Managed Lustre", () => {
  const storage = (sku: string, capacityTiB: number) =>
    found(
      "AZ-LUS-01",
      {},
      { storage: [file({ sku, capacityTiB })], network: azureNetwork({ storage: "10.2.0.0/24" }) },
    );

  test.each([
    ["AMLFS-Durable-Premium-40", 48],
    ["AMLFS-Durable-Premium-125", 16],
    ["AMLFS-Durable-Premium-250", 8],
    ["AMLFS-Durable-Premium-500", 4],
  ])("%s comes in multiples of %s TiB", (sku, step) => {
    const at = `${PATH}.storage.scratch.capacityTiB`;
    expect(storage(sku, step)).toEqual([]);
    expect(storage(sku, 3 * step)).toEqual([]);
    expect(storage(sku, step - 1)).toEqual([`${at} ${step - 1}/${step}`]);
    expect(storage(sku, step + 1)).toEqual([`${at} ${step + 1}/${step}`]);
  });

  test("a file system needs a subnet", () => {
    expect(found("AZ-LUS-01", {}, { storage: [file()] })).toEqual([`${PATH}.network.storage none/-`]);
  });
});

describe("AZ-LUS-02, the subnet of Managed Lustre", () => {
  const subnet = (prefix: number, ...sizes: number[]) =>
    found(
      "AZ-LUS-02",
      {},
      {
        storage: sizes.map((capacityTiB, index) => file({ name: `f${index}`, capacityTiB })),
        network: azureNetwork({ storage: `10.2.0.0/${prefix}` }),
      },
    );

  // /27 = 32 up to 16 TiB, /26 = 64 up to 40, /25 up to 92, /24 up to 196, /23 = 512 up to 400
  test.each([
    [27, 16, 20, 64],
    [26, 40, 44, 128],
    [25, 92, 96, 256],
    [24, 196, 200, 512],
    [23, 400, 404, 1024],
  ])("a /%s does for %s TiB", (prefix, fits, beyond, needed) => {
    expect(subnet(prefix, fits)).toEqual([]);
    expect(subnet(prefix, beyond)).toEqual([`warning ${PATH}.network.storage ${needed}/${2 ** (32 - prefix)}`]);
  });

  test("is that of all file systems of the cluster", () => {
    expect(subnet(26, 16, 16)).toEqual([]);
    expect(subnet(26, 16, 16, 16)).toEqual([`warning ${PATH}.network.storage 96/64`]);
  });
});

describe("AZ-NET, subnets", () => {
  const id =
    "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/hub";

  test("lie in the network", () => {
    const inside = azureNetwork({ apiServer: "10.1.0.0/28", storage: "10.15.255.0/24" });
    expect(found("AZ-NET", { network: NETWORK }, { network: { ...inside, apiServer: "10.1.1.0/28" } })).toEqual([]);
    expect(found("AZ-NET", {}, { network: azureNetwork({ storage: "10.16.0.0/24" }) })).toEqual([
      `${PATH}.network.storage 10.16.0.0/24/10.0.0.0/12`,
    ]);
    expect(found("AZ-NET", { network: { ...NETWORK, endpoints: "10.16.0.0/27" } })).toEqual([
      "sites.iris.network.endpoints 10.16.0.0/27/10.0.0.0/12",
    ]);
  });

  test("of an API server are a /28 at least", () => {
    expect(found("AZ-NET", {}, { network: azureNetwork({ apiServer: "10.2.0.0/28" }) })).toEqual([]);
    expect(found("AZ-NET", {}, { network: azureNetwork({ apiServer: "10.2.0.0/29" }) })).toEqual([
      `${PATH}.network.apiServer /29//28`,
    ]);
  });

  test("of private endpoints are there where something has one", () => {
    const storageAccounts = [{ name: "atlasdata" }];
    expect(found("AZ-NET", { storageAccounts, network: NETWORK })).toEqual([]);
    expect(found("AZ-NET", { storageAccounts })).toEqual(["sites.iris.network.endpoints none/-"]);
    expect(found("AZ-NET", { keyVault: VAULT })).toEqual(["sites.iris.network.endpoints none/-"]);
  });

  // A /29 has 8 = 3 endpoints + 5 that Azure keeps.
  test("of private endpoints have an address for each", () => {
    const network = { ...NETWORK, endpoints: "10.1.0.0/29" };
    const storageAccounts = [{ name: "atlasdata", hierarchical: true }];
    expect(found("AZ-NET", { network, storageAccounts, keyVault: VAULT })).toEqual([]);
    const four = { network, storageAccounts: [...storageAccounts, { name: "atlaslogs" }], keyVault: VAULT };
    expect(found("AZ-NET", four)).toEqual(["sites.iris.network.endpoints 9/8"]);
  });

  test("that exist lie in the network that exists", () => {
    const subnetId = `${id}/subnets/gpu`;
    const network = { cidrs: ["10.0.0.0/12"], id };
    expect(found("AZ-NET", { network }, { network: azureNetwork({ subnetId: subnetId.toUpperCase() }) })).toEqual([]);
    expect(found("AZ-NET", {}, { network: azureNetwork({ subnetId }) })).toEqual([
      `${PATH}.network.subnetId ${subnetId}/none`,
    ]);
    const other = subnetId.replace("virtualNetworks/hub", "virtualNetworks/other");
    expect(found("AZ-NET", { network }, { network: azureNetwork({ subnetId: other }) })).toEqual([
      `${PATH}.network.subnetId ${other}/${id}`,
    ]);
  });

  test("are made in the site's subscription alone", () => {
    const theirs = id.replace("00000000-0000-4000", "11111111-0000-4000");
    const network = { cidrs: ["10.0.0.0/12"], id: theirs };
    const own = { network: azureNetwork({ subnetId: `${theirs}/subnets/gpu` }) };
    expect(found("AZ-NET", { network }, own)).toEqual([]);
    expect(found("AZ-NET", { network })).toEqual([
      "sites.iris.network.id 11111111-0000-4000-8000-000000000000/00000000-0000-4000-8000-000000000000",
    ]);
  });
});

describe("AZ-STG-01, storage accounts", () => {
  const accounts = (...storageAccounts: Raw[]) => ({ network: NETWORK, storageAccounts });

  test("have a name that no other has", () => {
    expect(found("AZ-STG-01", accounts({ name: "atlasdata" }, { name: "atlaslogs" }))).toEqual([]);
    const two = fleetOf(
      azureSite(accounts({ name: "atlasdata" })),
      azureSite({
        ...accounts({ name: "atlasdata" }),
        name: "rose",
        network: { cidrs: ["10.16.0.0/12"], endpoints: "10.16.0.0/27" },
      }),
    );
    expect(brief(check("AZ-STG-01", two))).toEqual(["sites.rose.storageAccounts.atlasdata atlasdata/-"]);
  });

  test("with directories have no versions", () => {
    expect(found("AZ-STG-01", accounts({ name: "atlasdata", hierarchical: true }))).toEqual([]);
    expect(found("AZ-STG-01", accounts({ name: "atlasdata", hierarchical: true, versioning: true }))).toEqual([
      "sites.iris.storageAccounts.atlasdata.versioning true/-",
    ]);
  });

  test("have the containers that a file system reads and writes", () => {
    const blob = { account: "atlasdata", container: "sets", logging: "log" };
    const at = `${PATH}.storage.scratch.blob`;
    const with_ = (more: Raw, containers = ["sets", "log"]) =>
      found("AZ-STG-01", accounts({ name: "atlasdata", containers }), {
        storage: [file({ blob: { ...blob, ...more } })],
      });
    expect(with_({})).toEqual([]);
    expect(with_({ account: "other" })).toEqual([`${at}.account other/atlasdata`]);
    expect(with_({}, ["sets"])).toEqual([`${at}.logging log/sets`]);
    expect(with_({ logging: "sets" })).toEqual([`${at}.logging sets/-`]);
  });
});

describe("AZ-KEY-01, keys of one's own", () => {
  const site = { network: NETWORK, keyVault: VAULT };

  test("lie in a key vault", () => {
    expect(found("AZ-KEY-01", site, { encryption: { disks: "site" } })).toEqual([]);
    expect(found("AZ-KEY-01", {}, { encryption: { disks: "site" } })).toEqual([
      `${PATH}.encryption.disks no key vault/-`,
    ]);
    expect(found("AZ-KEY-01", {}, { storage: [file({ customerKey: true })] })).toEqual([
      `${PATH}.storage.scratch.customerKey no key vault/-`,
    ]);
    expect(
      found("AZ-KEY-01", { network: NETWORK, storageAccounts: [{ name: "atlasdata", customerKey: true }] }),
    ).toEqual(["sites.iris.storageAccounts.atlasdata.customerKey no key vault/-"]);
  });

  test("of secrets are reached from a subnet", () => {
    const encryption = { secrets: "site" };
    expect(found("AZ-KEY-01", site, { encryption, network: azureNetwork({ apiServer: "10.2.0.0/28" }) })).toEqual([]);
    expect(found("AZ-KEY-01", site, { encryption })).toEqual([`${PATH}.encryption.secrets no subnet/-`]);
  });
});

describe("AZ-TAG-01, tags", () => {
  const tags = (given: Raw, more: Raw = {}) => found("AZ-TAG-01", { tags: given, ...more });
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, "v"]));

  test("are fifty, four of which are added", () => {
    expect(tags(many(46))).toEqual([]);
    expect(tags(many(47))).toEqual(["warning sites.iris.tags 47/46"]);
  });

  test("have keys of 512 characters, 128 on a storage account, and values of 256", () => {
    const accounts = { network: NETWORK, storageAccounts: [{ name: "atlasdata" }] };
    expect(tags({ ["k".repeat(512)]: "v".repeat(256) })).toEqual([]);
    expect(tags({ ["k".repeat(513)]: "v" })).toEqual([`warning sites.iris.tags.${"k".repeat(513)} 513/512`]);
    expect(tags({ k: "v".repeat(257) })).toEqual(["warning sites.iris.tags.k 257/256"]);
    expect(tags({ ["k".repeat(128)]: "v" }, accounts)).toEqual([]);
    expect(tags({ ["k".repeat(129)]: "v" }, accounts)).toEqual([`warning sites.iris.tags.${"k".repeat(129)} 129/128`]);
  });

  test("have keys without some characters, that differ in more than case, and not this library's", () => {
    expect(tags({ "cost-center": "a/b" })).toEqual([]);
    expect(tags({ "cost/center": "x" })).toEqual(["warning sites.iris.tags.cost/center cost/center/-"]);
    expect(tags({ team: "x", Team: "y" })).toEqual(["warning sites.iris.tags.Team Team/-"]);
    expect(tags({ "siteform:fleet": "x" })).toEqual(["sites.iris.tags.siteform:fleet siteform:fleet/-"]);
  });
});

describe("NAME-1, names of Azure", () => {
  test("a site's resource groups are its own", () => {
    const made = [azurePool({ capacity: { kind: "capacityReservation", create: { acceptCharges: true } } })];
    const sites = (name: string, pools: Raw[]) =>
      fleetOf(
        azureSite({ clusters: [cluster(pools, { network: azureNetwork() })] }),
        azureSite({ name, network: { cidrs: ["10.16.0.0/12"] } }),
      );
    expect(check("NAME-1", sites("iris-capacity", [azurePool()]))).toEqual([]);
    expect(brief(check("NAME-1", sites("iris-capacity", made)))).toEqual(["sites.iris-capacity iris-capacity/-"]);
    expect(brief(check("NAME-1", sites("iris-train-nodes", made)))).toEqual([
      "sites.iris-train-nodes iris-train-nodes/-",
    ]);
  });

  test("subnets of clusters and of endpoints differ", () => {
    const clusters = (name: string) => [
      cluster([azurePool()], { network: azureNetwork({ storage: "10.2.0.0/24" }), storage: [file()] }),
      { ...cluster([azurePool()], { network: azureNetwork({ nodes: "10.3.0.0/16" }) }), name },
    ];
    expect(check("NAME-1", fleetOf(azureSite({ clusters: clusters("serve") })))).toEqual([]);
    expect(brief(check("NAME-1", fleetOf(azureSite({ clusters: clusters("train-storage") }))))).toEqual([
      "sites.iris.clusters.train-storage train-storage/-",
    ]);
    const site = { network: NETWORK, keyVault: VAULT, clusters: clusters("endpoints") };
    expect(brief(check("NAME-1", fleetOf(azureSite(site))))).toEqual(["sites.iris.clusters.endpoints endpoints/-"]);
  });
});

describe("AZ-LUS-03, the zone of a file system", () => {
  const at = (zone: string, ...zones: readonly (string | undefined)[]) =>
    found(
      "AZ-LUS-03",
      {},
      {
        storage: [file({ zone })],
        network: azureNetwork({ storage: "10.2.0.0/24" }),
        pools: zones.map((each, index) =>
          azurePool({
            name: `p${index}`,
            capacity: { kind: "onDemand", ...(each === undefined ? {} : { zone: each }) },
          }),
        ),
      },
    );

  test("is one of the machines'", () => {
    expect(at("2", "1", "2")).toEqual([]);
    expect(at("3", "1", undefined)).toEqual([]);
    expect(at("3", "2", "1")).toEqual([`warning ${PATH}.storage.scratch.zone 3/1, 2`]);
  });
});

describe("AZ-LIST-01, what is listed", () => {
  const twice = [OFFICER, OFFICER.toUpperCase()];

  test("is listed once, ids whatever their case", () => {
    const vault = (officers: readonly string[]) =>
      found("AZ-LIST-01", { network: NETWORK, keyVault: { ...VAULT, officers } });
    expect(vault([OFFICER, "00000000-0000-4000-8000-0000000000ab"])).toEqual([]);
    expect(vault(twice)).toEqual([`sites.iris.keyVault.officers[1] ${OFFICER.toUpperCase()}/-`]);
    const containers = (...names: string[]) =>
      found("AZ-LIST-01", { network: NETWORK, storageAccounts: [{ name: "irisdata", containers: names }] });
    expect(containers("tokens", "logs")).toEqual([]);
    expect(containers("tokens", "logs", "tokens")).toEqual([
      "sites.iris.storageAccounts.irisdata.containers[2] tokens/-",
    ]);
    expect(found("AZ-LIST-01", {}, { admins: twice })).toEqual([`${PATH}.admins[1] ${OFFICER.toUpperCase()}/-`]);
    expect(found("AZ-LIST-01", {}, { system: { zones: ["1", "2", "1"] } })).toEqual([`${PATH}.system.zones[2] 1/-`]);
  });
});

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

const HUB = "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/hub/providers";
const SPOKE = `${HUB}/Microsoft.Network/virtualNetworks/spoke`;

describe("AZ-ID-01, how ids are spelt", () => {
  const spoilt = (id: string) => id.replace("resourceGroups", "resourcegroups").replace("Microsoft.", "microsoft.");
  const group = `${HUB}/Microsoft.Compute/capacityReservationGroups/h100`;
  const reserved = (groupId: string) => ({
    pools: [azurePool({ capacity: { kind: "capacityReservation", groupId } })],
  });

  test.each([
    ["network.id", SPOKE, (id: string) => [{ network: { ...NETWORK, id } }, {}]],
    [
      "network.egress.routeTable",
      `${HUB}/Microsoft.Network/routeTables/out`,
      (routeTable: string) => [{ network: { ...NETWORK, egress: { kind: "routed", routeTable } } }, {}],
    ],
    [
      "network.egress.registry",
      `${HUB}/Microsoft.ContainerRegistry/registries/cache`,
      (registry: string) => [{ network: { ...NETWORK, egress: { kind: "none", registry } } }, {}],
    ],
    [
      "network.dnsZones.vault",
      `${HUB}/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net`,
      (vault: string) => [{ network: { ...NETWORK, dnsZones: { vault } } }, {}],
    ],
    [
      "clusters.train.network.subnetId",
      `${SPOKE}/subnets/gpu`,
      (subnetId: string) => [{ network: { ...NETWORK, id: SPOKE } }, { network: azureNetwork({ subnetId }) }],
    ],
    [
      "clusters.train.apiServer.dnsZone",
      `${HUB}/Microsoft.Network/privateDnsZones/privatelink.eastus2.azmk8s.io`,
      (dnsZone: string) => [{}, { apiServer: { access: "private", dnsZone } }],
    ],
    [
      "clusters.train.encryption.disks",
      `${HUB}/Microsoft.Compute/diskEncryptionSets/aks`,
      (disks: string) => [{}, { encryption: { disks } }],
    ],
    [
      "clusters.train.logs.workspace",
      `${HUB}/Microsoft.OperationalInsights/workspaces/logs`,
      (workspace: string) => [{}, { logs: { workspace } }],
    ],
    [
      "clusters.train.pools.h100.proximityPlacementGroup",
      `${HUB}/Microsoft.Compute/proximityPlacementGroups/near`,
      (proximityPlacementGroup: string) => [{}, { pools: [azurePool({ proximityPlacementGroup })] }],
    ],
    ["clusters.train.pools.h100.capacity.groupId", group, (groupId: string) => [{}, reserved(groupId)]],
  ] as const)("%s is read with its capitals, and the hint has them right", (at, id, parts) => {
    const [site, more] = parts(id);
    expect(found("AZ-ID-01", site, more)).toEqual([]);
    const [wrong, inCluster] = parts(spoilt(id));
    const findings = check("AZ-ID-01", azure(wrong, inCluster));
    expect(brief(findings)).toEqual([`sites.iris.${at} ${spoilt(id)}/${id}`]);
    expect(findings[0]?.hint).toBe(`write "${id}"`);
    expect(findings[0]?.message).toMatch(/"resourcegroups" is "resourceGroups", "microsoft\.\w+" is "Microsoft\.\w+"$/);
  });

  test("names in an id may have any capitals, and what is no id has a finding of its own alone", () => {
    expect(found("AZ-ID-01", {}, reserved(group.replace("/hub/", "/Resourcegroups/")))).toEqual([]);
    expect(found("AZ-ID-01", {}, reserved("/resourcegroups/hub"))).toEqual([]);
  });
});

describe("AZ-NET-03, subnets that Azure keeps", () => {
  const inSubnet = (name: string) =>
    found(
      "AZ-NET-03",
      { network: { ...NETWORK, id: SPOKE } },
      { network: azureNetwork({ subnetId: `${SPOKE}/subnets/${name}` }) },
    );

  test("are no place for machines", () => {
    expect(inSubnet("gateway-subnet")).toEqual([]);
    expect(inSubnet("GatewaySubnet")).toEqual([`${PATH}.network.subnetId GatewaySubnet/-`]);
    expect(inSubnet("azurefirewallsubnet")).toEqual([`${PATH}.network.subnetId azurefirewallsubnet/-`]);
    expect(found("AZ-NET-03")).toEqual([]);
  });
});

describe("two sites in one network or one resource group", () => {
  const site = (name: string, half: string, more: Raw = {}, inCluster: Raw = {}) =>
    azureSite({
      name,
      storageAccounts: [{ name: `${name.replace("-", "")}data` }],
      network: { cidrs: ["10.0.0.0/12"], id: SPOKE, endpoints: `10.1.${half}.0/27` },
      clusters: [
        cluster([azurePool()], {
          network: azureNetwork({ nodes: `10.2.${half}.0/24`, services: `10.32.${half}.0/24` }),
          ...inCluster,
        }),
      ],
      ...more,
    });
  const zone = { dnsZones: { blob: `${HUB}/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net` } };
  const apart = { cidrs: ["10.0.0.0/12"], endpoints: "10.1.1.0/27" };

  test("X-CIDR-01: state its ranges both, and have subnets of their own", () => {
    expect(check("X-CIDR-01", fleetOf(site("a", "0"), site("b", "1")))).toEqual([]);
    const upper = { cidrs: ["10.0.0.0/12"], id: SPOKE.toUpperCase(), endpoints: "10.2.0.128/27" };
    expect(brief(check("X-CIDR-01", fleetOf(site("a", "0"), site("b", "1", { network: upper }))))).toEqual([
      "sites.b.network.endpoints 10.2.0.128/27/10.2.0.0/24",
    ]);
    const other = { ...upper, id: `${SPOKE}-2`, endpoints: "10.1.1.0/27" };
    expect(brief(check("X-CIDR-01", fleetOf(site("a", "0"), site("b", "1", { network: other }))))).toContain(
      "sites.b.network.cidrs[0] 10.0.0.0/12/10.0.0.0/12",
    );
  });

  test("NAME-1: name their subnets after the site", () => {
    expect(check("NAME-1", fleetOf(site("a", "0"), site("b", "1")))).toEqual([]);
    const clash = site("a-train", "1", { clusters: [] });
    const named = site("a", "0", {
      clusters: [{ ...cluster([azurePool()], { network: azureNetwork() }), name: "train-endpoints" }],
    });
    expect(brief(check("NAME-1", fleetOf(named, clash)))).toEqual([
      "sites.a-train.network.endpoints a-train-endpoints/-",
    ]);
  });

  test("AZ-DNS-01: make a private zone of a name once in each", () => {
    const zones = (second: Raw) => brief(check("AZ-DNS-01", fleetOf(site("a", "0"), site("b", "1", second))));
    const at = "sites.b.network.dnsZones.blob none/-";
    expect(zones({})).toEqual([at]);
    expect(zones({ network: { ...apart, id: SPOKE.toUpperCase() } })).toEqual([at]);
    expect(zones({ network: { ...apart, id: SPOKE, ...zone } })).toEqual([]);
    expect(zones({ network: apart })).toEqual([]);
    expect(zones({ network: apart, resourceGroup: "A" })).toEqual([at]);
    expect(zones({ network: apart, resourceGroup: "A", subscription: "00000000-0000-4000-8000-000000000001" })).toEqual(
      [],
    );
  });
});

describe("NAME-1, what is named after a cluster and a part of it", () => {
  const named = (name: string, more: Raw = {}) => ({
    ...cluster([azurePool()], { network: azureNetwork({ storage: "10.2.0.0/24" }), ...more }),
    name,
  });
  const names = (clusters: readonly Raw[], site: Raw = {}) =>
    brief(check("NAME-1", fleetOf(azureSite({ keyVault: VAULT, network: NETWORK, clusters, ...site }))));

  test("a file system with a key of its own is not named as the cluster's own keys are", () => {
    const encryption = { disks: "site", secrets: "site" };
    const storage = (name: string, customerKey: boolean) => ({ encryption, storage: [file({ name, customerKey })] });
    expect(names([named("train", storage("disks", false))])).toEqual([]);
    expect(names([named("train", storage("scratch", true))])).toEqual([]);
    for (const name of ["disks", "secrets"])
      expect(names([named("train", storage(name, true))])).toEqual([`${PATH}.storage.${name} iris-train-${name}/-`]);
  });

  test("nor as another cluster, nor as another cluster's", () => {
    const train = named("train", { storage: [file({ name: "fast-scratch", customerKey: true })] });
    expect(names([train, named("train-fast")])).toEqual([]);
    expect(names([train, named("train-fast", { storage: [file()] })])).toEqual([
      "sites.iris.clusters.train-fast.storage.scratch iris-train-fast-scratch/-",
    ]);
    expect(names([train, named("train-fast-scratch")])).toEqual([
      "sites.iris.clusters.train-fast-scratch iris-train-fast-scratch/-",
    ]);
  });

  test("a cluster is not named as the identity of another one's machines", () => {
    const registry = `${HUB}/Microsoft.ContainerRegistry/registries/cache`;
    const isolated = { network: { ...NETWORK, egress: { kind: "none", registry } } };
    const pair = [named("train"), named("train-kubelet")];
    expect(names(pair)).toEqual([]);
    expect(names(pair, isolated)).toEqual(["sites.iris.clusters.train-kubelet iris-train-kubelet/-"]);
  });

  test("with a stack a cluster each has a resource group for its reservations", () => {
    const made = [azurePool({ capacity: { kind: "capacityReservation", create: { acceptCharges: true } } })];
    const sites = (stacks: string) => [
      azureSite({ stacks, clusters: [{ ...cluster(made, { network: azureNetwork() }), name: "train" }] }),
      azureSite({ name: "iris-train-capacity", network: { cidrs: ["10.16.0.0/16"] }, clusters: [] }),
    ];
    expect(check("NAME-1", fleetOf(...sites("single")))).toEqual([]);
    expect(brief(check("NAME-1", fleetOf(...sites("perCluster"))))).toEqual([
      "sites.iris-train-capacity iris-train-capacity/-",
    ]);
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

describe("AZ-API-01, a public API server", () => {
  const open = (authorizedRanges: readonly string[]) =>
    found("AZ-API-01", {}, { apiServer: { access: "public", authorizedRanges } });
  const many = (count: number) => Array.from({ length: count }, (_, index) => `198.51.100.${index}/32`);

  test("takes 200 ranges, and better not the whole internet", () => {
    expect(open(many(200))).toEqual([]);
    expect(open(many(201))).toEqual([`${PATH}.apiServer.authorizedRanges 201/200`]);
    expect(open(["0.0.0.0/1"])).toEqual([]);
    expect(open(["198.51.100.0/24", "0.0.0.0/0"])).toEqual([
      `warning ${PATH}.apiServer.authorizedRanges[1] 0.0.0.0/0/-`,
    ]);
  });
});

describe("AZ-DNS-02, names of zones that exist", () => {
  const zone = (name: string) => `${HUB}/Microsoft.Network/privateDnsZones/${name}`;

  test.each([
    ["eastus2", "azmk8s.io"],
    ["usgovvirginia", "cx.aks.containerservice.azure.us"],
    ["chinanorth3", "cx.prod.service.azk8s.cn"],
  ])("an API server in %s writes its name below %s", (region, suffix) => {
    const limit = `privatelink.${region}.${suffix}`;
    const at = (name: string) =>
      found("AZ-DNS-02", { region }, { apiServer: { access: "private", dnsZone: zone(name) } });
    expect(at(limit)).toEqual([]);
    expect(at(`gpus.${limit}`)).toEqual([]);
    for (const name of [`gpus.more.${limit}`, `x${limit}`, `privatelink.westus3.${suffix}`, suffix])
      expect(at(name)).toEqual([`${PATH}.apiServer.dnsZone ${name}/${limit}`]);
  });

  test("an endpoint is found in the zone of its service, and what has none is not asked for", () => {
    const dns = (dnsZones: Raw, more: Raw = {}) =>
      found("AZ-DNS-02", { network: { ...NETWORK, dnsZones }, storageAccounts: [{ name: "irisdata" }], ...more });
    expect(dns({ blob: zone("privatelink.blob.core.windows.net") })).toEqual([]);
    expect(dns({ blob: zone("privatelink.dfs.core.windows.net"), vault: zone("other") })).toEqual([
      "sites.iris.network.dnsZones.blob privatelink.dfs.core.windows.net/privatelink.blob.core.windows.net",
    ]);
  });
});

describe("AZ-NET-02, addresses of a network", () => {
  const clusters = (count: number, machines: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...cluster([azurePool({ count: machines, capacity: { kind: "spot" } })], { network: azureNetwork() }),
      name: `c${index}`,
    }));
  const size = (...sites: readonly Raw[]) => brief(check("AZ-NET-02", fleetOf(...sites)));

  test("are 65,536 at most, over all sites that name it", () => {
    // 16 * (4,092 + 3 + 1) = 65,536
    expect(size(azureSite({ clusters: clusters(16, 4092) }))).toEqual([]);
    expect(size(azureSite({ clusters: clusters(16, 4093) }))).toEqual(["warning sites.iris.network 65552/65536"]);
    const half = (name: string, id: string, count: number) =>
      azureSite({ name, network: { cidrs: ["10.0.0.0/12"], id }, clusters: clusters(count, 4092) });
    expect(size(half("a", SPOKE, 8), half("b", SPOKE.toUpperCase(), 8))).toEqual([]);
    expect(size(half("a", SPOKE, 8), half("b", SPOKE.toUpperCase(), 9))).toEqual([
      "warning sites.a.network 69632/65536",
    ]);
    expect(size(half("a", SPOKE, 8), half("b", `${SPOKE}2`, 9))).toEqual([]);
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

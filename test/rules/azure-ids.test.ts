import { azureNetwork, azurePool, azureSite, brief, check, cluster, fleetOf, type Raw } from "./support";

const PATH = "sites.iris.clusters.train";
const NETWORK = { cidrs: ["10.0.0.0/12"], endpoints: "10.1.0.0/27" };

const azure = (site: Raw = {}, more: Raw = {}) =>
  fleetOf(azureSite({ clusters: [cluster([azurePool()], { network: azureNetwork(), ...more })], ...site }));

const found = (id: string, site: Raw = {}, more: Raw = {}) => brief(check(id, azure(site, more)));

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

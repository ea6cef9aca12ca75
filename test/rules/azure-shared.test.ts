import { azureNetwork, azurePool, azureSite, brief, check, cluster, fleetOf, type Raw } from "./support";

const PATH = "sites.iris.clusters.train";
const OFFICER = "00000000-0000-4000-8000-0000000000aa";
const VAULT = { name: "iris-keys", officers: [OFFICER] };
const NETWORK = { cidrs: ["10.0.0.0/12"], endpoints: "10.1.0.0/27" };

const file = (more: Raw = {}): Raw => ({
  kind: "lustre",
  name: "scratch",
  sku: "AMLFS-Durable-Premium-250",
  capacityTiB: 8,
  zone: "1",
  ...more,
});

const HUB = "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/hub/providers";
const SPOKE = `${HUB}/Microsoft.Network/virtualNetworks/spoke`;

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

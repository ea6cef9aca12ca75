import { protectedPaths } from "../../constructs/ledger";
import { API_VERSION, type AzureSiteSpec, FleetDocument } from "../../constructs/model";
import { validateFleet } from "../../constructs/rules";
import { AS_OF, azureSite, fleetOf } from "../rules/support";
import { aCluster, aPool, aSite, synthSite, synthStacks } from "./synth-site";

const NETWORK = { cidrs: ["10.48.0.0/16"], endpoints: "10.48.255.0/27" };
const made = { kind: "capacityReservation", create: { acceptCharges: true } };
const file = { kind: "lustre", name: "scratch", sku: "AMLFS-Durable-Premium-500", capacityTiB: 4, zone: "1" };

const train = (more: object = {}) =>
  aCluster({
    name: "train",
    network: { nodes: "10.48.0.0/20", pods: "10.64.0.0/14", services: "10.68.0.0/20", storage: "10.48.254.0/24" },
    pools: [aPool(), aPool({ name: "made", capacity: made })],
    ...more,
  });
const serve = aCluster({ network: { nodes: "10.48.16.0/20", pods: "10.72.0.0/14", services: "10.68.16.0/20" } });
const site = (more: object = {}) => aSite({ network: NETWORK, clusters: [train()], ...more });

/** Every resource by its address. */
const resourcesOf = (spec: AzureSiteSpec) =>
  Object.fromEntries(
    Object.entries(synthSite(spec).json.resource ?? {}).flatMap(([type, all]) =>
      Object.entries(all).map(([id, config]) => [`${type}.${id}`, config]),
    ),
  );

describe("growth moves nothing on Azure", () => {
  const before = resourcesOf(site());

  it.each([
    ["a cluster before the others", site({ clusters: [serve, train()] })],
    [
      "a pool before the others",
      site({ clusters: [train({ pools: [aPool({ name: "a" }), aPool(), aPool({ name: "made", capacity: made })] })] }),
    ],
    ["a storage account", site({ storageAccounts: [{ name: "atlasdata" }] })],
    ["a key vault", site({ keyVault: { name: "atlas-keys", officers: ["00000000-0000-4000-8000-0000000000aa"] } })],
    ["a file system", site({ clusters: [train({ storage: [file] })] })],
  ])("%s only adds", (_, grown) => {
    const after = resourcesOf(grown);
    for (const [address, config] of Object.entries(before))
      expect({ [address]: after[address] }).toEqual({ [address]: config });
    expect(Object.keys(after).length).toBeGreaterThan(Object.keys(before).length);
  });

  it("nor does another order", () => {
    const pools = [aPool({ name: "made", capacity: made }), aPool()];
    expect(resourcesOf(site({ clusters: [train({ pools })] }))).toEqual(before);
  });
});

describe("what is protected on Azure", () => {
  const paths = (spec: AzureSiteSpec) =>
    protectedPaths(
      FleetDocument.parse({
        apiVersion: API_VERSION,
        kind: "Fleet",
        metadata: { name: "atlas" },
        spec: { sites: [spec] },
      }),
    );
  const full = (retired: boolean | undefined) =>
    site({
      keyVault: { name: "atlas-keys", officers: ["00000000-0000-4000-8000-0000000000aa"], retired },
      storageAccounts: [{ name: "atlasdata", retired }],
      clusters: [
        train({ storage: [{ ...file, retired }], pools: [aPool(), aPool({ name: "made", capacity: made, retired })] }),
      ],
    });

  it("is clusters, the key vault, accounts, file systems, and pools with a reservation that is made", () => {
    expect(paths(full(undefined))).toEqual([
      "sites.boydton.clusters.train",
      "sites.boydton.clusters.train.pools.made",
      "sites.boydton.clusters.train.storage.scratch",
      "sites.boydton.keyVault",
      "sites.boydton.storageAccounts.atlasdata",
    ]);
  });

  it("is not what is retired", () => {
    expect(paths(full(true))).toEqual(["sites.boydton.clusters.train"]);
  });
});

describe("twenty thousand machines on Azure", () => {
  /** Clusters of 4,000 machines, each with its stack; AKS takes 5,000, and 1,000 a node pool. */
  const large = (count: number) => {
    const { document, findings } = validateFleet(
      fleetOf(
        azureSite({
          stacks: "perCluster",
          infiniband: "external",
          network: { cidrs: ["10.48.0.0/14"], egress: { kind: "nat", prefixLength: 28 } },
          clusters: [
            {
              name: "train",
              scheduler: { kind: "kubernetes", version: "1.34" },
              network: { nodes: "each /19 of 10.48.0.0/16", pods: "10.64.0.0/11", services: "10.96.0.0/16" },
              pools: [aPool({ machine: "Standard_ND96isr_H200_v5", name: "h200", count, perCluster: 4000 })],
            },
          ],
        }),
      ),
      { asOf: AS_OF },
    );
    expect(findings).toEqual([]);
    const [spec] = document.spec.sites;
    if (spec?.tenure !== "cloud" || spec.provider !== "azure") throw new Error("the site is gone");
    return synthStacks(spec);
  };
  const machinesIn = (stacks: ReturnType<typeof large>) =>
    Object.fromEntries(
      Object.entries(stacks).map(([name, stack]) => [
        name,
        stack.all("kubernetes_cluster_node_pool").map((pool) => pool["node_count"]),
      ]),
    );
  const full = [1000, 1000, 1000, 1000];
  const stacks = large(20_000);

  it("are five clusters with four node pools each, after a foundation", () => {
    expect(machinesIn(stacks)).toEqual({
      iris: [],
      "iris-train": full,
      "iris-train-2": full,
      "iris-train-3": full,
      "iris-train-4": full,
      "iris-train-5": full,
    });
    const ranges = Object.values(stacks).flatMap((stack) =>
      stack.all("subnet").map((each) => each["address_prefixes"]),
    );
    expect(new Set(ranges.map(String))).toEqual(
      new Set(["10.48.0.0/19", "10.48.32.0/19", "10.48.64.0/19", "10.48.96.0/19", "10.48.128.0/19"]),
    );
    expect(
      new Set(Object.values(stacks).flatMap((stack) => stack.all("nat_gateway").map(({ name }) => name))).size,
    ).toBe(5);
  });

  it("are joined by others in a cluster more, and nothing of the first moves", () => {
    const grown = large(21_500);
    expect(machinesIn(grown)["iris-train-6"]).toEqual([1000, 500]);
    for (const [name, { text }] of Object.entries(stacks))
      if (name !== "iris") expect({ name, text: grown[name]?.text }).toEqual({ name, text });
    const subnets = stacks["iris"]?.json.resource?.["azurerm_subnet"] ?? {};
    expect(grown["iris"]?.json.resource?.["azurerm_subnet"]).toMatchObject(subnets);
  });
});

import fc from "fast-check";
import { overlap, parseRange } from "../../constructs/model";
import { validateFleet } from "../../constructs/rules";
import { AS_OF, azureSite, brief, cluster, fleetOf, type Raw } from "../rules/support";
import { type Stack, synthStacks } from "./synth-site";

const HUB = "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/hub/providers";
const GROUP = `${HUB}/Microsoft.Compute/capacityReservationGroups/held`;

const zone = fc.constantFrom({}, { zone: "1" });
const capacity = fc
  .tuple(
    fc.constantFrom(
      { kind: "onDemand" },
      { kind: "spot" },
      { kind: "capacityReservation", groupId: GROUP, grant: "external" },
      { kind: "capacityReservation", create: { acceptCharges: true } },
    ),
    zone,
  )
  .map(([contract, where]) => ({ ...contract, ...(contract.kind === "capacityReservation" ? { zone: "1" } : where) }));

const pool = fc.record({
  machine: fc.constantFrom("Standard_ND96asr_v4", "Standard_ND96isr_H100_v5", "Standard_ND96isr_MI300X_v5"),
  count: fc.constantFrom(1, 8, 999, 1000, 1001, 1100),
  capacity,
  more: fc.constantFrom<Raw>({}, { autoscale: { min: 0 } }, { autoscale: { min: 1 } }, { osSku: "Ubuntu2404" }),
});
// Names that end as those of further node pools and of rotations do, and one that fills what AKS allows.
const NAMES = ["h100", "h100tmp", "h200xtmp", "abcdefghijkl"];
const pools = fc
  .array(pool, { minLength: 1, maxLength: NAMES.length })
  .map((all) => all.map(({ more, ...each }, index) => ({ ...each, ...more, name: NAMES[index] })));

/** What of a cluster is drawn. */
interface Drawn {
  readonly blob: boolean;
  readonly customerKey: boolean;
  readonly spread: boolean;
  readonly pools: readonly Raw[];
}

const options = fc.record({
  system: fc.constantFrom({}, { count: 6, min: 3, zones: ["1", "2", "3"] }),
  apiServer: fc.constantFrom(
    { access: "private" },
    { access: "private", dnsZone: "None" },
    { access: "private", dnsZone: `${HUB}/Microsoft.Network/privateDnsZones/privatelink.eastus2.azmk8s.io` },
    { access: "public", authorizedRanges: ["198.51.100.0/24"] },
  ),
  encryption: fc.record({
    disks: fc.constantFrom(undefined, "site", `${HUB}/Microsoft.Compute/diskEncryptionSets/aks`),
    secrets: fc.constantFrom(undefined, "site"),
    host: fc.boolean(),
  }),
  blob: fc.boolean(),
  customerKey: fc.boolean(),
  spread: fc.boolean(),
  pools,
});

/** A cluster whose ranges are those of its number. */
const clusterAt = ({ blob, customerKey, spread, pools: drawn, ...more }: Drawn, index: number): Raw => {
  const each = (range: string, prefix: number) => (spread ? `each /${prefix} of ${range}` : range);
  const [first, ...others] = drawn;
  return {
    ...cluster([{ ...first, ...(spread ? { perCluster: 900 } : {}) }, ...others]),
    ...more,
    name: `c${index}`,
    network: {
      nodes: each(`10.${index}.0.0/16`, 18),
      pods: "10.128.0.0/11",
      services: "10.192.0.0/20",
      apiServer: each(`10.8.${index}.0/24`, 28),
      storage: each(`10.9.${index * 16}.0/20`, 24),
    },
    storage: [
      {
        kind: "lustre",
        name: "scratch",
        sku: "AMLFS-Durable-Premium-500",
        capacityTiB: 4,
        zone: "1",
        customerKey,
        ...(blob ? { blob: { account: "irisdata", container: "tokens", logging: "log" } } : {}),
      },
    ],
  };
};

const site = fc
  .record({
    clusters: fc.array(options, { minLength: 1, maxLength: 3 }),
    stacks: fc.constantFrom("single", "perCluster"),
    infiniband: fc.constantFrom("external", "register"),
    protect: fc.boolean(),
    tags: fc.constantFrom({}, { CostCenter: "4711" }),
    resourceGroup: fc.constantFrom(undefined, "gpus"),
    id: fc.constantFrom(undefined, `${HUB}/Microsoft.Network/virtualNetworks/spoke`),
    egress: fc.constantFrom(
      { kind: "nat" },
      { kind: "nat", prefixLength: 30 },
      { kind: "routed", routeTable: `${HUB}/Microsoft.Network/routeTables/out` },
      { kind: "none", registry: `${HUB}/Microsoft.ContainerRegistry/registries/cache` },
    ),
  })
  .map(({ clusters, id, egress, ...more }) =>
    azureSite({
      ...more,
      keyVault: { name: "iris-keys", officers: ["00000000-0000-4000-8000-0000000000aa"] },
      storageAccounts: [{ name: "irisdata", containers: ["tokens", "log"], customerKey: true }],
      network: { cidrs: ["10.0.0.0/9"], endpoints: "10.10.0.0/27", egress, ...(id === undefined ? {} : { id }) },
      clusters: clusters.map(clusterAt),
    }),
  );

/** The stacks of a site of which no rule finds anything wrong. */
function stacksOf(raw: Raw): Readonly<Record<string, Stack>> {
  const { document, findings } = validateFleet(fleetOf(raw), { asOf: AS_OF });
  expect(brief(findings.filter(({ severity }) => severity === "error"))).toEqual([]);
  const [spec] = document.spec.sites;
  if (spec?.tenure !== "cloud" || spec.provider !== "azure") throw new Error("the site is gone");
  return synthStacks(spec);
}

type Resource = Readonly<Record<string, unknown>>;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What a resource refers to that its stack does not have. */
function dangling({ text, json }: Stack): string[] {
  const known = new Set(
    [
      ["", json.resource],
      ["data.", json.data],
    ].flatMap(([prefix, types]) =>
      Object.entries(types ?? {}).flatMap(([type, all]) => Object.keys(all).map((id) => `${prefix}${type}.${id}`)),
    ),
  );
  const named = [
    ...text.matchAll(/\$\{((?:data\.)?azurerm_\w+\.[\w-]+)/g),
    ...text.matchAll(/^\s+"((?:data\.)?azurerm_\w+\.[\w-]+)",?$/gm),
  ].map(([, address]) => address ?? "");
  return named.filter((address) => !known.has(address));
}

/** What holds those of a type apart whose names may be the same. */
const WITHIN = [
  "kubernetes_cluster_id",
  "capacity_reservation_group_id",
  "private_dns_zone_name",
  "storage_account_id",
];
const placeOf = (type: string, resource: Resource): string =>
  [type, ...WITHIN.map((field) => resource[field] ?? ""), resource["name"]].join().toLowerCase();

function expectScaling(nodes: Resource): void {
  const { auto_scaling_enabled: scales, min_count: min, max_count: max, node_count: count } = nodes;
  const [least, most] = scales === true ? [min, max] : [count, count];
  expect({ scales, ends: [min, max, count].map((each) => each !== undefined) }).toEqual({
    scales,
    ends: scales === true ? [true, true, false] : [false, false, true],
  });
  expect(Number(least)).toBeLessThanOrEqual(Number(most));
  expect(Number(most)).toBeLessThanOrEqual(1000);
}

function expectCluster(spec: Resource, pools: readonly Resource[]): void {
  expect([spec["dns_prefix"], spec["dns_prefix_private_cluster"]].filter((each) => each !== undefined)).toHaveLength(1);
  expect(spec).toMatchObject({ identity: { type: "UserAssigned", identity_ids: [expect.any(String)] } });
  const before = listOf(spec["depends_on"]).join(" ");
  expect(before).toContain("network-role");
  if (spec["disk_encryption_set_id"] !== undefined) expect(before).toContain("disk-encryption-reader");
  if (spec["key_management_service"] !== undefined) expect(before).toMatch(/key-role.*vault-role/);
  const system = spec["default_node_pool"];
  if (typeof system !== "object" || system === null) throw new Error("no pool for the system");
  const all: readonly Resource[] = [{ ...system }, ...pools];
  const names = all.flatMap((each) => [each["name"], each["temporary_name_for_rotation"]]);
  expect(new Set(names).size).toBe(2 * all.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]{0,11}$/);
  for (const each of all) expectScaling(each);
}

function expectUpgrades(nodes: Resource): void {
  const { upgrade_settings: settings, priority } = nodes;
  const ways = Object.keys(typeof settings === "object" && settings !== null ? settings : {});
  expect({ priority, ways: ways.length }).toEqual({ priority, ways: priority === "Spot" ? 0 : 1 });
}

function expectSubnetsApart(stacks: readonly Stack[]): void {
  const ranges = stacks
    .flatMap((stack) => stack.all("subnet"))
    .flatMap((subnet) => listOf(subnet["address_prefixes"]))
    .flatMap((cidr) => parseRange(String(cidr)) ?? [])
    .sort((a, b) => a.first - b.first);
  const meeting = ranges.flatMap((range, index) => {
    const before = ranges[index - 1];
    return before !== undefined && overlap(before, range) ? [[before.cidr, range.cidr]] : [];
  });
  expect(meeting).toEqual([]);
}

test("whatever is combined on Azure, what is synthesized holds together", () => {
  fc.assert(
    fc.property(site, (raw) => {
      const stacks = Object.values(stacksOf(raw));
      const names: string[] = [];
      for (const [number, stack] of stacks.entries()) {
        expect(dangling(stack)).toEqual([]);
        for (const [type, all] of Object.entries(stack.json.resource ?? {})) {
          for (const resource of Object.values(all)) {
            // With a stack a cluster an address of one stack may stand in another, for something else.
            if (resource["name"] !== undefined) names.push(placeOf(type, resource).replaceAll("${", `\${${number}:`));
          }
        }
        const nodePools = stack.all("kubernetes_cluster_node_pool");
        for (const each of nodePools) expectUpgrades(each);
        for (const [id, spec] of Object.entries(stack.json.resource?.["azurerm_kubernetes_cluster"] ?? {})) {
          expectCluster(
            spec,
            nodePools.filter((each) => String(each["kubernetes_cluster_id"]).includes(`.${id}.`)),
          );
        }
      }
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
      expectSubnetsApart(stacks);
    }),
    { numRuns: 30 },
  );
}, 900_000);

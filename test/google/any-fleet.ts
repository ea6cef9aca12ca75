import fc from "fast-check";
import { googleMachines, topologiesOf } from "../../constructs/catalog";
import { cidrSubnet } from "../../constructs/model";

/** Raw documents of fleets with one Google Cloud site, most of which nothing is wrong with. */
type Raw = Readonly<Record<string, unknown>>;

const REGION = "us-central1";
const ZONES = ["us-central1-a", "us-central1-b", "us-central1-ai1a"] as const;
const PROJECT = "atlas-research";
const KEY = `projects/atlas-keys/locations/${REGION}/keyRings/gke/cryptoKeys/disks`;

const yes = (weight: number) => fc.integer({ min: 1, max: 100 }).map((chance) => chance <= weight);
const maybe = (key: string, value: fc.Arbitrary<unknown>) =>
  fc.option(value, { nil: undefined, freq: 2 }).map((given): Raw => (given === undefined ? {} : { [key]: given }));
const all = (...parts: readonly fc.Arbitrary<Raw>[]): fc.Arbitrary<Raw> =>
  fc.tuple(...parts).map((found) => Object.assign({}, ...found));

const capacity = (zone: fc.Arbitrary<string>) =>
  zone.chain((at) =>
    fc.oneof(
      fc.constantFrom<Raw>(
        { kind: "onDemand", zone: at },
        { kind: "spot", zone: at },
        { kind: "queued", zone: at },
        { kind: "flexStart", zone: at },
        { kind: "flexStart", zone: at, maxRunHours: 1 },
      ),
      fc.constantFrom<Raw>(
        { kind: "reservation", zone: at, reservation: "held" },
        { kind: "reservation", zone: at, reservation: "held", project: "atlas-core" },
        { kind: "reservation", zone: at, reservation: "held/reservationBlocks/b1" },
        { kind: "reservation", zone: at, reservation: "projects/atlas-core/reservations/held" },
      ),
    ),
  );

const machines = Object.values(googleMachines);
const tpu = fc.constantFrom(...machines.filter((each) => each.tpu !== undefined)).chain((machine) =>
  fc.record({
    machine: fc.constant(machine.type),
    topology: fc.constantFrom(...topologiesOf(machine).slice(0, 12)),
    slices: fc.integer({ min: 1, max: 4 }),
  }),
);
const gpu = all(
  fc.record({
    machine: fc.constantFrom(...machines.filter((each) => each.tpu === undefined).map(({ type }) => type)),
    count: fc.constantFrom(1, 2, 18, 19, 40),
  }),
  maybe("gpuDriver", fc.constantFrom("default", "latest", "disabled")),
).chain((pool) =>
  pool["machine"] === "a4x-highgpu-4g"
    ? fc.constant(pool)
    : maybe("localSsd", fc.constantFrom("ephemeral", "block")).map((ssd): Raw => ({ ...pool, ...ssd })),
);

const pool = all(
  fc.oneof(tpu, gpu),
  // Machines with RDMA share a zone in a cluster.
  fc
    .oneof({ weight: 3, arbitrary: fc.constant(ZONES[0]) }, { weight: 1, arbitrary: fc.constantFrom(...ZONES) })
    .chain((zone) => capacity(fc.constant(zone)).map((found): Raw => ({ capacity: found }))),
  maybe("maxPods", fc.constantFrom(8, 16, 64, 256)),
  maybe("bootDiskGiB", fc.constantFrom(50, 500)),
  maybe("upgrade", fc.constantFrom({ surge: 1, unavailable: 0 }, { surge: 2, unavailable: 3 })),
  yes(8).map((retired): Raw => (retired ? { retired } : {})),
);

const pools = fc
  .array(pool, { minLength: 1, maxLength: 4 })
  .map((found) => found.map((each, index) => ({ name: ["p", "gpu-2", "tpu-000", "a-b-c"][index], ...each })));

const storage = fc.subarray([
  { kind: "lustre", name: "scratch", zone: ZONES[0], capacityGiB: 18_000, throughput: 1000 },
  { kind: "lustre", name: "old", zone: ZONES[1], capacityGiB: 72_000, throughput: 125, legacyPort: true },
  { kind: "filestore", name: "home", tier: "regional", capacityGiB: 1024 },
  { kind: "filestore", name: "fast", tier: "zonal", zone: ZONES[0], capacityGiB: 2048, protocol: "NFS_V4_1" },
  { kind: "filestore", name: "gone", tier: "enterprise", capacityGiB: 2048, retired: true },
] as const);

/** Ranges of the n-th cluster, or of each cluster of one that is spread. */
const ranges = (index: number | "each"): Raw => {
  const from = (cidr: string, prefix: number) =>
    index === "each" ? `each /${prefix} of ${cidr}` : cidrSubnet(cidr, prefix, index);
  return {
    nodes: from("10.32.0.0/14", 20),
    pods: from("10.128.0.0/9", 14),
    services: from("10.36.0.0/16", 20),
    controlPlane: from("172.16.0.0/24", 28),
  };
};
const network = (index: number | "each") =>
  all(
    fc.constant(ranges(index)),
    maybe("gpu", fc.constant("192.168.0.0/16")),
    maybe(
      "privateServices",
      fc.constant(index === "each" ? "each /20 of 10.40.0.0/16" : cidrSubnet("10.40.0.0/16", 20, index)),
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant<Raw>({}) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<Raw>(
          { existing: { vpc: "prod", subnetwork: "train" } },
          {
            existing: { vpc: "prod", subnetwork: "b", hostProject: "atlas-host", podsRange: "p", servicesRange: "s" },
          },
        ),
      },
    ),
  );

const cluster = (name: string, index: number | "each") =>
  all(
    fc.constant<Raw>({ name }),
    pools.chain((found) =>
      index !== "each"
        ? fc.constant<Raw>({ pools: found })
        : fc
            .integer({ min: 1, max: 3 })
            .map((perCluster): Raw => ({ pools: found.map((one) => ({ ...one, perCluster })) })),
    ),
    network(index).map((found): Raw => ({ network: found })),
    maybe("storage", storage),
    maybe("protect", fc.boolean()),
    maybe("releaseChannel", fc.constantFrom("none", "rapid", "stable", "extended")),
    maybe("nodeServiceAccount", fc.constant("nodes@atlas-research.iam.gserviceaccount.com")),
    maybe(
      "scheduler",
      fc.constantFrom("1.34", "1.34.1", "1.35.0-gke.1").map((version) => ({ kind: "kubernetes", version })),
    ),
    maybe(
      "access",
      fc.constantFrom<Raw>({ dnsEndpoint: true }, { authorizedNetworks: ["10.0.0.0/8"], globalAccess: true }),
    ),
    maybe(
      "maintenance",
      fc.constant({
        window: { start: "2026-01-03T02:00:00Z", end: "2026-01-03T08:00:00Z", recurrence: "FREQ=WEEKLY;BYDAY=SA,SU" },
        exclusions: [{ name: "launch", start: "2026-03-01T00:00:00Z", end: "2026-03-20T00:00:00Z" }],
      }),
    ),
    yes(5).map((retired): Raw => (retired && index !== "each" ? { retired, protect: false } : {})),
  );

const clusters = fc.oneof(
  cluster("train", "each").map((one) => [one]),
  fc.tuple(cluster("train", 0)),
  fc.tuple(cluster("train", 0), cluster("a", 1)),
  fc.tuple(cluster("train", 0), cluster("serve-the-very-long-named-models", 1), cluster("a", 2)),
);

const buckets = fc.subarray([
  { name: "checkpoints", hierarchical: true, lifecycle: [{ afterDays: 30, to: "deleted", prefixes: ["tmp/"] }] },
  { name: "data", versioning: true, location: "EU", storageClass: "NEARLINE", softDeleteDays: 0 },
  { name: "old", retired: true },
] as const);

const site = all(
  fc.record({
    name: fc.constantFrom("iowa", "i"),
    tenure: fc.constant("cloud"),
    provider: fc.constant("google"),
    location: fc.constant({ country: "US" }),
    project: fc.constant(PROJECT),
    region: fc.constant(REGION),
    stacks: fc.constantFrom("single", "perCluster"),
    protect: fc.boolean(),
    clusters,
    buckets,
  }),
  maybe("projectNumber", fc.constant("123456789012")),
  maybe(
    "encryption",
    fc.constantFrom<Raw>(
      { kind: "created" },
      { kind: "existing", key: KEY },
      { kind: "existing", key: KEY, grant: false },
    ),
  ),
  maybe("enableApis", fc.boolean()),
  maybe("labels", fc.constant({ team: "research", "cost-center": "4711" })),
  maybe("impersonate", fc.constant("terraform@atlas-research.iam.gserviceaccount.com")),
  maybe("quotaProject", fc.constant("atlas-billing")),
  maybe("network", fc.constantFrom<Raw>({ egress: "none" }, { mtu: 1460, routing: "global", flowLogs: true })),
);

export const anyFleet: fc.Arbitrary<Raw> = site.map((one) => ({
  apiVersion: "siteform.dev/v1alpha1",
  kind: "Fleet",
  metadata: { name: "atlas" },
  spec: { sites: [one] },
}));

import { brief, check, cluster, fleetOf, googleNetwork, googlePool, googleSite, type Raw, tpuPool } from "./support";

const site = (more: Raw) => fleetOf(googleSite(more));
const of = (pools: readonly Raw[], network: Raw = {}, more: Raw = {}) =>
  site({ clusters: [cluster(pools, { network: googleNetwork(network), ...more })] });
const train = "sites.iowa.clusters.train";
const zone = "us-central1-a";

describe("GCP-GPU-01, further networks of GPU machines", () => {
  const mega = (count: number, more: Raw = {}) => googlePool({ machine: "a3-megagpu-8g", count, ...more });

  // A /20 cut into 32 is a /25 each: 128 addresses, 4 of them Google's.
  test("a subnetwork of 128 addresses takes 124 machines", () => {
    expect(check("GCP-GPU-01", of([mega(124)], { gpu: "192.168.0.0/20" }))).toEqual([]);
    expect(brief(check("GCP-GPU-01", of([mega(125)], { gpu: "192.168.0.0/20" })))).toEqual([
      `${train}.network.gpu 125/124`,
    ]);
  });

  test("pools that share a subnetwork are counted together", () => {
    const high = googlePool({ name: "high", machine: "a3-highgpu-8g", count: 5 });
    expect(brief(check("GCP-GPU-01", of([mega(120), high], { gpu: "192.168.0.0/20" })))).toEqual([
      `${train}.network.gpu 125/124`,
    ]);
  });

  test("two machines without a range are slow, one is not", () => {
    expect(check("GCP-GPU-01", of([mega(1)]))).toEqual([]);
    expect(brief(check("GCP-GPU-01", of([mega(2)])))).toEqual([`warning ${train}.network.gpu 2/1`]);
  });

  // Google VPC: the smallest subnetwork is a /29, of which 32 are a /24; 8 - 4 = 4 machines.
  test("a range is wide enough for 32 subnetworks that Google makes", () => {
    expect(check("GCP-GPU-01", of([mega(4)], { gpu: "192.168.0.0/24" }))).toEqual([]);
    expect(brief(check("GCP-GPU-01", of([mega(5)], { gpu: "192.168.0.0/24" })))).toEqual([`${train}.network.gpu 5/4`]);
    for (const prefix of [25, 27, 28, 32]) {
      expect(brief(check("GCP-GPU-01", of([mega(1)], { gpu: `192.168.0.0/${prefix}` })))).toEqual([
        `${train}.network.gpu ${prefix}/24`,
      ]);
    }
  });

  test("machines with RDMA stand in one zone", () => {
    const b200 = (name: string, at: string) =>
      googlePool({ name, machine: "a4-highgpu-8g", capacity: { kind: "onDemand", zone: at } });
    const gpu = { gpu: "192.168.0.0/16" };
    expect(check("GCP-GPU-01", of([b200("a", zone), b200("b", zone)], gpu))).toEqual([]);
    expect(brief(check("GCP-GPU-01", of([b200("a", zone), b200("b", "us-central1-b")], gpu)))).toEqual([
      `${train}.pools.b.capacity.zone us-central1-b/${zone}`,
    ]);
  });

  test("X-CIDR-01 lets clusters have the same range for them, which are VPCs of their own", () => {
    const one = cluster([mega(1)], { network: googleNetwork({ gpu: "192.168.0.0/20" }) });
    const network = {
      nodes: "10.1.0.0/16",
      pods: "10.80.0.0/12",
      services: "10.33.0.0/20",
      controlPlane: "10.48.0.16/28",
    };
    const two = { ...cluster([mega(1)], { network: { ...network, gpu: "192.168.0.0/20" } }), name: "serve" };
    expect(check("X-CIDR-01", site({ clusters: [one, two] }))).toEqual([]);
    const hidden = { ...two, network: { ...network, gpu: "10.0.0.0/20" } };
    expect(check("X-CIDR-01", site({ clusters: [one, hidden] }))).toHaveLength(1);
  });
});

// GKE documentation, flexible pod CIDR: /24 for 65 to 128 pods, /27 for 9 to 16.
describe("GCP-CL-03, pods of a node", () => {
  // Four nodes of the system take 1,024 of 4,096 addresses; twelve machines take the rest.
  test("110 pods take a /24, 64 a /25", () => {
    expect(check("GCP-CL-03", of([googlePool({ count: 12 })], { pods: "10.64.0.0/20" }))).toEqual([]);
    expect(brief(check("GCP-CL-03", of([googlePool({ count: 13 })], { pods: "10.64.0.0/20" })))).toEqual([
      `${train}.network.pods 4352/4096`,
    ]);
    expect(check("GCP-CL-03", of([googlePool({ count: 24, maxPods: 64 })], { pods: "10.64.0.0/20" }))).toEqual([]);
    expect(check("GCP-CL-03", of([googlePool({ count: 24, maxPods: 65 })], { pods: "10.64.0.0/20" }))).toHaveLength(1);
  });

  // 16 - 4 reserved - 4 of the system = 8.
  test("nodes that an upgrade adds need addresses, too", () => {
    const upgrade = (surge: number) => googlePool({ count: 7, upgrade: { surge, unavailable: 0 } });
    expect(check("GCP-CL-03", of([upgrade(1)], { nodes: "10.0.0.0/28" }))).toEqual([]);
    expect(brief(check("GCP-CL-03", of([upgrade(2)], { nodes: "10.0.0.0/28" })))).toEqual([
      `${train}.network.nodes 13/12`,
    ]);
  });
});

// 1,814 x 110 + 4 x 110 = 199,980; one more is 200,090.
test("GCP-PODS takes 200,000 pods in a cluster", () => {
  expect(check("GCP-PODS", of([googlePool({ count: 1814 })]))).toEqual([]);
  expect(brief(check("GCP-PODS", of([googlePool({ count: 1815 })])))).toEqual([`warning ${train}.pools 200090/200000`]);
});

test("NAME-1 and NAME-2 know the further node pools of a pool of more than 1,000 machines", () => {
  const pools = (count: number) => [googlePool({ count }), googlePool({ name: "gpu-2" })];
  expect(check("NAME-1", of(pools(1000)))).toEqual([]);
  expect(brief(check("NAME-1", of(pools(1001))))).toEqual([`${train}.pools.gpu-2 gpu-2/-`]);
  const long = (letters: number) => of([googlePool({ name: "a".repeat(letters), count: 1001 })]);
  expect(check("NAME-2", long(38))).toEqual([]);
  expect(brief(check("NAME-2", long(39)))).toEqual([`${train}.pools.${"a".repeat(39)} 41/40`]);
});

describe("options of pools", () => {
  test("GCP-POOL-02 wants one node more or one less", () => {
    const upgrade = (surge: number, unavailable: number) => of([googlePool({ upgrade: { surge, unavailable } })]);
    expect(check("GCP-POOL-02", upgrade(1, 0))).toEqual([]);
    expect(check("GCP-POOL-02", upgrade(0, 1))).toEqual([]);
    expect(brief(check("GCP-POOL-02", upgrade(0, 0)))).toEqual([`${train}.pools.gpu.upgrade 0/1`]);
  });

  test("GCP-POOL-04 wants machines whose local SSDs are known, and GPUs for a driver", () => {
    expect(check("GCP-POOL-04", of([googlePool({ localSsd: "block" })]))).toEqual([]);
    expect(check("GCP-POOL-04", of([googlePool({ machine: "a4x-highgpu-4g", localSsd: "block" })]))).toHaveLength(1);
    expect(check("GCP-POOL-04", of([tpuPool({ gpuDriver: "latest" })]))).toHaveLength(1);
  });

  test("GCP-TPU-05 warns of a zone that is not documented", () => {
    const at = (where: string) => of([tpuPool({ capacity: { kind: "onDemand", zone: where } })]);
    expect(check("GCP-TPU-05", at("us-central1-a"))).toEqual([]);
    expect(check("GCP-TPU-05", at("us-central1-f"))).toMatchObject([
      {
        severity: "warning",
        path: `${train}.pools.tpu.capacity.zone`,
        observed: "us-central1-f",
        hint: "in us-central1 it is documented in us-central1-a; confirm the zone with Google",
      },
    ]);
    // Of another region, and of one that nobody knows, other rules speak.
    expect(check("GCP-TPU-05", at("us-east5-a"))).toEqual([]);
    const unknown = googleSite({
      region: "us-centrall1",
      clusters: [
        cluster([tpuPool({ capacity: { kind: "onDemand", zone: "us-centrall1-a" } })], { network: googleNetwork() }),
      ],
    });
    expect(check("GCP-TPU-05", fleetOf(unknown))).toEqual([]);
    expect(check("GCP-REGION-1", fleetOf(unknown))).toHaveLength(1);
  });
});

describe("labels and keys", () => {
  const labels = (all: Record<string, string>) => check("GCP-NAME-01", site({ labels: all }));

  // 59 + fleet, site, cluster, pool and the provider's own = 64.
  test("GCP-NAME-01 takes 64 labels", () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`l${index}`, ""]));
    expect(labels(many(59))).toEqual([]);
    expect(brief(labels(many(60)))).toEqual(["sites.iowa.labels 65/64"]);
  });

  test("GCP-NAME-01 knows what keys and values look like", () => {
    expect(labels({ ["k".repeat(63)]: "v".repeat(63), "cost-center": "4711", team_a: "" })).toEqual([]);
    expect(labels({ ["k".repeat(64)]: "" })).toHaveLength(1);
    expect(labels({ key: "v".repeat(64) })).toHaveLength(1);
    for (const wrong of ["Team", "1st", "a.b", "a/b", "", "site"]) expect(labels({ [wrong]: "" })).toHaveLength(1);
    expect(labels({ team: "Research" })).toHaveLength(1);
    const hints = (all: Record<string, string>) => labels(all).map(({ hint }) => hint);
    expect(hints({ "Cost.Center/Team": "R & D" })).toEqual(['write "cost-center-team"', 'write "r-d"']);
    expect(hints({ "1st": "" })).toEqual([undefined]);
  });

  test("GCP-CL-04 wants a key of the site's region", () => {
    const key = (location: string) => ({
      encryption: { kind: "existing", key: `projects/keys-project/locations/${location}/keyRings/r/cryptoKeys/k` },
    });
    expect(check("GCP-CL-04", site(key("us-central1")))).toEqual([]);
    expect(brief(check("GCP-CL-04", site(key("global"))))).toEqual(["sites.iowa.encryption.key global/us-central1"]);
  });

  // A grant is an IAM binding of key, role and agent: the same in every stack.
  test("GCP-CL-04 warns of a key that several stacks grant", () => {
    const key = "projects/keys-project/locations/us-central1/keyRings/r/cryptoKeys/k";
    const keyed = (count: number, more: Raw = {}, encryption: Raw = {}) =>
      googleSite({
        encryption: { kind: "existing", key, ...encryption },
        clusters: Array.from({ length: count }, (_, index) => ({
          ...cluster([googlePool()], { network: googleNetwork() }),
          name: `c${index}`,
        })),
        ...more,
      });
    const found = (...sites: readonly Raw[]) => brief(check("GCP-CL-04", fleetOf(...sites)));
    const perCluster = { stacks: "perCluster" };
    expect(found(keyed(2))).toEqual([]);
    expect(found(keyed(1, perCluster))).toEqual([]);
    expect(found(keyed(2, perCluster))).toEqual(["warning sites.iowa.encryption.grant 2/1"]);
    expect(found(keyed(2, perCluster, { grant: false }))).toEqual([]);
    expect(found(keyed(1), keyed(1, { name: "more" }))).toEqual(["warning sites.more.encryption.grant 2/1"]);
    expect(found(keyed(1), keyed(1, { name: "more", project: "atlas-other" }))).toEqual([]);
  });
});

describe("GCP-LUS-01, Managed Lustre", () => {
  const lustre = (more: Raw, network: Raw = { privateServices: "10.50.0.0/20" }) =>
    check(
      "GCP-LUS-01",
      of([googlePool()], network, {
        storage: [{ kind: "lustre", name: "scratch", zone, capacityGiB: 36_000, throughput: 500, ...more }],
      }),
    );
  const place = `${train}.storage.scratch`;

  // Managed Lustre documentation, performance tiers.
  test.each([
    [1000, 9000, 10_008_000],
    [500, 18_000, 20_016_000],
    [250, 36_000, 40_032_000],
    [125, 72_000, 12_240_000],
  ])("at %i MB/s a TiB begins and steps by %i GiB, and ends at %i", (throughput, step, most) => {
    for (const capacityGiB of [step, 2 * step, most]) expect(lustre({ throughput, capacityGiB })).toEqual([]);
    for (const capacityGiB of [step - 1, step + 1, most + 1])
      expect(lustre({ throughput, capacityGiB })).toHaveLength(1);
  });

  test("steps become wider", () => {
    expect(lustre({ throughput: 1000, capacityGiB: 1_530_000 })).toEqual([]);
    expect(brief(lustre({ throughput: 1000, capacityGiB: 1_539_000 }))).toEqual([
      `${place}.capacityGiB 1539000/1584000`,
    ]);
    expect(lustre({ throughput: 1000, capacityGiB: 1_584_000 })).toEqual([]);
  });

  test("has a name of eight letters and digits, a zone of the region, and a range", () => {
    expect(lustre({ filesystem: "lustre12" })).toEqual([]);
    expect(lustre({ filesystem: "lustre123" })).toHaveLength(1);
    expect(lustre({ filesystem: "1ustre" })).toHaveLength(1);
    expect(lustre({ zone: "us-east5-a" })).toHaveLength(1);
    expect(brief(lustre({}, {}))).toEqual([`${place} -/-`]);
  });

  test("in a VPC that exists is let through by whoever owns it, unless the range of the peering is stated", () => {
    const existing = { vpc: "prod", subnetwork: "train" };
    expect(lustre({}, { existing, privateServices: "10.50.0.0/20" })).toEqual([]);
    expect(brief(lustre({}, { existing }))).toEqual([`warning ${place} -/-`]);
  });
});

describe("GCP-FS-01, Filestore", () => {
  const filestore = (more: Raw) =>
    check(
      "GCP-FS-01",
      of([googlePool()], {}, { storage: [{ kind: "filestore", name: "home", tier: "regional", ...more }] }),
    );

  // Filestore documentation, service tiers: 1 to 9.75 TiB by 256 GiB, 10 to 100 TiB by 2.5 TiB.
  test.each([{ tier: "zonal", zone }, { tier: "regional" }])("knows the sizes of $tier instances", (tier) => {
    for (const capacityGiB of [1024, 1280, 9984, 10_240, 12_800, 102_400])
      expect(filestore({ ...tier, capacityGiB })).toEqual([]);
    for (const capacityGiB of [1023, 1025, 9985, 10_241, 102_401])
      expect(filestore({ ...tier, capacityGiB })).toHaveLength(1);
  });

  test("knows that enterprise instances end at 10 TiB", () => {
    for (const capacityGiB of [1024, 9984, 10_240]) expect(filestore({ tier: "enterprise", capacityGiB })).toEqual([]);
    for (const capacityGiB of [768, 9985, 10_241, 12_800])
      expect(filestore({ tier: "enterprise", capacityGiB })).toHaveLength(1);
  });

  test("knows which tier has a zone, and what a share is called", () => {
    const capacityGiB = 1024;
    expect(filestore({ capacityGiB, tier: "zonal" })).toHaveLength(1);
    expect(filestore({ capacityGiB, tier: "zonal", zone: "us-east5-a" })).toHaveLength(1);
    expect(filestore({ capacityGiB, zone })).toHaveLength(1);
    expect(filestore({ capacityGiB, share: "a".repeat(16) })).toEqual([]);
    expect(filestore({ capacityGiB, share: "a".repeat(17) })).toHaveLength(1);
  });
});

test("GCP-GCS-01 knows names, days and what goes together", () => {
  const bucket = (more: Raw) => check("GCP-GCS-01", site({ buckets: [{ name: "data", ...more }] }));
  expect(bucket({ bucket: "b".repeat(63) })).toEqual([]);
  expect(bucket({ bucket: "b".repeat(64) })).toHaveLength(1);
  expect(bucket({ bucket: "ab" })).toHaveLength(1);
  for (const softDeleteDays of [0, 7, 90]) expect(bucket({ softDeleteDays })).toEqual([]);
  for (const softDeleteDays of [1, 6, 91]) expect(bucket({ softDeleteDays })).toHaveLength(1);
  expect(bucket({ hierarchical: true })).toEqual([]);
  expect(bucket({ hierarchical: true, versioning: true })).toHaveLength(1);
});

test("GCP-GCS-01 knows that a name is one in all of Cloud Storage, and NAME-1 that names of a site are", () => {
  const sites = (one: readonly Raw[], two: readonly Raw[]) =>
    fleetOf(googleSite({ buckets: one }), googleSite({ name: "ohio", buckets: two }));
  expect(check("GCP-GCS-01", sites([{ name: "a" }], [{ name: "a" }]))).toEqual([]);
  expect(brief(check("GCP-GCS-01", sites([{ name: "a" }], [{ name: "b", bucket: "atlas-research-iowa-a" }])))).toEqual([
    "sites.ohio.buckets.b.bucket atlas-research-iowa-a/-",
  ]);
  const twice = sites([{ name: "a" }, { name: "a" }], []);
  expect(check("GCP-GCS-01", twice)).toEqual([]);
  expect(brief(check("NAME-1", twice))).toEqual(["sites.iowa.buckets.a[1] 2/1"]);
});

test("RETIRE-1 speaks of what is protected alone, and of parts of a site as well", () => {
  const retired = (more: Raw) =>
    site({ clusters: [cluster([googlePool()], { network: googleNetwork(), retired: true, ...more })] });
  expect(brief(check("RETIRE-1", retired({})))).toEqual([`warning ${train}.retired protected/-`]);
  expect(check("RETIRE-1", retired({ protect: false }))).toEqual([]);
});

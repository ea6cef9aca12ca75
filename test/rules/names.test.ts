import {
  awsPool,
  awsSite,
  azureNetwork,
  azurePool,
  azureSite,
  brief,
  check,
  checkDespite,
  cluster,
  fleet,
  fleetOf,
  googleNetwork,
  googlePool,
  googleSite,
  hardwarePool,
  leasedSite,
  ownedSite,
  phase,
  tpuPool,
  usd,
} from "./support";

const a = (length: number) => "a".repeat(length);

describe("NAME-1, unique names", () => {
  test("passes where every name is its own", () => {
    const site = leasedSite({
      halls: [{ name: "a", criticalItMW: 1 }],
      clusters: [cluster([hardwarePool(), hardwarePool({ name: "h200" })])],
    });
    expect(check("NAME-1", fleetOf(site, ownedSite(), awsSite()))).toEqual([]);
  });

  test("names every repeated name with its positions", () => {
    const [one] = check("NAME-1", fleetOf(ownedSite(), leasedSite(), ownedSite()));
    expect(one).toMatchObject({ path: "sites.abilene[2]", observed: 2, limit: 1 });
    expect(one?.message).toContain("positions 1, 3");
  });

  test("looks into sites, clusters, and the lists of the fleet", () => {
    const halls = [
      { name: "a", criticalItMW: 1 },
      { name: "a", criticalItMW: 1 },
    ];
    const site = leasedSite(
      { halls, clusters: [cluster([hardwarePool(), hardwarePool()]), cluster([hardwarePool()])] },
      { phases: [phase("p1", 1), phase("p1", 1)] },
    );
    const guarantee = {
      name: "g",
      obligor: "x",
      covers: "rent",
      state: "proposed",
      sites: ["colossus"],
      amount: usd("1"),
    };
    const demand = {
      name: "d",
      workload: "training",
      basis: "assumed",
      source: "s",
      points: [{ from: "2027-01-01", accelerators: 1 }],
    };
    const machine = {
      type: "own-1",
      offer: "hardware",
      accelerator: "H100",
      accelerators: { value: 8, basis: "vendor", source: "s" },
    };
    const raw = fleet({
      sites: [site],
      guarantees: [guarantee, guarantee],
      demands: [demand, demand],
      machines: [machine, machine],
    });
    expect(brief(check("NAME-1", raw))).toEqual([
      "demands.d[1] 2/1",
      "guarantees.g[1] 2/1",
      'machines["own-1"][1].type 2/1',
      "sites.colossus.clusters.train.pools.h100[1] 2/1",
      "sites.colossus.clusters.train[1] 2/1",
      "sites.colossus.halls.a[1] 2/1",
      "sites.colossus.lease.phases.p1[1] 2/1",
    ]);
  });

  test("leaves positions out where an item was left out, since they would mislead", () => {
    const [one] = checkDespite("NAME-1", fleetOf({ name: "broken", tenure: "rented" }, ownedSite(), ownedSite()));
    expect(one?.message).not.toContain("position");
  });

  test("finds a stack of a cluster that a site has as well", () => {
    const own = { network: { cidrs: ["10.0.0.0/16"] } };
    const big = awsSite({ name: "a", stacks: "perCluster", clusters: [cluster([awsPool()], { name: "b", ...own })] });
    expect(check("NAME-1", fleetOf(big, ownedSite({ name: "a-c" })))).toEqual([]);
    expect(brief(check("NAME-1", fleetOf(big, ownedSite({ name: "a-b" }))))).toEqual(["sites.a-b a-b/-"]);
  });

  test("finds clusters whose names a cloud cannot tell apart", () => {
    const one = awsSite({ name: "a", clusters: [cluster([awsPool()], { name: "b-c" })] });
    const other = (account: string) =>
      awsSite({ name: "a-b", account, clusters: [cluster([awsPool()], { name: "c" })] });
    expect(brief(check("NAME-1", fleetOf(one, other("111122223333"))))).toEqual(["sites.a-b.clusters.c a-b-c/-"]);
    expect(check("NAME-1", fleetOf(one, other("444455556666")))).toEqual([]);
  });

  test("finds a pool named as another's slice, before or after it", () => {
    const found = (...pools: readonly object[]) =>
      brief(
        check(
          "NAME-1",
          fleetOf(
            googleSite({
              clusters: [
                cluster(
                  pools.map((pool) => ({ ...pool })),
                  { network: googleNetwork() },
                ),
              ],
            }),
          ),
        ),
      );
    const slices = tpuPool({ slices: 2 });
    const path = "sites.iowa.clusters.train.pools";
    expect(found(slices, googlePool({ name: "tpu-002" }))).toEqual([]);
    expect(found(slices, googlePool({ name: "tpu-1" }))).toEqual([]);
    expect(found(slices, googlePool({ name: "tpu-0001" }))).toEqual([]);
    expect(found(slices, googlePool({ name: "tpu-001" }))).toEqual([`${path}.tpu-001 tpu-001/-`]);
    expect(found(googlePool({ name: "tpu-001" }), slices)).toEqual([`${path}.tpu tpu-001/-`]);
    // Slices of one host are nodes of one node pool; two pools of slices differ before the number.
    expect(found(tpuPool({ topology: "2x2x1", slices: 2 }), googlePool({ name: "tpu-001" }))).toEqual([]);
    expect(found(slices, tpuPool({ name: "tpu-001", slices: 2 }))).toEqual([]);
  });

  test("finds a pool named as another's thousandth slice or NVLink domain", () => {
    const found = (pool: object, name: string) =>
      brief(
        check(
          "NAME-1",
          fleetOf(
            googleSite({ clusters: [cluster([{ ...pool }, googlePool({ name })], { network: googleNetwork() })] }),
          ),
        ),
      );
    expect(found(tpuPool({ slices: 1001 }), "tpu-1000")).toHaveLength(1);
    expect(found(tpuPool({ slices: 1000 }), "tpu-1000")).toEqual([]);
    const domains = (count: number) => googlePool({ machine: "a4x-highgpu-4g", count });
    expect(found(domains(18), "gpu-001")).toEqual([]);
    expect(found(domains(19), "gpu-001")).toHaveLength(1);
  });

  test("takes a pool of very many slices without naming each", () => {
    const site = googleSite({ clusters: [cluster([tpuPool({ slices: 2e8 })], { network: googleNetwork() })] });
    expect(check("NAME-1", fleetOf(site))).toEqual([]);
    expect(check("NAME-2", fleetOf(site))).toEqual([]);
  });

  test("holds for retired sites too", () => {
    expect(brief(check("NAME-1", fleetOf(ownedSite({ retired: true }), ownedSite())))).toEqual([
      "sites.abilene[1] 2/1",
    ]);
  });
});

describe("NAME-2, names that a cloud takes", () => {
  const aws = (site: string, name: string, pool = "p") =>
    fleetOf(awsSite({ name: site, clusters: [cluster([awsPool({ name: pool })], { name })] }));
  const google = (site: string, name: string, pool: object) =>
    fleetOf(
      googleSite({
        name: site,
        clusters: [cluster([{ ...googlePool(), ...pool }], { name, network: googleNetwork() })],
      }),
    );
  const azure = (site: string, name: string, pool = "p") =>
    fleetOf(
      azureSite({ name: site, clusters: [cluster([azurePool({ name: pool })], { name, network: azureNetwork() })] }),
    );

  // 28 + 1 + 27 = 56 for the cluster; "-cluster" makes 64
  test("takes an IAM role of 64 characters and no more", () => {
    expect(check("NAME-2", aws(a(28), a(27)))).toEqual([]);
    expect(brief(check("NAME-2", aws(a(28), a(28))))).toEqual([`sites.${a(28)}.clusters.${a(28)} 65/64`]);
  });

  // 50 + 1 + 49 = 100
  test("takes an EKS cluster of 100 characters and no more", () => {
    const limits = (raw: unknown) => check("NAME-2", raw).map((finding) => [finding.observed, finding.limit]);
    expect(limits(aws(a(50), a(49)))).toEqual([[108, 64]]);
    expect(limits(aws(a(50), a(50)))).toEqual([
      [101, 100],
      [109, 64],
    ]);
  });

  // 36 + "-" = 37
  test("takes a node group prefix of 37 characters and no more", () => {
    expect(check("NAME-2", aws("s", "c", a(36)))).toEqual([]);
    expect(brief(check("NAME-2", aws("s", "c", a(37))))).toEqual([`sites.s.clusters.c.pools.${a(37)} 38/37`]);
  });

  // 63 + 1 + 63 + 1 + n: no pool name reaches 128 without breaking the node group's limit first, so that both are told
  test("takes a launch template of 128 characters and no more", () => {
    const template = (raw: unknown) =>
      check("NAME-2", raw)
        .filter((finding) => finding.limit === 128)
        .map((finding) => finding.observed);
    expect(template(aws(a(63), a(27), a(36)))).toEqual([]); // 63 + 1 + 27 + 1 + 36 = 128
    expect(template(aws(a(63), a(28), a(36)))).toEqual([129]);
  });

  // 20 + 1 + 19 = 40
  test("takes a GKE cluster of 40 characters that begins with a letter", () => {
    expect(check("NAME-2", google(a(20), a(19), {}))).toEqual([]);
    expect(brief(check("NAME-2", google(a(20), a(20), {})))).toEqual([`sites.${a(20)}.clusters.${a(20)} 41/40`]);
    expect(brief(check("NAME-2", google("3rd", "c", {})))).toEqual(["sites.3rd.clusters.c 3rd-c/-"]);
  });

  // "-000" takes four characters of a pool of several slices
  test("takes a GKE node pool of 40 characters, the slice's number included", () => {
    const slices = { machine: "ct5p-hightpu-4t", count: undefined, topology: "4x4x8", slices: 2 };
    expect(check("NAME-2", google("s", "c", { name: a(40) }))).toEqual([]);
    expect(check("NAME-2", google("s", "c", { name: a(36), ...slices }))).toEqual([]);
    expect(brief(check("NAME-2", google("s", "c", { name: a(41) })))).toEqual([
      `sites.s.clusters.c.pools.${a(41)} 41/40`,
    ]);
    expect(brief(check("NAME-2", google("s", "c", { name: a(37), ...slices })))).toEqual([
      `sites.s.clusters.c.pools.${a(37)} 41/40`,
    ]);
    expect(brief(check("NAME-2", google("s", "c", { name: "8gpu" })))).toEqual([
      "sites.s.clusters.c.pools.8gpu 8gpu/-",
    ]);
  });

  // 31 + 1 + 31 = 63
  test("takes an AKS cluster of 63 characters and a pool of 12 letters and digits", () => {
    expect(check("NAME-2", azure(a(31), a(31), a(12)))).toEqual([]);
    expect(brief(check("NAME-2", azure(a(31), a(32))))).toEqual([`sites.${a(31)}.clusters.${a(32)} 64/63`]);
    expect(brief(check("NAME-2", azure("s", "c", a(13))))).toEqual([`sites.s.clusters.c.pools.${a(13)} 13/12`]);
    const [hyphen] = check("NAME-2", azure("s", "c", "h100-a"));
    expect(hyphen).toMatchObject({ observed: "h100-a", hint: 'for example "h100a"' });
  });

  test("keeps the name of the system's pool", () => {
    expect(brief(check("NAME-2", google("s", "c", { name: "system" })))).toEqual([
      "sites.s.clusters.c.pools.system system/-",
    ]);
    expect(brief(check("NAME-2", azure("s", "c", "system")))).toEqual(["sites.s.clusters.c.pools.system system/-"]);
    expect(brief(check("NAME-2", aws("s", "c", "system")))).toEqual(["sites.s.clusters.c.pools.system system/-"]);
  });
});

import {
  awsPool,
  awsSite,
  azureSite,
  brief,
  check,
  checkDespite,
  cluster,
  figure,
  fleet,
  fleetOf,
  googleNetwork,
  googlePool,
  googleSite,
  tpuPool,
} from "./support";

const aws = (pool: object, site: object = {}) =>
  fleetOf(awsSite({ clusters: [cluster([awsPool({ ...pool })])], ...site }));
const google = (pool: object, more: object = {}) =>
  fleetOf(googleSite({ clusters: [{ name: "train", network: googleNetwork(), pools: [pool], ...more }] }));
const awsPath = "sites.rainier.clusters.train.pools.trn2";
const tpuPath = "sites.iowa.clusters.train.pools.tpu";
const gpuPath = "sites.iowa.clusters.train.pools.gpu";

describe("MACHINE-2, machines where they are offered", () => {
  test("takes a zone of the list and warns of another", () => {
    expect(check("MACHINE-2", aws({}))).toEqual([]);
    const [one] = check(
      "MACHINE-2",
      aws({ machine: "p6-b300.48xlarge", capacity: { kind: "onDemand", zoneId: "usw2-az1" } }, { region: "us-west-2" }),
    );
    expect(one).toMatchObject({
      severity: "warning",
      path: `${awsPath}.capacity.zoneId`,
      observed: "usw2-az1",
      hint: "in us-west-2 it is known in usw2-az2",
    });
  });

  test("reckons with the network's first zone where the contract names none", () => {
    const network = { cidrs: ["10.0.0.0/16"], zoneIds: ["usw2-az1", "usw2-az2"] };
    const pool = { machine: "p6-b300.48xlarge", capacity: { kind: "onDemand" } };
    expect(check("MACHINE-2", aws(pool, { region: "us-west-2", network }))).toHaveLength(1);
    expect(
      check(
        "MACHINE-2",
        aws(pool, { region: "us-west-2", network: { ...network, zoneIds: ["usw2-az2", "usw2-az1"] } }),
      ),
    ).toEqual([]);
  });

  test("on Google Cloud leaves TPUs to GCP-TPU-05, zones of other regions to GCP-ZONE-1, and knows nothing of GPUs", () => {
    const at = (zone: string) => ({ capacity: { kind: "onDemand", zone } });
    for (const pool of [tpuPool(at("us-central1-b")), tpuPool(at("us-east5-a")), googlePool(at("us-central1-f"))])
      expect(check("MACHINE-2", google(pool))).toEqual([]);
    const own = {
      type: "gpu-1",
      offer: "google",
      accelerator: "H100",
      gpuType: "nvidia-h100-80gb",
      accelerators: figure(8),
      hosts: 1,
      architecture: "x86_64",
      maxPowerKW: figure(10),
      offeredIn: { "us-central1": ["us-central1-a"] },
    };
    const defined = (zone: string) => {
      const pool = googlePool({ machine: "gpu-1", ...at(zone) });
      const clusters = [{ name: "train", network: googleNetwork(), pools: [pool] }];
      return fleet({ sites: [googleSite({ clusters })], machines: [own] });
    };
    expect(check("MACHINE-2", defined("us-central1-a"))).toEqual([]);
    expect(brief(check("MACHINE-2", defined("us-central1-b")))).toEqual([
      `warning ${gpuPath}.capacity.zone us-central1-b/-`,
    ]);
  });
});

describe("MACHINE-3, defined machines", () => {
  const machine = (more: object) =>
    fleet({ machines: [{ type: "own-1", offer: "hardware", accelerator: "H100", accelerators: figure(8), ...more }] });

  test("have whole accelerators, one or more, shared evenly by their hosts", () => {
    expect(check("MACHINE-3", machine({ accelerators: figure(1) }))).toEqual([]);
    expect(check("MACHINE-3", machine({ accelerators: figure(72), hosts: 18 }))).toEqual([]);
    expect(brief(check("MACHINE-3", machine({ accelerators: figure(0) })))).toEqual([
      'machines["own-1"].accelerators.value 0/1',
    ]);
    expect(brief(check("MACHINE-3", machine({ accelerators: figure(1.5) })))).toEqual([
      'machines["own-1"].accelerators.value 1.5/1',
    ]);
    expect(brief(check("MACHINE-3", machine({ accelerators: figure(73), hosts: 18 })))).toEqual([
      'machines["own-1"].accelerators.value 73/-',
    ]);
  });

  test("have the fields of their own offer, and describe the accelerator they name", () => {
    expect(check("MACHINE-3", machine({ offer: "aws", ultraServerSizes: [4] }))).toEqual([]);
    expect(
      brief(check("MACHINE-3", machine({ offer: "google", gpuType: "nvidia-h100-80gb", ultraServerSizes: [4] }))),
    ).toEqual(['machines["own-1"].ultraServerSizes google/aws']);
    expect(brief(check("MACHINE-3", machine({ tpu: { generation: "v5p", gkeAccelerator: "x" } })))).toEqual([
      'machines["own-1"].tpu hardware/google',
    ]);
    const chip = (name: string) => ({ newAccelerator: { name, vendor: "v", kind: "gpu" } });
    expect(check("MACHINE-3", machine({ accelerator: "X1", ...chip("X1") }))).toEqual([]);
    expect(brief(check("MACHINE-3", machine({ accelerator: "X1", ...chip("X2") })))).toEqual([
      'machines["own-1"].newAccelerator.name X2/X1',
    ]);
  });

  test("have an accelerator that somebody knows", () => {
    const [one] = check("MACHINE-3", machine({ accelerator: "H1000" }));
    expect(one).toMatchObject({ severity: "error", path: 'machines["own-1"].accelerator', observed: "H1000" });
    expect(one?.hint).toBe('did you mean "H100"? Else give the accelerator in full: { name, vendor, kind }');
    expect(check("MACHINE-3", machine({ accelerator: "Zeta" }))[0]?.hint).toMatch(/^give the accelerator in full/);
    const broken = { accelerator: "X1", newAccelerator: { name: "X1", vendor: "v", kind: "abacus" } };
    expect(checkDespite("MACHINE-3", machine(broken))).toEqual([]);
  });

  test("are on Google Cloud what GKE orders: a TPU with its generation, a GPU with its type", () => {
    const at = (more: object) => brief(check("MACHINE-3", machine({ offer: "google", ...more })));
    const tpu = { generation: "v5p", gkeAccelerator: "tpu-v5p-slice" };
    expect(at({ gpuType: "nvidia-h100-80gb" })).toEqual([]);
    expect(at({})).toEqual(['machines["own-1"].gpuType -/-']);
    expect(at({ accelerator: "TPU v5p", tpu })).toEqual([]);
    expect(at({ accelerator: "TPU v5p" })).toEqual(['machines["own-1"].tpu -/-']);
    const own = { accelerator: "TPU9", newAccelerator: { name: "TPU9", vendor: "Google", kind: "tpu" } };
    expect(at(own)).toEqual(['machines["own-1"].tpu -/-']);
    expect(at({ ...own, tpu })).toEqual([]);
  });

  test("warn where they hide one of the catalogue", () => {
    expect(brief(check("MACHINE-3", machine({ type: "dgx-h100" })))).toEqual([
      'warning machines["dgx-h100"].type dgx-h100/-',
    ]);
  });
});

describe("GCP-TPU-01, slices and counts", () => {
  test("takes a topology that exists, and offers those of about as many chips", () => {
    expect(check("GCP-TPU-01", google(tpuPool({ topology: "16x16x24" })))).toEqual([]); // 6,144 chips, the most of v5p
    expect(brief(check("GCP-TPU-01", google(tpuPool({ topology: "16x16x28" }))))).toEqual([
      `${tpuPath}.topology 16x16x28/-`,
    ]);
    const [one] = check("GCP-TPU-01", google(tpuPool({ topology: "8x4x4" })));
    expect(one?.hint).toBe("4x4x8 has 128 chips");
  });

  test("wants a topology of a TPU machine, and no count", () => {
    const { topology: _, ...bare } = tpuPool();
    expect(brief(check("GCP-TPU-01", google(bare)))).toEqual([`${tpuPath}.topology -/-`]);
    expect(brief(check("GCP-TPU-01", google({ ...bare, slices: 2 })))).toEqual([`${tpuPath}.topology -/-`]);
    expect(brief(check("GCP-TPU-01", google({ ...bare, count: 4 })))).toEqual([`${tpuPath}.count 4/-`]);
    expect(brief(check("GCP-TPU-01", google(tpuPool({ count: 4 }))))).toEqual([`${tpuPath}.count 4/-`]);
  });

  test("wants a count of a GPU machine, and neither topology nor slices", () => {
    const { count: _, ...bare } = googlePool();
    expect(check("GCP-TPU-01", google(googlePool()))).toEqual([]);
    expect(brief(check("GCP-TPU-01", google(bare)))).toEqual([`${gpuPath}.count -/-`]);
    expect(brief(check("GCP-TPU-01", google({ ...bare, slices: 2 })))).toEqual([`${gpuPath}.slices 2/-`]);
    expect(brief(check("GCP-TPU-01", google(googlePool({ topology: "4x4", slices: 2 }))))).toEqual([
      `${gpuPath}.slices 2/-`,
      `${gpuPath}.topology 4x4/-`,
    ]);
  });

  test("does not miss what was left out for its form", () => {
    expect(checkDespite("GCP-TPU-01", google(tpuPool({ topology: 444 })))).toEqual([]);
    expect(checkDespite("GCP-TPU-01", google(googlePool({ count: 0 })))).toEqual([]);
  });
});

describe("GCP-TPU-06, hosts of a slice", () => {
  // no slice has 1,000 hosts: 4 x 8 x 124 / 4 = 992 is below, 12 x 12 x 28 / 4 = 1,008 the next
  test("takes the largest slice below 1,000 hosts and warns of the next", () => {
    expect(check("GCP-TPU-06", google(tpuPool({ topology: "4x8x124", slices: 2 })))).toEqual([]);
    expect(brief(check("GCP-TPU-06", google(tpuPool({ topology: "12x12x28" }))))).toEqual([
      `warning ${tpuPath}.topology 1008/1000`,
    ]);
  });
});

describe("zones and regions", () => {
  const zones = (zoneIds: readonly string[], region = "us-east-2") =>
    brief(check("AWS-EKS-01", fleetOf(awsSite({ region, network: { cidrs: ["10.0.0.0/16"], zoneIds } }))));
  const path = "sites.rainier.network.zoneIds";

  test("AWS-EKS-01 takes two to four different zones", () => {
    const use1 = ["use1-az1", "use1-az2", "use1-az4", "use1-az5", "use1-az6"];
    expect(zones(["use2-az1", "use2-az2"])).toEqual([]);
    expect(zones(use1.slice(0, 4), "us-east-1")).toEqual([]);
    expect(zones(["use2-az1", "use2-az1"])).toEqual([`${path} 1/2`]);
    expect(zones(["use2-az1", "use2-az2", "use2-az1"])).toEqual([`${path} 2/3`]);
    expect(zones(use1, "us-east-1")).toEqual([`${path} 5/4`]);
  });

  test("AWS-EKS-01 takes zones of the region that EKS takes", () => {
    expect(zones(["use2-az1", "usw2-az2"])).toEqual([`${path}[1] usw2-az2/use2-`]);
    expect(zones(["use1-az1", "use1-az3"], "us-east-1")).toEqual([`${path}[1] use1-az3/-`]);
    expect(zones(["use1-az1", "use1-dfw2-az1"], "us-east-1")).toEqual([`${path}[1] use1-dfw2-az1/-`]);
  });

  test("AWS-EKS-01 takes pools and accelerator ranges in zones of the region, Local Zones included", () => {
    const local = { region: "us-east-1" };
    expect(check("AWS-EKS-01", aws({ capacity: { kind: "onDemand", zoneId: "use1-dfw2-az1" } }, local))).toEqual([]);
    expect(brief(check("AWS-EKS-01", aws({ capacity: { kind: "onDemand", zoneId: "use2-az1" } }, local)))).toEqual([
      `${awsPath}.capacity.zoneId use2-az1/use1-`,
    ]);
    const network = { cidrs: ["10.0.0.0/16"], accelerators: { "usw2-az1": "10.0.128.0/17" } };
    expect(brief(check("AWS-EKS-01", aws({}, { network })))).toEqual([
      "sites.rainier.network.accelerators.usw2-az1 usw2-az1/use2-",
    ]);
  });

  test("GCP-ZONE-1 takes a zone of the site's region, AI zones included", () => {
    const at = (zone: string) =>
      brief(check("GCP-ZONE-1", google(googlePool({ capacity: { kind: "onDemand", zone } }))));
    expect(at("us-central1-ai1a")).toEqual([]);
    expect(at("us-central2-b")).toEqual([`${gpuPath}.capacity.zone us-central2-b/us-central1`]);
  });

  test("AWS-REGION-1 warns of a region that nobody knows, and says which was meant", () => {
    expect(check("AWS-REGION-1", aws({}))).toEqual([]);
    const [one] = check("AWS-REGION-1", aws({}, { region: "us-eats-2" }));
    expect(one).toMatchObject({ severity: "warning", observed: "us-eats-2", hint: 'did you mean "us-east-2"?' });
  });
});

describe("regions of Google Cloud and Azure", () => {
  const named = (id: string, site: object) => check(id, fleetOf({ ...site }));

  test("GCP-REGION-1 warns of a region that nobody knows, and says which was meant", () => {
    for (const region of ["us-central1", "us-central2", "europe-west12", "africa-south1"])
      expect(named("GCP-REGION-1", googleSite({ region }))).toEqual([]);
    const [one] = named("GCP-REGION-1", googleSite({ region: "us-centrel1" }));
    expect(one).toMatchObject({ severity: "warning", observed: "us-centrel1", hint: 'did you mean "us-central1"?' });
  });

  test("AZ-REGION-1 warns of a region that nobody knows, and says which was meant", () => {
    for (const region of ["eastus2", "germanywestcentral", "usgovvirginia"])
      expect(named("AZ-REGION-1", azureSite({ region }))).toEqual([]);
    const [one] = named("AZ-REGION-1", azureSite({ region: "eatsus" }));
    expect(one).toMatchObject({ severity: "warning", path: "sites.iris.region", hint: 'did you mean "eastus"?' });
    const [turned] = named("AZ-REGION-1", azureSite({ region: "eastsu2" }));
    expect(turned).toMatchObject({ hint: 'did you mean "eastus2"?' });
  });
});

describe("capacity blocks and UltraServers", () => {
  const block = (start: string, end: string) => ({
    kind: "capacityBlock",
    zoneId: "use2-az1",
    reservationId: "cr-0123456789abcdef0",
    start,
    end,
  });
  const lasting = (end: string, more: object = {}) =>
    brief(check("AWS-CB-04", aws({ capacity: block("2026-12-01T11:30:00Z", end), ...more })));

  test("AWS-CB-04 takes 1 to 14 days", () => {
    expect(lasting("2026-12-02T11:30:00Z")).toEqual([]);
    expect(lasting("2026-12-15T11:30:00Z")).toEqual([]); // 14 days
    expect(lasting("2026-12-16T11:30:00Z")).toEqual([`${awsPath}.capacity.end 15/14`]);
    expect(lasting("2026-12-01T11:30:00Z")).toEqual([
      `${awsPath}.capacity.end 2026-12-01T11:30:00Z/2026-12-01T11:30:00Z`,
    ]);
  });

  // 1 December + 182 days = 1 June (30 + 31 + 28 + 31 + 30 + 31 = 181 to 31 May)
  test("AWS-CB-04 takes whole weeks up to 182 days", () => {
    expect(lasting("2026-12-22T11:30:00Z")).toEqual([]); // 21 days
    expect(lasting("2027-06-01T11:30:00Z")).toEqual([]);
    expect(lasting("2027-06-02T11:30:00Z")).toEqual([`${awsPath}.capacity.end 183/182`]);
  });

  test("AWS-CB-04 takes an hour more or less than whole days", () => {
    expect(lasting("2026-12-02T12:30:00Z")).toEqual([]);
    expect(lasting("2026-12-02T12:31:00Z")).toEqual([`${awsPath}.capacity.end 1.04/-`]);
  });

  test("AWS-CB-04 takes 64 machines", () => {
    expect(lasting("2026-12-02T11:30:00Z", { count: 64 })).toEqual([]);
    expect(lasting("2026-12-02T11:30:00Z", { count: 65 })).toEqual([`${awsPath}.count 65/64`]);
  });

  test("AWS-CB-05 takes whole UltraServers in a capacity block", () => {
    const capacity = block("2026-12-01T11:30:00Z", "2026-12-02T11:30:00Z");
    const of = (machine: string, count: number) => brief(check("AWS-CB-05", aws({ machine, count, capacity })));
    expect(of("trn2u.48xlarge", 4)).toEqual([]);
    expect(of("trn2u.48xlarge", 5)).toEqual([`${awsPath}.count 5/4`]);
    expect(of("p6e-gb200.36xlarge", 27)).toEqual([]); // three of 9
    expect(of("p6e-gb200.36xlarge", 28)).toEqual([`${awsPath}.count 28/9`]);
    expect(of("trn2.48xlarge", 5)).toEqual([]);
    expect(brief(check("AWS-CB-05", aws({ machine: "trn2u.48xlarge", count: 4 })))).toEqual([
      `${awsPath}.capacity.kind onDemand/capacityBlock`,
    ]);
  });

  test("AWS-STACK-1 wants a network for each cluster, its own or its site's", () => {
    const own = { network: { cidrs: ["10.1.0.0/16"] } };
    const site = (more: object, ...clusters: object[]) => fleetOf(awsSite({ clusters, ...more }));
    const bare = cluster([awsPool()]);
    expect(check("AWS-STACK-1", site({}, bare))).toEqual([]);
    expect(check("AWS-STACK-1", site({ stacks: "perCluster" }, { ...bare, ...own }))).toEqual([]);
    expect(check("AWS-STACK-1", site({ network: undefined }, { ...bare, ...own }))).toEqual([]);
    expect(check("AWS-STACK-1", site({ stacks: "perCluster" }, bare))).toEqual([]);
    expect(brief(check("AWS-STACK-1", site({ network: undefined }, bare)))).toEqual([
      "sites.rainier.clusters.train.network -/-",
    ]);
    expect(checkDespite("AWS-STACK-1", site({ network: { cidrs: "10.0.0.0/16" } }, bare))).toEqual([]);
  });
});

test("MACHINE-1 lists the sizes of a family that is named without one", () => {
  const hint = (machine: string) =>
    check("MACHINE-1", fleetOf(awsSite({ clusters: [cluster([awsPool({ machine })])] })))[0]?.hint;
  expect(hint("p5")).toBe("it comes as p5.4xlarge, p5.48xlarge");
  expect(hint("trn2")).toBe("it comes as trn2.3xlarge, trn2.48xlarge");
  expect(hint("p5en")).toBe('did you mean "p5en.48xlarge"?');
});

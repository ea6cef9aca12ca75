import { azureNetwork, azurePool, azureSite, brief, check, cluster, fleetOf, type Raw } from "./support";

const PATH = "sites.iris.clusters.train";

const azure = (pools: readonly Raw[], more: Raw = {}, site: Raw = {}) =>
  fleetOf(azureSite({ clusters: [cluster(pools, { network: azureNetwork(), ...more })], ...site }));

const found = (id: string, pools: readonly Raw[], more: Raw = {}, site: Raw = {}) =>
  brief(check(id, azure(pools, more, site)));

const version = (text: string) => ({ scheduler: { kind: "kubernetes", version: text } });

describe("AZ-AKS-02, the autoscaler", () => {
  test("chooses between min and the count", () => {
    expect(found("AZ-AKS-02", [azurePool({ count: 8, autoscale: { min: 8 } })])).toEqual([]);
    expect(found("AZ-AKS-02", [azurePool({ count: 8, autoscale: { min: 9 } })])).toEqual([
      `${PATH}.pools.h100.autoscale.min 9/8`,
    ]);
    expect(found("AZ-AKS-02", [azurePool()], { system: { count: 3, min: 3 } })).toEqual([]);
    expect(found("AZ-AKS-02", [azurePool()], { system: { count: 3, min: 4 } })).toEqual([`${PATH}.system.min 4/3`]);
  });
});

describe("AZ-CRG-02, what is reserved and scales", () => {
  const pool = (min: number, kind = "capacityReservation") => {
    const create = kind === "capacityReservation" ? { create: { acceptCharges: true } } : {};
    return [azurePool({ count: 8, capacity: { kind, ...create }, autoscale: { min } })];
  };

  test("has nothing to save: a warning, and no rule that refuses it", () => {
    expect(found("AZ-CRG-02", pool(8))).toEqual([]);
    expect(found("AZ-CRG-02", pool(7))).toEqual([`warning ${PATH}.pools.h100.autoscale 7/8`]);
    expect(found("AZ-CRG-02", pool(0, "onDemand"))).toEqual([]);
    expect(found("AZ-AKS-02", pool(0))).toEqual([]);
  });
});

describe("AZ-AKS-09, versions that come by themselves", () => {
  const channel = (name: string, scheduler: Raw = {}) =>
    found("AZ-AKS-09", [azurePool()], { upgrades: { channel: name }, ...scheduler });

  test.each(["stable", "rapid"])("%s goes with no version of the program's", (name) => {
    expect(channel(name)).toEqual([]);
    for (const pinned of ["1.34", "1.34.2"])
      expect(channel(name, version(pinned))).toEqual([`${PATH}.upgrades.channel ${name}/patch`]);
  });

  test.each(["patch", "none"])("%s goes with any", (name) => {
    expect(channel(name, version("1.34"))).toEqual([]);
  });
});

describe("AZ-AKS-03, images and drivers", () => {
  const machine = "Standard_ND128isr_NDR_GB200_v6";

  test("GB200 needs Kubernetes 1.35, at which Ubuntu becomes 24.04, or that image by name", () => {
    expect(found("AZ-AKS-03", [azurePool({ machine })], version("1.35"))).toEqual([]);
    expect(found("AZ-AKS-03", [azurePool({ machine })], version("1.34"))).toEqual([
      `${PATH}.pools.h100.osSku 1.34/1.35`,
    ]);
    expect(found("AZ-AKS-03", [azurePool({ machine })])).toEqual([`${PATH}.pools.h100.osSku AKS's default/1.35`]);
    expect(found("AZ-AKS-03", [azurePool({ machine, osSku: "Ubuntu2404" })], version("1.34"))).toEqual([]);
    expect(found("AZ-AKS-03", [azurePool({ machine, osSku: "AzureLinux3" })], version("1.35"))).toEqual([
      `${PATH}.pools.h100.osSku AzureLinux3/Ubuntu2404`,
    ]);
  });

  test("H100 runs any image, with any driver", () => {
    expect(found("AZ-AKS-03", [azurePool({ osSku: "AzureLinux3", gpuDriver: "None" })])).toEqual([]);
    expect(found("AZ-AKS-03", [azurePool({ gpuDriver: "Install" })])).toEqual([]);
  });

  test.each(["Standard_ND96isr_MI300X_v5", "Standard_ND128isr_GB300_v6"])("AKS has no driver for %s", (size) => {
    expect(found("AZ-AKS-03", [azurePool({ machine: size, gpuDriver: "None" })], version("1.35"))).toEqual([]);
    expect(found("AZ-AKS-03", [azurePool({ machine: size, gpuDriver: "Install" })], version("1.35"))).toEqual([
      `${PATH}.pools.h100.gpuDriver Install/None`,
    ]);
  });
});

describe("AZ-AKS-04, the InfiniBand feature", () => {
  const gb300 = azurePool({ name: "gb300", machine: "Standard_ND128isr_GB300_v6" });

  test("is asked for where nobody is said to see to it, and for GB300 its absence", () => {
    expect(check("AZ-AKS-04", azure([azurePool()]))[0]?.hint).toMatch(/^run az feature register /);
    expect(check("AZ-AKS-04", azure([gb300]))[0]?.hint).toMatch(/^run az feature unregister /);
    expect(found("AZ-AKS-04", [azurePool()])).toEqual(["warning sites.iris.infiniband Standard_ND96isr_H100_v5/-"]);
    for (const infiniband of ["register", "external"]) {
      expect(found("AZ-AKS-04", [azurePool()], {}, { infiniband })).toEqual([]);
    }
  });

  test("cannot be both, and has one owner in a subscription", () => {
    const both = [azurePool(), gb300];
    expect(found("AZ-AKS-04", both)).toEqual([
      "warning sites.iris.infiniband Standard_ND96isr_H100_v5, Standard_ND128isr_GB300_v6/-",
    ]);
    expect(found("AZ-AKS-04", both, {}, { infiniband: "register" })).toEqual([
      "sites.iris.infiniband Standard_ND96isr_H100_v5, Standard_ND128isr_GB300_v6/-",
    ]);
    const one = (name: string, subscription: string) =>
      azureSite({
        name,
        subscription,
        infiniband: "register",
        clusters: [cluster([azurePool()], { network: azureNetwork() })],
      });
    const [a, b] = ["00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"];
    expect(check("AZ-AKS-04", fleetOf(one("x", a), one("y", b)))).toEqual([]);
    expect(brief(check("AZ-AKS-04", fleetOf(one("x", a), one("y", a.toUpperCase()))))).toEqual([
      `sites.y.infiniband ${a.toUpperCase()}/-`,
    ]);
  });
});

describe("AZ-AKS-05, surge", () => {
  const pods = (prefix: number) => ({ network: azureNetwork({ pods: `10.128.0.0/${prefix}` }) });

  test("is a tenth of each node pool, rounded up, and none with a reservation", () => {
    // A /12 has 2^12 = 4,096 of /24. 1,500 machines are two node pools: 100 + 50; 2,217 more: 100 + 100 + 22; 4 of the system.
    const big = [azurePool({ count: 1500 }), azurePool({ name: "b", count: 2220 })];
    expect(found("AZ-AKS-05", big, pods(12))).toEqual([]);
    expect(found("AZ-AKS-05", [big[0] ?? {}, azurePool({ name: "b", count: 2221 })], pods(12))).toEqual([
      `${PATH}.network.pods 4098/4096`,
    ]);
    const capacity = { kind: "capacityReservation", create: { acceptCharges: true } };
    expect(found("AZ-AKS-05", [azurePool({ count: 252, capacity })], pods(16))).toEqual([]);
    expect(found("AZ-AKS-05", [azurePool({ count: 253, capacity })], pods(16))).toEqual([
      `${PATH}.network.pods 257/256`,
    ]);
  });

  test("leaves an address to a private API server, unless it has a subnet", () => {
    // A /28 has 16 = 5 machines + 1 + 3 + 1 + 1 of the API server + 5.
    const nodes = { nodes: "10.0.0.0/28" };
    const six = [azurePool({ count: 6 })];
    expect(found("AZ-AKS-05", [azurePool({ count: 5 })], { network: azureNetwork(nodes) })).toEqual([]);
    expect(found("AZ-AKS-05", six, { network: azureNetwork(nodes) })).toEqual([`${PATH}.network.nodes 17/16`]);
    expect(found("AZ-AKS-05", six, { network: azureNetwork({ ...nodes, apiServer: "10.0.1.0/28" }) })).toEqual([]);
  });
});

describe("AZ-AKS-06, the service range", () => {
  const services = (range: string) => ({ network: azureNetwork({ services: range }) });

  test("is smaller than a /12, and has a tenth address after the first", () => {
    expect(found("AZ-AKS-06", [azurePool()], services("172.16.0.0/13"))).toEqual([]);
    expect(found("AZ-AKS-06", [azurePool()], services("172.16.0.0/12"))).toEqual([`${PATH}.network.services /12//13`]);
    expect(found("AZ-AKS-06", [azurePool()], services("172.16.0.0/28"))).toEqual([]);
    expect(found("AZ-AKS-06", [azurePool()], services("172.16.0.0/29"))).toEqual([`${PATH}.network.services /29//28`]);
  });
});

describe("AZ-NODES", () => {
  test("takes a hundred node pools, the system's among them", () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => azurePool({ name: `p${index}` }));
    expect(found("AZ-NODES", many(99))).toEqual([]);
    expect(found("AZ-NODES", many(100))).toEqual([`warning ${PATH}.pools 101/100`]);
  });

  test("counts the system's machines", () => {
    expect(found("AZ-NODES", [azurePool({ count: 4990 })], { system: { count: 10 } })).toEqual([]);
    expect(found("AZ-NODES", [azurePool({ count: 4990 })], { system: { count: 11 } })).toEqual([
      `${PATH}.pools 5001/5000`,
    ]);
  });
});

describe("AZ-CRG-01, capacity reservations", () => {
  const group = (subscription: string, name = "h100") =>
    `/subscriptions/${subscription}/resourceGroups/gpu/providers/Microsoft.Compute/capacityReservationGroups/${name}`;
  const own = group("00000000-0000-4000-8000-000000000000");
  const pool = (name: string, capacity: Raw) =>
    azurePool({ name, capacity: { kind: "capacityReservation", ...capacity } });

  test("exist or are made, and not both", () => {
    expect(found("AZ-CRG-01", [pool("a", { create: { acceptCharges: true } })])).toEqual([]);
    expect(found("AZ-CRG-01", [pool("a", {})])).toEqual([`${PATH}.pools.a.capacity neither/-`]);
    expect(found("AZ-CRG-01", [pool("a", { groupId: own, create: { acceptCharges: true } })])).toEqual([
      `${PATH}.pools.a.capacity both/-`,
    ]);
  });

  test("have a zone for every pool of a group, or for none", () => {
    const at = (zone: string | undefined) =>
      pool("b", { groupId: own.toUpperCase(), ...(zone === undefined ? {} : { zone }) });
    expect(found("AZ-CRG-01", [pool("a", { groupId: own, zone: "1" }), at("2")])).toEqual([]);
    expect(found("AZ-CRG-01", [pool("a", { groupId: own, zone: "1" }), at(undefined)])).toEqual([
      `${PATH}.pools.b.capacity.zone none/1`,
    ]);
  });

  test("of another subscription need its owner, unless he gives the role", () => {
    const [theirs, ours] = ["11111111-0000-4000-8000-000000000000", "00000000-0000-4000-8000-000000000000"];
    expect(found("AZ-CRG-01", [pool("a", { groupId: group(theirs), grant: "external" })])).toEqual([]);
    expect(found("AZ-CRG-01", [pool("a", { groupId: group(theirs) })])).toEqual([
      `warning ${PATH}.pools.a.capacity.groupId ${theirs}/${ours}`,
    ]);
  });
});

describe("NAME-1 and NAME-2, node pools and groups", () => {
  test("a pool may not have the name of a large pool's further node pool", () => {
    const large = (count: number) => [azurePool({ count }), azurePool({ name: "h100x2" })];
    expect(found("NAME-1", large(1000))).toEqual([]);
    expect(found("NAME-1", large(1001))).toEqual([`${PATH}.pools.h100x2 h100x2/-`]);
  });

  test("a reservation group that is made has a name of at most 64 characters", () => {
    // "iris-" + name + "-h100" = 64
    const made = (length: number) =>
      fleetOf(
        azureSite({
          clusters: [
            {
              ...cluster([azurePool({ capacity: { kind: "capacityReservation", create: { acceptCharges: true } } })], {
                network: azureNetwork(),
              }),
              name: "c".repeat(length),
            },
          ],
        }),
      );
    expect(check("NAME-2", made(54))).toEqual([]);
    expect(brief(check("NAME-2", made(55)))).toEqual([`sites.iris.clusters.${"c".repeat(55)}.pools.h100 65/64`]);
  });
});

describe("AZ-AKS-05, what an upgrade adds", () => {
  // A /20 holds 16 overlays of a /24: 12 machines, three of the system and its one more.
  const network = azureNetwork({ pods: "10.128.0.0/20" });

  test("is nothing for spot machines, and a tenth for those on demand", () => {
    const pool = (capacity: Raw, count = 12) =>
      brief(check("AZ-AKS-05", azure([azurePool({ count, capacity })], { network })));
    expect(pool({ kind: "spot" })).toEqual([]);
    expect(pool({ kind: "spot" }, 13)).toEqual([`${PATH}.network.pods 17/16`]);
    expect(pool({ kind: "onDemand" })).toEqual([`${PATH}.network.pods 18/16`]);
  });
});

test("AZ-CRG-01: the id of a reservation is answered with that of its group", () => {
  const group =
    "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/gpu/providers/Microsoft.Compute/capacityReservationGroups/h100";
  const capacity = { kind: "capacityReservation", groupId: `${group}/capacityReservations/r1` };
  expect(check("AZ-CRG-01", azure([azurePool({ capacity })]))[0]?.hint).toBe(`write that of its group, ${group}`);
});

describe("AZ-VER-01, what needs a later provider", () => {
  const named = (osSku: string) => found("AZ-VER-01", [azurePool(), azurePool({ name: "b", osSku })]);

  test("is noted at the option, with what the stack then asks for", () => {
    expect(named("Ubuntu")).toEqual([]);
    expect(named("Ubuntu2404")).toEqual([`note ${PATH}.pools.b.osSku 4.67.0/-`]);
    const pools = [azurePool({ osSku: "Ubuntu2404" })];
    expect(check("AZ-VER-01", azure(pools))[0]?.message).toContain("this stack asks for >= 4.67.0, < 5");
  });
});

import { planCables } from "../../../constructs/owned/fabric/cables";
import { switchesOf } from "../../../constructs/owned/fabric/switches";
import { eachHostLink, linkCount } from "../../../constructs/owned/fabric/wiring";
import { inARow, planOf } from "./support";

const storage = { switch: "sn5600", linkGbps: 400 } as const;

describe("the storage network", () => {
  // 128 ports: 64 hosts a pair of leaves. 100 hosts: two pairs; 40 other links, 20 places: a pair of their own.
  const plan = planOf(100, { storage: { ...storage, otherLinks: 40 } });
  const network = plan.storage;

  test("has a group of leaves for so many hosts as their ports take, and groups of their own for other devices", () => {
    // 6 leaves x 64 uplinks / 128 = 3 spines at least; 4 is the next that divides 64.
    expect(network?.wiring).toMatchObject({ unitHosts: [20, 64, 36], leaves: 6, spines: 4 });
    expect(network?.wiring.clos.tiers).toBe(2);
  });

  test("has each host's links on different leaves", () => {
    const leaves = new Map<number, number[]>();
    if (network !== undefined) {
      eachHostLink(network.wiring, (host, _, leaf) => leaves.set(host, [...(leaves.get(host) ?? []), leaf]));
    }
    expect([...leaves.values()].every((each) => new Set(each).size === 2)).toBe(true);
    expect(leaves.size).toBe(120);
  });

  test("is cabled too: 200 links of hosts and 40 others, of which nobody knows where they end", () => {
    if (network === undefined) throw new Error("there is no storage network");
    const { cables } = planCables(network, inARow(10, 30));
    expect(cables.map(({ tier, lengthM, links }) => [tier, lengthM, links])).toEqual([
      ["hostLeaf", 15, 200],
      ["hostLeaf", undefined, 40],
      ["leafSpine", 25, 384],
    ]);
  });

  // 27,500 hosts x 2 links on leaves of 96 hosts (3 to 1: 32 up): 287 pairs of leaves; three tiers.
  test("takes three tiers where two do not do", () => {
    const large = planOf(27_500, {
      technology: "spectrumX",
      switch: "sn5600",
      scalableUnitHosts: 64,
      storage: { ...storage, oversubscription: 3 },
    });
    expect(large.storage?.wiring).toMatchObject({ leaves: 574 });
    expect(large.storage?.wiring.clos).toMatchObject({ tiers: 3, uplinks: 32, unitHosts: 96 });
    expect(large.storage === undefined ? 0 : linkCount(large.storage.wiring, "hostLeaf")).toBe(55_000);
  });
});

describe("the out-of-band network", () => {
  const management = { switch: "sn2201", spineSwitch: "sn4600c" } as const;

  // 127 hosts + 32 leaves + 16 spines + 2 borders + 20 others = 197 ports: 5 switches of 48; 10 uplinks to a pair.
  test("has a port for each host, switch and other device, and a pair above", () => {
    const plan = planOf(127, {
      managerLinks: 4,
      management: { ...management, otherPorts: 20 },
      wan: { switch: "sn5600", entrances: [{ name: "a", carrier: "A", route: "r", room: "m", gbps: 400 }] },
    });
    expect(plan.management).toMatchObject({
      ports: { hosts: 127, switches: 50, others: 20 },
      leaves: 5,
      uplinkGbps: 100,
      levels: [{ switches: 2, downlinks: 10 }],
    });
  });

  // 6,016 ports: 126 switches; more than 64, so pairs of 62 below a pair: 3 pairs, 252 links, then 6 x 2.
  test("has pairs above pairs until one is left", () => {
    const plan = planOf(4, { management: { ...management, otherPorts: 6000 } });
    expect(plan.management).toMatchObject({
      ports: { hosts: 4, switches: 12 },
      leaves: 126,
      levels: [
        { switches: 6, downlinks: 252 },
        { switches: 2, downlinks: 12 },
      ],
    });
  });
});

describe("the switches that want places", () => {
  test("with how many of them belong together, their power with modules, height and weight", () => {
    const plan = planOf(127, {
      managerLinks: 4,
      storage: { switch: "sn5600", linkGbps: 400 },
      management: { switch: "sn2201" },
      wan: { switch: "sn5600", entrances: [{ name: "a", carrier: "A", route: "r", room: "m", gbps: 400 }] },
    });
    expect(
      switchesOf(plan).map(({ role, type, count, near, perGroup }) => [role, type, count, near, perGroup]),
    ).toEqual([
      ["leaf", "qm9700", 32, "unit", 8],
      ["spine", "qm9700", 16, "fabric", 16],
      // Two pairs of leaves: 4 x 64 / 128 = 2 spines.
      ["storageLeaf", "sn5600", 4, "unit", 2],
      ["storageSpine", "sn5600", 2, "fabric", 2],
      // 127 hosts + 48 + 6 + 2 switches = 183 ports.
      ["managementLeaf", "sn2201", 4, "fabric", 4],
      ["managementSpine", "sn2201", 2, "fabric", 2],
      ["border", "sn5600", 2, "fabric", 2],
    ]);
    // 0.747 kW and 32 modules of 17 W.
    expect(switchesOf(plan)[0]).toMatchObject({ powerKW: 1.291, rackUnits: 1, weightKg: 14.8 });
  });

  test("of all planes and pods", () => {
    const more = {
      planes: 2,
      technology: "spectrumX",
      switch: "sn5600",
      linkGbps: 400,
      scalableUnitHosts: 64,
    } as const;
    const counts = switchesOf(planOf(1024, more, "dgx-b300")).map(({ role, count, near, perGroup }) => [
      role,
      count,
      near,
      perGroup,
    ]);
    expect(counts).toEqual([
      ["leaf", 256, "unit", 8],
      ["spine", 128, "fabric", 64],
    ]);
  });
});

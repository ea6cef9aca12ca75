import { brief, check, fleetOf, hardwarePool, ownedSite, type Raw, underPolicy } from "./support";

const site = "sites.abilene";
const path = `${site}.fabrics.compute`;

/** 128 DGX H100 in four units of 32 on Quantum-2: 32 leaves and 16 spines. */
const fabric = (more: Raw = {}): Raw => ({
  name: "compute",
  cluster: "train",
  technology: "infinibandNdr",
  switch: "qm9700",
  linkGbps: 400,
  scalableUnitHosts: 32,
  ...more,
});

const pool = (more: Raw = {}): Raw => hardwarePool({ count: 128, capacity: { kind: "owned" }, ...more });

const siteOf = (fabrics: readonly Raw[], pools: readonly Raw[] = [pool()], more: Raw = {}): Raw =>
  fleetOf(ownedSite({ clusters: [{ name: "train", pools }], fabrics, ...more }));

const found = (id: string, more: Raw = {}, ...pools: readonly Raw[]): string[] =>
  brief(check(id, siteOf([fabric(more)], pools.length === 0 ? undefined : pools)));

describe("NET-1, ports", () => {
  const xdr = { technology: "infinibandXdr", switch: "q3400-ra", linkGbps: 800, scalableUnitHosts: 72 };

  test("two tiers take a leaf for each port of a spine, and no more", () => {
    // 8 units of 8 leaves: 64 leaves.
    expect(found("NET-1", { tiers: 2 }, pool({ count: 256 }))).toEqual([]);
    expect(found("NET-1", { tiers: 2 }, pool({ count: 257 }))).toEqual([`${path}.tiers 72/64`]);
  });

  test("three tiers take a pod for each port of a core, and no more", () => {
    // 64 pods of 4 units of 32.
    expect(found("NET-1", { designFor: { hosts: 8192 } })).toEqual([]);
    expect(found("NET-1", { designFor: { hosts: 8193 } })).toEqual([`${path}.designFor.hosts 65/64`]);
    expect(found("NET-1", {}, pool({ count: 8193 }))).toEqual([`${path}.switch 65/64`]);
  });

  test("a pod holds the units whose leaves a spine has ports for", () => {
    expect(found("NET-1", { tiers: 3, unitsPerPod: 4 })).toEqual([]);
    expect(found("NET-1", { tiers: 3, unitsPerPod: 5 })).toEqual([`${path}.unitsPerPod 5/4`]);
    expect(found("NET-1", { tiers: 3, rails: 32 })).toEqual([]);
    expect(found("NET-1", { tiers: 3, rails: 33 })).toEqual([`${path}.rails 33/32`]);
  });

  test("a leaf has a port left for a host", () => {
    expect(found("NET-1", { uplinksPerLeaf: 62, scalableUnitHosts: 2 }, pool({ count: 2 }))).toEqual([]);
    expect(found("NET-1", { uplinksPerLeaf: 64, scalableUnitHosts: 2 })).toEqual([`${path}.uplinksPerLeaf 64/63`]);
  });

  test("uplinks fill whole cages", () => {
    expect(found("NET-1", { uplinksPerLeaf: 16 })).toEqual([]);
    expect(found("NET-1", { uplinksPerLeaf: 17 })).toEqual([`${path}.uplinksPerLeaf 17/2`]);
  });

  test("a cage is split as it can be, and a switch has the ports of its cages", () => {
    expect(found("NET-1", { linksPerCage: 2, portsPerSwitch: 64 })).toEqual([]);
    expect(found("NET-1", { linksPerCage: 3 })).toContain(`${path}.linksPerCage 3/2`);
    expect(found("NET-1", { portsPerSwitch: 65 })).toEqual([`${path}.portsPerSwitch 65/64`]);
    expect(found("NET-1", { ...xdr, portsPerSwitch: 144 })).toEqual([]);
    expect(found("NET-1", { ...xdr, portsPerSwitch: 145 })).toEqual([`${path}.portsPerSwitch 145/144`]);
    expect(found("NET-1", { linkGbps: 800 })).toEqual([`${path}.linkGbps 800/-`]);
  });

  test("managers leave a host place in the first unit", () => {
    // 31 places of 8 links.
    expect(found("NET-1", { managerLinks: 248 })).toEqual([]);
    expect(found("NET-1", { managerLinks: 249 })).toEqual([`${path}.managerLinks 249/248`]);
  });

  test("takes a switch that the catalogue does not know by the ports that are stated", () => {
    expect(found("NET-1", { switch: "own-switch", portsPerSwitch: 64, linksPerCage: 1 })).toEqual([]);
  });
});

describe("NET-2, counts", () => {
  test("are those of the published table, neither more nor fewer", () => {
    expect(found("NET-2", { stated: { leaves: 32, spines: 16, cores: 0 } })).toEqual([]);
    expect(found("NET-2", { stated: { leaves: 33, spines: 15, cores: 1 } })).toEqual([
      `${path}.stated.cores 1/0`,
      `${path}.stated.leaves 33/32`,
      `${path}.stated.spines 15/16`,
    ]);
  });

  test("hosts of a leaf keep to the oversubscription", () => {
    expect(found("NET-2", { uplinksPerLeaf: 32 })).toEqual([]);
    expect(found("NET-2", { uplinksPerLeaf: 16, oversubscription: 2 })).toEqual([]);
    // 32 / 14 = 2.286
    expect(found("NET-2", { uplinksPerLeaf: 14, oversubscription: 2 })).toEqual([`${path}.uplinksPerLeaf 2.286/2`]);
  });

  // 12 leaves of 20 uplinks on 32 ports of a spine: 8 spines have the ports, and 10 is the next that divides 20: 1.25 times. Cores:
  // 8 x 32 / 64 = 4, and 10 spines take 5. With 11 leaves 7 have the ports: 7 x 1.25 = 8.75.
  test("warns where equal links take many more switches than have the ports", () => {
    const one = { rails: 1, tiers: 3, uplinksPerLeaf: 20, scalableUnitHosts: 20 };
    expect(found("NET-2", { ...one, designFor: { hosts: 240 } })).toEqual([]);
    const warned = found("NET-2", { ...one, designFor: { hosts: 220 } });
    expect(warned).toContain(`warning ${path}.unitsPerPod 10/8.75`);
    // 10 / 7 = 1.4286
    const under = (mostOverBound: number) =>
      brief(check("NET-2", underPolicy(siteOf([fabric({ ...one, designFor: { hosts: 220 } })]), { mostOverBound })));
    expect(under(1.43)).toEqual([]);
    expect(under(1.42)).toHaveLength(1);
  });
});

describe("NET-3, rails", () => {
  test("a leaf takes the hosts that its uplinks leave ports for", () => {
    expect(found("NET-3", { scalableUnitHosts: 32 })).toEqual([]);
    expect(found("NET-3", { scalableUnitHosts: 33 })).toEqual([`${path}.scalableUnitHosts 33/32`]);
    expect(found("NET-3", { scalableUnitHosts: 48, oversubscription: 3 })).toEqual([]);
    expect(found("NET-3", { scalableUnitHosts: 49, oversubscription: 3 })).toEqual([`${path}.scalableUnitHosts 49/48`]);
  });

  test("a rail is a NIC", () => {
    expect(found("NET-3", { rails: 8 })).toEqual([]);
    expect(found("NET-3", { rails: 9 })).toEqual([`${path}.rails 9/8`]);
    expect(found("NET-3", { rails: 7 })).toEqual([`warning ${path}.rails 7/8`]);
  });

  test("all hosts have the same rails", () => {
    const trays = pool({ name: "nvl", machine: "gb200-nvl72", count: 1 });
    expect(found("NET-3", {}, pool(), pool({ name: "more" }))).toEqual([]);
    expect(found("NET-3", { scalableUnitHosts: 18 }, pool(), trays)).toEqual([`${path}.rails 4/-`]);
    expect(found("NET-3", { scalableUnitHosts: 18, pools: ["nvl"] }, pool(), trays)).toEqual([]);
  });

  test("an NVLink domain lies in one unit", () => {
    const racks = pool({ machine: "gb200-nvl72", count: 8 });
    expect(found("NET-3", { scalableUnitHosts: 18 }, racks)).toEqual([]);
    expect(found("NET-3", { scalableUnitHosts: 19 }, racks)).toEqual([`warning ${path}.scalableUnitHosts 19/18`]);
    expect(found("NET-3", { scalableUnitHosts: 20, nvlinkDomainHosts: 10 }, racks)).toEqual([]);
  });
});

describe("NET-4, cables", () => {
  const racks = (metres: number) => ({
    switchRacks: [
      { name: "n1", role: "leaf", xM: 0, yM: 0 },
      { name: "n2", role: "spine", xM: metres, yM: 0 },
    ],
  });

  // Two drops of 1 m and 2 m of slack: 4 m more than the way.
  test("reach as far as their medium", () => {
    expect(found("NET-4", racks(1996))).toEqual([]);
    expect(found("NET-4", racks(1997))).toEqual([`${path}.cabling 2001/2000`]);
    const multimode = { cabling: { leafSpineMedia: ["multimode"] } };
    expect(found("NET-4", { ...racks(46), ...multimode })).toEqual([]);
    expect(found("NET-4", { ...racks(47), ...multimode })).toEqual([`${path}.cabling 51/50`]);
    // Two panels of 2 m each.
    const panels = { cabling: { leafSpineMedia: ["multimode"], panelsPerLink: 2 } };
    expect(found("NET-4", { ...racks(42), ...panels })).toEqual([]);
    expect(found("NET-4", { ...racks(43), ...panels })).toEqual([`${path}.cabling 51/50`]);
  });

  test("pass two patch panels and no more", () => {
    expect(found("NET-4", { cabling: { panelsPerLink: 2 } })).toEqual([]);
    expect(found("NET-4", { cabling: { panelsPerLink: 3 } })).toEqual([`${path}.cabling.panelsPerLink 3/2`]);
  });

  test("reach when their drops and slack alone leave something of it", () => {
    const media = { hostLeafMedia: ["multimode"], verticalDropM: 10, withinRackM: 100 };
    expect(found("NET-4", { cabling: { ...media, slackM: 30 } })).toEqual([]);
    expect(found("NET-4", { cabling: { ...media, slackM: 31 } })).toEqual([`${path}.cabling 51/50`]);
  });

  test("are of a kind that there is at their speed", () => {
    const b300 = pool({ machine: "dgx-b300" });
    const xdr = { technology: "infinibandXdr", switch: "q3400-ra", linkGbps: 800, scalableUnitHosts: 72 };
    expect(found("NET-4", { ...xdr, cabling: { hostLeafMedia: ["singleMode"] } }, b300)).toEqual([]);
    expect(found("NET-4", { ...xdr, cabling: { hostLeafMedia: ["dac", "multimode"] } }, b300)).toEqual([
      `${path}.cabling.hostLeafMedia dac/-`,
      `${path}.cabling.hostLeafMedia multimode/-`,
    ]);
    expect(found("NET-4", { cabling: { hostLeafMedia: ["lacc"] } })).toEqual([`${path}.cabling.hostLeafMedia lacc/-`]);
    expect(found("NET-4", { cabling: { hostLeafMedia: ["lacc"] } }, pool({ machine: "hgx-h100" }))).toEqual([]);
  });
});

describe("NET-5, ends", () => {
  test("are of one technology", () => {
    expect(found("NET-5")).toEqual([]);
    expect(found("NET-5", { technology: "roce" })).toEqual([`${path}.switch qm9700/-`]);
    expect(found("NET-5", { technology: "infinibandXdr" })).toEqual([`${path}.switch qm9700/-`]);
  });

  test("have lanes of one speed", () => {
    const xdr = { technology: "infinibandXdr", switch: "q3400-ra", linkGbps: 800 };
    expect(found("NET-5", xdr, pool({ machine: "dgx-b300" }))).toEqual([]);
    expect(found("NET-5", xdr)).toEqual([`${path}.linkGbps 800/400`, `${path}.technology 200/100`]);
  });

  test("run at one speed, over all planes", () => {
    const spectrum = { technology: "spectrumX", switch: "sn5600" };
    const b300 = pool({ machine: "dgx-b300" });
    expect(found("NET-5", { ...spectrum, planes: 2 }, b300)).toEqual([]);
    expect(found("NET-5", { ...spectrum, planes: 3 }, b300)).toEqual([`${path}.planes 1200/800`]);
    expect(found("NET-5", spectrum, b300)).toEqual([`warning ${path}.linkGbps 400/800`]);
  });
});

describe("NET-6, the end state", () => {
  test("takes the hosts there are, and no more", () => {
    expect(found("NET-6", { designFor: { hosts: 128 } })).toEqual([]);
    expect(found("NET-6", { designFor: { hosts: 127 } })).toEqual([`${path}.designFor.hosts 128/127`]);
    // 8 racks of 18 hosts.
    const racks = pool({ machine: "gb200-nvl72", count: 8 });
    expect(found("NET-6", { designFor: { hosts: 144 } }, racks)).toEqual([]);
    expect(found("NET-6", { designFor: { hosts: 143 } }, racks)).toEqual([`${path}.designFor.hosts 144/143`]);
  });
});

describe("NET-7, ways into the site", () => {
  const way = (name: string, more: Raw = {}) => ({
    name,
    carrier: `c-${name}`,
    route: `r-${name}`,
    room: `m-${name}`,
    gbps: 400,
    ...more,
  });
  const wan = (entrances: readonly Raw[], more: Raw = {}) => ({ wan: { switch: "sn5600", entrances, ...more } });

  test("are two that share nothing", () => {
    expect(found("NET-7", wan([way("a"), way("b")]))).toEqual([]);
    expect(found("NET-7", wan([way("a")]))).toEqual([`${path}.wan.entrances 1/2`]);
    expect(found("NET-7", wan([way("a"), way("b", { carrier: "C-A" })]))).toEqual([`${path}.wan.entrances 1/2`]);
    expect(found("NET-7", wan([way("a"), way("b", { room: "m-a" })]))).toEqual([`${path}.wan.entrances 1/2`]);
    expect(found("NET-7", wan([way("a"), way("b", { route: "r-a" }), way("c")]))).toEqual([]);
  });

  test("are as many as the policy wants, any two of them diverse", () => {
    const of = (leastEntrances: number, entrances: readonly Raw[], more: Raw = {}) =>
      brief(
        check(
          "NET-7",
          underPolicy(siteOf([fabric(wan(entrances, { borderSwitches: 3, ...more }))]), { leastEntrances }),
        ),
      );
    const [a, b, c] = [way("a"), way("b"), way("c")];
    expect(of(3, [a, b, c])).toEqual([]);
    expect(of(3, [a, b])).toEqual([`${path}.wan.entrances 2/3`]);
    // d shares something with each of a, b and c: with it, or without it, three are diverse.
    const d = way("d", { carrier: "c-a", route: "r-b", room: "m-c" });
    expect(of(3, [d, a, b, c])).toEqual([]);
    expect(of(3, [d, a, b])).toEqual([`${path}.wan.entrances 2/3`]);
    expect(of(1, [a])).toEqual([]);
    expect(of(3, [a, b, c], { borderSwitches: 2 })).toEqual([`${path}.wan.borderSwitches 2/3`]);
  });

  test("end at two border switches", () => {
    const one = { borderSwitches: 1 };
    expect(found("NET-7", wan([way("a"), way("b")], one))).toEqual([`${path}.wan.borderSwitches 1/2`]);
  });
});

describe("NET-8, what a fabric refers to", () => {
  test("its cluster and pools are there", () => {
    expect(found("NET-8", { pools: ["h100"] })).toEqual([]);
    expect(found("NET-8", { cluster: "tran" })).toEqual([`${path}.cluster tran/-`]);
    expect(found("NET-8", { pools: ["h200"] })).toEqual([`${path}.pools[0] h200/-`]);
  });

  test("a pool is joined by one fabric", () => {
    const two = [fabric(), fabric({ name: "second" })];
    expect(brief(check("NET-8", siteOf(two)))).toEqual([`${site}.fabrics.second.cluster h100/-`]);
    const apart = [fabric({ pools: ["h100"] }), fabric({ name: "second", pools: ["more"] })];
    expect(brief(check("NET-8", siteOf(apart, [pool(), pool({ name: "more" })])))).toEqual([]);
  });

  test("its switches are known, or described", () => {
    expect(found("NET-8", { switch: "qm9770" })).toEqual([`${path}.switch qm9770/-`]);
    expect(found("NET-8", { switch: "own-switch", portsPerSwitch: 64 })).toEqual([]);
    expect(found("NET-8", { storage: { switch: "sn560", linkGbps: 400 } })).toEqual([`${path}.storage.switch sn560/-`]);
    expect(found("NET-8", { management: { switch: "sn2201", spineSwitch: "x" } })).toEqual([
      `${path}.management.spineSwitch x/-`,
    ]);
  });

  test("racks hold switches that there are, each once", () => {
    const rack = (switches: string, more: Raw = {}) => ({ name: "n1", role: "spine", switches, xM: 0, yM: 0, ...more });
    const racks = `${path}.switchRacks`;
    expect(found("NET-8", { switchRacks: [rack("1-16")] })).toEqual([]);
    expect(found("NET-8", { switchRacks: [rack("1-17")] })).toEqual([`${racks}.n1.switches 17/16`]);
    expect(found("NET-8", { switchRacks: [rack("1-8"), rack("8-16", { name: "n2" })] })).toEqual([
      `${racks}.n2.switches 8/-`,
    ]);
    expect(found("NET-8", { switchRacks: [rack("1", { role: "core" })] })).toEqual([`${racks}.n1.switches 1/0`]);
    expect(found("NET-8", { switchRacks: [rack("1", { hall: "h9" })] })).toEqual([`${racks}.n1.hall h9/-`]);
    expect(found("NET-8", { switchRacks: [rack("1"), rack("2")] })).toEqual([`${racks} n1 for spine/-`]);
  });

  test("its name is its own", () => {
    const two = [fabric({ pools: ["h100"] }), fabric({ pools: ["more"] })];
    expect(brief(check("NET-8", siteOf(two, [pool(), pool({ name: "more" })])))).toEqual([`${path}[1] compute/-`]);
  });
});

describe("NET-9, storage and management", () => {
  test("a host has two links to its storage", () => {
    const storage = { switch: "sn5600", linkGbps: 400 };
    expect(found("NET-9", { storage })).toEqual([]);
    expect(found("NET-9", { storage: { ...storage, linksPerHost: 1 } })).toEqual([
      `warning ${path}.storage.linksPerHost 1/2`,
    ]);
    expect(found("NET-9", { storage: { ...storage, linkGbps: 1600 } })).toEqual([`${path}.storage.linkGbps 1600/-`]);
  });

  // 64 ports of 100: a group of 2 leaves takes 32 hosts; 16 groups a pod; 64 pods: 32,768 hosts.
  test("storage switches join the pods that they have ports for", () => {
    const storage = { storage: { switch: "sn4600c", linkGbps: 100 } };
    expect(found("NET-9", { ...storage, designFor: { hosts: 32_768 }, tiers: 3, portsPerSwitch: 64 })).toEqual([]);
    expect(found("NET-9", { ...storage, designFor: { hosts: 32_769 } })).toEqual([`${path}.storage.switch 65/64`]);
  });

  test("a management switch has the uplinks, and what is above it the ports", () => {
    const management = (more: Raw) => ({ management: { switch: "sn2201", ...more } });
    expect(found("NET-9", management({ uplinks: 4, spineSwitch: "sn4600c" }))).toEqual([]);
    expect(found("NET-9", management({ uplinks: 5, spineSwitch: "sn4600c" }))).toEqual([
      `${path}.management.uplinks 5/4`,
    ]);
    // 128 hosts and 48 switches: 176 of 192 ports; 16 others fill four switches, one more needs a fifth.
    expect(found("NET-9", management({ otherPorts: 16 }))).toEqual([]);
    expect(found("NET-9", management({ otherPorts: 17 }))).toEqual([`${path}.management.switch 5/4`]);
    expect(found("NET-9", { management: { switch: "qm9700" } })).toEqual([`${path}.management.switch qm9700/-`]);
  });
});

describe("a fabric that the counterparty operates", () => {
  test("has its engineering found wanting as a warning", () => {
    const spec = { tiers: 2 };
    const leased = {
      name: "colossus",
      tenure: "leased",
      location: { country: "US" },
      scope: "compute",
      lease: {
        landlord: "L",
        state: "binding",
        phases: [{ id: "p1", power: { valueMW: 9, meaning: "criticalIT", basis: "contract", source: "the lease" } }],
      },
      clusters: [{ name: "train", pools: [hardwarePool({ count: 257 })] }],
      fabrics: [fabric(spec)],
    };
    expect(brief(check("NET-1", fleetOf(leased)))).toEqual(["warning sites.colossus.fabrics.compute.tiers 72/64"]);
  });
});

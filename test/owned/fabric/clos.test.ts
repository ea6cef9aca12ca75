import { portBound, unitBound } from "../../../constructs/owned/fabric/bound";
import { type ClosInput, designClos } from "../../../constructs/owned/fabric/clos";
import { linkCount, wire } from "../../../constructs/owned/fabric/wiring";

function designed(input: ClosInput) {
  const result = designClos(input);
  if (!("clos" in result)) throw new Error(JSON.stringify(result.problems));
  return result.clos;
}

const links = (input: ClosInput) => {
  const wiring = wire(designed(input), input.hosts);
  return (["hostLeaf", "leafSpine", "spineCore"] as const).map((tier) => linkCount(wiring, tier));
};

/** [units, hosts, leaves, spines, cores, links of hosts, of leaves, of spines], of one plane. */
type Published = readonly [number, number, number, number, number, number, number, number];

const ndr = { ports: 64, rails: 8, unitHosts: 32, linksPerCage: 2 };

// NVIDIA DGX SuperPOD H100 reference architecture, network fabrics, table 4: cables of hosts and of the four UFM servers together.
const h100: readonly Published[] = [
  [1, 31, 8, 4, 0, 252, 256, 0],
  [2, 63, 16, 8, 0, 508, 512, 0],
  [3, 95, 24, 16, 0, 764, 768, 0],
  [4, 127, 32, 16, 0, 1020, 1024, 0],
];
// NVIDIA DGX SuperPOD B200 reference architecture, architecture, table 3.
const b200: readonly Published[] = [
  [2, 64, 16, 8, 0, 512, 512, 0],
  [4, 128, 32, 16, 0, 1024, 1024, 0],
  [8, 256, 64, 32, 0, 2048, 2048, 0],
  [16, 512, 128, 128, 64, 4096, 4096, 4096],
  [32, 1024, 256, 256, 128, 8192, 8192, 8192],
  [64, 2048, 512, 512, 256, 16384, 16384, 16384],
];
// NVIDIA DGX SuperPOD B300 reference architecture (Spectrum-X), architecture, table 3. It counts the switches of both planes, and one
// cable for the two links of a twin port: one in each plane.
const b300: readonly Published[] = [
  [1, 64, 16, 8, 0, 512, 512, 0],
  [2, 128, 32, 16, 0, 1024, 1024, 0],
  [4, 256, 64, 32, 0, 2048, 2048, 0],
  [8, 512, 128, 64, 0, 4096, 4096, 0],
  [16, 1024, 256, 128, 0, 8192, 8192, 0],
];
// NVIDIA DGX SuperPOD B300 XDR reference architecture, architecture, table 3.
const xdr: readonly Published[] = [
  [1, 72, 8, 4, 0, 576, 576, 0],
  [2, 144, 16, 8, 0, 1152, 1152, 0],
  [4, 288, 32, 18, 0, 2304, 2304, 0],
  [8, 576, 64, 36, 0, 4608, 4608, 0],
  [18, 1296, 144, 72, 0, 10368, 10368, 0],
];

describe("the published SuperPOD tables", () => {
  const counts = (input: ClosInput, planes = 1): readonly number[] => {
    const clos = designed(input);
    const { spines, cores } = unitBound(clos);
    expect([clos.spines, clos.cores]).toEqual([spines, cores]);
    return [clos.units, clos.hosts, clos.leaves * planes, clos.spines * planes, clos.cores * planes, ...links(input)];
  };

  test.each(h100)("H100, %i scalable units of 32 with a place for the managers", (...row) => {
    expect(counts({ ...ndr, hosts: row[1], managerLinks: 4 })).toEqual(row);
  });

  test.each(b200)("B200, %i scalable units of 32", (...row) => {
    expect(counts({ ...ndr, hosts: row[1] })).toEqual(row);
  });

  test.each(b300)("B300 on Spectrum-X, %i scalable units of 64 in two planes", (...row) => {
    expect(counts({ ports: 128, rails: 8, unitHosts: 64, linksPerCage: 2, hosts: row[1] }, 2)).toEqual(row);
  });

  test.each(xdr)("B300 on XDR, %i scalable units of 72", (...row) => {
    expect(counts({ ports: 144, rails: 8, unitHosts: 72, linksPerCage: 2, hosts: row[1] })).toEqual(row);
  });
});

describe("27,500 hosts with 8 rails, 128-port switches, units of 64 hosts", () => {
  const input: ClosInput = { hosts: 27_500, rails: 8, ports: 128, unitHosts: 64, linksPerCage: 2 };
  const clos = designed(input);

  test("430 units, the last with 44 hosts, 3,440 leaves in 54 pods of 8 units", () => {
    expect(clos).toMatchObject({ tiers: 3, units: 430, leaves: 3440, pods: 54, unitsPerPod: 8 });
    expect(wire(clos, 27_500).unitHosts.at(-1)).toBe(44);
  });

  test("bounds of 3,440 spines and 1,720 cores; by ports alone 3,438, 3,438 and 1,719", () => {
    expect(unitBound(clos)).toEqual({ leaves: 3440, spines: 3440, cores: 1720 });
    expect(portBound(clos)).toEqual({ leaves: 3438, spines: 3438, cores: 1719 });
  });

  // 54 pods of 64 spines; each core takes two links of one spine of every pod: 108 ports; 3,456 x 64 / 108 = 2,048.
  test("built evenly: 3,456 spines and 2,048 cores, two links a pair, 108 of 128 ports", () => {
    expect(clos).toMatchObject({ spines: 3456, cores: 2048, linksPerSpineCore: 2, spinesPerCore: 1 });
    expect(clos.pods * clos.linksPerSpineCore * clos.spinesPerCore).toBe(108);
  });

  test("220,000, 220,160 and 221,184 links", () => {
    expect(links(input)).toEqual([220_000, 220_160, 221_184]);
  });
});

describe("what two and three tiers take", () => {
  const kinds = (input: ClosInput) => {
    const result = designClos(input);
    return "clos" in result ? [] : result.problems.map(({ kind, observed, limit }) => [kind, observed, limit]);
  };
  // k = 8: a unit of 4 hosts, 2 rails; two tiers join 8 leaves = 4 units = 16 hosts; three tiers 8 pods of 2 units = 64 hosts.
  const small = { ports: 8, rails: 2, unitHosts: 4 };

  test("two tiers take k2/2 endpoints and no more; then three are taken by themselves", () => {
    expect(kinds({ ...small, hosts: 16, tiers: 2 })).toEqual([]);
    expect(kinds({ ...small, hosts: 17, tiers: 2 })).toEqual([["twoTiers", 10, 8]]);
    expect(designed({ ...small, hosts: 16 }).tiers).toBe(2);
    expect(designed({ ...small, hosts: 17 }).tiers).toBe(3);
  });

  test("three tiers take k3/4 endpoints and no more", () => {
    expect(kinds({ ...small, hosts: 64 })).toEqual([]);
    expect(kinds({ ...small, hosts: 65 })).toEqual([["cores", 9, 8]]);
  });

  test("a leaf takes the hosts of its unit and its uplinks, and no more", () => {
    expect(kinds({ ...small, unitHosts: 5, hosts: 10 })).toEqual([["unitHosts", 5, 4]]);
    expect(kinds({ ...small, unitHosts: 5, uplinks: 3, hosts: 10 })).toEqual([]);
    expect(kinds({ ...small, unitHosts: 5, uplinks: 4, hosts: 10 })).toEqual([["unitHosts", 5, 4]]);
    expect(kinds({ ...small, uplinks: 8, hosts: 10 })).toEqual([["uplinks", 8, 7]]);
  });

  test("a pod takes the units whose leaves a spine has ports for", () => {
    expect(kinds({ ...small, hosts: 64, unitsPerPod: 2 })).toEqual([]);
    expect(kinds({ ...small, hosts: 64, unitsPerPod: 3 })).toEqual([["unitsPerPod", 3, 2]]);
    expect(kinds({ ...small, rails: 5, hosts: 64 })).toEqual([["pod", 5, 4]]);
  });

  test("managers leave a host place in the first unit", () => {
    expect(kinds({ ...small, hosts: 16, managerLinks: 6 })).toEqual([]);
    expect(kinds({ ...small, hosts: 16, managerLinks: 7 })).toEqual([["managers", 7, 6]]);
  });

  // 3 to 1 with 64 ports: 16 up and 48 down.
  test("an oversubscribed leaf has fewer uplinks, and so fewer spines", () => {
    const clos = designed({ ports: 64, rails: 8, unitHosts: 48, hosts: 384, oversubscription: 3 });
    expect(clos).toMatchObject({ tiers: 2, leaves: 64, uplinks: 16, spines: 16, linksPerLeafSpine: 1 });
  });
});

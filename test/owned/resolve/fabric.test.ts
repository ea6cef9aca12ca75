import { addressText } from "../../../constructs/model/address";
import { planSite } from "../../../constructs/owned/allocation/plan-site";
import { countLinks, eachLink, type ResolvedLink } from "../../../constructs/owned/resolve/links";
import { addressesOf, resolveSite } from "../../../constructs/owned/resolve/resolve-site";
import type { Raw } from "../../rules/support";
import { cluster, context, hall, network, pool, site } from "../allocation/sites";

const fabric = (more: Raw = {}): Raw => ({
  name: "rail",
  cluster: "train",
  technology: "spectrumX",
  switch: "sn5600",
  linkGbps: 400,
  rails: 8,
  scalableUnitHosts: 32,
  designFor: { hosts: 128 },
  ...more,
});

const kept = { name: "net", positions: "r[1-8]-[11-12]", use: "network" };

const spec = (count: number, more: Raw = {}) => ({
  halls: [hall("h1", { reserved: [kept] })],
  clusters: [cluster("train", [pool("h100", count)])],
  fabrics: [fabric()],
  addressPlan: {
    networks: [
      network("management", "10.64.0.0/20"),
      network("accelerators", "10.128.0.0/16", { addressesPerHost: 8 }),
      network("loopbacks", "10.80.0.0/24"),
      network("pointToPoint", "10.96.0.0/16"),
    ],
    asns: [{ name: "fabric", first: 4_200_000_001, last: 4_200_000_999 }],
  },
  ...more,
});

const linksOf = (resolved: Parameters<typeof eachLink>[0]): ResolvedLink[] => {
  const links: ResolvedLink[] = [];
  eachLink(resolved, (link) => links.push(link));
  return links;
};

describe("64 hosts of eight rails, in units of 32, designed for 128", () => {
  const resolved = resolveSite(site(spec(64)), context);

  // Four units of 8 leaves, 64 ports down and up: 32 leaves with 64 uplinks go to the smallest divisor of 64 that is at least 16.
  test("have 16 leaves of the two units that stand, and the 16 spines of the end state", () => {
    const count = (role: string) => resolved.switches.filter((each) => each.role === role).length;
    expect([count("leaf"), count("spine"), count("core")]).toEqual([16, 16, 0]);
  });

  test("have switches in the racks that are kept for them, and machines in the others", () => {
    expect(resolved.switches.every(({ rack }) => /-1[12]$/.test(rack.position) && rack.machines === 0)).toBe(true);
    expect(resolved.hosts.every(({ rack }) => !/-1[12]$/.test(rack.position) && rack.switches === 0)).toBe(true);
  });

  test("have units that stay within a row of eight racks", () => {
    const rows = (first: number) =>
      new Set(resolved.hosts.slice(first, first + 32).map(({ rack }) => rack.position.split("-")[0]));
    expect([rows(0).size, rows(32).size]).toEqual([1, 1]);
  });

  test("have a link for each NIC, and 64 uplinks for each leaf", () => {
    expect(Object.fromEntries(countLinks(resolved))).toEqual({
      "rail compute hostLeaf": 64 * 8,
      "rail compute leafSpine": 16 * 64,
    });
  });

  test("have no port of a switch or host in two links", () => {
    const ends = linksOf(resolved).flatMap(({ from, to }) => [
      `${from.device} ${from.port}`,
      `${to.device} ${to.port}`,
    ]);
    expect(new Set(ends).size).toBe(ends.length);
  });

  test("have two addresses for each link between switches, in one /31, and none twice", () => {
    const pairs = linksOf(resolved).filter(({ tier }) => tier === "leafSpine");
    const addresses = pairs.flatMap(({ from, to }) => [from.address ?? -1, to.address ?? -1]);
    expect(new Set(addresses).size).toBe(2 * 16 * 64);
    expect(pairs.every(({ from, to }) => (from.address ?? 1) % 2 === 0 && to.address === (from.address ?? 0) + 1)).toBe(
      true,
    );
    expect(addressText(Math.min(...addresses))).toBe("10.96.0.0");
  });

  test("have a number for each leaf and one for all spines of the pod, as RFC 7938 says", () => {
    const numbers = (role: string) => resolved.switches.filter((each) => each.role === role).map(({ asn }) => asn);
    expect(new Set(numbers("leaf")).size).toBe(16);
    expect(new Set(numbers("spine")).size).toBe(1);
    expect(numbers("leaf")).not.toContain(numbers("spine")[0]);
  });

  test("have eight addresses of the fabric each, and every address once", () => {
    const all = resolved.hosts.flatMap((host) => [
      ...addressesOf(resolved, host, "accelerators"),
      ...addressesOf(resolved, host, "management"),
    ]);
    const switches = resolved.switches.flatMap(({ loopback, management }) => [loopback, management]);
    expect(switches.every((each) => each !== undefined)).toBe(true);
    const texts = [...all, ...switches.map((each) => addressText(each ?? 0))];
    expect(new Set(texts).size).toBe(64 * 9 + 32 * 2);
  });

  test("keep every link, address and number when the other units come", () => {
    const grown = resolveSite(site(spec(128, { allocation: resolved.allocation })), context);
    const text = (link: ResolvedLink) =>
      [link.tier, link.from.device, link.from.port, link.from.address, link.to.device, link.to.port].join(" ");
    const now = new Set(linksOf(grown).map(text));
    expect(linksOf(resolved).every((link) => now.has(text(link)))).toBe(true);
    expect(now.size).toBe(128 * 8 + 32 * 64);
    for (const [list, lines] of Object.entries(resolved.allocation))
      expect(
        Object.entries(grown.allocation)
          .find(([name]) => name === list)?.[1]
          .slice(0, lines.length),
      ).toEqual(lines);
  });
});

test("an InfiniBand fabric has places and management addresses, and neither links' addresses nor numbers", () => {
  const { allocation } = planSite(
    site(spec(64, { fabrics: [fabric({ technology: "infinibandNdr", switch: "qm9700", designFor: undefined })] })),
    context,
  );
  expect(allocation.asns).toEqual([]);
  expect(allocation.switches.length).toBeGreaterThan(0);
  const forSwitches = allocation.subnets.filter(({ switches }) => switches !== undefined);
  expect(new Set(forSwitches.map(({ network: name }) => name))).toEqual(new Set(["management"]));
});

test("a fabric whose switches have racks of their own leaves them there", () => {
  const racks = [
    { name: "leaves", hall: "h1", role: "leaf", xM: 1, yM: 2 },
    { name: "spines", hall: "h1", role: "spine", xM: 2, yM: 2 },
  ];
  const { allocation, shortfalls } = planSite(site(spec(64, { fabrics: [fabric({ switchRacks: racks })] })), context);
  expect(shortfalls).toEqual([]);
  expect(allocation.switches).toMatchObject([
    { role: "leaf", positions: "leaves", switches: "1-16" },
    { role: "spine", positions: "spines", switches: "1-16" },
  ]);
});

test("feeds of a rack are those that the power topology gives its position, else those of its rack type", () => {
  const supply = {
    id: "main",
    hall: "h1",
    toPosition: 96,
    feeds: ["a", "b"].map((id) => ({
      id,
      side: id.toUpperCase(),
      voltageV: 415,
      currentA: 60,
      nodes: `rpp-${id}[1-8]`,
    })),
  };
  const powerTopology = {
    nodes: [
      { id: "grid", kind: "utility" },
      { id: "rpp-a[1-8]", kind: "rpp", parents: ["grid"] },
      { id: "rpp-b[1-8]", kind: "rpp", parents: ["grid"] },
    ],
    rackSupplies: [supply],
  };
  const resolved = resolveSite(site(spec(64, { powerTopology, fabrics: [] })), context);
  // Twelve positions to each of eight panels: the thirteenth, r2-01, is the first of the second.
  expect(resolved.racks.find(({ position }) => position === "r2-01")?.feeds).toEqual([
    { id: "a", side: "A", node: "rpp-a2" },
    { id: "b", side: "B", node: "rpp-b2" },
  ]);
});

// A turnkey site of CLUSTERS clusters of 27,500 hosts, each with a three-tier fabric of eight rails, resolved whole: every host, rack,
// feed, link and address.
const { findMachine } = require("../dist/constructs/catalog/index.js");
const { LeasedSiteSpec, RackType } = require("../dist/constructs/model/index.js");
const { planSite } = require("../dist/constructs/owned/allocation/plan-site.js");
const { eachLink } = require("../dist/constructs/owned/resolve/links.js");
const { addressesOf, resolveSite } = require("../dist/constructs/owned/resolve/resolve-site.js");

const CLUSTERS = Number(process.env.CLUSTERS ?? 1);
const HOSTS = 27_500;
const HALLS_EACH = 8;
/** Rows of a hall: 20 positions for machines and 4 for switches. */
const ROWS = 44;

const rack = RackType.parse({
  name: "rack-48",
  units: 48,
  ratedKW: 50,
  maxWeightKg: 1500,
  tareKg: 210,
  feeds: { count: 3, sides: ["A", "B", "C"], voltageV: 415, currentA: 60 },
  basis: "assumed",
  source: "bench",
});

const halls = Array.from({ length: CLUSTERS * HALLS_EACH }, (_, index) => ({
  name: `h${index + 1}`,
  criticalItMW: 45,
  airCoolingMW: 45,
  rackType: "rack-48",
  rows: [{ name: "main", rows: `r[01-${ROWS}]`, racks: 24 }],
  reserved: [{ name: "network", positions: `r[01-${ROWS}]-[21-24]`, use: "network" }],
}));

const supply = (hall) => ({
  id: `supply-${hall}`,
  hall,
  toPosition: ROWS * 24,
  feeds: ["a", "b", "c"].map((side) => ({
    id: side,
    side: side.toUpperCase(),
    voltageV: 415,
    currentA: 60,
    nodes: `${hall}-rpp-${side}[01-${ROWS}]`,
  })),
});

const sided = halls.flatMap(({ name }) =>
  ["a", "b", "c"].map((side) => ({ id: `${name}-rpp-${side}[01-${ROWS}]`, kind: "rpp", parents: ["utility"] })),
);

const clusters = Array.from({ length: CLUSTERS }, (_, index) => `c${index + 1}`);

const site = LeasedSiteSpec.parse({
  name: "tx1",
  tenure: "leased",
  location: { country: "US", subdivision: "US-TX" },
  scope: "turnkey",
  lease: {
    landlord: "a landlord",
    state: "binding",
    phases: [{ id: "p1", power: { valueMW: 400, meaning: "criticalIT", basis: "assumed", source: "bench" } }],
  },
  halls,
  powerTopology: {
    nodes: [{ id: "utility", kind: "utility" }, ...sided],
    rackSupplies: halls.map(({ name }) => supply(name)),
  },
  clusters: clusters.map((name, index) => ({
    name,
    purpose: "training",
    pools: [
      {
        name: "h100",
        machine: "dgx-h100",
        count: HOSTS,
        capacity: { kind: "leased" },
        halls: halls.slice(index * HALLS_EACH, (index + 1) * HALLS_EACH).map((hall) => hall.name),
      },
    ],
  })),
  fabrics: clusters.map((cluster) => ({
    name: cluster,
    cluster,
    technology: "spectrumX",
    switch: "sn5600",
    linkGbps: 400,
    rails: 8,
    scalableUnitHosts: 64,
  })),
  addressPlan: {
    networks: [
      { name: "management", purpose: "management", cidrs: ["10.0.0.0/12"] },
      { name: "hosts", purpose: "hosts", cidrs: ["10.16.0.0/12"] },
      { name: "storage", purpose: "storage", cidrs: ["10.32.0.0/12"] },
      { name: "accelerators", purpose: "accelerators", cidrs: ["11.0.0.0/8"], addressesPerHost: 8 },
      { name: "loopbacks", purpose: "loopbacks", cidrs: ["10.48.0.0/14"] },
      { name: "links", purpose: "pointToPoint", cidrs: ["10.64.0.0/10"] },
    ],
    asns: [{ name: "fabric", first: 4_200_000_000, last: 4_294_967_294 }],
  },
});

const context = {
  machine: findMachine,
  rackType: (name) => (name === rack.name ? rack : undefined),
  deviceType: () => undefined,
  addressGrowth: 0.2,
};

const began = performance.now();
const { allocation, shortfalls, exhausted } = planSite(site, context);
const planned = performance.now();
const resolved = resolveSite(site, context);
let addresses = 0;
for (const host of resolved.hosts)
  for (const { name } of resolved.hostNetworks) addresses += addressesOf(resolved, host, name).length;
const feeds = resolved.racks.reduce((sum, each) => sum + each.feeds.length, 0);
const expanded = performance.now();
let links = 0;
let addressed = 0;
eachLink(resolved, ({ from }) => {
  links++;
  if (from.address !== undefined) addressed += 2;
});
const done = performance.now();
if (resolved.hosts.length !== CLUSTERS * HOSTS || shortfalls.length > 0 || exhausted.length > 0)
  throw new Error(JSON.stringify({ hosts: resolved.hosts.length, shortfalls, exhausted }));
// 220,000 + 220,160 + 221,184, as reckoned by hand for 27,500 hosts in units of 64 with 128 ports
if (links !== CLUSTERS * 661_344) throw new Error(`${links} links`);
const lines = Object.values(allocation).reduce((sum, list) => sum + list.length, 0);
if (process.env.SHOW)
  console.error({
    hosts: resolved.hosts.length,
    racks: resolved.racks.length,
    feeds,
    switches: resolved.switches.length,
    addresses: addresses + addressed,
    links,
    lines,
    planned: planned - began,
    expanded: expanded - planned,
    linked: done - expanded,
    megabytes: process.resourceUsage().maxRSS / 1024,
  });

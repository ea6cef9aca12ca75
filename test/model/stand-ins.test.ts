import { Fleet, LeasedSite, leased, megawatts, reported } from "siteform";
import { AwsSite, onDemand } from "siteform/aws";

const findings = (fleet: Fleet) =>
  fleet.validate({ asOf: "2026-11-23" }).findings.map(({ rule, path }) => `${rule} ${path}`);

test("a wrong account does not hide a misspelt machine nor an overlapping range of its site", () => {
  const fleet = new Fleet("hidden");
  const location = { country: "US" };
  const network = { cidrs: ["10.16.0.0/16"] };
  const site = new AwsSite(fleet, "ohio", { account: "1111", region: "us-east-2", location, network });
  const machine: "p5.48xlarge" = JSON.parse('"p5.48xlrge"');
  site.addCluster("train", { pools: [{ name: "a", machine, count: 1, capacity: onDemand() }] });
  new AwsSite(fleet, "other", { account: "111122223333", region: "us-east-2", location, network }).addCluster("c", {
    pools: [{ machine: "p5.48xlarge", count: 1, capacity: onDemand() }],
  });
  expect(findings(fleet)).toEqual([
    "SCHEMA sites.ohio.account",
    "MACHINE-1 sites.ohio.clusters.train.pools.a.machine",
    "X-CIDR-01 sites.other.network.cidrs[0]",
  ]);
});

test("a phase without a number of megawatts does not hide a misspelt machine, and says nothing of power", () => {
  const fleet = new Fleet("hidden");
  const power = reported(megawatts(Number.NaN), { meaning: "criticalIT", source: "press" });
  const site = new LeasedSite(fleet, "memphis", {
    location: { country: "US" },
    scope: "compute",
    lease: { landlord: "L", state: "binding", phases: [{ id: "p1", power, rentCommencement: "2027-01-01" }] },
  });
  const machine: "dgx-h100" = JSON.parse('"dgx-h10"');
  site.addCluster("train", { pools: [{ name: "a", machine, count: 1, capacity: leased() }] });
  site.addCluster("more", { pools: [{ machine: "dgx-h100", count: 10_000, capacity: leased() }] });
  expect(findings(fleet)).toEqual([
    "MACHINE-1 sites.memphis.clusters.train.pools.a.machine",
    "SCHEMA sites.memphis.lease.phases.p1.power.valueMW",
  ]);
});

test("a count below one does not hide its pool's machine, and is not ruled as the count that stands for it", () => {
  const fleet = new Fleet("hidden");
  const site = new AwsSite(fleet, "ohio", {
    account: "111122223333",
    region: "us-east-2",
    location: { country: "US" },
    network: { cidrs: ["10.16.0.0/16"] },
  });
  const machine: "p5.48xlarge" = JSON.parse('"p5.48xlrge"');
  site.addCluster("train", { pools: [{ name: "a", machine, count: -1, capacity: onDemand() }] });
  expect(findings(fleet)).toEqual([
    "SCHEMA sites.ohio.clusters.train.pools.a.count",
    "MACHINE-1 sites.ohio.clusters.train.pools.a.machine",
  ]);
});

test("a wrong region does not hide what else is wrong at its site, and nothing is said of its zones", () => {
  const fleet = new Fleet("hidden");
  const site = new AwsSite(fleet, "ohio", {
    account: "1111",
    region: "ohio",
    location: { country: "US" },
    network: { cidrs: ["10.16.0.7/16"] },
  });
  const machine: "p5.48xlarge" = JSON.parse('"p5.48xlrge"');
  site.addCluster("train", { pools: [{ name: "a", machine, count: 1, capacity: onDemand({ zoneId: "use2-az1" }) }] });
  expect(findings(fleet)).toEqual([
    "SCHEMA sites.ohio.account",
    "MACHINE-1 sites.ohio.clusters.train.pools.a.machine",
    "ADDR-1 sites.ohio.network.cidrs[0]",
    "SCHEMA sites.ohio.region",
  ]);
});

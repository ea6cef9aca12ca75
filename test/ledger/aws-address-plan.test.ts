import { planAddresses } from "../../constructs/ledger";
import { AwsSiteSpec, contains, isExisting, overlap, parseRange } from "../../constructs/model";

const zones = ["use2-az1", "use2-az2", "use2-az3"] as const;

function siteWith(cidrs: string[], poolZones: readonly string[], accelerators?: Record<string, string>) {
  return AwsSiteSpec.parse({
    name: "ohio",
    tenure: "cloud",
    provider: "aws",
    account: "111122223333",
    region: "us-east-2",
    location: { country: "US" },
    network: { cidrs, zoneIds: [...zones], accelerators },
    clusters: [
      {
        name: "train",
        pools: poolZones.map((zoneId, index) => ({
          name: `pool-${index}`,
          machine: "trn2.48xlarge",
          count: 1,
          capacity: { kind: "onDemand", zoneId },
        })),
      },
    ],
  });
}

function planOf(site: AwsSiteSpec) {
  if (site.network === undefined || isExisting(site.network)) throw new Error("the site of this test makes a network");
  return planAddresses(site, site.network, site.clusters);
}

test("the lower half of the first range serves the zones in sixteenths, its upper half the accelerators in quarters", () => {
  const plan = planOf(siteWith(["10.16.0.0/16"], ["use2-az1"]));
  expect(plan.zones).toEqual([
    { zoneId: "use2-az1", system: "10.16.0.0/20", public: "10.16.64.0/20" },
    { zoneId: "use2-az2", system: "10.16.16.0/20", public: "10.16.80.0/20" },
    { zoneId: "use2-az3", system: "10.16.32.0/20", public: "10.16.96.0/20" },
  ]);
  expect(plan.accelerators).toEqual([{ zoneId: "use2-az1", place: 0, cidr: "10.16.128.0/19" }]);
});

test("a zone's range follows from its place in the network, whatever pools come in which order", () => {
  const cidrs = ["10.16.0.0/16"];
  const expected = [
    { zoneId: "use2-az1", place: 0, cidr: "10.16.128.0/19" },
    { zoneId: "use2-az2", place: 1, cidr: "10.16.160.0/19" },
    { zoneId: "use2-az3", place: 2, cidr: "10.16.192.0/19" },
  ];
  for (const order of [zones, [...zones].reverse(), ["use2-az3"], ["use2-az2", "use2-az1"]]) {
    expect(planOf(siteWith(cidrs, order)).accelerators).toEqual(
      order.map((zoneId) => expected.find((each) => each.zoneId === zoneId)),
    );
  }
});

test("a zone that the network does not list has no place and no range", () => {
  expect(planOf(siteWith(["10.16.0.0/16"], ["use2-az4"])).accelerators).toEqual([
    { zoneId: "use2-az4", place: -1, cidr: undefined },
  ]);
});

test("a range given for a zone is the one used", () => {
  const plan = planOf(siteWith(["10.15.0.0/20", "10.16.0.0/16"], ["use2-az1"], { "use2-az1": "10.16.0.0/16" }));
  expect(plan.accelerators).toEqual([{ zoneId: "use2-az1", place: 0, cidr: "10.16.0.0/16" }]);
});

test("what is added later moves nothing that exists", () => {
  const before = planOf(siteWith(["10.16.0.0/16"], ["use2-az1"]));
  const after = planOf(siteWith(["10.16.0.0/16", "10.17.0.0/16"], ["use2-az1", "use2-az2"]));
  expect(after.zones).toEqual(before.zones);
  expect(after.accelerators.slice(0, 1)).toEqual(before.accelerators);
});

test("no two subnets share an address, and all lie in the ranges", () => {
  const plan = planOf(siteWith(["10.16.0.0/16", "10.17.0.0/16", "10.18.0.0/16"], zones));
  const parse = (cidr: string) => {
    const range = parseRange(cidr);
    if (range === undefined) throw new Error(`${cidr} is no range`);
    return range;
  };
  const subnets = [
    ...plan.zones.flatMap((zone) => [zone.system, zone.public]),
    ...plan.accelerators.map(({ cidr }) => cidr ?? "none"),
  ].map(parse);
  for (const [index, subnet] of subnets.entries()) {
    expect(plan.cidrs.map(parse).some((range) => contains(range, subnet))).toBe(true);
    expect(subnets.slice(index + 1).filter((other) => overlap(subnet, other))).toEqual([]);
  }
});

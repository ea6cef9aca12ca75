import { brief, check, fleetOf, leasedSite, type Raw, ruleOf, underPolicy } from "./support";

const at = "sites.colossus";
const found = (serviceLevel: Raw, more: Raw) => brief(check("SLA-1", fleetOf(leasedSite(more, { serviceLevel }))));
const hall = (redundancy?: string): Raw => ({
  halls: [{ name: "h1", criticalItMW: 1, ...(redundancy === undefined ? {} : { redundancy }) }],
});

test.each([
  ["N", 0.997, 0.9971],
  ["N+1", 0.9998, 0.99981],
])("a hall built %s is taken to support %d of the time, and no more", (scheme, limit, beyond) => {
  expect(found({ availability: limit }, hall(scheme))).toEqual([]);
  expect(found({ availability: beyond }, hall(scheme))).toEqual([
    `warning ${at}.lease.serviceLevel.availability ${beyond}/${limit}`,
  ]);
});

test("what a scheme supports is the policy's; a scheme without a row is not doubted", () => {
  const of = (scheme: string, ...supportedAvailability: Raw[]) =>
    brief(
      check(
        "SLA-1",
        underPolicy(fleetOf(leasedSite(hall(scheme), { serviceLevel: { availability: 0.999 } })), {
          supportedAvailability,
        }),
      ),
    );
  expect(of("N", { scheme: "N", availability: 0.999 })).toEqual([]);
  expect(of("N", { scheme: "N", availability: 0.9989 })).toEqual([
    `warning ${at}.lease.serviceLevel.availability 0.999/0.9989`,
  ]);
  expect(of("2N", { scheme: "2N", availability: 0.99 })).toEqual([
    `warning ${at}.lease.serviceLevel.availability 0.999/0.99`,
  ]);
  expect(of("N", { scheme: "2N", availability: 0.99 })).toEqual([]);
});

test("what survives a side or a system is not doubted, nor a hall that does not say how it is built", () => {
  for (const scheme of ["2N", "xToMakeY", "block", undefined])
    expect(found({ availability: 0.99999 }, hall(scheme))).toEqual([]);
  expect(found({}, hall("N"))).toEqual([]);
});

describe("an outage by feeds", () => {
  const topology = (feeds: readonly string[], kind = "it"): Raw => ({
    powerTopology: {
      nodes: ["a", "b"].map((id) => ({ id, kind: "utility" })),
      loads: [{ id: "row", kind, powerKW: 10, feeds }],
    },
  });
  const single = `warning ${at}.powerTopology.loads.row.feeds 1/2`;

  test("of both feeds wants two, and one is not enough", () => {
    expect(found({ outage: "bothFeeds" }, topology(["a", "b"]))).toEqual([]);
    expect(found({ outage: "bothFeeds" }, topology(["a"]))).toEqual([single]);
    expect(found({ outage: "bothFeeds" }, topology(["a"], "house"))).toEqual([]);
  });

  test("of one feed is an outage with one feed too", () => {
    expect(found({ outage: "oneFeed" }, topology(["a"]))).toEqual([]);
    expect(found({}, topology(["a"]))).toEqual([]);
  });

  test("of racks by their supply", () => {
    const feed = (id: string): Raw => ({ id, nodes: id, voltageV: 415, currentA: 60 });
    const racks = (feeds: readonly string[]): Raw => ({
      ...hall("2N"),
      powerTopology: {
        nodes: ["a", "b"].map((id) => ({ id, kind: "rpp" })),
        rackSupplies: [{ id: "all", hall: "h1", toPosition: 4, feeds: feeds.map(feed) }],
      },
    });
    expect(found({ outage: "bothFeeds" }, racks(["a", "b"]))).toEqual([]);
    expect(found({ outage: "bothFeeds" }, racks(["a"]))).toEqual([
      `warning ${at}.powerTopology.rackSupplies.all.feeds 1/2`,
    ]);
  });
});

test("it is a warning, since its figures are unverified", () => {
  expect(ruleOf("SLA-1").severity).toBe("warning");
});

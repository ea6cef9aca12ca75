import {
  awsSite,
  azureNetwork,
  azurePool,
  azureSite,
  brief,
  check,
  cluster,
  fleet,
  fleetOf,
  hardwarePool,
  ownedSite,
  type Raw,
} from "./support";

const network = (purpose: string, ...cidrs: string[]): Raw => ({ name: purpose.toLowerCase(), purpose, cidrs });

const planned = (name: string, networks: readonly Raw[], more: Raw = {}): Raw =>
  ownedSite({ name, addressPlan: { networks, ...more } });

describe("ADDR-1, whole ranges", () => {
  test("looks at address plans too", () => {
    const raw = fleetOf(planned("tx1", [network("hosts", "10.65.0.1/16")], { aggregates: ["10.64.0.1/12"] }));
    expect(brief(check("ADDR-1", raw))).toEqual([
      "sites.tx1.addressPlan.aggregates[0] 10.64.0.1/12/10.64.0.0/12",
      "sites.tx1.addressPlan.networks.hosts.cidrs[0] 10.65.0.1/16/10.65.0.0/16",
    ]);
  });
});

describe("IPAM-1, disjoint ranges", () => {
  const of = (...sites: Raw[]) => brief(check("IPAM-1", fleetOf(...sites)));

  // 10.16.0.0/16 ends at 10.16.255.255
  test("passes where one range ends before the next begins, and fails one address on", () => {
    const two = (cidr: string) => of(planned("a", [network("hosts", "10.16.0.0/16"), network("storage", cidr)]));
    expect(two("10.17.0.0/16")).toEqual([]);
    expect(two("10.16.255.255/32")).toEqual([
      "sites.a.addressPlan.networks.storage.cidrs[0] 10.16.255.255/32/10.16.0.0/16",
    ]);
  });

  test("finds what a cloud has, and leaves two clouds to the other rule", () => {
    const aws = (name: string) => awsSite({ name, network: { cidrs: ["10.16.0.0/16"] } });
    expect(of(aws("east"), planned("tx1", [network("hosts", "10.16.4.0/22")]))).toEqual([
      "sites.tx1.addressPlan.networks.hosts.cidrs[0] 10.16.4.0/22/10.16.0.0/16",
    ]);
    expect(of(aws("east"), aws("west"))).toEqual([]);
  });

  test("lets networks lie in the aggregate of their own site, and reports an aggregate once", () => {
    const site = (name: string, more: string) =>
      planned(name, [network("hosts", "10.64.0.0/16"), network("storage", more)], { aggregates: ["10.64.0.0/12"] });
    expect(of(site("a", "10.65.0.0/16"))).toEqual([]);
    expect(of(site("a", "10.65.0.0/16"), planned("b", [], { aggregates: ["10.64.0.0/10"] }))).toEqual([
      "sites.b.addressPlan.aggregates[0] 10.64.0.0/10/10.64.0.0/12",
    ]);
    expect(of(site("a", "10.65.0.0/16"), planned("b", [network("hosts", "10.64.0.0/24")]))).toHaveLength(1);
  });

  test("lets service ranges be the same in several places, but not hide anything else", () => {
    const services = network("services", "172.20.0.0/16");
    expect(of(planned("a", [services]), planned("b", [services]))).toEqual([]);
    expect(of(planned("a", [services]), planned("b", [network("hosts", "172.20.4.0/24")]))).toHaveLength(1);
    const azure = azureSite({
      clusters: [cluster([azurePool()], { network: azureNetwork({ pods: "10.128.0.0/10" }) })],
    });
    expect(of(azure, planned("b", [network("services", "10.128.0.0/16")]))).toEqual([]);
    expect(of(azure, planned("b", [network("pods", "10.128.0.0/16")]))).toHaveLength(1);
  });

  test("keeps routing domains apart", () => {
    const hosts = network("hosts", "10.16.0.0/16");
    const apart = planned("b", [hosts], { routingDomain: "isolated" });
    expect(of(awsSite(), planned("a", [network("hosts", "10.32.0.0/16")]), apart)).toEqual([]);
    expect(of(apart, planned("c", [hosts], { routingDomain: "isolated" }))).toHaveLength(1);
  });
});

describe("IPAM-2, room to grow", () => {
  const hall = {
    name: "h1",
    criticalItMW: 10,
    rackType: "rack-42",
    rows: [{ name: "main", rows: "r[1-8]", racks: 12 }],
  };
  const rack = { name: "rack-42", units: 42, ratedKW: 50, basis: "vendor", source: "data sheet" };
  const of = (count: number, hosts: Raw, addressGrowth = 0.2) =>
    fleet({
      policy: { addressGrowth },
      rackTypes: [rack],
      sites: [
        ownedSite({
          halls: [hall],
          clusters: [cluster([hardwarePool({ count, capacity: { kind: "owned" } })])],
          addressPlan: { networks: [hosts] },
        }),
      ],
    });
  const racks = { ...network("hosts", "10.65.0.0/26"), subnetPrefix: 29 };

  // A /26 has 8 subnets of /29. Six racks and a fifth are 7.2: 8. Seven are 8.4: 9.
  test("passes with the last subnet of a rack, and warns at the next rack", () => {
    expect(check("IPAM-2", of(24, racks))).toEqual([]);
    expect(brief(check("IPAM-2", of(25, racks)))).toEqual([
      "warning sites.abilene.addressPlan.networks.hosts.cidrs 9/8",
    ]);
    expect(check("IPAM-2", of(25, racks, 0.1))).toEqual([]);
  });

  // A /26 has 61 addresses for hosts: 50 and a fifth are 60, 51 and a fifth are 61.2: 62.
  test("passes with the last address of a hall, and warns at the next host", () => {
    const shared = { ...network("management", "10.64.0.0/26"), subnetPrefix: 26 };
    expect(check("IPAM-2", of(50, shared))).toEqual([]);
    expect(brief(check("IPAM-2", of(51, shared)))).toEqual([
      "warning sites.abilene.addressPlan.networks.management.cidrs 62/61",
    ]);
  });
});

describe("IPAM-3, networks within", () => {
  const of = (cidr: string, more: Raw = {}) =>
    brief(
      check(
        "IPAM-3",
        fleetOf(planned("tx1", [{ ...network("hosts", cidr), ...more }], { aggregates: ["10.64.0.0/12"] })),
      ),
    );

  test("passes to the last address of an aggregate, and fails after it", () => {
    expect(of("10.79.255.0/24")).toEqual([]);
    expect(of("10.80.0.0/24")).toEqual(["sites.tx1.addressPlan.networks.hosts.cidrs[0] 10.80.0.0/24/10.64.0.0/12"]);
  });

  test("passes for a subnet as large as its range, and fails for a larger one", () => {
    expect(of("10.64.0.0/24", { subnetPrefix: 24 })).toEqual([]);
    expect(of("10.64.0.0/24", { subnetPrefix: 23 })).toEqual([
      "sites.tx1.addressPlan.networks.hosts.subnetPrefix 23/24",
    ]);
  });
});

describe("ASN-1, numbers of autonomous systems", () => {
  const asns = (first: number, last: number) => ({ asns: [{ name: "fabric", first, last }] });
  const of = (...sites: Raw[]) => brief(check("ASN-1", fleetOf(...sites)));
  const at = "sites.a.addressPlan.asns.fabric";

  test.each([
    [64_512, 65_534, []],
    [64_511, 65_534, [`${at}.first 64511/64512 to 65534, 4200000000 to 4294967294`]],
    [64_512, 65_535, [`${at}.last 65535/64512 to 65534, 4200000000 to 4294967294`]],
    [4_200_000_000, 4_294_967_294, []],
    [4_199_999_999, 4_294_967_294, [`${at}.first 4199999999/64512 to 65534, 4200000000 to 4294967294`]],
    [65_000, 64_999, [`${at}.last 64999/65000`]],
  ])("passes at both ends of what is private, and fails one beyond: %i to %i", (first, last, expected) => {
    expect(of(planned("a", [], asns(first, last)))).toEqual(expected);
  });

  test("fails where two sites share a number, and not where they are never routed to each other", () => {
    const a = planned("a", [], asns(64_512, 64_600));
    expect(of(a, planned("b", [], asns(64_601, 64_700)))).toEqual([]);
    expect(of(a, planned("b", [], asns(64_600, 64_700)))).toEqual(["sites.b.addressPlan.asns.fabric 64600/-"]);
    expect(of(a, planned("b", [], { ...asns(64_600, 64_700), routingDomain: "isolated" }))).toEqual([]);
  });

  test("counts the numbers of clouds' gateways, which several sites may speak with", () => {
    const peers = [{ name: "transit-gateway", asn: 64_512 }];
    const a = planned("a", [], { asns: [{ name: "fabric", first: 64_513, last: 64_600 }], peers });
    expect(of(a, planned("b", [], { peers }))).toEqual([]);
    const [one] = check("ASN-1", fleetOf(planned("a", [], { ...asns(64_512, 64_600), peers })));
    expect(one).toMatchObject({ path: "sites.a.addressPlan.peers.transit-gateway.asn", observed: 64_512 });
    expect(one?.hint).toContain("begin the range after it");
  });
});

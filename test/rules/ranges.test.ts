import {
  awsPool,
  awsSite,
  azureNetwork,
  azurePool,
  azureSite,
  brief,
  check,
  checkDespite,
  cluster,
  fleetOf,
  googleNetwork,
  googlePool,
  googleSite,
} from "./support";

const aws = (network: object, pools = [awsPool()], more: object = {}) =>
  fleetOf(awsSite({ network, clusters: [cluster(pools)], ...more }));
const google = (network: object, name = "iowa", more: object = {}) =>
  googleSite({ name, clusters: [cluster([googlePool()], { network: googleNetwork({ ...network }) })], ...more });

describe("ADDR-1, whole ranges", () => {
  test("passes where host bits are zero, and names the network meant where not", () => {
    expect(check("ADDR-1", aws({ cidrs: ["10.16.0.0/16"] }))).toEqual([]);
    const [one] = check("ADDR-1", aws({ cidrs: ["10.16.0.1/16"] }));
    expect(one).toMatchObject({
      path: "sites.rainier.network.cidrs[0]",
      observed: "10.16.0.1/16",
      hint: 'did you mean "10.16.0.0/16"?',
    });
  });

  test("looks at every range of every cloud", () => {
    const raw = fleetOf(
      awsSite({
        network: { cidrs: ["10.1.0.0/16"], services: "172.20.0.1/16", accelerators: { "use2-az1": "10.1.128.1/17" } },
      }),
      google({ pods: "10.64.0.1/12", controlPlane: "10.48.0.1/28" }),
      azureSite({ network: { cidrs: ["10.96.0.1/12"] } }),
    );
    expect(check("ADDR-1", raw).map((finding) => finding.path)).toEqual([
      "sites.iowa.clusters.train.network.controlPlane",
      "sites.iowa.clusters.train.network.pods",
      "sites.iris.network.cidrs[0]",
      "sites.rainier.network.accelerators.use2-az1",
      "sites.rainier.network.services",
    ]);
  });
});

describe("X-CIDR-01, disjoint ranges", () => {
  const two = (first: string, second: string) =>
    fleetOf(awsSite({ name: "a", network: { cidrs: [first] } }), awsSite({ name: "b", network: { cidrs: [second] } }));

  // 10.16.0.0/16 ends at 10.16.255.255
  test("passes where one range ends before the next begins, and fails one address on", () => {
    expect(check("X-CIDR-01", two("10.16.0.0/16", "10.17.0.0/16"))).toEqual([]);
    expect(brief(check("X-CIDR-01", two("10.16.0.0/16", "10.16.255.255/32")))).toEqual([
      "sites.b.network.cidrs[0] 10.16.255.255/32/10.16.0.0/16",
    ]);
  });

  test("reports a pair once, at the later place, and names both", () => {
    const [one, ...more] = check("X-CIDR-01", two("10.16.4.0/24", "10.16.0.0/16"));
    expect(more).toEqual([]);
    expect(one?.path).toBe("sites.b.network.cidrs[0]");
    expect(one?.message).toContain("sites.a.network.cidrs[0] (10.16.4.0/24)");
  });

  test("reports each pair of three, and a range that stands twice in a list", () => {
    const raw = fleetOf(awsSite({ network: { cidrs: ["10.0.0.0/16", "10.0.0.0/16", "10.0.1.0/24"] } }));
    expect(check("X-CIDR-01", raw).map((finding) => finding.path)).toEqual([
      "sites.rainier.network.cidrs[1]",
      "sites.rainier.network.cidrs[2]",
      "sites.rainier.network.cidrs[2]",
    ]);
  });

  test("lets accelerator ranges lie in their VPC, and an Azure cluster's subnet in its site's", () => {
    const azure = azureSite({
      network: { cidrs: ["10.96.0.0/12"] },
      clusters: [cluster([azurePool()], { network: azureNetwork({ nodes: "10.96.0.0/16" }) })],
    });
    const amazon = awsSite({ network: { cidrs: ["10.16.0.0/16"], accelerators: { "use2-az1": "10.16.128.0/17" } } });
    expect(check("X-CIDR-01", fleetOf(azure, amazon))).toEqual([]);
  });

  test("does not let it lie in the network of another site", () => {
    const other = azureSite({
      name: "other",
      network: { cidrs: ["10.112.0.0/12"] },
      clusters: [cluster([azurePool()], { network: azureNetwork({ nodes: "10.96.0.0/16" }) })],
    });
    expect(brief(check("X-CIDR-01", fleetOf(azureSite({ network: { cidrs: ["10.96.0.0/12"] } }), other)))).toEqual([
      "sites.other.clusters.train.network.nodes 10.96.0.0/16/10.96.0.0/12",
    ]);
  });

  test("lets service ranges be the same in two sites, but not hide a network", () => {
    const site = (name: string, cidr: string, services: string) =>
      awsSite({ name, network: { cidrs: [cidr], services } });
    expect(
      check("X-CIDR-01", fleetOf(site("a", "10.1.0.0/16", "172.20.0.0/16"), site("b", "10.2.0.0/16", "172.20.0.0/16"))),
    ).toEqual([]);
    expect(
      brief(
        check(
          "X-CIDR-01",
          fleetOf(site("a", "10.1.0.0/16", "172.20.0.0/16"), site("b", "172.20.4.0/24", "172.21.0.0/16")),
        ),
      ),
    ).toEqual(["sites.b.network.cidrs[0] 172.20.4.0/24/172.20.0.0/16"]);
  });

  test("does not let clusters of one Google VPC share a service range", () => {
    const other = {
      name: "serve",
      network: googleNetwork({ nodes: "10.1.0.0/16", pods: "10.80.0.0/12", controlPlane: "10.48.1.0/28" }),
    };
    const clusters = [cluster([googlePool()], { network: googleNetwork() }), cluster([googlePool()], other)];
    expect(check("X-CIDR-01", fleetOf(googleSite({ clusters, stacks: "perCluster" })))).toEqual([]);
    expect(brief(check("X-CIDR-01", fleetOf(googleSite({ clusters }))))).toEqual([
      "sites.iowa.clusters.serve.network.services 10.32.0.0/20/10.32.0.0/20",
    ]);
  });

  const overlay = (name: string, cidr: string, network: object) =>
    azureSite({
      name,
      network: { cidrs: [cidr] },
      clusters: [cluster([azurePool()], { network: { nodes: cidr, ...network } })],
    });

  test("lets AKS clusters have the same pods, an overlay that no other cluster sees, but not hide a network", () => {
    const one = overlay("a", "10.1.0.0/16", { pods: "100.64.0.0/14", services: "10.49.0.0/20" });
    const same = overlay("b", "10.2.0.0/16", { pods: "100.64.0.0/14", services: "10.49.0.0/20" });
    expect(check("X-CIDR-01", fleetOf(one, same))).toEqual([]);
    const hidden = awsSite({ network: { cidrs: ["100.67.255.0/24"] } }); // the last of 100.64.0.0/14
    expect(brief(check("X-CIDR-01", fleetOf(one, hidden)))).toEqual([
      "sites.rainier.network.cidrs[0] 100.67.255.0/24/100.64.0.0/14",
    ]);
    expect(check("X-CIDR-01", fleetOf(one, awsSite({ network: { cidrs: ["100.68.0.0/16"] } })))).toEqual([]);
  });

  test("keeps the pods of an AKS cluster apart from its own services, and its own network", () => {
    const at = (services: string, cidr = "10.1.0.0/16") =>
      brief(check("X-CIDR-01", fleetOf(overlay("a", cidr, { pods: "100.64.0.0/14", services }))));
    expect(at("100.68.0.0/20")).toEqual([]);
    expect(at("100.67.240.0/20")).toEqual(["sites.a.clusters.train.network.services 100.67.240.0/20/100.64.0.0/14"]);
    // The cluster's subnet lies in the site's range, of which the finding is.
    expect(at("10.49.0.0/20", "100.64.0.0/16")).toEqual([
      "sites.a.clusters.train.network.pods 100.64.0.0/14/100.64.0.0/16",
    ]);
  });

  test("says once that two networks of Azure meet, whatever subnets lie in them", () => {
    const own = { pods: "100.64.0.0/14", services: "10.49.0.0/20" };
    const inside = (name: string, nodes: string) => overlay(name, "10.1.0.0/16", { ...own, nodes });
    expect(brief(check("X-CIDR-01", fleetOf(inside("a", "10.1.0.0/24"), inside("b", "10.1.0.0/24"))))).toEqual([
      "sites.b.network.cidrs[0] 10.1.0.0/16/10.1.0.0/16",
    ]);
  });

  test("leaves it to SPREAD-1 that a spread cluster has no range for each", () => {
    const network = azureNetwork();
    const pools = [azurePool({ count: 3, perCluster: 1 })];
    const spread = azureSite({ clusters: [cluster(pools, { network })] });
    expect(check("X-CIDR-01", fleetOf(spread))).toEqual([]);
    expect(check("SPREAD-1", fleetOf(spread))).toHaveLength(1);
    const half = { ...network, nodes: "each /24 of 10.0.0.0/16", apiServer: "10.1.0.0/28" };
    expect(check("X-CIDR-01", fleetOf(azureSite({ clusters: [cluster(pools, { network: half })] })))).not.toEqual([]);
  });

  test("keeps the pods of GKE clusters apart, which their VPC routes", () => {
    const raw = fleetOf(
      google({}),
      google({ nodes: "10.1.0.0/16", services: "10.33.0.0/20", controlPlane: "10.48.1.0/28" }, "other"),
    );
    expect(brief(check("X-CIDR-01", raw))).toEqual([
      "sites.other.clusters.train.network.pods 10.64.0.0/12/10.64.0.0/12",
    ]);
  });

  test("lets the ranges of a retired site be used again", () => {
    const old = awsSite({ name: "old", retired: true, network: { cidrs: ["10.16.0.1/16"] } });
    expect(check("X-CIDR-01", fleetOf(old, awsSite()))).toEqual([]);
    expect(check("ADDR-1", fleetOf(old, awsSite()))).toEqual([]);
    expect(check("X-CIDR-01", fleetOf({ ...old, retired: false }, awsSite()))).toHaveLength(1);
  });

  test("takes a thousand sites in one sweep", () => {
    const sites = Array.from({ length: 1000 }, (_, index) =>
      awsSite({
        name: `s${index}`,
        network: { cidrs: [`10.${Math.floor(index / 256)}.${index % 256}.0/24`], services: "172.20.0.0/16" },
      }),
    );
    expect(check("X-CIDR-01", fleetOf(...sites))).toEqual([]);
  });
});

describe("AWS-VPC-1, ranges of a VPC", () => {
  test("takes /16 to /28, and /24 at least for the first", () => {
    expect(check("AWS-VPC-1", aws({ cidrs: ["10.0.0.0/16", "10.1.0.0/28"] }))).toEqual([]);
    expect(check("AWS-VPC-1", aws({ cidrs: ["10.0.0.0/24"] }))).toEqual([]);
    expect(brief(check("AWS-VPC-1", aws({ cidrs: ["10.0.0.0/15", "10.2.0.0/29"] })))).toEqual([
      "sites.rainier.network.cidrs[0] 15/16",
      "sites.rainier.network.cidrs[1] 29/28",
    ]);
    expect(brief(check("AWS-VPC-1", aws({ cidrs: ["10.0.0.0/25"] })))).toEqual([
      "sites.rainier.network.cidrs[0] 25/24",
    ]);
  });

  test("takes five ranges, warns of six, and refuses more than fifty", () => {
    const ranges = (count: number) => aws({ cidrs: Array.from({ length: count }, (_, index) => `10.${index}.0.0/16`) });
    expect(check("AWS-VPC-1", ranges(5))).toEqual([]);
    expect(brief(check("AWS-VPC-1", ranges(6)))).toEqual(["warning sites.rainier.network.cidrs 6/5"]);
    expect(brief(check("AWS-VPC-1", ranges(50)))).toEqual(["warning sites.rainier.network.cidrs 50/5"]);
    expect(brief(check("AWS-VPC-1", ranges(51)))).toEqual(["sites.rainier.network.cidrs 51/50"]);
  });

  // the lower half of 10.0.0.0/16 ends at 10.0.127.255
  test("wants accelerators inside the VPC, above the lower half of its first range", () => {
    const at = (cidr: string) =>
      check("AWS-VPC-1", aws({ cidrs: ["10.0.0.0/16", "10.1.0.0/16"], accelerators: { "use2-az1": cidr } }));
    expect(at("10.0.128.0/17")).toEqual([]);
    expect(at("10.1.0.0/16")).toEqual([]);
    expect(at("10.1.0.0/28")).toEqual([]);
    expect(brief(at("10.1.0.0/29"))).toEqual(["sites.rainier.network.accelerators.use2-az1 29/28"]);
    expect(brief(at("10.0.127.0/24"))).toEqual([
      "sites.rainier.network.accelerators.use2-az1 10.0.127.0/24/10.0.0.0/17",
    ]);
    expect(brief(at("10.2.0.0/16"))).toEqual([
      "sites.rainier.network.accelerators.use2-az1 10.2.0.0/16/10.0.0.0/16, 10.1.0.0/16",
    ]);
  });

  test("finds two zones that stand on the same addresses", () => {
    const pools = [awsPool(), awsPool({ name: "b", capacity: { kind: "onDemand", zoneId: "use2-az2" } })];
    const at = (cidr: string) =>
      check("AWS-VPC-1", aws({ cidrs: ["10.0.0.0/16", "10.1.0.0/16"], accelerators: { "use2-az2": cidr } }, pools));
    expect(at("10.1.0.0/16")).toEqual([]);
    // The first zone's quarter of the upper half is 10.0.128.0/19.
    expect(at("10.0.160.0/19")).toEqual([]);
    expect(brief(at("10.0.128.0/18"))).toEqual(["sites.rainier.network.accelerators.use2-az2 10.0.128.0/18/-"]);
  });

  test("does not call a range outside when one of the VPC's was left out", () => {
    expect(
      checkDespite(
        "AWS-VPC-1",
        aws({ cidrs: ["10.0.0.0/16", "10.1.0.0"], accelerators: { "use2-az1": "10.1.0.0/16" } }),
      ),
    ).toEqual([]);
  });
});

describe("AWS-EKS-02, service range", () => {
  const at = (services: string) => brief(check("AWS-EKS-02", aws({ cidrs: ["10.0.0.0/16"], services })));
  const path = "sites.rainier.network.services";

  test("takes /12 to /24 in private space", () => {
    expect(at("172.16.0.0/12")).toEqual([]);
    expect(at("192.168.0.0/24")).toEqual([]);
    expect(at("10.0.0.0/11")).toEqual([`${path} 11/12`]);
    expect(at("10.0.0.0/25")).toEqual([`${path} 25/24`]);
    expect(at("172.32.0.0/16")).toEqual([`${path} 172.32.0.0/16/-`]);
    expect(at("100.64.0.0/16")).toEqual([`${path} 100.64.0.0/16/-`]);
  });
});

describe("GCP-CL-02, control plane", () => {
  test("takes exactly a /28", () => {
    expect(check("GCP-CL-02", fleetOf(google({ controlPlane: "10.48.0.0/28" })))).toEqual([]);
    expect(brief(check("GCP-CL-02", fleetOf(google({ controlPlane: "10.48.0.0/27" }))))).toEqual([
      "sites.iowa.clusters.train.network.controlPlane 27/28",
    ]);
    expect(brief(check("GCP-CL-02", fleetOf(google({ controlPlane: "10.48.0.0/29" }))))).toEqual([
      "sites.iowa.clusters.train.network.controlPlane 29/28",
    ]);
  });
});

describe("AZ-NET, subnet of a cluster", () => {
  const at = (nodes: string, cidrs: readonly unknown[] = ["10.0.0.0/15"]) =>
    fleetOf(
      azureSite({ network: { cidrs }, clusters: [cluster([azurePool()], { network: azureNetwork({ nodes }) })] }),
    );

  // 10.0.0.0/15 ends at 10.1.255.255
  test("takes the last part of the network, and none beyond", () => {
    expect(check("AZ-NET", at("10.1.255.0/24"))).toEqual([]);
    expect(brief(check("AZ-NET", at("10.2.0.0/24")))).toEqual([
      "sites.iris.clusters.train.network.nodes 10.2.0.0/24/10.0.0.0/15",
    ]);
    expect(checkDespite("AZ-NET", at("10.2.0.0/24", ["10.0.0.0/15", "10.2.0.0"]))).toEqual([]);
  });
});

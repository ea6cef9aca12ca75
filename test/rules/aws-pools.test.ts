import { awsPool, awsSite, brief, check, cluster, figure, fleet, fleetOf, type Raw } from "./support";

const pool = "sites.rainier.clusters.train.pools.trn2";
const site = (pools: readonly Raw[], more: Raw = {}, clusterMore: Raw = {}) =>
  fleetOf(awsSite({ clusters: [cluster(pools, clusterMore)], ...more }));
const withPool = (more: Raw, siteMore: Raw = {}, clusterMore: Raw = {}) => site([awsPool(more)], siteMore, clusterMore);
const block = (more: Raw = {}): Raw => ({
  kind: "capacityBlock",
  zoneId: "use2-az1",
  reservationId: "cr-0123456789abcdef0",
  start: "2026-12-01T11:30:00Z",
  end: "2026-12-02T11:30:00Z",
  ...more,
});
const purchase = (more: Raw = {}): Raw => ({
  kind: "capacityBlockPurchase",
  zoneId: "use2-az1",
  offeringId: "cb-0123456789abcdef0",
  acceptPurchase: "I accept that this purchase is charged upfront and can be neither cancelled nor refunded",
  start: "2026-12-01T11:30:00Z",
  end: "2026-12-02T11:30:00Z",
  ...more,
});
const machine = (more: Raw): Raw => ({
  type: "trn9.48xlarge",
  offer: "aws",
  accelerator: "Trainium2",
  accelerators: figure(16),
  ...more,
});
const defined = (more: Raw) =>
  fleet({
    machines: [machine(more)],
    sites: [awsSite({ clusters: [cluster([awsPool({ machine: "trn9.48xlarge" })])] })],
  });

describe("AWS-EKS-07, quotas", () => {
  test("are the site's or the cluster's where AWS raised them", () => {
    const quotas = { nodesPerGroup: 1000, groupsPerCluster: 3 };
    expect(check("AWS-EKS-07", withPool({ count: 2000 }, { quotas }))).toEqual([]);
    expect(brief(check("AWS-EKS-07", withPool({ count: 2001 }, { quotas })))).toEqual([
      "warning sites.rainier.clusters.train.pools 4/3",
    ]);
    expect(check("AWS-EKS-07", withPool({ count: 2001 }, { quotas }, { quotas: { groupsPerCluster: 4 } }))).toEqual([]);
  });

  test("keep a capacity block in one group", () => {
    const capacity = block();
    expect(check("AWS-EKS-07", withPool({ count: 50, capacity }, { quotas: { nodesPerGroup: 50 } }))).toEqual([]);
    expect(brief(check("AWS-EKS-07", withPool({ count: 51, capacity }, { quotas: { nodesPerGroup: 50 } })))).toEqual([
      `warning ${pool}.count 51/50`,
    ]);
  });
});

describe("NAME-1, node groups", () => {
  const two = (count: number, name = "x-2") => site([awsPool({ name: "x", count }), awsPool({ name })]);

  test("of a pool that spreads have names of their own", () => {
    expect(check("NAME-1", two(450))).toEqual([]);
    expect(check("NAME-1", two(451, "x-3"))).toEqual([]);
    expect(brief(check("NAME-1", two(451)))).toEqual(["sites.rainier.clusters.train.pools.x-2 x-2/-"]);
    expect(brief(check("NAME-1", two(901, "x-3")))).toHaveLength(1);
  });

  test("are told apart from a pool whose name ends in a number", () => {
    expect(check("NAME-1", two(901, "x-1"))).toEqual([]);
    expect(check("NAME-1", two(901, "x-02"))).toEqual([]);
  });
});

// "a" x 36 and a hyphen are 37; "-2-" takes two more.
test("NAME-2 counts the number of the last node group", () => {
  expect(check("NAME-2", withPool({ name: "a".repeat(36), count: 450 }))).toEqual([]);
  expect(check("NAME-2", withPool({ name: "a".repeat(34), count: 451 }))).toEqual([]);
  expect(brief(check("NAME-2", withPool({ name: "a".repeat(35), count: 451 })))).toEqual([
    `sites.rainier.clusters.train.pools.${"a".repeat(35)} 38/37`,
  ]);
});

describe("AWS-ODCR-01, the target of a reservation", () => {
  const odcr = (more: Raw) => withPool({ capacity: { kind: "onDemandReservation", zoneId: "use2-az1", ...more } });
  const reservationId = "cr-0123456789abcdef0";
  const arn = (region: string) => `arn:aws:resource-groups:${region}:111122223333:group/trn2`;
  const create = { accept: "I accept that billing starts at once and goes on until the reservation is cancelled" };

  test("is one of three, or none", () => {
    expect(check("AWS-ODCR-01", odcr({}))).toEqual([]);
    expect(check("AWS-ODCR-01", odcr({ reservationId }))).toEqual([]);
    expect(check("AWS-ODCR-01", odcr({ reservationGroupArn: arn("us-east-2") }))).toEqual([]);
    expect(check("AWS-ODCR-01", odcr({ create }))).toEqual([]);
    expect(brief(check("AWS-ODCR-01", odcr({ reservationId, create })))).toEqual([`${pool}.capacity.create 2/1`]);
    expect(brief(check("AWS-ODCR-01", odcr({ reservationId, reservationGroupArn: arn("us-east-2"), create })))).toEqual(
      [`${pool}.capacity.reservationGroupArn 3/1`],
    );
  });

  test("is in the site's region, and a new one has no placement group that exists", () => {
    expect(brief(check("AWS-ODCR-01", odcr({ reservationGroupArn: arn("us-west-2") })))).toEqual([
      `${pool}.capacity.reservationGroupArn us-west-2/us-east-2`,
    ]);
    expect(check("AWS-ODCR-01", odcr({ reservationId, placementGroupName: "old" }))).toEqual([]);
    expect(brief(check("AWS-ODCR-01", odcr({ create, placementGroupName: "old" })))).toEqual([
      `${pool}.capacity.placementGroupName old/-`,
    ]);
  });

  test("is made only by who writes the sentence out", () => {
    expect(() => check("AWS-ODCR-01", odcr({ create: { accept: "yes" } }))).toThrow(
      'must be the sentence "I accept that billing starts at once and goes on until the reservation is cancelled"; got "yes"',
    );
  });
});

describe("a capacity block that is bought", () => {
  test("is bought only by who writes the sentence out", () => {
    expect(check("AWS-CB-04", withPool({ capacity: purchase() }))).toEqual([]);
    expect(() => check("AWS-CB-04", withPool({ capacity: purchase({ acceptPurchase: true }) }))).toThrow(
      "must be the sentence",
    );
  });

  test("AWS-CB-04: lasts 1 to 14 days, or weeks up to 182 days, and has at most 64 machines", () => {
    const until = (end: string, count = 1) => check("AWS-CB-04", withPool({ count, capacity: purchase({ end }) }));
    expect(until("2026-12-15T11:30:00Z", 64)).toEqual([]);
    expect(brief(until("2026-12-15T11:30:00Z", 65))).toEqual([`${pool}.count 65/64`]);
    expect(brief(until("2026-12-16T11:30:00Z"))).toEqual([`${pool}.capacity.end 15/14`]);
    // 182 days after 1 December 2026
    expect(until("2027-06-01T11:30:00Z")).toEqual([]);
    expect(brief(until("2027-06-08T11:30:00Z"))).toEqual([`${pool}.capacity.end 189/182`]);
  });

  test("AWS-CB-05: is not one of UltraServers", () => {
    const ultra = (capacity: Raw) => withPool({ machine: "trn2u.48xlarge", count: 4, capacity });
    expect(check("AWS-CB-05", ultra(block()))).toEqual([]);
    expect(brief(check("AWS-CB-05", ultra(purchase())))).toEqual([
      `${pool}.capacity.kind capacityBlockPurchase/capacityBlock`,
    ]);
  });

  test("CAP-2: has not ended", () => {
    // The next plan would buy: not a warning.
    expect(brief(check("CAP-2", withPool({ capacity: purchase({ end: "2026-11-22T11:30:00Z" }) })))).toEqual([
      `${pool}.capacity.end 2026-11-22T11:30:00Z/2026-11-23`,
    ]);
    expect(check("CAP-2", withPool({ capacity: purchase({ end: "2026-11-23T11:30:00Z" }) }))).toEqual([]);
  });
});

describe("AWS-EFA-02, cards of a defined machine", () => {
  const cards = (interfacesPerCard: number[], efaCards: number[]) =>
    brief(check("AWS-EFA-02", defined({ networkCards: { interfacesPerCard, efaCards } })));
  const path = 'machines["trn9.48xlarge"].networkCards';

  test("exist, take one EFA interface each, and two interfaces on the first", () => {
    expect(cards([2, 1], [0, 1])).toEqual([]);
    expect(cards([1, 1], [1])).toEqual([]);
    expect(cards([2, 1], [0, 2])).toEqual([`${path}.efaCards[1] 2/1`]);
    expect(cards([2, 1], [1, 1])).toEqual([`${path}.efaCards[1] 1/-`]);
    expect(cards([1, 1], [0, 1])).toEqual([`${path}.efaCards[0] 1/2`]);
    expect(cards([], [])).toEqual([`${path}.interfacesPerCard 0/1`]);
  });

  test("AWS-EFA-08: are stated", () => {
    expect(check("AWS-EFA-08", defined({ networkCards: { interfacesPerCard: [2], efaCards: [0] } }))).toEqual([]);
    expect(brief(check("AWS-EFA-08", defined({})))).toEqual([`warning ${path} -/-`]);
  });
});

describe("AWS-EFA-07, placement", () => {
  test("is together for machines with EFA, of which there are two or more", () => {
    const capacity = { kind: "onDemand", zoneId: "use2-az1", placementGroup: false };
    expect(check("AWS-EFA-07", withPool({ count: 2 }))).toEqual([]);
    expect(check("AWS-EFA-07", withPool({ count: 1, capacity }))).toEqual([]);
    expect(check("AWS-EFA-07", withPool({ machine: "inf2.48xlarge", count: 2, capacity }))).toEqual([]);
    expect(brief(check("AWS-EFA-07", withPool({ count: 2, capacity })))).toEqual([
      `warning ${pool}.capacity.placementGroup false/-`,
    ]);
  });
});

describe("AWS-EKS-06, images", () => {
  const image = (type: string, kind: string, more: Raw = {}) =>
    brief(check("AWS-EKS-06", withPool({ machine: type, image: { kind, ...more } })));

  test("hold the driver of the chip for the machine", () => {
    expect(image("trn2.48xlarge", "al2023")).toEqual([]);
    expect(image("trn2.48xlarge", "bottlerocket")).toEqual([]);
    expect(image("p5.48xlarge", "bottlerocket")).toEqual([]);
    expect(image("p6e-gb200.36xlarge", "al2023")).toEqual([]);
    expect(image("p6e-gb200.36xlarge", "bottlerocket")).toEqual([`${pool}.image bottlerocket/-`]);
    expect(image("p6e-gb200.36xlarge", "custom", { imageId: "ami-0123456789abcdef0", userData: "#!" })).toEqual([]);
  });

  test("are one's own for chips that EKS knows nothing of", () => {
    const amd = { accelerator: "MI300X" };
    expect(brief(check("AWS-EKS-06", defined(amd)))).toEqual([`${pool}.image al2023/-`]);
    expect(check("AWS-EKS-06", defined({}))).toEqual([]);
    expect(check("AWS-EKS-06", defined({ architecture: "arm64" }))).toHaveLength(1);
  });

  test("AWS-EKS-10: are of the cluster's version", () => {
    const release = (releaseVersion: string, version?: string) =>
      brief(
        check(
          "AWS-EKS-10",
          withPool({ image: { kind: "al2023", releaseVersion } }, {}, { scheduler: { kind: "kubernetes", version } }),
        ),
      );
    expect(release("1.34.1-20251120", "1.34")).toEqual([]);
    expect(release("1.33.5-20251120")).toEqual([]);
    expect(release("1.33.5-20251120", "1.34")).toEqual([`${pool}.image.releaseVersion 1.33.5-20251120/1.34`]);
  });
});

describe("AWS-EBS-01, disks", () => {
  const disk = (given: Raw) => brief(check("AWS-EBS-01", withPool({ disk: given })));

  test("have at most 500 IOPS a GiB", () => {
    expect(disk({ sizeGiB: 30, iops: 15_000 })).toEqual([]);
    expect(disk({ sizeGiB: 30, iops: 15_001 })).toEqual([`${pool}.disk.iops 15001/15000`]);
  });

  test("have at most a MiB/s for four IOPS", () => {
    expect(disk({ iops: 4_000, throughputMiBps: 1_000 })).toEqual([]);
    expect(disk({ iops: 3_999, throughputMiBps: 1_000 })).toEqual([`${pool}.disk.throughputMiBps 1000/999.75`]);
    expect(disk({ throughputMiBps: 750 })).toEqual([]);
    expect(disk({ throughputMiBps: 751 })).toEqual([`${pool}.disk.throughputMiBps 751/750`]);
  });

  test.each([
    [{ sizeGiB: 16_384 }, { sizeGiB: 16_385 }],
    [{ sizeGiB: 20 }, { sizeGiB: 19 }],
    [{ iops: 16_000 }, { iops: 16_001 }],
    [{ iops: 3_000 }, { iops: 2_999 }],
    [{ throughputMiBps: 125 }, { throughputMiBps: 124 }],
    [
      { iops: 4_000, throughputMiBps: 1_000 },
      { iops: 4_000, throughputMiBps: 1_001 },
    ],
  ])("%j is within the provider's limits, %j is not", (within, beyond) => {
    expect(disk(within)).toEqual([]);
    expect(() => disk(beyond)).toThrow("must be a whole number of");
  });
});

describe("AWS-EKS-11, labels and taints", () => {
  const labels = (given: Raw) => brief(check("AWS-EKS-11", withPool({ labels: given })));
  const key = (length: number) => `a.io/${"k".repeat(length - 5)}`;

  test("have at most 63 characters, and a form", () => {
    expect(labels({ [key(63)]: "v".repeat(63), plain: "" })).toEqual([]);
    expect(labels({ [key(64)]: "v" })).toEqual([`${pool}.labels["${key(64)}"] 64/63`]);
    expect(labels({ k: "v".repeat(64) })).toEqual([`${pool}.labels["k"] 64/63`]);
    expect(labels({ "a b": "v" })).toEqual([`${pool}.labels["a b"] a b/-`]);
    expect(labels({ k: "-v" })).toEqual([`${pool}.labels["k"] -v/-`]);
  });

  test("are neither the pool's own nor those of Kubernetes", () => {
    expect(labels({ "siteform.dev/pool": "x" })).toHaveLength(1);
    expect(labels({ "node.kubernetes.io/role": "x" })).toHaveLength(1);
    expect(labels({ "notkubernetes.io/role": "x" })).toEqual([]);
  });

  test("are at most 50 taints", () => {
    const taints = (count: number) =>
      brief(
        check(
          "AWS-EKS-11",
          withPool({
            taints: Array.from({ length: count }, (_, index) => ({ key: `k${index}`, effect: "NO_SCHEDULE" })),
          }),
        ),
      );
    expect(taints(50)).toEqual([]);
    expect(taints(51)).toEqual([`${pool}.taints 51/50`]);
  });
});

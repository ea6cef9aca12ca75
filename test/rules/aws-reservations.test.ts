import { awsPool, awsSite, brief, check, cluster, fleetOf, type Raw } from "./support";

const SITE = "sites.rainier";
const CLUSTER = `${SITE}.clusters.train`;
const POOL = `${CLUSTER}.pools.trn2`;

/** A site in us-east-2 with one cluster, which differs by `more`; the site by `site`. */
const aws = (more: Raw = {}, site: Raw = {}, pools: readonly Raw[] = [awsPool()]): Raw =>
  fleetOf(awsSite({ clusters: [cluster(pools, more)], ...site }));

describe("AWS-ODCR-02, reservations that are made until a day", () => {
  const accept = "I accept that billing starts at once and goes on until the reservation is cancelled";
  const until = (end: string | undefined) => {
    const create = { accept, ...(end === undefined ? {} : { end }) };
    const capacity = { kind: "onDemandReservation", zoneId: "use2-az1", create };
    return check("AWS-ODCR-02", aws({}, {}, [awsPool({ capacity })]));
  };

  test("have not ended on the day for which rules are asked", () => {
    expect(until(undefined)).toEqual([]);
    expect(until("2026-11-23T00:00:00Z")).toEqual([]);
    expect(brief(until("2026-11-22T23:59:59Z"))).toEqual([
      `warning ${POOL}.capacity.create.end 2026-11-22T23:59:59Z/2026-11-23`,
    ]);
  });
});

describe("AWS-CB-06, capacity blocks that run together", () => {
  const pool = (name: string, count: number, start: string, end: string, more: Raw = {}) =>
    awsPool({
      name,
      count,
      capacity: {
        kind: "capacityBlock",
        zoneId: "use2-az1",
        reservationId: "cr-0123456789abcdef0",
        start,
        end,
        ...more,
      },
    });
  const first = ["2026-12-01T11:30:00Z", "2026-12-08T11:30:00Z"] as const;
  const middle = ["2026-12-05T11:30:00Z", "2026-12-06T11:30:00Z"] as const;
  const next = ["2026-12-08T11:30:00Z", "2026-12-09T11:30:00Z"] as const;
  const of = (...pools: readonly Raw[]) => brief(check("AWS-CB-06", aws({}, {}, pools)));
  const four = ["a", "b", "c", "d"].map((name) => pool(name, 64, ...first));

  test("have 256 machines and no more, in any account and region", () => {
    expect(of(...four)).toEqual([]);
    expect(of(...four, pool("e", 1, ...middle))).toEqual([`warning ${CLUSTER}.pools.e.count 257/256`]);
    const elsewhere = awsSite({
      name: "other",
      account: "444455556666",
      clusters: [cluster([pool("e", 64, ...middle)])],
    });
    expect(check("AWS-CB-06", fleetOf(awsSite({ clusters: [cluster(four)] }), elsewhere))).toEqual([]);
  });

  test("may follow each other", () => {
    expect(of(...four, pool("e", 64, ...next))).toEqual([]);
  });
});

describe("ARNs of another place", () => {
  const key = (region: string, partition = "aws") =>
    `arn:${partition}:kms:${region}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  const lustre = (kmsKeyArn: string): Raw => ({
    kind: "lustre",
    type: "persistent",
    name: "data",
    zoneId: "use2-az1",
    capacityGiB: 2400,
    throughputPerTiB: 125,
    kmsKeyArn,
  });

  test("AWS-KEY-1 wants keys of buckets and file systems in the site's region and partition", () => {
    const bucket = (kmsKeyArn: string) =>
      brief(check("AWS-KEY-1", aws({}, { buckets: [{ name: "sets", kmsKeyArn }] })));
    expect(bucket(key("us-east-2"))).toEqual([]);
    expect(bucket(key("us-west-2"))).toEqual([`${SITE}.buckets.sets.kmsKeyArn aws, us-west-2/aws, us-east-2`]);
    const stored = (kmsKeyArn: string) => brief(check("AWS-KEY-1", aws({ storage: [lustre(kmsKeyArn)] })));
    expect(stored(key("us-east-2"))).toEqual([]);
    expect(stored(key("us-east-2", "aws-us-gov"))).toEqual([
      `${CLUSTER}.storage.data.kmsKeyArn aws-us-gov, us-east-2/aws, us-east-2`,
    ]);
  });

  test("AWS-ROLE-1 wants policies of the site's partition, and AWS's own or those of its account", () => {
    const of = (...policyArns: string[]) =>
      brief(check("AWS-ROLE-1", aws({ podIdentities: [{ namespace: "a", serviceAccount: "b", policyArns }] })));
    const place = `${CLUSTER}.podIdentities[0].policyArns`;
    expect(of("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess", "arn:aws:iam::111122223333:policy/own")).toEqual([]);
    expect(of("arn:aws-cn:iam::aws:policy/AmazonS3ReadOnlyAccess")).toEqual([`${place}[0] aws-cn/aws`]);
    expect(of("arn:aws:iam::aws:policy/x", "arn:aws:iam::444455556666:policy/own")).toEqual([
      `${place}[1] 444455556666/111122223333`,
    ]);
  });

  test("AWS-ODCR-01 wants a group of reservations of the site's partition", () => {
    const of = (partition: string) => {
      const reservationGroupArn = `arn:${partition}:resource-groups:us-east-2:111122223333:group/trn2`;
      const capacity = { kind: "onDemandReservation", zoneId: "use2-az1", reservationGroupArn };
      return brief(check("AWS-ODCR-01", aws({}, {}, [awsPool({ capacity })])));
    };
    expect(of("aws")).toEqual([]);
    expect(of("aws-us-gov")).toEqual([`${POOL}.capacity.reservationGroupArn aws-us-gov/aws`]);
  });
});

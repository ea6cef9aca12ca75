import { awsPool, awsSite, brief, check, cluster, fleetOf, type Raw } from "./support";

const storage = "sites.rainier.clusters.train.storage.data";
const persistent = (more: Raw = {}): Raw => ({
  kind: "lustre",
  type: "persistent",
  name: "data",
  zoneId: "use2-az1",
  capacityGiB: 2400,
  throughputPerTiB: 125,
  ...more,
});
const scratch = (more: Raw = {}): Raw => ({
  kind: "lustre",
  type: "scratch",
  name: "data",
  zoneId: "use2-az1",
  capacityGiB: 2400,
  ...more,
});
const tiered = (more: Raw = {}): Raw => ({
  kind: "lustre",
  type: "intelligentTiering",
  name: "data",
  zoneId: "use2-az1",
  throughputMBps: 4000,
  metadataIops: 6000,
  ...more,
});
const withStorage = (fileSystems: readonly Raw[], siteMore: Raw = {}, pool: Raw = {}) =>
  fleetOf(awsSite({ clusters: [cluster([awsPool(pool)], { storage: fileSystems })], ...siteMore }));
const found = (id: string, fileSystem: Raw, siteMore: Raw = {}) =>
  brief(check(id, withStorage([fileSystem], siteMore)));

describe("AWS-FSX-02, sizes", () => {
  test("are 1,200 GiB or a multiple of 2,400", () => {
    for (const made of [persistent, scratch]) {
      for (const capacityGiB of [1200, 2400, 4800, 24_000]) {
        expect(found("AWS-FSX-02", made({ capacityGiB }))).toEqual([]);
      }
      expect(found("AWS-FSX-02", made({ capacityGiB: 1199 }))).toEqual([`${storage}.capacityGiB 1199/2400`]);
      expect(found("AWS-FSX-02", made({ capacityGiB: 3600 }))).toEqual([`${storage}.capacityGiB 3600/2400`]);
    }
    expect(check("AWS-FSX-02", withStorage([scratch({ capacityGiB: 3600 })]))[0]).toMatchObject({
      message: "the capacity is 1,200 GiB or a multiple of 2,400 GiB; got 3,600",
      hint: "take 2,400 or 4,800",
    });
  });

  // FSx for Lustre user guide: 38.4 TiB at 125 MB/s a TiB, 19.2 at 250, 9.6 at 500, 4.8 at 1,000
  test.each([
    [125, 38_400],
    [250, 19_200],
    [500, 9_600],
    [1000, 4_800],
  ])("with EFA at %i MB/s a TiB are multiples of %i", (throughputPerTiB, step) => {
    const efa = (capacityGiB: number) => found("AWS-FSX-02", persistent({ efa: true, throughputPerTiB, capacityGiB }));
    expect(efa(step)).toEqual([]);
    expect(efa(2 * step)).toEqual([]);
    expect(efa(step - 2400)).toEqual([`${storage}.capacityGiB ${step - 2400}/${step}`]);
    expect(efa(step + 2400)).toEqual([`${storage}.capacityGiB ${step + 2400}/${step}`]);
  });

  test("have metadata IOPS of a few values, or multiples of 12,000 up to 192,000", () => {
    const iops = (metadataIops: number) => found("AWS-FSX-02", persistent({ metadataIops }));
    for (const each of [1500, 3000, 6000, 12_000, 24_000, 192_000]) expect(iops(each)).toEqual([]);
    expect(iops(1501)).toEqual([`${storage}.metadataIops 1501/12000`]);
    expect(iops(18_000)).toEqual([`${storage}.metadataIops 18000/12000`]);
    expect(() => iops(204_000)).toThrow("must be a whole number of 1500 to 192000 IOPS; got 204000");
    expect(() => iops(1499)).toThrow("must be a whole number of 1500 to 192000 IOPS; got 1499");
  });

  test("with Intelligent-Tiering have a throughput of multiples of 4,000 MB/s", () => {
    expect(found("AWS-FSX-02", tiered({ throughputMBps: 8000 }))).toEqual([]);
    expect(found("AWS-FSX-02", tiered({ throughputMBps: 6000 }))).toEqual([`${storage}.throughputMBps 6000/4000`]);
    expect(() => found("AWS-FSX-02", tiered({ metadataIops: 3000 }))).toThrow("must be 6000 or 12000 IOPS; got 3000");
  });

  // 32 GiB for each 4,000 MB/s
  test("with Intelligent-Tiering have a read cache that suits the throughput", () => {
    const cache = (sizeGiB: number) => found("AWS-FSX-02", tiered({ throughputMBps: 8000, readCache: { sizeGiB } }));
    expect(cache(64)).toEqual([]);
    expect(cache(63)).toEqual([`${storage}.readCache.sizeGiB 63/64`]);
    expect(cache(131_072)).toEqual([]);
    expect(() => cache(131_073)).toThrow();
  });

  test("have one of four throughputs", () => {
    expect(() => found("AWS-FSX-02", persistent({ throughputPerTiB: 200 }))).toThrow(
      "must be 125, 250, 500 or 1000 MB/s for each TiB; got 200",
    );
  });
});

describe("AWS-FSX-03, links", () => {
  const buckets = [{ name: "sets" }];
  const own = (path: string, more: Raw = {}): Raw => ({ path, bucket: { kind: "site", name: "sets" }, ...more });
  const other = (path: string, bucketName: string, more: Raw = {}): Raw => ({
    path,
    bucket: { kind: "other", bucketName },
    ...more,
  });
  const links = (given: readonly Raw[], more: Raw = {}) =>
    found("AWS-FSX-03", persistent({ links: given, ...more }), { buckets });

  test("lead to a bucket of the site, or to any other", () => {
    expect(links([own("/a")])).toEqual([]);
    expect(links([other("/a", "corpus")])).toEqual([]);
    expect(found("AWS-FSX-03", scratch({ links: [own("/a")] }))).toEqual([`${storage}.links[0].bucket.name sets/-`]);
    const misspelt = withStorage([scratch({ links: [own("/a", { bucket: { kind: "site", name: "set" } })] })], {
      buckets,
    });
    expect(check("AWS-FSX-03", misspelt)[0]?.hint).toBe('did you mean "sets"?');
  });

  test("do not lead to a bucket that is retired", () => {
    expect(
      found("AWS-FSX-03", scratch({ links: [own("/a")] }), { buckets: [{ name: "sets", retired: true }] }),
    ).toEqual([`${storage}.links[0].bucket.name sets/-`]);
  });

  test("have folders that do not overlap", () => {
    expect(links([own("/a"), other("/ab", "corpus")])).toEqual([]);
    expect(links([own("/a"), other("/a/b", "corpus")])).toEqual([`${storage}.links[1].path /a/b/-`]);
    expect(links([own("/a/b"), other("/a/", "corpus")])).toEqual([`${storage}.links[1].path /a//-`]);
    expect(links([own("/"), other("/a", "corpus")])).toEqual([`${storage}.links[1].path /a/-`]);
  });

  test("have parts of buckets that do not overlap", () => {
    expect(links([other("/a", "corpus", { prefix: "x" }), other("/b", "corpus", { prefix: "xy" })])).toEqual([]);
    expect(links([other("/a", "corpus", { prefix: "x" }), other("/b", "corpus", { prefix: "x/y" })])).toEqual([
      `${storage}.links[1].prefix s3://corpus/x/y//-`,
    ]);
    expect(links([other("/a", "corpus"), other("/b", "corpus", { prefix: "x" })])).toHaveLength(1);
  });

  test("are at most eight", () => {
    const some = (count: number) => Array.from({ length: count }, (_, index) => other(`/p${index}`, `corpus-${index}`));
    expect(links(some(8))).toEqual([]);
    expect(links(some(9))).toEqual([`${storage}.links 9/8`]);
  });

  test("exclude backups", () => {
    expect(links([own("/a")], { backupDays: 0 })).toEqual([]);
    expect(links([own("/a")], { backupDays: 1 })).toEqual([`${storage}.backupDays 1/0`]);
    expect(links([], { backupDays: 90 })).toEqual([]);
    expect(() => links([], { backupDays: 91 })).toThrow("must be a whole number of 0 to 90 days; got 91");
  });
});

describe("AWS-FSX-04, zones", () => {
  test("are of the region, and hold machines that read", () => {
    expect(found("AWS-FSX-04", scratch())).toEqual([]);
    expect(found("AWS-FSX-04", scratch({ zoneId: "usw2-az1" }))).toEqual([`${storage}.zoneId usw2-az1/use2-`]);
    expect(found("AWS-FSX-04", scratch({ zoneId: "use2-az2" }))).toEqual([`warning ${storage}.zoneId use2-az2/-`]);
  });

  test("hold machines with EFA for a file system with EFA", () => {
    const efa = persistent({ efa: true, capacityGiB: 38_400 });
    expect(found("AWS-FSX-04", efa)).toEqual([]);
    expect(brief(check("AWS-FSX-04", withStorage([efa], {}, { machine: "inf2.48xlarge" })))).toEqual([
      `warning ${storage}.zoneId use2-az1/-`,
    ]);
  });

  test("AWS-ZONE-01: get a subnet as the zones of pools do", () => {
    const network = { cidrs: ["10.16.0.0/16"], zoneIds: ["use2-az1", "use2-az2"] };
    expect(found("AWS-ZONE-01", scratch({ zoneId: "use2-az2" }), { network })).toEqual([]);
    expect(found("AWS-ZONE-01", scratch({ zoneId: "use2-az3" }), { network })).toEqual([
      "sites.rainier.network.zoneIds use2-az3/-",
    ]);
  });
});

test("NAME-1: file systems of a cluster and buckets of a site have names of their own", () => {
  expect(brief(check("NAME-1", withStorage([scratch(), scratch({ name: "other" })])))).toEqual([]);
  expect(brief(check("NAME-1", withStorage([scratch(), scratch()])))).toEqual([`${storage}[1] 2/1`]);
  expect(brief(check("NAME-1", fleetOf(awsSite({ buckets: [{ name: "a" }, { name: "a" }] }))))).toEqual([
    "sites.rainier.buckets.a[1] 2/1",
  ]);
});

describe("AWS-S3-01, names of buckets", () => {
  const path = "sites.rainier.buckets.b";
  const named = (bucketName: string) =>
    brief(check("AWS-S3-01", fleetOf(awsSite({ buckets: [{ name: "b", bucketName }] }))));

  test("have 3 to 63 characters", () => {
    expect(named("abc")).toEqual([]);
    expect(named("a".repeat(63))).toEqual([]);
    expect(named("ab")).toEqual([`${path}.bucketName 2/3`]);
    expect(named("a".repeat(64))).toEqual([`${path}.bucketName 64/63`]);
  });

  test.each([
    "Abc",
    "a_b",
    "-abc",
    "abc-",
    ".abc",
    "a..b",
    "192.168.5.4",
    "xn--abc",
    "sthree-abc",
    "amzn-s3-demo-abc",
    "abc-s3alias",
    "abc--ol-s3",
    "abc.mrap",
    "abc--x-s3",
    "abc--table-s3",
  ])("are not %s", (bucketName) => {
    expect(named(bucketName)).toEqual([`${path}.bucketName ${bucketName}/-`]);
  });

  // "atlas-rainier-" and "-111122223333-us-east-2" are 14 + 23 characters, which leaves 26.
  test("that are made of others fit as well", () => {
    const made = (name: string) => brief(check("AWS-S3-01", fleetOf(awsSite({ buckets: [{ name }] }))));
    expect(made("a".repeat(26))).toEqual([]);
    expect(made("a".repeat(27))).toEqual([`sites.rainier.buckets.${"a".repeat(27)} 64/63`]);
  });

  test("are one bucket's", () => {
    const twice = fleetOf(
      awsSite({ buckets: [{ name: "b", bucketName: "abc" }] }),
      awsSite({ name: "other", network: { cidrs: ["10.17.0.0/16"] }, buckets: [{ name: "c", bucketName: "abc" }] }),
    );
    expect(brief(check("AWS-S3-01", twice))).toEqual(["sites.other.buckets.c.bucketName abc/-"]);
  });
});

describe("AWS-S3-02, days", () => {
  const lifecycle = (given: Raw) =>
    brief(check("AWS-S3-02", fleetOf(awsSite({ buckets: [{ name: "b", lifecycle: given }] }))));
  const path = "sites.rainier.buckets.b.lifecycle";

  test.each(["STANDARD_IA", "ONEZONE_IA"])("objects move to %s after 30 or more", (storageClass) => {
    expect(lifecycle({ transition: { days: 30, storageClass } })).toEqual([]);
    expect(lifecycle({ transition: { days: 29, storageClass } })).toEqual([`${path}.transition.days 29/30`]);
  });

  test("objects move to other classes at once", () => {
    expect(lifecycle({ transition: { days: 0, storageClass: "GLACIER_IR" } })).toEqual([]);
  });

  test("objects end after they move", () => {
    const transition = { days: 60, storageClass: "STANDARD_IA" };
    expect(lifecycle({ transition, expireDays: 61 })).toEqual([]);
    expect(lifecycle({ transition, expireDays: 60 })).toEqual([`${path}.expireDays 60/61`]);
  });
});

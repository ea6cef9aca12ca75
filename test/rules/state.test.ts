import { brief, check, fleet, ownedSite, type Raw } from "./support";

const s3 = (more: Raw = {}): Raw => ({ kind: "s3", bucket: "atlas-tfstate", region: "us-east-2", ...more });
const gcs = (more: Raw = {}): Raw => ({ kind: "gcs", bucket: "atlas-tfstate", ...more });
const azure = (more: Raw = {}): Raw => ({
  kind: "azureBlob",
  resourceGroup: "state",
  storageAccount: "atlasstate",
  container: "tfstate",
  ...more,
});
const found = (rule: string, state: Raw, ...stateStores: readonly Raw[]) =>
  brief(check(rule, fleet({ state, stateStores })));
const letters = (count: number): string => "a".repeat(count);

describe("STATE-2, names of buckets, accounts and containers", () => {
  test.each([letters(3), letters(63), "a.b-c", "1ab", "atlas.example.com"])("S3 takes %s", (bucket) => {
    expect(found("STATE-2", s3({ bucket }))).toEqual([]);
  });

  test.each([
    ["aa", "state.bucket 2/3"],
    [letters(64), "state.bucket 64/63"],
    ["Atlas", "state.bucket Atlas/-"],
    ["atlas_state", "state.bucket atlas_state/-"],
    ["-atlas", "state.bucket -atlas/-"],
    ["atlas-", "state.bucket atlas-/-"],
    ["a..b", "state.bucket a..b/-"],
    ["10.0.0.1", "state.bucket 10.0.0.1/-"],
    ["xn--atlas", "state.bucket xn--atlas/-"],
    ["sthree-atlas", "state.bucket sthree-atlas/-"],
    ["atlas-s3alias", "state.bucket atlas-s3alias/-"],
    ["atlas--x-s3", "state.bucket atlas--x-s3/-"],
  ])("S3 refuses %s", (bucket, report) => {
    expect(found("STATE-2", s3({ bucket }))).toEqual([report]);
  });

  test.each([letters(3), letters(63), "a_b", `${letters(63)}.${letters(63)}.${letters(63)}.${letters(30)}`])(
    "Cloud Storage takes %s",
    (bucket) => {
      expect(found("STATE-2", gcs({ bucket }))).toEqual([]);
    },
  );

  test.each([
    [letters(64), "state.bucket 64/63"],
    // 3 x 64 + 31 characters.
    [`${letters(63)}.${letters(63)}.${letters(63)}.${letters(31)}`, "state.bucket 223/222"],
    [`${letters(64)}.example`, "state.bucket 64/63"],
    ["goog-atlas", "state.bucket goog-atlas/-"],
    ["my-google-state", "state.bucket my-google-state/-"],
    ["g00gle", "state.bucket g00gle/-"],
    ["192.168.5.4", "state.bucket 192.168.5.4/-"],
  ])("Cloud Storage refuses %s", (bucket, report) => {
    expect(found("STATE-2", gcs({ bucket }))).toEqual([report]);
  });

  test.each([
    [{ storageAccount: letters(3), container: letters(3), resourceGroup: "a" }, []],
    [{ storageAccount: letters(24), container: letters(63), resourceGroup: letters(90) }, []],
    [{ storageAccount: letters(2) }, ["state.storageAccount 2/3"]],
    [{ storageAccount: letters(25) }, ["state.storageAccount 25/24"]],
    [{ storageAccount: "atlas-state" }, ["state.storageAccount atlas-state/-"]],
    [{ container: letters(2) }, ["state.container 2/3"]],
    [{ container: letters(64) }, ["state.container 64/63"]],
    [{ container: "tf--state" }, ["state.container tf--state/-"]],
    [{ container: "$web" }, ["state.container $web/-"]],
    [{ resourceGroup: letters(91) }, ["state.resourceGroup 91/90"]],
    [{ resourceGroup: "state." }, ["state.resourceGroup state./-"]],
  ])("Azure, %j", (more, reports) => {
    expect(found("STATE-2", azure(more))).toEqual(reports);
  });
});

describe("STATE-3, the prefix of keys", () => {
  test.each(["atlas", "a/b.c/d_e", "teams/(1)/prod!"])("takes %s", (keyPrefix) => {
    expect(found("STATE-3", s3({ keyPrefix }))).toEqual([]);
  });

  test.each([
    "/atlas",
    "atlas/",
    "a//b",
    "a/../b",
    "./a",
    "a b",
    "ü",
    "a$" + "{b}",
    "env:/a",
    "AKIAIOSFODNN7EXAMPLE/a",
  ])("refuses %s", (keyPrefix) => {
    const shown = keyPrefix.replace("AKIAIOSFODNN7EXAMPLE", "(an access key of AWS, not shown)");
    expect(found("STATE-3", s3({ keyPrefix }))).toEqual([`state.keyPrefix ${shown}/-`]);
    expect(found("STATE-3", gcs({ prefix: keyPrefix }))).toEqual([`state.prefix ${shown}/-`]);
  });

  test("takes a dot at the end of a part, but on Azure", () => {
    expect(found("STATE-3", s3({ keyPrefix: "a./b" }))).toEqual([]);
    expect(found("STATE-3", azure({ keyPrefix: "a./b" }))).toEqual(["state.keyPrefix a./b/-"]);
  });

  test("takes a key of 1,024 characters with its lock, and not of 1,025", () => {
    // "/" + "abilene" + ".tfstate" + ".tflock" are 23 characters.
    const of = (length: number) =>
      brief(check("STATE-3", fleet({ state: s3({ keyPrefix: letters(length) }), sites: [ownedSite()] })));
    expect(of(1001)).toEqual([]);
    expect(of(1002)).toEqual(["state.keyPrefix 1025/1024"]);
  });
});

describe("STATE-4, key, role and accounts", () => {
  const arn = (region: string) => `arn:aws:kms:${region}:111122223333:alias/tf`;
  const roleArn = "arn:aws:iam::111122223333:role/state";

  test("agree", () => {
    const allowedAccountIds = ["444455556666", "111122223333"];
    expect(
      found("STATE-4", s3({ kmsKeyId: arn("us-east-2"), roleArn, allowedAccountIds, externalId: "atlas" })),
    ).toEqual([]);
    expect(found("STATE-4", s3({ kmsKeyId: "alias/tf", allowedAccountIds }))).toEqual([]);
  });

  test("do not agree", () => {
    expect(found("STATE-4", s3({ kmsKeyId: arn("us-east-1") }))).toEqual(["state.kmsKeyId us-east-1/us-east-2"]);
    expect(found("STATE-4", s3({ roleArn, allowedAccountIds: ["444455556666"] }))).toEqual([
      "state.allowedAccountIds 111122223333/444455556666",
    ]);
    expect(found("STATE-4", s3({ externalId: "atlas" }))).toEqual(["state.externalId -/-"]);
  });
});

const aws = (more: Raw = {}): Raw => ({ provider: "aws", name: "atlas-state", account: "111122223333", ...more });
const google = (more: Raw = {}): Raw => ({
  provider: "google",
  name: "atlas-state",
  project: "atlas",
  location: "us-east5",
  ...more,
});
const azureStore = (more: Raw = {}): Raw => ({
  provider: "azure",
  name: "atlas-state",
  subscription: "00000000-0000-4000-8000-000000000001",
  region: "eastus2",
  ...more,
});

describe("STATE-5, what creates the place of the state", () => {
  test("is of the cloud that the state is in", () => {
    expect(found("STATE-5", s3(), aws())).toEqual([]);
    expect(found("STATE-5", gcs(), google())).toEqual([]);
    expect(found("STATE-5", azure(), azureStore())).toEqual([]);
    expect(found("STATE-5", gcs(), aws())).toEqual(["stateStores.atlas-state gcs/s3"]);
    expect(found("STATE-5", azure(), google())).toEqual(["stateStores.atlas-state azureBlob/gcs"]);
    expect(found("STATE-5", { kind: "local" }, azureStore())).toEqual(["stateStores.atlas-state local/azureBlob"]);
  });

  test("is one", () => {
    expect(found("STATE-5", s3(), aws(), aws({ name: "other" }))).toEqual(["stateStores.other 2/1"]);
  });
});

describe("STATE-6, where it creates it", () => {
  test("on AWS: in the account of the role and of the alias, with logs elsewhere", () => {
    const roleArn = "arn:aws:iam::111122223333:role/state";
    const kmsKeyId = "arn:aws:kms:us-east-2:111122223333:alias/tf";
    expect(found("STATE-6", s3({ roleArn, kmsKeyId, allowedAccountIds: ["111122223333"] }), aws())).toEqual([]);
    const elsewhere = aws({ account: "444455556666", accessLog: { bucket: "atlas-tfstate" } });
    expect(found("STATE-6", s3({ roleArn, kmsKeyId }), elsewhere)).toEqual([
      "state.kmsKeyId 111122223333/444455556666",
      "stateStores.atlas-state.accessLog.bucket atlas-tfstate/-",
      "stateStores.atlas-state.account 444455556666/111122223333",
    ]);
    expect(found("STATE-6", s3({ allowedAccountIds: ["111122223333"] }), aws({ account: "444455556666" }))).toEqual([
      "stateStores.atlas-state.account 444455556666/111122223333",
    ]);
    expect(found("STATE-6", s3({ kmsKeyId: "alias/aws/s3" }), aws())).toEqual(["state.kmsKeyId alias/aws/s3/-"]);
    // A key of another account is there already; nothing is created in its place.
    const key = "arn:aws:kms:us-east-2:444455556666:key/00000000-0000-4000-8000-000000000000";
    expect(found("STATE-6", s3({ kmsKeyId: key }), aws())).toEqual([]);
  });

  test("on Google Cloud: in the key's location and, where it makes the key, in its project", () => {
    const key = (location: string, project = "atlas") =>
      gcs({ kmsEncryptionKey: `projects/${project}/locations/${location}/keyRings/state/cryptoKeys/tfstate` });
    expect(found("STATE-6", key("us-east5"), google())).toEqual([]);
    expect(found("STATE-6", key("us"), google({ location: "US" }))).toEqual([]);
    expect(found("STATE-6", key("us-east1"), google())).toEqual(["stateStores.atlas-state.location us-east5/us-east1"]);
    expect(found("STATE-6", key("us-east5", "keys"), google())).toEqual(["stateStores.atlas-state.project atlas/keys"]);
    expect(found("STATE-6", key("us-east5", "keys"), google({ createKey: false }))).toEqual([]);
  });

  test("on Azure: in the state's subscription, without a shared key", () => {
    const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
    expect(found("STATE-6", azure({ subscriptionId: id(1) }), azureStore())).toEqual([]);
    expect(found("STATE-6", azure({ subscriptionId: id(2), useAzureadAuth: false }), azureStore())).toEqual([
      `state.useAzureadAuth false/true`,
      `stateStores.atlas-state.subscription ${id(1)}/${id(2)}`,
    ]);
  });
});

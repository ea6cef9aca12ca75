import { Fleet, RemoteState } from "../../constructs";
import { AwsSite, onDemand, StateBucket } from "../../constructs/aws";
import type { StateInput } from "../../constructs/model";
import { AS_OF, aGoodFleet } from "./fleets";
import { enterProject, type Project } from "./project";

let project: Project;
beforeEach(() => {
  project = enterProject();
});
afterEach(() => project.leave());

function terraformOf(state: StateInput | undefined, stack = "lab"): unknown {
  const props = state === undefined ? {} : { state };
  const { result } = project.run(() => aGoodFleet("atlas", props).synth({ asOf: AS_OF }));
  expect(result.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  return Object(project.json(`cdktf.out/stacks/${stack}/cdk.tf.json`)).terraform;
}

const uuid = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

describe("a stack's backend and the Terraform it needs", () => {
  const backends: readonly (readonly [string, StateInput | undefined, string, string, object])[] = [
    ["local, without a word", undefined, ">= 1.4", "local", { path: "../../../state/atlas/lab.tfstate" }],
    ["local", RemoteState.local(), ">= 1.4", "local", { path: "../../../state/atlas/lab.tfstate" }],
    [
      // No `encrypt`: it would ask for AES256 instead of what the bucket does by default.
      "S3, with the bucket's own encryption",
      RemoteState.s3({ bucket: "atlas-tfstate", region: "us-east-2" }),
      ">= 1.10",
      "s3",
      { bucket: "atlas-tfstate", region: "us-east-2", key: "atlas/lab.tfstate", use_lockfile: true },
    ],
    [
      "S3, with everything",
      RemoteState.s3({
        bucket: "atlas-tfstate",
        region: "us-east-2",
        keyPrefix: "clusters/production",
        kmsKeyId: "alias/tf",
        roleArn: "arn:aws:iam::111122223333:role/terraform-state",
        externalId: "atlas",
        allowedAccountIds: ["111122223333"],
      }),
      ">= 1.10",
      "s3",
      {
        bucket: "atlas-tfstate",
        region: "us-east-2",
        key: "clusters/production/lab.tfstate",
        encrypt: true,
        kms_key_id: "alias/tf",
        use_lockfile: true,
        allowed_account_ids: ["111122223333"],
        assume_role: {
          role_arn: "arn:aws:iam::111122223333:role/terraform-state",
          session_name: "siteform-atlas",
          external_id: "atlas",
        },
      },
    ],
    ["GCS", RemoteState.gcs({ bucket: "tfstate" }), ">= 1.4", "gcs", { bucket: "tfstate", prefix: "atlas/lab" }],
    [
      "GCS, with everything",
      RemoteState.gcs({
        bucket: "tfstate",
        prefix: "ours",
        kmsEncryptionKey: "projects/p/locations/us-east5/keyRings/state/cryptoKeys/tfstate",
        impersonateServiceAccount: "terraform@atlas-state.iam.gserviceaccount.com",
      }),
      ">= 1.4",
      "gcs",
      {
        bucket: "tfstate",
        prefix: "ours/lab",
        kms_encryption_key: "projects/p/locations/us-east5/keyRings/state/cryptoKeys/tfstate",
        impersonate_service_account: "terraform@atlas-state.iam.gserviceaccount.com",
      },
    ],
    [
      "Azure",
      RemoteState.azureBlob({ resourceGroup: "g", storageAccount: "atlasstate", container: "tfstate" }),
      ">= 1.4",
      "azurerm",
      {
        resource_group_name: "g",
        storage_account_name: "atlasstate",
        container_name: "tfstate",
        key: "atlas/lab.tfstate",
        use_azuread_auth: true,
      },
    ],
    [
      "Azure, with everything",
      RemoteState.azureBlob({
        resourceGroup: "g",
        storageAccount: "atlasstate",
        container: "tfstate",
        keyPrefix: "ours",
        useAzureadAuth: false,
        subscriptionId: uuid(1),
        tenantId: uuid(2),
      }),
      ">= 1.4",
      "azurerm",
      {
        resource_group_name: "g",
        storage_account_name: "atlasstate",
        container_name: "tfstate",
        key: "ours/lab.tfstate",
        use_azuread_auth: false,
        subscription_id: uuid(1),
        tenant_id: uuid(2),
      },
    ],
  ];

  test.each(backends)("%s", (_, state, version, kind, block) => {
    expect(terraformOf(state)).toMatchObject({ required_version: version, backend: { [kind]: block } });
  });

  test("is named in every stack, with a key of its own, and no path of this machine (X-BACKEND-01)", () => {
    const fleet = aGoodFleet("atlas", { state: RemoteState.s3({ bucket: "atlas-tfstate", region: "us-east-2" }) });
    const rainier = new AwsSite(fleet, "rainier", {
      account: "111122223333",
      region: "us-east-2",
      location: { country: "US" },
      stacks: "perCluster",
    });
    for (const [index, name] of ["a", "b"].entries()) {
      rainier.addCluster(name, {
        network: { cidrs: [`10.${16 + index}.0.0/16`] },
        pools: [{ machine: "trn2.48xlarge", count: 1, capacity: onDemand({ zoneId: "use2-az3" }) }],
      });
    }
    fleet.addStack("own", () => undefined);
    new StateBucket(fleet, { account: "111122223333" });
    const { result } = project.run(() => fleet.synth({ asOf: AS_OF }));
    const stacks = result.files.filter((file) => file.endsWith("cdk.tf.json"));
    expect(stacks).toHaveLength(6);
    const keys = stacks.map((file) => Object(project.json(`cdktf.out/${file}`)).terraform.backend);
    expect(keys.filter(({ s3 }) => s3 !== undefined).map(({ s3 }) => s3.key)).toEqual([
      "atlas/lab.tfstate",
      "atlas/memphis.tfstate",
      "atlas/own.tfstate",
      "atlas/rainier-a.tfstate",
      "atlas/rainier-b.tfstate",
    ]);
    expect(keys.filter(({ s3 }) => s3 === undefined)).toEqual([
      { local: { path: "../../../state/atlas/atlas-state.tfstate" } },
    ]);
  });

  test("names a session that STS takes, however long the fleet's name is", () => {
    const name = "a".repeat(63);
    const roleArn = "arn:aws:iam::111122223333:role/state";
    const state = RemoteState.s3({ bucket: "atlas-tfstate", region: "us-east-2", roleArn });
    project.run(() => aGoodFleet(name, { state }).synth({ asOf: AS_OF }));
    const { assume_role: role } = Object(project.json("cdktf.out/stacks/lab/cdk.tf.json")).terraform.backend.s3;
    expect(role.session_name).toHaveLength(64);
  });
});

describe("what creates the place of the state", () => {
  const state = RemoteState.s3({ bucket: "atlas-tfstate", region: "us-east-2" });
  const synth = (fleet: Fleet, outdir?: string) =>
    project.run(() => fleet.synth({ asOf: AS_OF, ...(outdir === undefined ? {} : { outdir }) })).result;

  test("has a stack named after the fleet, which a site may not have too", () => {
    const fleet = aGoodFleet("atlas", { state });
    new StateBucket(fleet, { account: "111122223333" });
    expect(synth(fleet).files).toContain("stacks/atlas-state/cdk.tf.json");

    const clash = aGoodFleet("atlas", { state });
    new StateBucket(clash, { account: "111122223333", name: "memphis" });
    expect(synth(clash).findings).toMatchObject([{ rule: "NAME-1", path: "sites.memphis" }]);
    const own = aGoodFleet("atlas", { state });
    new StateBucket(own, { account: "111122223333" });
    own.addStack("atlas-state", () => undefined);
    expect(synth(own).findings).toMatchObject([{ rule: "NAME-1" }]);
  });

  test("never throws on a wrong value, and says what is wrong with it", () => {
    const fleet = aGoodFleet("atlas", { state });
    new StateBucket(fleet, JSON.parse('{ "account": 1, "keepVersion": 3, "versionDays": 0 }'));
    expect(synth(fleet).findings.map(({ path }) => path)).toEqual([
      "stateStores.atlas-state.account",
      "stateStores.atlas-state.keepVersion",
      "stateStores.atlas-state.versionDays",
    ]);
    const nothing = aGoodFleet("atlas", { state });
    new StateBucket(nothing, JSON.parse("null"));
    expect(synth(nothing).findings.map(({ path }) => path)).toEqual(["stateStores.atlas-state.account"]);
  });

  test("keeps its own state in a local file, which asks for the default output folder, or in the bucket", () => {
    const local = aGoodFleet("atlas", { state });
    new StateBucket(local, { account: "111122223333" });
    expect(synth(local, "elsewhere").findings).toMatchObject([
      { rule: "STATE-1", path: "stateStores.atlas-state", hint: expect.stringContaining('stateIn: "bucket"') },
    ]);
    const moved = aGoodFleet("atlas", { state });
    new StateBucket(moved, { account: "111122223333", stateIn: "bucket" });
    expect(synth(moved, "elsewhere").findings).toEqual([]);
    expect(project.json("elsewhere/stacks/atlas-state/cdk.tf.json")).toHaveProperty(
      "terraform.backend.s3.key",
      "atlas/atlas-state.tfstate",
    );
  });

  test("of two kinds or of none is refused, and cannot be waived", () => {
    const fleet = aGoodFleet("atlas");
    new StateBucket(fleet, { account: "111122223333" });
    new StateBucket(fleet, { account: "111122223333" });
    fleet.waive({ rule: "STATE-5", path: "stateStores", reason: "because", until: "2027-01-01" });
    expect(synth(fleet).findings.filter(({ rule }) => rule === "STATE-5")).toMatchObject([
      { path: "stateStores.atlas-state[0]", observed: "local", limit: "s3" },
      { path: "stateStores.atlas-state[1]", observed: 2, limit: 1 },
    ]);
  });

  test("hands its stack to hooks and to aspects", () => {
    const fleet = aGoodFleet("atlas", { state });
    new StateBucket(fleet, { account: "111122223333" }).terraform((stack, { bucket, applyPolicy }) => {
      bucket.addOverride("tags.Owner", "platform");
      stack.addOverride("output.copied.value", applyPolicy);
    });
    synth(fleet);
    const written = project.json("cdktf.out/stacks/atlas-state/cdk.tf.json");
    expect(written).toHaveProperty("resource.aws_s3_bucket.bucket.tags", { Owner: "platform" });
    expect(written).toHaveProperty("output.copied.value");
  });
});

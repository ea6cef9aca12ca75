import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Fleet, RemoteState } from "siteform";
import { StateBucket as AwsStateBucket } from "siteform/aws";
import { StateContainer } from "siteform/azure";
import { StateBucket as GoogleStateBucket } from "siteform/google";
import { startSimulatedProviders } from "../../review/simulate/provider";
import { inFolder, tempFolder } from "../support/temp";
import { terraform } from "../support/terraform";
import { describeWithTerraform } from "../support/with-tools";

const gcs = RemoteState.gcs({
  bucket: "atlas-tfstate",
  kmsEncryptionKey: "projects/atlas-state/locations/us-east5/keyRings/state/cryptoKeys/tfstate",
});
const azureBlob = RemoteState.azureBlob({
  resourceGroup: "atlas-state",
  storageAccount: "atlastfstate",
  container: "tfstate",
});
const s3 = RemoteState.s3({ bucket: "atlas-tfstate", region: "us-east-2" });
const id = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`;

interface Case {
  readonly make: (protect: boolean) => Fleet;
  readonly resources: number;
}

const cases: Readonly<Record<string, Case>> = {
  "an S3 bucket": {
    make: (protect) => {
      const fleet = new Fleet("atlas", { state: s3 });
      new AwsStateBucket(fleet, { account: "111122223333", accessLog: { bucket: "logs" }, protect });
      return fleet;
    },
    resources: 10,
  },
  "a Cloud Storage bucket, its key and its members": {
    make: (protect) => {
      const fleet = new Fleet("atlas", { state: gcs });
      const members = ["group:infra@example.com", "serviceAccount:ci@atlas.iam.gserviceaccount.com"];
      new GoogleStateBucket(fleet, { project: "atlas-state", location: "us-east5", members, protect });
      return fleet;
    },
    resources: 6,
  },
  "a container, its account and its contributors": {
    make: (protect) => {
      const fleet = new Fleet("atlas", { state: azureBlob });
      new StateContainer(fleet, { subscription: id(1), region: "eastus2", contributors: [id(2), id(3)], protect });
      return fleet;
    },
    resources: 6,
  },
};

function synth(fleet: Fleet, folder: string): string {
  expect(inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" })).findings).toEqual([]);
  return join(folder, "cdktf.out", "stacks", "atlas-state");
}

describeWithTerraform("the stack of the state's place, with simulated providers", () => {
  test.each(Object.entries(cases))(
    "%s is applied with local state, found unchanged, protected, and destroyed when nothing protects it",
    async (_, { make, resources }) => {
      const folder = tempFolder();
      const cwd = synth(make(true), folder);
      const { env, close } = await startSimulatedProviders([cwd]);
      const run = (...args: string[]) => terraform(cwd, [...args, "-no-color"], env);
      try {
        for (const args of [["init"], ["validate"]]) {
          const { code, stdout, stderr } = await run(...args);
          if (code !== 0) throw new Error(`${stdout}${stderr}`);
        }
        const applied = await run("apply", "-auto-approve");
        expect(applied.stdout).toContain(`Resources: ${resources} added, 0 changed, 0 destroyed`);
        expect(readFileSync(join(folder, "state", "atlas", "atlas-state.tfstate"), "utf8")).toContain("atlas");
        expect((await run("plan", "-detailed-exitcode")).code).toBe(0);
        expect((await run("destroy", "-auto-approve")).stderr).toContain("Instance cannot be destroyed");
        synth(make(false), folder);
        expect((await run("destroy", "-auto-approve")).stdout).toContain(`Resources: ${resources} destroyed`);
      } finally {
        await close();
      }
    },
  );
});

test("a member's and a contributor's resource keep their names when the list grows", () => {
  const names = (members: readonly string[]): string[] => {
    const fleet = new Fleet("atlas", { state: gcs });
    new GoogleStateBucket(fleet, { project: "atlas-state", location: "us-east5", members });
    const stack = JSON.parse(readFileSync(join(synth(fleet, tempFolder()), "cdk.tf.json"), "utf8"));
    return Object.keys(stack.resource.google_storage_bucket_iam_member);
  };
  const [one] = names(["group:a@example.com"]);
  expect(names(["user:b@example.com", "group:a@example.com"])).toContain(one);
});

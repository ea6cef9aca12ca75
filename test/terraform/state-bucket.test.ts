import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fleet, RemoteState } from "siteform";
import { StateBucket, type StateBucketProps } from "siteform/aws";
import { describeWithMoto, MOTO_ACCOUNT, type Moto, startMoto } from "../support/moto";
import { inFolder, tempFolder } from "../support/temp";
import { terraform } from "../support/terraform";
import { describeWithRealAws, pluginFolder } from "../support/with-tools";

describeWithMoto(
  "the stack of the state's S3 bucket, with the real AWS provider and moto behind it",
  describeWithRealAws,
  () => {
    let moto: Moto;
    beforeAll(async () => {
      moto = await startMoto();
    });
    afterAll(() => moto.close());

    const run = (cwd: string, ...args: string[]) => terraform(cwd, args, moto.env);
    async function must(cwd: string, ...args: string[]): Promise<string> {
      const { code, stdout, stderr } = await run(cwd, ...args);
      if (code !== 0) throw new Error(`terraform ${args.join(" ")}: ${code}\n${stdout}${stderr}`);
      return stdout;
    }
    const init = (cwd: string, ...more: string[]) =>
      must(cwd, "init", "-no-color", `-plugin-dir=${pluginFolder ?? ""}`, ...more);

    function synth(props: Partial<StateBucketProps>, folder = tempFolder(), kmsKeyId?: string): string {
      const key = kmsKeyId === undefined ? {} : { kmsKeyId };
      const fleet = new Fleet("atlas", {
        state: RemoteState.s3({ bucket: "atlas-tfstate", region: "us-east-2", ...key }),
      });
      new StateBucket(fleet, { account: MOTO_ACCOUNT, ...props });
      expect(inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" })).findings).toEqual([]);
      return join(folder, "cdktf.out", "stacks", "atlas-state");
    }

    /**
     * Sends the provider to moto, and leaves out what moto cannot stand for. It forgets how many versions a lifecycle rule keeps, for
     * which the provider would wait in vain; and it reads no condition of a bucket policy, so that one that denies denies all.
     */
    function sendToMoto(cwd: string, leftOut: readonly string[]): void {
      const endpoints = Object.fromEntries(["s3", "kms", "sts", "iam"].map((service) => [service, moto.url]));
      const provider = { aws: { endpoints: [endpoints], s3_use_path_style: true } };
      const all = { aws_s3_bucket_lifecycle_configuration: "lifecycle", aws_s3_bucket_policy: "policy" };
      const resource = Object.fromEntries(
        Object.entries(all).flatMap(([type, id]) => (leftOut.includes(id) ? [[type, { [id]: { count: 0 } }]] : [])),
      );
      writeFileSync(join(cwd, "moto_override.tf.json"), JSON.stringify({ provider, resource }));
    }

    test.each([
      ["with its own key", {}, undefined],
      [
        "with the alias that the state names, an access log and other numbers",
        { accessLog: { bucket: "logs" }, keepVersions: 100, versionDays: 1 },
        "alias/tf",
      ],
      ["with a key that is there already", { protect: false }, "00000000-0000-4000-8000-000000000000"],
    ])("%s, passes the provider's validation without an error or a warning", async (_, props, kmsKeyId) => {
      const cwd = synth(props, tempFolder(), kmsKeyId);
      await init(cwd);
      expect(JSON.parse((await run(cwd, "validate", "-json")).stdout).diagnostics).toEqual([]);
    });

    test("is applied, found unchanged, and destroyed when nothing protects it", async () => {
      const cwd = synth({ protect: false });
      sendToMoto(cwd, ["lifecycle"]);
      await init(cwd);
      await must(cwd, "apply", "-no-color", "-auto-approve");
      expect((await run(cwd, "plan", "-no-color", "-detailed-exitcode")).code).toBe(0);

      const outputs: Record<string, { value: string }> = JSON.parse(await must(cwd, "output", "-json"));
      const key = outputs["kms_key_arn"]?.value ?? "";
      expect(key).toMatch(/^arn:aws:kms:us-east-2:123456789012:key\//);
      expect(JSON.parse(outputs["apply_policy"]?.value ?? "{}").Statement).toContainEqual(
        expect.objectContaining({ Resource: key, Action: ["kms:Decrypt", "kms:GenerateDataKey"] }),
      );
      const policy = await must(cwd, "state", "show", "-no-color", "aws_s3_bucket_policy.policy");
      for (const sid of ["DenyPlainHttp", "DenyOldTls", "DenyOtherEncryption", "DenyOtherKeys"]) {
        expect(policy).toContain(sid);
      }
      expect(policy).toContain(key);
      expect(await must(cwd, "destroy", "-no-color", "-auto-approve")).toContain("Resources: 8 destroyed");
    });

    test("is protected, and its own state moves into the bucket that it made and back", async () => {
      const folder = tempFolder();
      const cwd = synth({}, folder);
      sendToMoto(cwd, ["lifecycle", "policy"]);
      await init(cwd);
      await must(cwd, "apply", "-no-color", "-auto-approve");
      const refused = await run(cwd, "destroy", "-no-color", "-auto-approve");
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain("Instance cannot be destroyed");

      const backendConfig = join(folder, "moto.tfbackend");
      writeFileSync(
        backendConfig,
        `endpoints = { s3 = "${moto.url}" }\nuse_path_style = true\nskip_credentials_validation = true\nskip_requesting_account_id = true\n`,
      );
      const unchanged = async () => (await run(cwd, "plan", "-no-color", "-detailed-exitcode")).code;
      synth({ stateIn: "bucket" }, folder);
      await init(cwd, "-migrate-state", "-force-copy", `-backend-config=${backendConfig}`);
      expect(await unchanged()).toBe(0);
      expect(await must(cwd, "state", "pull")).toContain('"aws_kms_key"');

      // Back into a file. Even unprotected, a bucket that holds the states of others is not deleted.
      synth({ protect: false }, folder);
      await init(cwd, "-migrate-state", "-force-copy");
      expect(await unchanged()).toBe(0);
      const full = await run(cwd, "destroy", "-no-color", "-auto-approve", "-target=aws_s3_bucket.bucket");
      expect(full.stderr).toContain("BucketNotEmpty");
    });
  },
);

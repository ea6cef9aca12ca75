import { readFileSync } from "node:fs";
import { join } from "node:path";
import { synthesized } from "../support/reference";
import { trainStack } from "./synth";

const key = "arn:aws:kms:us-east-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: unknown;
}

describe("a key for volumes", () => {
  const stack = trainStack({ keys: { volumes: key } });

  // Amazon EBS user guide, permissions for a customer managed key.
  test("may be used by the driver of EBS for volumes, and for nothing else", () => {
    const policy: { readonly Statement: readonly Statement[] } = JSON.parse(
      String(stack.one("iam_role_policy", "ebs-csi-key")["policy"]),
    );
    expect(policy.Statement.flatMap(({ Action }) => Action).sort()).toEqual([
      "kms:CreateGrant",
      "kms:Decrypt",
      "kms:DescribeKey",
      "kms:GenerateDataKeyWithoutPlaintext",
      "kms:ReEncrypt*",
    ]);
    for (const { Action, Resource, Condition } of policy.Statement) {
      expect(Resource).toEqual([key]);
      if (Action.includes("kms:CreateGrant"))
        expect(Condition).toEqual({ Bool: { "kms:GrantIsForAWSResource": "true" } });
    }
  });

  test("belongs to the role of that driver, which comes after the right to it", () => {
    expect(String(stack.one("iam_role_policy", "ebs-csi-key")["role"])).toContain("ebs-csi-role");
    expect(JSON.stringify(stack.one("eks_addon", "ebs-csi")["depends_on"])).toContain("ebs-csi-key");
  });

  test("gives no right where there is none, or no driver", () => {
    expect(trainStack().all("iam_role_policy", "ebs-csi-key")).toEqual([]);
    const without = trainStack({ keys: { volumes: key }, addons: { "aws-ebs-csi-driver": { enabled: false } } });
    expect(without.all("iam_role_policy", "ebs-csi-key")).toEqual([]);
  });

  test("encrypts the volumes of machines and, by the class of the manifests, those of pods", () => {
    for (const template of stack.all("launch_template"))
      expect(JSON.stringify(template["block_device_mappings"])).toContain(key);
    const { folder } = synthesized("aws-private");
    const file = join(folder, "cdktf.out", "sites", "ohio", "kubernetes", "train", "platform", "storage-classes.yaml");
    expect(readFileSync(file, "utf8")).toContain(`kmsKeyId: ${key}`);
  });
});

describe("ARNs in GovCloud", () => {
  const stacks = synthesized("aws-gov");

  test("are of its partition, each of them", () => {
    for (const name of stacks.stacks) {
      const text = readFileSync(join(stacks.stackFolder(name), "cdk.tf.json"), "utf8");
      const partitions = [...text.matchAll(/arn:([a-z-]+):/g)].map(([, partition]) => partition);
      expect(partitions.length).toBeGreaterThan(20);
      expect(new Set(partitions)).toEqual(new Set(["aws-us-gov"]));
      // GovCloud has the domain of the other regions.
      expect(text).not.toContain("amazonaws.com.cn");
    }
  });
});

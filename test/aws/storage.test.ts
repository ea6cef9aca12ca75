import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Fleet } from "siteform";
import { AwsSite, type AwsSiteProps, lustre, siteBucket, spot } from "siteform/aws";
import { synthesized } from "../support/reference";
import { inFolder, tempFolder } from "../support/temp";

type Json = Readonly<Record<string, unknown>>;
interface Stack {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly output?: Readonly<Record<string, unknown>>;
}

const read = (folder: string, stack: string): Stack =>
  JSON.parse(readFileSync(join(folder, "cdktf.out", "stacks", stack, "cdk.tf.json"), "utf8"));

const zoneId = "use2-az1";

/** A site with a bucket, and a cluster whose file system is linked to it. */
function site(props: Partial<AwsSiteProps> = {}): (stack: string) => Stack {
  const fleet = new Fleet("stored");
  const folder = tempFolder();
  new AwsSite(fleet, "ohio", {
    account: "111122223333",
    region: "us-east-2",
    location: { country: "US" },
    network: { cidrs: ["10.16.0.0/16"] },
    ...props,
  })
    .addBucket("sets")
    .addCluster("train", {
      pools: [{ machine: "trn2.48xlarge", count: 2, capacity: spot({ zoneId }) }],
      storage: [
        lustre({
          name: "data",
          zoneId,
          capacityGiB: 38_400,
          throughputPerTiB: 125,
          efa: true,
          links: [siteBucket("sets", { path: "/sets" })],
        }),
      ],
    });
  const result = inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" }));
  expect(result.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  return (stack) => read(folder, stack);
}

const all = (stack: Stack, type: string): Json[] => Object.values(stack.resource[type] ?? {});
const only = (stack: Stack, type: string): Json => {
  const [first, ...others] = all(stack, type);
  if (first === undefined || others.length > 0) throw new Error(`${others.length + 1} of ${type}`);
  return first;
};

describe("a file system on AWS", () => {
  const stack = site()("ohio");

  test("AWS-FSX-01: names its type, and stands in one subnet: that of the accelerators", () => {
    const fileSystem = only(stack, "aws_fsx_lustre_file_system");
    expect(fileSystem).toMatchObject({ deployment_type: "PERSISTENT_2", file_system_type_version: "2.15" });
    expect(fileSystem["subnet_ids"]).toEqual([expect.stringContaining("accelerators-use2-az1")]);
  });

  test("AWS-FSX-02: has with EFA metadata servers of its own, and a group that lets all pass to and from itself first", () => {
    const fileSystem = only(stack, "aws_fsx_lustre_file_system");
    expect(fileSystem).toMatchObject({ efa_enabled: true, metadata_configuration: { mode: "AUTOMATIC" } });
    expect(JSON.stringify(fileSystem["depends_on"])).toContain("efa-among-servers");
    for (const type of ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"]) {
      const self = all(stack, type).filter(
        (rule) =>
          String(rule["security_group_id"]).includes("lustre-data_access") &&
          rule["security_group_id"] === rule["referenced_security_group_id"],
      );
      expect(self).toEqual([expect.objectContaining({ ip_protocol: "-1" })]);
    }
  });

  test("is reached on TCP 988 and 1018 to 1023, in both directions", () => {
    const ports = (type: string) =>
      all(stack, type)
        .filter((rule) => rule["ip_protocol"] === "tcp" && rule["from_port"] !== 443)
        .map((rule) => {
          const from = String(rule["security_group_id"]).includes("lustre") ? "servers" : "clients";
          return `${from} ${rule["from_port"]}-${rule["to_port"]}`;
        })
        .sort();
    const both = ["clients 1018-1023", "clients 988-988", "servers 1018-1023", "servers 988-988"];
    expect(ports("aws_vpc_security_group_ingress_rule")).toEqual(both);
    expect(ports("aws_vpc_security_group_egress_rule")).toEqual(both);
  });

  test("gives manifests what they need as outputs, and no secret", () => {
    expect(Object.keys(stack.output ?? {}).filter((name) => name.startsWith("lustre-"))).toEqual([
      "lustre-train-data-dns-name",
      "lustre-train-data-id",
      "lustre-train-data-mount-name",
      "lustre-train-data-security-group-id",
      "lustre-train-data-subnet-id",
    ]);
  });

  test("takes no backups where it is linked to a bucket", () => {
    expect(only(stack, "aws_fsx_lustre_file_system")["automatic_backup_retention_days"]).toBe(0);
    expect(only(stack, "aws_fsx_data_repository_association")).toMatchObject({ file_system_path: "/sets" });
  });

  test.each([true, false])("is protected as its site says (%s), and so are keys and buckets", (protect) => {
    const made = site({ protect })("ohio");
    const parts = ["aws_fsx_lustre_file_system", "aws_s3_bucket"].map((type) => only(made, type));
    for (const part of parts) {
      const { prevent_destroy = false }: { readonly prevent_destroy?: boolean } = { ...(part["lifecycle"] ?? {}) };
      expect(prevent_destroy).toBe(protect);
    }
  });
});

describe("a bucket on AWS", () => {
  test("encrypts with its key, is closed to the public and to those without TLS, and keeps versions", () => {
    const stack = site()("ohio");
    expect(only(stack, "aws_s3_bucket")["bucket"]).toBe("stored-ohio-sets-111122223333-us-east-2");
    expect(only(stack, "aws_s3_bucket_versioning")).toMatchObject({ versioning_configuration: { status: "Enabled" } });
    expect(only(stack, "aws_s3_bucket_public_access_block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(only(stack, "aws_s3_bucket_server_side_encryption_configuration")).toMatchObject({
      rule: [{ bucket_key_enabled: true, apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms" } }],
    });
    const policy: { Statement: readonly Json[] } = JSON.parse(String(only(stack, "aws_s3_bucket_policy")["policy"]));
    expect(policy.Statement).toContainEqual(
      expect.objectContaining({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    );
  });

  test("stands in the foundation of a site whose clusters have stacks of their own, and is linked by its name", () => {
    const stacks = site({ stacks: "perCluster" });
    expect(all(stacks("ohio"), "aws_s3_bucket")).toHaveLength(1);
    expect(all(stacks("ohio-train"), "aws_s3_bucket")).toEqual([]);
    expect(only(stacks("ohio-train"), "aws_fsx_data_repository_association")["data_repository_path"]).toBe(
      "s3://stored-ohio-sets-111122223333-us-east-2/",
    );
  });
});

test("what is retired of file systems and buckets is not in the stack any more", () => {
  const text = readFileSync(join(synthesized("aws-storage").stackFolder("ohio"), "cdk.tf.json"), "utf8");
  expect(text).toContain("lustre-scratch");
  expect(text).not.toContain("lustre-gone");
  expect(text).toContain("bucket-datasets");
  expect(text).not.toContain("bucket-old");
});

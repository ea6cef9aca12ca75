import ipaddr from "ipaddr.js";
import { providersIn } from "./provider-support";

const { provider } = providersIn("us-east-2");

describe("what a data source answers", () => {
  test.each([
    ["aws_ami", { owners: ["amazon"] }, { owners: ["self"] }, "id"],
    ["aws_ami", { name_regex: "a" }, { name_regex: "b" }, "image_id"],
    [
      "aws_subnet",
      { filter: [{ name: "tag:Name", values: ["a"] }] },
      { filter: [{ name: "tag:Name", values: ["b"] }] },
      "id",
    ],
    ["aws_vpc", { id: null, tags: { Name: "a" } }, { tags: { Name: "b" } }, "cidr_block"],
    ["aws_availability_zones", { exclude_names: [] }, { exclude_names: ["us-east-2a"] }, "names"],
    ["aws_ec2_instance_type", { instance_type: "p5.48xlarge" }, { instance_type: "p5.4xlarge" }, "default_vcpus"],
    ["aws_eks_cluster", { name: "a" }, { name: "b" }, "endpoint"],
    ["aws_eks_cluster", { name: "a" }, { name: "b" }, "version"],
    ["aws_iam_policy", { name: "a" }, { name: "b" }, "policy"],
    ["aws_secretsmanager_secret_version", { secret_id: "a" }, { secret_id: "b" }, "secret_string"],
  ])("%s: another question has another answer, the same one the same", (type, one, other, attribute) => {
    const ask = (config: object) => provider(type).readData(type, config)[attribute];
    expect(ask(one)).toEqual(ask({ ...one }));
    expect(ask(one)).not.toEqual(ask(other));
  });

  test("zones without a filter are the first of the region", () => {
    expect(
      provider("aws_availability_zones").readData("aws_availability_zones", { state: "available" })["names"],
    ).toEqual(["us-east-2a", "us-east-2b", "us-east-2c"]);
  });

  test("lists are as long as what is looked up in them", () => {
    const { provider: long } = providersIn(
      "us-east-2",
      new Map([
        ["names", 5],
        ["ids", 4],
      ]),
    );
    expect(long("aws_availability_zones").readData("aws_availability_zones", {})["names"]).toHaveLength(5);
    expect(long("aws_subnets").readData("aws_subnets", {})["ids"]).toHaveLength(4);
  });
});

describe("what is made up has the form of the real thing", () => {
  const made = (type: string, config: object) => provider(type).foresee(type, config);

  test("ids and ARNs on AWS", () => {
    expect(made("aws_vpc", { cidr_block: "10.0.0.0/16" })).toMatchObject({
      id: expect.stringMatching(/^vpc-[0-9a-f]{17}$/),
      arn: expect.stringMatching(/^arn:aws:ec2:us-east-2:111122223333:vpc\/vpc-[0-9a-f]{17}$/),
      default_security_group_id: expect.stringMatching(/^sg-[0-9a-f]{17}$/),
      main_route_table_id: expect.stringMatching(/^rtb-[0-9a-f]{17}$/),
    });
    expect(made("aws_iam_role", { name: "node", assume_role_policy: "{}" })).toMatchObject({
      id: "node",
      arn: "arn:aws:iam::111122223333:role/node",
    });
    expect(made("aws_s3_bucket", { bucket: "models" })["arn"]).toBe("arn:aws:s3:::models");
    expect(made("aws_kms_key", {})["key_id"]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(
      providersIn("us-gov-west-1").provider("aws_eks_cluster").foresee("aws_eks_cluster", { name: "c" })["arn"],
    ).toBe("arn:aws-us-gov:eks:us-gov-west-1:111122223333:cluster/c");
  });

  test("ranges, addresses and base64", () => {
    const vpc = provider("aws_vpc").readData("aws_vpc", { tags: { Name: "a" } });
    const cidr = String(vpc["cidr_block"]);
    expect(ipaddr.IPv4.isValidCIDR(cidr)).toBe(true);
    expect(ipaddr.isValidCIDR(String(vpc["ipv6_cidr_block"]))).toBe(true);
    expect(ipaddr.isValid(String(made("aws_eip", { domain: "vpc" })["public_ip"]))).toBe(true);
    const cluster = made("aws_eks_cluster", { name: "c" });
    const [authority] = cluster["certificate_authority"] as { data: string }[];
    const text = authority?.data ?? "";
    expect(Buffer.from(text, "base64").toString("base64")).toBe(text);
    expect(text.length).toBeGreaterThan(0);
  });

  test("two objects that say the same are two", () => {
    const one = provider("aws_eip");
    const [a, b] = [one.foresee("aws_eip", { domain: "vpc" }), one.foresee("aws_eip", { domain: "vpc" })];
    expect(a["id"]).not.toEqual(b["id"]);
  });
});

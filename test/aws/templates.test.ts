import { readFileSync } from "node:fs";
import { join } from "node:path";
import { awsMachines, type Machine } from "../../constructs/catalog";
import { synthesized } from "../support/reference";

type Json = Readonly<Record<string, unknown>>;
interface Interface {
  readonly network_card_index: number;
  readonly device_index: number;
  readonly interface_type: string;
  readonly security_groups: readonly string[];
}
interface Template extends Json {
  readonly network_interfaces: readonly Interface[];
  readonly tag_specifications: readonly { readonly resource_type: string }[];
}

/** What stands in the stacks of a case. */
function resourcesOf(name: "aws-machines" | "aws-contracts"): Readonly<Record<string, Readonly<Record<string, Json>>>> {
  const fleet = synthesized(name);
  const [stack = ""] = fleet.stacks;
  return JSON.parse(readFileSync(join(fleet.stackFolder(stack), "cdk.tf.json"), "utf8")).resource;
}

const every = resourcesOf("aws-machines");
const contracts = resourcesOf("aws-contracts");

const one = (resources: typeof every, type: string, part: string): Json => {
  const found = Object.entries(resources[type] ?? {}).filter(([id]) => id.includes(part));
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} ${type} match ${part}`);
  return first[1];
};
const pools = (resources: typeof every) =>
  Object.entries(resources["aws_eks_node_group"] ?? {}).filter(([id]) => id.includes("pool-"));

/** What holds by construction, for every machine of the catalogue, in what is written for Terraform. */
describe.each(Object.values<Machine>(awsMachines))("the template of $type", (machine) => {
  const part = `pool-${machine.type.replace(".", "-")}_`;
  const template = one(every, "aws_launch_template", part) as Template;
  const group = one(every, "aws_eks_node_group", part);
  const interfaces = template.network_interfaces;
  const efa = interfaces.filter((each) => each.interface_type === "efa-only");

  test("AWS-EFA-01 to -05: has its interfaces where EC2 takes them, and every EFA interface of the machine", () => {
    expect(interfaces[0]).toMatchObject({ network_card_index: 0, device_index: 0, interface_type: "interface" });
    const places = interfaces.map((each) => `${each.network_card_index}/${each.device_index}`);
    expect(new Set(places).size).toBe(interfaces.length);
    const cards = machine.networkCards?.interfacesPerCard ?? [];
    for (const each of interfaces) {
      expect(each.network_card_index).toBeLessThan(cards.length);
      expect(each.device_index).toBeLessThan(cards[each.network_card_index] ?? 0);
    }
    expect(efa.map((each) => each.network_card_index)).toEqual(machine.networkCards?.efaCards);
    for (const each of efa) {
      for (const field of [
        "associate_public_ip_address",
        "ipv4_address_count",
        "ipv4_prefix_count",
        "private_ip_address",
      ]) {
        expect(each).not.toHaveProperty(field);
      }
    }
    for (const each of interfaces.filter((other) => !efa.includes(other))) {
      expect(each).toMatchObject({ associate_public_ip_address: "false" });
    }
  });

  test("AWS-LT-01 to -04: holds nothing that EKS refuses, and the cluster's group on each interface", () => {
    for (const field of [
      "iam_instance_profile",
      "instance_initiated_shutdown_behavior",
      "hibernation_options",
      "vpc_security_group_ids",
      "key_name",
    ]) {
      expect(template).not.toHaveProperty(field);
    }
    for (const each of interfaces) {
      expect(each).not.toHaveProperty("subnet_id");
      expect(each.security_groups.join()).toContain("cluster_security_group_id");
      expect(each.security_groups.join()).toContain("accelerators");
    }
    for (const field of ["disk_size", "remote_access"]) expect(group).not.toHaveProperty(field);
    expect("instance_type" in template).not.toBe("instance_types" in group);
    expect(group["subnet_ids"]).toHaveLength(1);
  });

  test("AWS-LT-05: tags what it launches, and lets in IMDSv2 alone", () => {
    expect(template.tag_specifications.map((each) => each.resource_type)).toEqual([
      "instance",
      "volume",
      "network-interface",
    ]);
    expect(template["metadata_options"]).toMatchObject({ http_tokens: "required", http_put_response_hop_limit: 2 });
  });

  test("AWS-EKS-06: starts from the image of its chip and architecture", () => {
    const neuron = /^(trn|inf)/.test(machine.type);
    const arm = machine.type.startsWith("p6e-gb200");
    expect(group["ami_type"]).toBe(
      neuron ? "AL2023_x86_64_NEURON" : arm ? "AL2023_ARM_64_NVIDIA" : "AL2023_x86_64_NVIDIA",
    );
  });

  test("joins its NVMe disks, where it has some", () => {
    const data = typeof template["user_data"] === "string" ? template["user_data"] : "";
    const text = Buffer.from(data, "base64").toString("utf8");
    expect(text.includes("strategy: RAID0")).toBe(machine.localStorageGB !== undefined);
    if (data !== "")
      expect(text).toMatch(/^MIME-Version: 1\.0\nContent-Type: multipart\/mixed; boundary="\/\/"\n\n--\/\/\n/);
  });
});

describe("groups of every contract", () => {
  test("AWS-CB-02, -03: those of a capacity block name type, market and reservation in the template, and want no machine", () => {
    const blocks = pools(contracts).filter(([, group]) => group["capacity_type"] === "CAPACITY_BLOCK");
    expect(blocks).toHaveLength(3);
    for (const [id, group] of blocks) {
      const template = one(contracts, "aws_launch_template", id.replace(/_nodes.*$/, "_"));
      expect(group).not.toHaveProperty("instance_types");
      expect(group["subnet_ids"]).toHaveLength(1);
      expect(group["scaling_config"]).toMatchObject({ desired_size: 0, min_size: 0 });
      expect(group["lifecycle"]).toMatchObject({ ignore_changes: ["scaling_config[0].desired_size"] });
      expect(template).toMatchObject({
        instance_type: "p5en.48xlarge",
        instance_market_options: { market_type: "capacity-block" },
      });
      expect(JSON.stringify(template["capacity_reservation_specification"])).toContain("capacity_reservation_id");
    }
  });

  test("AWS-CB-01: a purchase is guarded, and its offering comes from nothing but the program", () => {
    expect(Object.values(contracts["aws_ec2_capacity_block_reservation"] ?? {})).toEqual([
      expect.objectContaining({
        capacity_block_offering_id: "cb-0123456789abcdef0",
        lifecycle: { prevent_destroy: true, ignore_changes: ["capacity_block_offering_id"] },
      }),
    ]);
  });

  test("reservations that are made have 1 to 1,000 machines, one for each group, which alone is launched into it", () => {
    const made = Object.values(contracts["aws_ec2_capacity_reservation"] ?? {});
    expect(made.map((each) => Number(each["instance_count"])).sort((a, b) => b - a)).toEqual([400, 100]);
    for (const each of made) {
      expect(each).toMatchObject({
        instance_match_criteria: "targeted",
        end_date_type: "limited",
        end_date: "2027-06-30T23:59:59Z",
        lifecycle: { prevent_destroy: true },
      });
      expect(each["placement_group_arn"]).toContain("aws_placement_group");
    }
    const templates = Object.entries(contracts["aws_launch_template"] ?? {}).filter(([id]) => id.includes("pool-made"));
    const targets = templates.map(([, template]) => JSON.stringify(template["capacity_reservation_specification"]));
    expect(new Set(targets).size).toBe(2);
    for (const [, template] of templates) expect(JSON.stringify(template["placement"])).toContain("group_name");
  });

  test("a pool that spreads shares one template", () => {
    const groups = pools(contracts).filter(([id]) => id.includes("pool-spread_"));
    expect(groups.map(([, group]) => group["node_group_name_prefix"]).sort()).toEqual([
      "spread-",
      "spread-2-",
      "spread-3-",
    ]);
    expect(new Set(groups.map(([, group]) => JSON.stringify(group["launch_template"]))).size).toBe(1);
  });

  test("an image of one's own has its own user data, and neither type, version nor release at the group", () => {
    const group = one(contracts, "aws_eks_node_group", "pool-custom_");
    expect(group).toMatchObject({ ami_type: "CUSTOM" });
    for (const field of ["version", "release_version"]) expect(group).not.toHaveProperty(field);
    const template = one(contracts, "aws_launch_template", "pool-custom_");
    expect(template["image_id"]).toBe("ami-0123456789abcdef0");
    expect(Buffer.from(String(template["user_data"]), "base64").toString()).toBe("#!/bin/sh\n/opt/join ohio-images\n");
  });
});

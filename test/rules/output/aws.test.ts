import { endpointServiceName, GATEWAY_SERVICES, INTERFACE_SERVICES } from "../../../constructs/ledger/aws-endpoints";
import type { Values } from "../../../constructs/rules/output/stack-output";
import { found, type Resources, ref } from "./support";

const clusterGroup = ref("aws_eks_cluster", "main", "vpc_config[0].cluster_security_group_id");
const efaGroup = ref("aws_security_group", "efa");
const security_groups = [clusterGroup, efaGroup];

const primary: Values = { network_card_index: 0, device_index: 0, interface_type: "interface", security_groups };
const efa = (card: number, device = card === 0 ? 1 : 0): Values => ({
  network_card_index: card,
  device_index: device,
  interface_type: "efa-only",
  security_groups,
});

interface Parts {
  readonly template?: Values;
  readonly group?: Values;
  readonly more?: Resources;
}

/** A p5en group, its template and what it stands on: what the library makes, in short. */
function resources({ template = {}, group = {}, more = {} }: Parts = {}): Resources {
  return {
    aws_eks_cluster: { main: { name: "ohio-main", role_arn: "arn:aws:iam::111122223333:role/made" } },
    aws_subnet: { one: { availability_zone_id: "use2-az1" }, two: { availability_zone_id: "use2-az2" } },
    aws_launch_template: {
      pool: {
        instance_type: "p5en.48xlarge",
        network_interfaces: [primary, efa(0), efa(1)],
        metadata_options: { http_tokens: "required" },
        tag_specifications: [
          { resource_type: "instance" },
          { resource_type: "volume" },
          { resource_type: "network-interface" },
        ],
        ...template,
      },
    },
    aws_eks_node_group: {
      pool: {
        cluster_name: ref("aws_eks_cluster", "main", "name"),
        launch_template: { id: ref("aws_launch_template", "pool"), version: "1" },
        subnet_ids: [ref("aws_subnet", "one")],
        scaling_config: { min_size: 0, desired_size: 0, max_size: 8 },
        ...group,
      },
    },
    ...more,
  };
}

const TEMPLATE = "aws_launch_template.pool";
const GROUP = "aws_eks_node_group.pool";

describe("capacity blocks", () => {
  const block = { capacity_type: "CAPACITY_BLOCK" };
  const template = {
    instance_market_options: { market_type: "capacity-block" },
    capacity_reservation_specification: { capacity_reservation_target: { capacity_reservation_id: "cr-1" } },
  };

  test("AWS-CB-01: what is bought is kept, and bought once", () => {
    const bought = (values: Values) =>
      found("AWS-CB-01", {
        aws_ec2_capacity_block_reservation: { block: { capacity_block_offering_id: "cb-1", ...values } },
      });
    const lifecycle = { prevent_destroy: true, ignore_changes: ["capacity_block_offering_id"] };
    const BLOCK = "aws_ec2_capacity_block_reservation.block";
    expect(bought({ lifecycle })).toEqual([]);
    expect(bought({ lifecycle: { ...lifecycle, ignore_changes: ["all"] } })).toEqual([]);
    expect(bought({ lifecycle: { ...lifecycle, prevent_destroy: false } })).toEqual([
      `${BLOCK}.lifecycle.prevent_destroy -/-`,
    ]);
    expect(bought({ lifecycle: { ...lifecycle, ignore_changes: ["tags"] } })).toEqual([
      `${BLOCK}.lifecycle.ignore_changes -/-`,
    ]);
    const searched = ref("data.aws_ec2_capacity_block_offering", "x", "capacity_block_offering_id");
    expect(bought({ lifecycle, capacity_block_offering_id: searched })).toEqual([
      `${BLOCK}.capacity_block_offering_id ${searched}/-`,
    ]);
  });

  test("AWS-CB-02: the template names machine, market and block, the group no machine", () => {
    const check = (more: Values, group: Values = {}) =>
      found("AWS-CB-02", resources({ template: { ...template, ...more }, group: { ...block, ...group } }));
    expect(check({})).toEqual([]);
    expect(check({ instance_type: undefined })).toEqual([`${TEMPLATE}.instance_type -/-`]);
    expect(check({ instance_market_options: { market_type: "spot" } })).toEqual([
      `${TEMPLATE}.instance_market_options.market_type -/-`,
    ]);
    expect(check({ capacity_reservation_specification: {} })).toEqual([
      `${TEMPLATE}.capacity_reservation_specification -/-`,
    ]);
    expect(check({}, { instance_types: ["p5en.48xlarge"] })).toEqual([`${GROUP}.instance_types -/-`]);
    expect(found("AWS-CB-02", resources({ template: { instance_type: undefined } }))).toEqual([]);
  });

  test("AWS-CB-03: no machine is asked for outside the block, nor outside its zone", () => {
    const check = (group: Values) => found("AWS-CB-03", resources({ group: { ...block, ...group } }));
    expect(check({})).toEqual([]);
    expect(check({ scaling_config: { min_size: 0, desired_size: 1, max_size: 8 } })).toEqual([
      `${GROUP}.scaling_config.desired_size 1/0`,
    ]);
    expect(check({ scaling_config: { min_size: 1, desired_size: 1, max_size: 8 } })).toHaveLength(2);
    expect(check({ subnet_ids: [ref("aws_subnet", "one"), ref("aws_subnet", "two")] })).toEqual([
      `${GROUP}.subnet_ids use2-az1, use2-az2/-`,
    ]);
  });
});

describe("launch templates", () => {
  test("AWS-LT-01: leave to EKS what EKS decides", () => {
    const check = (template: Values) => found("AWS-LT-01", resources({ template }));
    expect(check({})).toEqual([]);
    expect(check({ iam_instance_profile: { name: "own" } })).toEqual([`${TEMPLATE}.iam_instance_profile -/-`]);
    expect(check({ hibernation_options: { configured: true } })).toEqual([`${TEMPLATE}.hibernation_options -/-`]);
    expect(check({ network_interfaces: [{ ...primary, subnet_id: "subnet-1" }] })).toEqual([
      `${TEMPLATE}.network_interfaces[0].subnet_id -/-`,
    ]);
    // A template that no managed node group uses may have all of it.
    const alone = { aws_launch_template: { own: { iam_instance_profile: { name: "own" } } } };
    expect(found("AWS-LT-01", alone)).toEqual([]);
  });

  test("AWS-LT-02: what one of both says the other does not", () => {
    const check = (template: Values, group: Values) => found("AWS-LT-02", resources({ template, group }));
    expect(check({}, {})).toEqual([]);
    expect(check({}, { instance_types: ["p5en.48xlarge"] })).toEqual([`${GROUP}.instance_types -/-`]);
    expect(check({ block_device_mappings: [{ device_name: "/dev/xvda" }] }, { disk_size: 20 })).toEqual([
      `${GROUP}.disk_size -/-`,
    ]);
    expect(check({ image_id: "ami-1" }, { ami_type: "CUSTOM" })).toEqual([]);
    expect(check({ image_id: "ami-1" }, { ami_type: "AL2023_x86_64_NVIDIA", version: "1.34" })).toEqual([
      `${GROUP}.version -/-`,
      `${GROUP}.ami_type AL2023_x86_64_NVIDIA/-`,
    ]);
    expect(check({}, { remote_access: { ec2_ssh_key: "x" } })).toEqual([`${GROUP}.remote_access -/-`]);
  });

  test("AWS-LT-03: security groups stand at the interfaces, each", () => {
    const check = (template: Values) => found("AWS-LT-03", resources({ template }));
    expect(check({})).toEqual([]);
    expect(check({ vpc_security_group_ids: [efaGroup] })).toEqual([`${TEMPLATE}.vpc_security_group_ids -/-`]);
    expect(check({ vpc_security_group_ids: [efaGroup], network_interfaces: [] })).toEqual([]);
    expect(check({ network_interfaces: [primary, { ...efa(0), security_groups: [] }] })).toEqual([
      `${TEMPLATE}.network_interfaces[1].security_groups -/-`,
    ]);
  });

  test("AWS-LT-04: machines have the cluster's security group", () => {
    const check = (template: Values) => found("AWS-LT-04", resources({ template }));
    expect(check({})).toEqual([]);
    expect(check({ network_interfaces: [{ ...primary, security_groups: [efaGroup] }] })).toEqual([
      `${TEMPLATE}.network_interfaces[0].security_groups -/-`,
    ]);
    expect(check({ network_interfaces: [], vpc_security_group_ids: [efaGroup] })).toEqual([
      `${TEMPLATE}.vpc_security_group_ids -/-`,
    ]);
    // EKS adds it where the template has none.
    expect(check({ network_interfaces: [] })).toEqual([]);
  });

  test("AWS-LT-05: tokens are required, and what starts is tagged", () => {
    const check = (template: Values) => found("AWS-LT-05", resources({ template }));
    expect(check({})).toEqual([]);
    expect(check({ metadata_options: { http_tokens: "${var.tokens}" }, tag_specifications: "${local.tags}" })).toEqual(
      [],
    );
    expect(check({ metadata_options: { http_tokens: "optional" } })).toEqual([
      `warning ${TEMPLATE}.metadata_options.http_tokens optional/required`,
    ]);
    expect(check({ tag_specifications: [{ resource_type: "instance" }, { resource_type: "volume" }] })).toEqual([
      `warning ${TEMPLATE}.tag_specifications network-interface/-`,
    ]);
  });
});

describe("EFA", () => {
  const check = (id: string, ...network_interfaces: Values[]) =>
    found(id, resources({ template: { network_interfaces } }));

  test("AWS-EFA-01: the first interface takes addresses, and places differ", () => {
    expect(check("AWS-EFA-01", primary, efa(0), efa(1))).toEqual([]);
    expect(check("AWS-EFA-01", { ...primary, interface_type: "efa" }, efa(1))).toEqual([]);
    expect(check("AWS-EFA-01", { ...primary, interface_type: "efa-only" })).toEqual([
      `${TEMPLATE}.network_interfaces[0].interface_type efa-only/-`,
    ]);
    expect(check("AWS-EFA-01", primary, efa(1), efa(1))).toEqual([`${TEMPLATE}.network_interfaces[2] 1.0/-`]);
    expect(check("AWS-EFA-01", efa(1))).toEqual([`${TEMPLATE}.network_interfaces -/-`]);
  });

  test("AWS-EFA-03: interfaces stand where the machine has places for them", () => {
    // p5en.48xlarge: 16 cards of 4 interfaces, each with EFA (EC2 DescribeInstanceTypes).
    const all = Array.from({ length: 16 }, (_, card) => efa(card));
    expect(check("AWS-EFA-03", primary, ...all)).toEqual([]);
    expect(check("AWS-EFA-03", primary, efa(16))).toEqual([
      `${TEMPLATE}.network_interfaces[1].network_card_index 16/15`,
    ]);
    expect(check("AWS-EFA-03", primary, efa(1, 3))).toEqual([]);
    expect(check("AWS-EFA-03", primary, efa(1, 4))).toEqual([`${TEMPLATE}.network_interfaces[1].device_index 4/3`]);
    expect(check("AWS-EFA-03", primary, efa(1, 0), efa(1, 1))).toEqual([`${TEMPLATE}.network_interfaces[2] 1/-`]);
  });

  test("AWS-EFA-03: p6-b300 has no EFA on card 0, and trn1.2xlarge has none at all", () => {
    const of = (instance_type: string, ...network_interfaces: Values[]) =>
      found("AWS-EFA-03", resources({ template: { instance_type, network_interfaces } }));
    expect(of("p6-b300.48xlarge", primary, ...Array.from({ length: 16 }, (_, card) => efa(card + 1)))).toEqual([]);
    expect(of("p6-b300.48xlarge", primary, efa(0))).toEqual([`${TEMPLATE}.network_interfaces[1] 0/-`]);
    expect(of("trn1.2xlarge", primary)).toEqual([]);
    expect(of("trn1.2xlarge", primary, efa(0))).toEqual([`${TEMPLATE}.network_interfaces[1] 0/-`]);
  });

  test("AWS-EFA-04: an EFA-only interface has no address", () => {
    expect(check("AWS-EFA-04", { ...primary, ipv4_prefix_count: 1 }, efa(0))).toEqual([]);
    expect(check("AWS-EFA-04", primary, { ...efa(0), ipv4_prefix_count: 1 })).toEqual([
      `${TEMPLATE}.network_interfaces[1].ipv4_prefix_count -/-`,
    ]);
    expect(check("AWS-EFA-04", primary, { ...efa(0), associate_public_ip_address: "true" })).toHaveLength(1);
  });

  test("AWS-EFA-05: several interfaces, no public address", () => {
    const open = { ...primary, associate_public_ip_address: "true" };
    expect(check("AWS-EFA-05", { ...primary, associate_public_ip_address: "false" }, efa(0))).toEqual([]);
    expect(check("AWS-EFA-05", open)).toEqual([]);
    expect(check("AWS-EFA-05", open, efa(0))).toEqual([
      `${TEMPLATE}.network_interfaces[0].associate_public_ip_address -/-`,
    ]);
    const more = { aws_subnet: { one: { availability_zone_id: "use2-az1", map_public_ip_on_launch: true } } };
    expect(found("AWS-EFA-05", resources({ more }))).toEqual(["aws_subnet.one.map_public_ip_on_launch -/-"]);
  });

  test("AWS-EFA-06: a group opens to itself, both ways, for everything", () => {
    const rule = (values: Values = {}) => ({
      own: { ip_protocol: "-1", security_group_id: efaGroup, referenced_security_group_id: efaGroup, ...values },
    });
    const with_ = (ingress: Values, egress: Values) =>
      found(
        "AWS-EFA-06",
        resources({
          more: {
            aws_security_group: { efa: {}, other: {} },
            aws_vpc_security_group_ingress_rule: rule(ingress),
            aws_vpc_security_group_egress_rule: rule(egress),
          },
        }),
      );
    const found1 = [`${TEMPLATE}.network_interfaces[1].security_groups -/-`];
    expect(with_({}, {})).toEqual([]);
    expect(with_({ ip_protocol: "tcp" }, {})).toEqual(found1);
    // The whole internet is not the group itself: EFA does not pass.
    expect(with_({}, { referenced_security_group_id: undefined, cidr_ipv4: "0.0.0.0/0" })).toEqual(found1);
    expect(with_({}, { referenced_security_group_id: ref("aws_security_group", "other") })).toEqual(found1);
    // The same in the other two ways in which a group has rules.
    const open = (more: Resources) => found("AWS-EFA-06", resources({ more }));
    const self = { protocol: "-1", self: true };
    expect(open({ aws_security_group: { efa: { ingress: [self], egress: [self] } } })).toEqual([]);
    expect(open({ aws_security_group: { efa: { ingress: [self] } } })).toEqual(found1);
    const rules = (of: Values) => ({
      in: { ...of, type: "ingress", security_group_id: efaGroup },
      out: { ...of, type: "egress", security_group_id: efaGroup },
    });
    const made = { aws_security_group: { efa: {} } };
    expect(open({ ...made, aws_security_group_rule: rules(self) })).toEqual([]);
    expect(
      open({ ...made, aws_security_group_rule: rules({ protocol: "-1", source_security_group_id: efaGroup }) }),
    ).toEqual([]);
    expect(open({ ...made, aws_security_group_rule: rules({ protocol: "tcp", self: true }) })).toEqual(found1);
    // Nothing is known of a group that is there already.
    const existing = [primary, { ...efa(0), security_groups: ["sg-1"] }];
    expect(check("AWS-EFA-06", ...existing)).toEqual([]);
  });
});

describe("clusters", () => {
  const role = ref("aws_iam_role", "cluster", "arn");
  const made = (values: Values): Resources => ({
    aws_iam_role: { cluster: {} },
    aws_iam_role_policy_attachment: { policy: { role: ref("aws_iam_role", "cluster", "name") } },
    aws_cloudwatch_log_group: { logs: { name: "/aws/eks/ohio-main/cluster" } },
    aws_eks_cluster: { main: { name: "ohio-main", role_arn: role, enabled_cluster_log_types: ["api"], ...values } },
  });
  const logs = "aws_cloudwatch_log_group.logs";
  const policy = "aws_iam_role_policy_attachment.policy";

  test("AWS-EKS-04: a cluster waits for its log group and policies, machines for theirs", () => {
    expect(found("AWS-EKS-04", made({ depends_on: [logs, policy] }))).toEqual([]);
    expect(found("AWS-EKS-04", made({ depends_on: [policy] }))).toEqual(["aws_eks_cluster.main.depends_on 1/-"]);
    expect(found("AWS-EKS-04", made({ depends_on: [policy], enabled_cluster_log_types: [] }))).toEqual([]);
    expect(found("AWS-EKS-04", made({}))).toHaveLength(2);
    // Waiting for what waits is waiting.
    const sleep = {
      time_sleep: { roles: { depends_on: [policy], triggers: { logs: ref("aws_cloudwatch_log_group", "logs") } } },
    };
    expect(found("AWS-EKS-04", { ...made({ depends_on: ["time_sleep.roles"] }), ...sleep })).toEqual([]);
    const group = { aws_eks_node_group: { pool: { node_role_arn: role } } };
    expect(found("AWS-EKS-04", { ...made({ depends_on: [logs, policy] }), ...group })).toEqual([
      `${GROUP}.depends_on 0/-`,
    ]);
  });

  test("AWS-EKS-08: names resolve, and without a way out there is an endpoint for each service", () => {
    const services = [...INTERFACE_SERVICES, ...GATEWAY_SERVICES];
    const endpoints = (left: readonly (typeof services)[number][]) =>
      Object.fromEntries(left.map((each) => [each, { service_name: endpointServiceName("us-east-2", each) }]));
    const check = (vpc: Values, more: Resources) =>
      found("AWS-EKS-08", {
        aws_vpc: { main: { enable_dns_support: true, enable_dns_hostnames: true, ...vpc } },
        aws_subnet: { one: { vpc_id: ref("aws_vpc", "main") } },
        aws_eks_cluster: { main: { vpc_config: { subnet_ids: [ref("aws_subnet", "one")] } } },
        ...more,
      });
    const nat = { aws_nat_gateway: { one: {} } };
    expect(check({}, nat)).toEqual([]);
    expect(check({ enable_dns_support: null, enable_dns_hostnames: "${var.dns}" }, nat)).toEqual([]);
    const own = { vpc_id: ref("aws_vpc", "main") };
    for (const type of ["aws_vpn_gateway", "aws_vpc_peering_connection", "aws_internet_gateway"]) {
      expect(check({}, { [type]: { one: own } })).toEqual([]);
    }
    const table = { aws_route_table: { one: own } };
    const route = { route_table_id: ref("aws_route_table", "one") };
    expect(check({}, { ...table, aws_route: { all: { ...route, destination_cidr_block: "0.0.0.0/0" } } })).toEqual([]);
    expect(
      check({}, { ...table, aws_route: { hub: { ...route, destination_cidr_block: "10.0.0.0/8" } } }),
    ).toHaveLength(1);
    // The way out of another VPC is none of this one.
    const other = { aws_internet_gateway: { other: { vpc_id: ref("aws_vpc", "other") } } };
    const vpcs = { aws_vpc: { main: { enable_dns_support: true, enable_dns_hostnames: true }, other: {} } };
    expect(check({}, { ...other, ...vpcs })).toHaveLength(1);
    expect(check({ enable_dns_support: false }, nat)).toEqual(["aws_vpc.main.enable_dns_support false/-"]);
    expect(check({ enable_dns_hostnames: undefined }, nat)).toEqual(["aws_vpc.main.enable_dns_hostnames false/-"]);
    expect(check({}, { aws_vpc_endpoint: endpoints(services) })).toEqual([]);
    expect(check({}, { aws_vpc_endpoint: endpoints(services.filter((each) => each !== "ecr.dkr")) })).toEqual([
      "aws_vpc.main ecr.dkr/-",
    ]);
  });
});

test("AWS-FSX-01: a file system has one subnet and a type", () => {
  const check = (values: Values) => found("AWS-FSX-01", { aws_fsx_lustre_file_system: { data: values } });
  expect(check({ subnet_ids: ["a"], deployment_type: "PERSISTENT_2" })).toEqual([]);
  expect(check({ subnet_ids: ["a", "b"], deployment_type: "PERSISTENT_2" })).toEqual([
    "aws_fsx_lustre_file_system.data.subnet_ids 2/1",
  ]);
  expect(check({ subnet_ids: ["a"] })).toEqual(["aws_fsx_lustre_file_system.data.deployment_type -/-"]);
});

test("AWS-NET-02: a transit gateway announces what is listed, under another number", () => {
  const check = (association: Values, asn: number, own?: number) =>
    found("AWS-NET-02", {
      aws_ec2_transit_gateway: { hub: own === undefined ? {} : { amazon_side_asn: own } },
      aws_dx_gateway: { dx: { amazon_side_asn: String(asn) } },
      aws_dx_gateway_association: {
        link: {
          dx_gateway_id: ref("aws_dx_gateway", "dx"),
          associated_gateway_id: ref("aws_ec2_transit_gateway", "hub"),
          ...association,
        },
      },
    });
  expect(check({ allowed_prefixes: ["10.0.0.0/8"] }, 64_513)).toEqual([]);
  expect(check({}, 64_513)).toEqual(["aws_dx_gateway_association.link.allowed_prefixes -/-"]);
  expect(check({ allowed_prefixes: ["10.0.0.0/8"] }, 64_512)).toEqual(["aws_dx_gateway.dx.amazon_side_asn 64512/-"]);
  expect(check({ allowed_prefixes: ["10.0.0.0/8"] }, 64_600, 64_600)).toHaveLength(1);
});

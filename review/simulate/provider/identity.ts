import { createHash } from "node:crypto";
import type { Settings } from "./settings";
import type { ObjectValue } from "./value";

/** What an object is known by. */
export interface Identified {
  readonly settings: Settings;
  readonly typeName: string;
  /** Tells apart objects of one type; the same seed gives the same values. */
  readonly seed: string;
  /** What is known of the object. */
  readonly object: ObjectValue;
}

/** Hexadecimal digits that stay the same for the same text. */
export const digits = (source: string, length: number): string =>
  createHash("sha256").update(source).digest("hex").slice(0, length);

/** A whole number from the least on, below the least and the span, that stays the same for the same text. */
export const numberOf = (source: string, least: number, span: number): number =>
  least + (Number.parseInt(digits(source, 12), 16) % span);

/** Decimal digits that stay the same for the same text; the first is not 0. */
export const decimals = (source: string, length: number): string =>
  `${numberOf(source, 1, 9)}${Array.from({ length: length - 1 }, (_, index) => numberOf(`${source} ${index}`, 0, 10)).join("")}`;

/** A UUID that stays the same for the same text. */
export const uuid = (source: string): string =>
  digits(source, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");

/** Objects whose id is one of their own attributes in the real provider, and programs rely on it. */
const ID_FROM: Readonly<Record<string, string>> = {
  aws_cloudwatch_log_group: "name",
  aws_eks_cluster: "name",
  aws_iam_instance_profile: "name",
  aws_iam_role: "name",
  aws_key_pair: "key_name",
  aws_placement_group: "name",
  aws_s3_bucket: "bucket",
};

/**
 * How ids of objects on AWS begin, by type; 17 hexadecimal digits follow. Source: Amazon EC2 User Guide, resource IDs; API references of
 * EC2, EFS, FSx and Direct Connect.
 */
const AWS_PREFIXES: Readonly<Record<string, string>> = {
  aws_ami: "ami",
  aws_customer_gateway: "cgw",
  aws_dx_connection: "dxcon",
  aws_dx_private_virtual_interface: "dxvif",
  aws_dx_transit_virtual_interface: "dxvif",
  aws_ebs_volume: "vol",
  aws_ec2_capacity_block_reservation: "cr",
  aws_ec2_capacity_reservation: "cr",
  aws_ec2_managed_prefix_list: "pl",
  aws_ec2_transit_gateway: "tgw",
  aws_ec2_transit_gateway_route_table: "tgw-rtb",
  aws_ec2_transit_gateway_vpc_attachment: "tgw-attach",
  aws_efs_file_system: "fs",
  aws_egress_only_internet_gateway: "eigw",
  aws_eip: "eipalloc",
  aws_flow_log: "fl",
  aws_fsx_data_repository_association: "dra",
  aws_fsx_lustre_file_system: "fs",
  aws_instance: "i",
  aws_internet_gateway: "igw",
  aws_launch_template: "lt",
  aws_nat_gateway: "nat",
  aws_network_acl: "acl",
  aws_network_interface: "eni",
  aws_route_table: "rtb",
  aws_route_table_association: "rtbassoc",
  aws_security_group: "sg",
  aws_subnet: "subnet",
  aws_vpc: "vpc",
  aws_vpc_endpoint: "vpce",
  aws_vpc_ipv4_cidr_block_association: "vpc-cidr-assoc",
  aws_vpc_peering_connection: "pcx",
  aws_vpc_security_group_egress_rule: "sgr",
  aws_vpc_security_group_ingress_rule: "sgr",
  aws_vpn_connection: "vpn",
  aws_vpn_gateway: "vgw",
};

/** The same by the end of an attribute's name, where it names another object. */
const AWS_ATTRIBUTES: readonly (readonly [RegExp, string])[] = [
  [/security_group_id$/, "sg"],
  [/network_acl_id$/, "acl"],
  [/route_table_id$/, "rtb"],
  [/dhcp_options_id$/, "dopt"],
  [/network_interface_id$/, "eni"],
  [/allocation_id$/, "eipalloc"],
  [/transit_gateway_id$/, "tgw"],
  [/prefix_list_id$/, "pl"],
  [/image_id$/, "ami"],
  [/subnet_id$/, "subnet"],
  [/vpc_id$/, "vpc"],
];

/** An id of another object that an attribute of an object on AWS names; undefined where its form is not known. */
export function awsReference(attribute: string, hash: string): string | undefined {
  const prefix = AWS_ATTRIBUTES.find(([form]) => form.test(attribute))?.[1];
  return prefix === undefined ? undefined : `${prefix}-${digits(hash, 17)}`;
}

/** An id in the form that the provider gives objects of the type. */
export function objectId({ settings, typeName, seed, object }: Identified): string {
  const name = text(object, "name") ?? `sim-${digits(`${typeName} ${seed}`, 8)}`;
  if (settings.provider === "google") {
    const project = text(object, "project") ?? settings.account;
    const place = text(object, "location") ?? text(object, "region") ?? text(object, "zone") ?? "global";
    return `projects/${project}/locations/${place}/${typeName.replace(/^google_/, "")}/${name}`;
  }
  if (settings.provider === "azurerm") {
    const group = text(object, "resource_group_name") ?? "simulated";
    const root = `/subscriptions/${settings.account}/resourceGroups/`;
    const type = typeName.replace(/^azurerm_/, "");
    return type === "resource_group" ? root + name : `${root}${group}/providers/Microsoft.Simulated/${type}/${name}`;
  }
  const own = text(object, ID_FROM[typeName] ?? "");
  if (own !== undefined) return own;
  if (typeName === "aws_kms_key") return uuid(`${typeName} ${seed}`);
  const prefix = AWS_PREFIXES[typeName];
  return prefix === undefined
    ? `sim-${digits(`${typeName} ${seed}`, 8)}`
    : `${prefix}-${digits(`${typeName} ${seed}`, 17)}`;
}

/** Services whose name is the second word of their types; everything else of one word or two is EC2's. */
const SERVICES: ReadonlySet<string> = new Set(
  "apigateway autoscaling cloudfront cloudtrail cloudwatch codebuild dx dynamodb ecr ecs efs eks events fsx glue guardduty iam kms lambda lb logs ram rds route53 s3 sagemaker secretsmanager sns sqs ssm".split(
    " ",
  ),
);

/** Services whose ARNs have a name of their own for them. Source: Service Authorization Reference, ARNs of each service. */
const RENAMED: Readonly<Record<string, string>> = {
  cloudwatch: "logs",
  dx: "directconnect",
  efs: "elasticfilesystem",
  lb: "elasticloadbalancing",
};

/** An ARN in the form of its service. Source: IAM User Guide, Amazon Resource Names. */
export function arn(identified: Identified): string {
  const { settings, typeName, object } = identified;
  const [, first = "", ...rest] = typeName.split("_");
  const isService = SERVICES.has(first);
  const service = isService ? (RENAMED[first] ?? first) : "ec2";
  const words = isService ? rest : [first, ...rest];
  const region = text(object, "region") ?? settings.region;
  const partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  const id = objectId(identified);
  if (typeName === "aws_s3_bucket") return `arn:${partition}:s3:::${id}`;
  if (typeName === "aws_cloudwatch_log_group") {
    return `arn:${partition}:logs:${region}:${settings.account}:log-group:${id}`;
  }
  const place = service === "iam" ? "" : region;
  return `arn:${partition}:${service}:${place}:${settings.account}:${words.join("-")}/${id}`;
}

function text(object: ObjectValue, name: string): string | undefined {
  const value = object[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

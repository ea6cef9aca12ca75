import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Moto } from "./moto";

interface Block {
  depends_on?: string[];
  lifecycle?: { ignore_changes?: string[]; prevent_destroy?: boolean };
  readonly [argument: string]: unknown;
}

interface Config {
  readonly resource: Record<string, Record<string, Block>>;
  readonly output?: Record<string, Block>;
  readonly [section: string]: unknown;
}

/** What moto 5.2.1 does not make: how it answers, or what of it is missing in its source. */
const LACKING: Readonly<Record<string, string>> = {
  aws_autoscaling_group_tag: "CreateOrUpdateTags: KeyError, since no Auto Scaling group stands behind a node group",
  aws_ec2_capacity_block_reservation: "PurchaseCapacityBlock: NotImplementedError",
  aws_ec2_capacity_reservation: "no CreateCapacityReservation among its actions of EC2",
  aws_eks_access_entry: "CreateAccessEntry: 404",
  aws_eks_access_policy_association: "its access entry is not there",
  aws_eks_addon: "CreateAddon: 404",
  aws_eks_pod_identity_association: "no such path among those of its EKS",
  aws_fsx_data_repository_association: "no such action in its FSx",
  aws_fsx_lustre_file_system: "made without a life cycle, so that the provider waits for AVAILABLE and fails",
  aws_placement_group: "CreatePlacementGroup: NotImplementedError",
};

/** What moto 5.2.1 takes and does not give back, or invents: a second plan would change it. */
const FORGOTTEN: Readonly<Record<string, readonly string[]>> = {
  // Neither how the API knows its callers, nor the support policy, nor the zonal shift is kept.
  aws_eks_cluster: ["access_config", "upgrade_policy", "zonal_shift_config"],
  // Every group is said to have a key for SSH, and its settings of updates and repair are not kept when it is made.
  aws_eks_node_group: ["node_repair_config", "remote_access", "update_config"],
  // The tags of a template itself come back among those of what is launched from it.
  aws_launch_template: ["tag_specifications"],
};

/** Moto makes no security group for a cluster: another one stands for it. */
const CLUSTER_GROUP = /aws_eks_cluster\.[\w-]+\.vpc_config\[0\]\.cluster_security_group_id/g;

/** What a stack has of each type in what is written out. */
export function countsByType(folder: string): Record<string, number> {
  const { resource } = read(folder);
  return Object.fromEntries(Object.entries(resource).map(([type, blocks]) => [type, Object.keys(blocks).length]));
}

/**
 * Reduces a stack to what moto has: what it lacks is taken out with everything that takes a value from it, what it forgets is not
 * compared, and nothing is protected. Returns the types of which nothing is left.
 */
export function reduceToMoto(folder: string): readonly string[] {
  const before = Object.keys(countsByType(folder));
  const given = JSON.stringify(read(folder));
  const config: Config = JSON.parse(given.replace(CLUSTER_GROUP, "aws_security_group.stand_in.id"));
  const gone = unmakeable(config);
  for (const [type, blocks] of Object.entries(config.resource)) {
    for (const [name, block] of Object.entries(blocks)) {
      if (gone.has(`${type}.${name}`)) delete blocks[name];
      else loosen(type, block, gone);
    }
    if (Object.keys(blocks).length === 0) delete config.resource[type];
  }
  const outputs = config.output ?? {};
  for (const [name, block] of Object.entries(outputs)) {
    if (takenBy(block).some((address) => gone.has(address))) delete outputs[name];
  }
  const left = new Set(Object.keys(config.resource));
  const vpc = Object.keys(config.resource["aws_vpc"] ?? {})[0];
  if (vpc === undefined) throw new Error(`${folder} has no VPC of its own`);
  const standIn = { name: "stand-in", vpc_id: `\${aws_vpc.${vpc}.id}` };
  config.resource["aws_security_group"] = { ...config.resource["aws_security_group"], stand_in: standIn };
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(config, null, 1));
  return before.filter((type) => !left.has(type)).sort();
}

/** The types among some that moto does not make. */
export const lackingOf = (types: readonly string[]): readonly string[] =>
  types.filter((type) => type in LACKING).sort();

/** Addresses of what moto does not make, and of what takes a value from such. */
function unmakeable({ resource }: Config): ReadonlySet<string> {
  const all = Object.entries(resource).flatMap(([type, blocks]) =>
    Object.entries(blocks).map(([name, block]) => ({ type, address: `${type}.${name}`, takes: takenBy(block) })),
  );
  const gone = new Set(all.filter(({ type }) => type in LACKING).map(({ address }) => address));
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const { address, takes } of all) if (takes.some((taken) => gone.has(taken))) gone.add(address);
  }
  return gone;
}

/** Addresses of resources from which a block takes values. Each expression that is written names one. */
function takenBy(block: Block): readonly string[] {
  const { depends_on: _, ...rest } = block;
  return [...JSON.stringify(rest).matchAll(/\$\{[^}]*?\b(aws_\w+\.[\w-]+)/g)].flatMap(([, address]) => address ?? []);
}

/** Takes out of a block the waiting for what is gone, the guard against destroying, and the comparing of what moto forgets. */
function loosen(type: string, block: Block, gone: ReadonlySet<string>): void {
  const waits = block.depends_on?.filter((address) => !gone.has(address));
  if (waits !== undefined) block.depends_on = waits;
  const { prevent_destroy: _, ignore_changes: ignored = [], ...lifecycle } = block.lifecycle ?? {};
  block.lifecycle = { ...lifecycle, ignore_changes: [...ignored, ...(FORGOTTEN[type] ?? [])] };
}

function read(folder: string): Config {
  return JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8"));
}

const SERVICES = ["autoscaling", "ec2", "eks", "fsx", "iam", "kms", "logs", "s3", "s3control", "sts"] as const;

/** Sends the AWS provider of a stack to moto, with credentials that are nobody's and a state beside it. */
export function sendToMoto(folder: string, moto: Moto): void {
  const provider = {
    access_key: "test",
    secret_key: "test",
    s3_use_path_style: true,
    endpoints: [Object.fromEntries(SERVICES.map((service) => [service, moto.url]))],
  };
  const override = { terraform: { backend: { local: { path: "test.tfstate" } } }, provider: { aws: [provider] } };
  writeFileSync(join(folder, "moto_override.tf.json"), JSON.stringify(override));
}

import { googleMachines, resolveTopology } from "../../constructs/catalog";
import type { GooglePool, GoogleSiteSpec } from "../../constructs/model";
import type { Arguments, StackTree } from "./stack-tree";

/**
 * What holds for every stack of a Google Cloud site, whatever was asked for; each line says what does not hold. Of the checks that need no
 * rule: GCP-TPU-02, -04 and -08, GCP-CAP-03 and -04, GCP-POOL-01 and -03, GCP-CL-01.
 */
export function broken(site: GoogleSiteSpec, trees: Readonly<Record<string, StackTree>>): string[] {
  const taken = new Set<string>();
  return Object.entries(trees).flatMap(([name, tree]) =>
    [
      ...references(tree),
      ...names(tree, name, taken),
      ...ranges(tree),
      ...nodePools(site, tree),
      ...protection(site, tree),
      ...keys(site, tree),
      ...networks(tree),
    ].map((line) => `${name}: ${line}`),
  );
}

type Resource = readonly [address: string, given: Arguments];
const isObject = (value: unknown): value is Arguments => typeof value === "object" && value !== null;
const object = (value: unknown): Arguments => (isObject(value) ? value : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const resources = (tree: StackTree, type: string): Resource[] =>
  Object.entries(tree.resource[type] ?? {}).map(([id, given]) => [`${type}.${id}`, given]);
const everything = (tree: StackTree): Resource[] => Object.keys(tree.resource).flatMap((type) => resources(tree, type));

function* references(tree: StackTree): Generator<string> {
  const known = new Set([
    ...everything(tree).map(([address]) => address),
    ...Object.entries(tree.data).flatMap(([type, found]) => Object.keys(found).map((id) => `data.${type}.${id}`)),
  ]);
  for (const [, address = ""] of tree.text.matchAll(/\$\{((?:data\.)?google_\w+\.[\w-]+)\./g)) {
    if (!known.has(address)) yield `nothing is ${address}`;
  }
  for (const [address, { depends_on, lifecycle }] of everything(tree)) {
    const { replace_triggered_by } = object(lifecycle);
    for (const other of [...list(depends_on), ...list(replace_triggered_by)]) {
      if (!known.has(String(other))) yield `${address} waits for ${other}, which nothing is`;
    }
    if (list(depends_on).length === 0 && depends_on !== undefined) yield `${address} waits for nothing`;
    if (isObject(lifecycle) && Object.keys(lifecycle).length === 0) yield `${address} has an empty lifecycle`;
  }
}

/** Compute Engine, GKE, IAM: what a name is. Cloud KMS, buckets and firewalls keep to it as well. */
const RFC1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const LONGEST: Readonly<Record<string, number>> = { google_container_cluster: 40, google_container_node_pool: 40 };
const LABEL = /^[a-z][a-z0-9_-]{0,62}$/;

/** Names that Google sees: of a form it takes, and each once in a project, or in its cluster or key ring. */
function* names(tree: StackTree, stack: string, taken: Set<string>): Generator<string> {
  for (const [address, given] of everything(tree)) {
    const name = given["name"] ?? given["instance_id"] ?? given["account_id"];
    if (typeof name !== "string") continue;
    const [type = ""] = address.split(".");
    const owner = given["cluster"] ?? given["key_ring"];
    const key = `${type} ${name} ${owner === undefined ? "" : `${stack} ${owner}`}`;
    if (taken.has(key)) yield `${address} has a name that is taken: ${name}`;
    taken.add(key);
    if (name.length > (LONGEST[type] ?? 63) || !RFC1035.test(name)) yield `${address} cannot be called ${name}`;
  }
  for (const [address, { account_id }] of resources(tree, "google_service_account")) {
    if (!/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(String(account_id))) yield `${address} cannot be ${account_id}`;
  }
  for (const [address, { node_config }] of resources(tree, "google_container_node_pool")) {
    for (const [key, value] of Object.entries(object(object(node_config)["resource_labels"])))
      if (!LABEL.test(key) || !/^[a-z0-9_-]{0,63}$/.test(String(value)))
        yield `${address} has the label ${key}=${value}`;
  }
}

/** First and last address of a range. */
function span(cidr: string): readonly [number, number] {
  const [address = "", prefix = "32"] = cidr.split("/");
  const first = address.split(".").reduce((all, octet) => all * 256 + Number(octet), 0);
  return [first, first + 2 ** (32 - Number(prefix)) - 1];
}

/**
 * Ranges of one VPC share no address: those of subnetworks, of pods and services, of control planes and of peerings. Nor do those of the
 * subnetworks of one cluster, in whatever VPC.
 */
function* ranges(tree: StackTree): Generator<string> {
  const vpcs = new Map<string, string[]>();
  const add = (network: unknown, ...cidrs: unknown[]) =>
    vpcs.set(String(network), [...(vpcs.get(String(network)) ?? []), ...cidrs.map(String)]);
  for (const [address, given] of resources(tree, "google_compute_subnetwork")) {
    const secondary = list(given["secondary_ip_range"]).map((each) => object(each)["ip_cidr_range"]);
    const [, cluster = ""] = /\.(cluster-[^_]+)_/.exec(address) ?? [];
    for (const owner of [given["network"], cluster]) add(owner, given["ip_cidr_range"], ...secondary);
  }
  for (const [, { network, address, prefix_length }] of resources(tree, "google_compute_global_address")) {
    add(network, `${address}/${prefix_length}`);
  }
  for (const [, given] of resources(tree, "google_container_cluster")) {
    const { master_ipv4_cidr_block } = object(given["private_cluster_config"]);
    if (!String(master_ipv4_cidr_block).endsWith("/28")) yield `${master_ipv4_cidr_block} is no /28`;
    if (!String(given["network"]).includes("data.")) add(given["network"], master_ipv4_cidr_block);
  }
  for (const cidrs of vpcs.values()) {
    const sorted = cidrs.map((cidr) => [cidr, ...span(cidr)] as const).sort((a, b) => a[1] - b[1]);
    for (const [index, [cidr, , last]] of sorted.entries()) {
      const next = sorted[index + 1];
      if (next !== undefined && next[1] <= last) yield `${cidr} and ${next[0]} overlap`;
    }
  }
}

const HOURS = 60;
const minutes = (duration: unknown): number =>
  Number.parseInt(String(duration), 10) * (String(duration).endsWith("h") ? HOURS : 1);

function* nodePools(site: GoogleSiteSpec, tree: StackTree): Generator<string> {
  if (tree.resource["google_compute_reservation"] !== undefined) yield "something is bought";
  for (const [, given] of resources(tree, "google_container_cluster")) {
    if (given["enable_tpu"] !== undefined) yield "a cluster has TPUs of the old kind";
    const policy = JSON.stringify(given["ip_allocation_policy"]);
    if (!policy.includes("secondary_range_name") || policy.includes("cidr_block")) yield "ranges are named and stated";
  }
  for (const [address, given] of resources(tree, "google_container_node_pool")) {
    const counts = ["node_count", "autoscaling"].filter((key) => given[key] !== undefined);
    if (counts.length !== 1) yield `${address} has ${counts.join(" and ") || "no count"}`;
    if (minutes(object(given["timeouts"])["create"]) < 2 * HOURS) yield `${address} has less than two hours to come`;
    const label = object(object(given["node_config"])["labels"])["siteform.dev/pool"];
    const owner = object(object(given["node_config"])["resource_labels"])["cluster"];
    const pool = site.clusters.find(({ name }) => name === owner)?.pools.find(({ name }) => name === label);
    if (pool !== undefined) yield* acceleratorPool(address, given, pool);
    else if (label !== "system") yield `${address} belongs to no pool`;
  }
}

function* acceleratorPool(address: string, given: Arguments, pool: GooglePool): Generator<string> {
  const machine = Object.values(googleMachines).find(({ type }) => type === pool.machine);
  const slice = machine === undefined ? undefined : resolveTopology(machine, pool.topology ?? "");
  const node = object(given["node_config"]);
  const { kind } = pool.capacity;
  const scaling = object(given["autoscaling"]);
  const most = Number(given["node_count"] ?? scaling["max_node_count"] ?? scaling["total_max_node_count"]);
  // A slice is one node pool however many hosts it has: the rule GCP-TPU-06 warns of one with more than 1,000.
  if (most < 1 || (most > 1000 && slice?.multiHost !== true)) yield `${address} has ${most} nodes`;
  if (JSON.stringify(given["node_locations"]) !== JSON.stringify([pool.capacity.zone]))
    yield `${address} has no one zone`;

  const placement = object(given["placement_policy"]);
  const byPolicy = placement["policy_name"] !== undefined;
  const upgrade = object(given["upgrade_settings"]);
  if (upgrade["strategy"] !== "SURGE" || Number(upgrade["max_surge"]) + Number(upgrade["max_unavailable"]) < 1)
    yield `${address} cannot be upgraded`;
  if (byPolicy && !JSON.stringify(given["lifecycle"]).includes("placement_policy"))
    yield `${address} compares its policy`;
  if (slice?.multiHost === true) {
    if (most !== slice.hosts) yield `${address} has ${most} nodes for ${slice.hosts} hosts`;
    const wants = machine?.tpu?.generation === "tpu7x" ? byPolicy : placement["tpu_topology"] === pool.topology;
    if (!wants) yield `${address} is not placed as its topology says`;
  } else if (slice !== undefined && given["placement_policy"] !== undefined)
    yield `${address} of single hosts is placed`;
  if (slice === undefined && kind === "queued" && placement["type"] === "COMPACT")
    yield `${address} is queued and placed`;
  if ((slice === undefined) !== (node["guest_accelerator"] !== undefined))
    yield `${address} declares the wrong accelerators`;

  const affinity = object(node["reservation_affinity"]);
  if (kind === "reservation") {
    if (affinity["consume_reservation_type"] !== "SPECIFIC_RESERVATION" || list(affinity["values"]).length !== 1)
      yield `${address} does not name one reservation`;
  } else if (kind !== "onDemand" && affinity["consume_reservation_type"] !== "NO_RESERVATION")
    yield `${address} may take a reservation`;
  if ((node["spot"] === true) !== (kind === "spot")) yield `${address} is spot, or is not`;
  if ((node["flex_start"] === true) !== (kind === "flexStart")) yield `${address} is flex-start, or is not`;
  if ((object(given["queued_provisioning"])["enabled"] === true) !== (kind === "queued"))
    yield `${address} queues wrongly`;
  const asked = kind === "flexStart" || kind === "queued";
  if (asked !== (given["autoscaling"] !== undefined)) yield `${address} scales wrongly`;
  if (asked && object(given["management"])["auto_repair"] !== false) yield `${address} is repaired`;
  if (kind === "flexStart" && Number.parseInt(String(node["max_run_duration"]), 10) > 604_800)
    yield `${address} runs for more than a week`;
  if (node["ephemeral_storage_local_ssd_config"] !== undefined && node["local_nvme_ssd_block_config"] !== undefined)
    yield `${address} has its local SSDs twice`;
}

/** Types that `protect` keeps, whether the cluster or the site decides. */
function* protection(site: GoogleSiteSpec, tree: StackTree): Generator<string> {
  for (const [address, given] of resources(tree, "google_container_cluster")) {
    const spec = site.clusters.find(({ name }) => given["name"] === `${site.name}-${name}`);
    const wanted = spec?.protect ?? site.protect;
    if (given["deletion_protection"] !== wanted)
      yield `${address} says ${given["deletion_protection"]} of its deletion`;
    if ((object(given["lifecycle"])["prevent_destroy"] === true) !== wanted) yield `${address} is guarded, or is not`;
  }
  for (const type of ["google_kms_crypto_key", "google_storage_bucket"])
    for (const [address, given] of resources(tree, type))
      if ((object(given["lifecycle"])["prevent_destroy"] === true) !== site.protect)
        yield `${address} is guarded, or is not`;
}

/** What is encrypted with a key of one's own waits for the grants, by itself or through what it names. */
function* keys(site: GoogleSiteSpec, tree: StackTree): Generator<string> {
  const grants = resources(tree, "google_kms_crypto_key_iam_member").map(([address]) => address);
  const granted = site.encryption !== undefined && !(site.encryption.kind === "existing" && !site.encryption.grant);
  const waitsFor = (given: Arguments, what: string) =>
    list(given["depends_on"]).some((each) => grants.includes(String(each)) && String(each).includes(`grant-${what}`));
  const users = [
    ["google_container_cluster", "gke"],
    ["google_container_cluster", "compute"],
    ["google_filestore_instance", "filestore"],
    ["google_storage_bucket", "storage"],
  ] as const;
  for (const [type, agent] of users)
    for (const [address, given] of resources(tree, type)) {
      const encrypted = /kms_key_name|database_encryption/.test(JSON.stringify(given));
      if (encrypted !== (site.encryption !== undefined)) yield `${address} is encrypted, or is not`;
      if (granted && !waitsFor(given, agent)) yield `${address} does not wait for the grant of ${agent}`;
    }
  for (const [address, { node_config }] of resources(tree, "google_container_node_pool"))
    if ((object(node_config)["boot_disk_kms_key"] !== undefined) !== (site.encryption !== undefined))
      yield `the disks of ${address} are encrypted, or are not`;
}

/** Further interfaces a machine has: Cluster Toolkit, examples gke-a3-highgpu to gke-a4x. */
const INTERFACES: Readonly<Record<string, number>> = {
  "a3-highgpu-8g": 4,
  "a3-megagpu-8g": 8,
  "a3-ultragpu-8g": 9,
  "a4-highgpu-8g": 9,
  "a4x-highgpu-4g": 5,
};

function* networks(tree: StackTree): Generator<string> {
  const clusters = new Map(resources(tree, "google_container_cluster"));
  for (const [address, given] of resources(tree, "google_container_node_pool")) {
    const cluster = clusters.get(String(given["cluster"]).replace(/^\$\{|\.name\}$/g, ""));
    if (cluster === undefined) yield `${address} is in no cluster`;
    if (cluster?.["datapath_provider"] !== "ADVANCED_DATAPATH") yield `${address} has no Dataplane V2`;
    const machine = String(object(given["node_config"])["machine_type"]);
    const found = list(object(given["network_config"])["additional_node_network_configs"]).length;
    const wanted = cluster?.["enable_multi_networking"] === true ? (INTERFACES[machine] ?? 0) : 0;
    if (found !== wanted) yield `${address} has ${found} further interfaces, and not ${wanted}`;
  }
}

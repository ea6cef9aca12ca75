import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Fleet } from "siteform";
import { type AwsClusterProps, AwsSite, type AwsSiteProps, onDemand } from "siteform/aws";
import { inFolder, tempFolder } from "../support/temp";

export const ACCOUNT = "111122223333";

type Json = Readonly<Record<string, unknown>>;

/** A synthesized stack, parsed. */
export interface Stack {
  readonly json: {
    readonly terraform: { readonly required_providers: { readonly aws: { readonly version: string } } };
    readonly provider: { readonly aws: readonly Json[] };
    readonly resource?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
    readonly data?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  };
  /** The resources of a type (without `aws_`) whose id holds a text. */
  all(type: string, part?: string): Json[];
  /** The only one of them. */
  one(type: string, part?: string): Json;
  /** The data sources of a type. */
  data(type: string, part?: string): Json[];
}

/** Props of the site that differ; `none` is a site without a network of its own. */
export type SiteOptions = Omit<Partial<AwsSiteProps>, "network"> & {
  readonly network?: AwsSiteProps["network"] | "none";
};

/** The `Name` of a resource. */
export function nameOf(config: Json): unknown {
  const { tags } = config;
  return typeof tags === "object" && tags !== null && "Name" in tags ? tags.Name : undefined;
}

/** A fleet with one site on AWS, in us-east-2 unless said otherwise. */
export function fleetWith(
  { network = { cidrs: ["10.16.0.0/16"] }, ...site }: SiteOptions,
  clusters: Readonly<Record<string, Partial<AwsClusterProps>>>,
): Fleet {
  const fleet = new Fleet("atlas");
  const made = new AwsSite(fleet, "ohio", {
    account: ACCOUNT,
    region: "us-east-2",
    location: { country: "US", subdivision: "US-OH" },
    ...(network === "none" ? {} : { network }),
    ...site,
  });
  for (const [name, props] of Object.entries(clusters)) {
    made.addCluster(name, {
      pools: [{ machine: "p5.48xlarge", count: 2, capacity: onDemand({ zoneId: "use2-az1" }) }],
      ...props,
    });
  }
  return fleet;
}

/** What Terraform reads of one cluster `train`, in one stack. */
export const trainStack = (cluster: Partial<AwsClusterProps> = {}, site: SiteOptions = {}): Stack =>
  synthesizedStacks(fleetWith(site, { train: cluster }))["ohio"] ?? nothing("ohio");

/** The stacks of a fleet, by name, and the folder of cdktf.out. */
export function synthesizedStacks(fleet: Fleet): Readonly<Record<string, Stack>> {
  const folder = tempFolder();
  const { ok, findings } = inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" }));
  if (!ok) throw new Error(findings.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  const manifest: { stacks: Record<string, unknown> } = JSON.parse(
    readFileSync(join(folder, "cdktf.out", "manifest.json"), "utf8"),
  );
  return Object.fromEntries(Object.keys(manifest.stacks).map((name) => [name, read(folder, name)]));
}

function read(folder: string, name: string): Stack {
  const json: Stack["json"] = JSON.parse(
    readFileSync(join(folder, "cdktf.out", "stacks", name, "cdk.tf.json"), "utf8"),
  );
  const find = (of: Stack["json"]["resource"], type: string, part: string) =>
    Object.entries(of?.[`aws_${type}`] ?? {}).flatMap(([id, config]) => (id.includes(part) ? [config] : []));
  const all = (type: string, part = "") => find(json.resource, type, part);
  return {
    json,
    all,
    one: (type, part = "") => {
      const [first, ...others] = all(type, part);
      if (first === undefined || others.length > 0) throw new Error(`${others.length} more aws_${type} match ${part}`);
      return first;
    },
    data: (type, part = "") => find(json.data, type, part),
  };
}

export function nothing(what: string): never {
  throw new Error(`there is no ${what}`);
}

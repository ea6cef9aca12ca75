import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMachine } from "../../constructs/catalog";
import { App } from "../../constructs/core/cdktf";
import { addBackend } from "../../constructs/fleet/backend";
import type { SiteBuild } from "../../constructs/fleet/site";
import { stacksOf } from "../../constructs/google/names";
import { buildGoogleStack } from "../../constructs/google/stack";
import { API_VERSION, FleetDocument, GoogleSiteSpec } from "../../constructs/model";

/** The arguments of one resource. */
export type Arguments = Readonly<Record<string, unknown>>;

/** A synthesized stack. */
export interface StackTree {
  readonly text: string;
  readonly terraform: Arguments;
  readonly provider: Readonly<Record<string, readonly Arguments[]>>;
  readonly resource: Readonly<Record<string, Readonly<Record<string, Arguments>>>>;
  readonly data: Readonly<Record<string, Readonly<Record<string, Arguments>>>>;
}

const network = {
  nodes: "10.32.0.0/20",
  pods: "10.36.0.0/14",
  services: "10.40.0.0/20",
  controlPlane: "10.40.16.0/28",
};

/** A site document around the pools of its one cluster, `train`, in us-east5. */
export const siteOf = (pools: readonly object[], more: object = {}): GoogleSiteSpec =>
  GoogleSiteSpec.parse({
    tenure: "cloud",
    provider: "google",
    name: "columbus",
    location: { country: "US", subdivision: "US-OH" },
    project: "atlas-research",
    region: "us-east5",
    clusters: [{ name: "train", network, pools }],
    ...more,
  });

/** A cluster document with ranges of its own. */
export const clusterOf = (name: string, pools: readonly object[]): object => ({ name, network, pools });

/** The stacks of a site, as Terraform reads them, by name. */
export function stackTrees(site: GoogleSiteSpec): Readonly<Record<string, StackTree>> {
  const outdir = mkdtempSync(join(tmpdir(), "siteform-google-"));
  try {
    synthesizeInto(outdir, site);
    return Object.fromEntries(stacksOf(site).map(({ name }) => [name, readTree(outdir, name)]));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Writes the stacks of a site under a folder and gives their folders. */
export function synthesizeInto(outdir: string, site: GoogleSiteSpec): string[] {
  const fleet = FleetDocument.parse({
    apiVersion: API_VERSION,
    kind: "Fleet",
    metadata: { name: "atlas" },
    spec: { sites: [site] },
  });
  const app = new App({ outdir, stackTraces: false });
  const build: SiteBuild = {
    fleet,
    stack: (name) => addBackend(app, name, fleet),
    machine: (type) => {
      const machine = findMachine(type);
      if (machine === undefined) throw new Error(`no machine ${type}`);
      return machine;
    },
  };
  const plans = stacksOf(site);
  for (const plan of plans) buildGoogleStack(build.stack(plan.name), site, plan, build);
  app.synth();
  return plans.map(({ name }) => join(outdir, "stacks", name));
}

/** The one stack of a site. */
export function stackTree(site: GoogleSiteSpec): StackTree {
  const [only, ...others] = Object.values(stackTrees(site));
  if (only === undefined || others.length > 0) throw new Error(`expected one stack, got ${others.length + 1}`);
  return only;
}

/** Arguments of all resources of a type, by the name that Google sees. */
export function named(tree: StackTree, type: string): Readonly<Record<string, Arguments>> {
  const resources = Object.values(tree.resource[type] ?? {});
  return Object.fromEntries(resources.map((resource) => [String(resource["name"]), resource]));
}

/** The one resource of a type. */
export function single(tree: StackTree, type: string): Arguments {
  const [only, ...others] = Object.values(tree.resource[type] ?? {});
  if (only === undefined || others.length > 0) throw new Error(`expected one ${type}, got ${others.length + 1}`);
  return only;
}

/** Node pools by name, without the system pool. */
export function acceleratorPools(tree: StackTree): Readonly<Record<string, Arguments>> {
  const { system, ...others } = named(tree, "google_container_node_pool");
  if (system === undefined) throw new Error("the stack has no system pool");
  return others;
}

function readTree(outdir: string, name: string): StackTree {
  const text = readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8");
  const { terraform, provider = {}, resource = {}, data = {} } = JSON.parse(text);
  return { text, terraform, provider, resource, data };
}

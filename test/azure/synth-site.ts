import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AzureSite } from "../../constructs/azure";
import { stacksOf } from "../../constructs/azure/names";
import { buildAzureStack } from "../../constructs/azure/stack";
import { findMachine, type Machine } from "../../constructs/catalog";
import { App, type TerraformStack } from "../../constructs/core/cdktf";
import { addBackend } from "../../constructs/fleet/backend";
import type { SiteBuild } from "../../constructs/fleet/site";
import { API_VERSION, AzureSiteSpec, FleetDocument } from "../../constructs/model";

export const SUBSCRIPTION = "11111111-2222-4333-8444-555555555555";
export const RESERVATION = `/subscriptions/${SUBSCRIPTION}/resourceGroups/capacity/providers/Microsoft.Compute/capacityReservationGroups/h200`;

/** A pool as a document has it. */
export const aPool = (more: object = {}) => ({
  name: "h100",
  machine: "Standard_ND96isr_H100_v5",
  count: 4,
  capacity: { kind: "onDemand" },
  ...more,
});

/** A cluster as a document has it. */
export const aCluster = (more: object = {}) => ({
  name: "serve",
  network: { nodes: "10.48.0.0/20", pods: "10.64.0.0/14", services: "10.68.0.0/20" },
  pools: [aPool()],
  ...more,
});

/** A checked document of a site. */
export const aSite = (more: object = {}): AzureSiteSpec =>
  AzureSiteSpec.parse({
    name: "boydton",
    tenure: "cloud",
    provider: "azure",
    location: { country: "US", subdivision: "US-VA" },
    subscription: SUBSCRIPTION,
    region: "eastus2",
    network: { cidrs: ["10.48.0.0/16"] },
    clusters: [aCluster()],
    ...more,
  });

/** Resources of one type, by address. */
export type Resources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A stack's file, as written and as parsed. */
export interface Stack {
  readonly text: string;
  readonly json: {
    readonly terraform: Readonly<Record<string, unknown>>;
    readonly provider: Readonly<Record<string, unknown>>;
    readonly resource?: Readonly<Record<string, Resources>>;
    readonly data?: Readonly<Record<string, Resources>>;
  };
  /** The resources of a type, without the leading `azurerm_`. */
  all(type: string): Resources[string][];
  /** The only resource of a type whose name is the one given. */
  one(type: string, name?: string): Resources[string];
}

/** Builds a site's only stack as the fleet would, in a folder that is gone afterwards. */
export const synthSite = (site: AzureSiteSpec, machines: readonly Machine[] = []): Stack =>
  only(site, synthStacks(site, machines));

/** The same of each of its stacks, by name. */
export const synthStacks = (site: AzureSiteSpec, machines: readonly Machine[] = []): Readonly<Record<string, Stack>> =>
  synth(site, machines, (build) => {
    for (const plan of stacksOf(site)) buildAzureStack(build.stack(plan.name), site, plan, build);
  });

/** The same through the construct, with its hooks. */
export function synthConstruct(construct: AzureSite, machines: readonly Machine[] = []): Stack {
  const site = AzureSiteSpec.parse(construct.record());
  return only(
    site,
    synth(site, machines, (build) => construct.build(site, build)),
  );
}

function only({ name }: AzureSiteSpec, stacks: Readonly<Record<string, Stack>>): Stack {
  const [stack, ...others] = Object.values(stacks);
  if (stack === undefined || others.length > 0) throw new Error(`${name} has the stacks ${Object.keys(stacks)}`);
  return stack;
}

function synth(
  site: AzureSiteSpec,
  machines: readonly Machine[],
  fill: (build: SiteBuild) => void,
): Readonly<Record<string, Stack>> {
  const fleet = FleetDocument.parse({
    apiVersion: API_VERSION,
    kind: "Fleet",
    metadata: { name: "atlas" },
    spec: { sites: [site] },
  });
  const outdir = mkdtempSync(join(tmpdir(), "siteform-azure-"));
  try {
    const app = new App({ outdir, stackTraces: false });
    fill({
      fleet,
      stack: (name): TerraformStack => addBackend(app, name, fleet),
      machine: (type) => {
        const machine = machines.find((each) => each.type === type) ?? findMachine(type);
        if (machine === undefined) throw new Error(`no machine ${type}`);
        return machine;
      },
    });
    app.synth();
    const stacks = join(outdir, "stacks");
    return Object.fromEntries(
      readdirSync(stacks).map((name) => [name, read(readFileSync(join(stacks, name, "cdk.tf.json"), "utf8"))]),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function read(text: string): Stack {
  const json: Stack["json"] = JSON.parse(text);
  const all = (type: string) => Object.values(json.resource?.[`azurerm_${type}`] ?? {});
  return {
    text,
    json,
    all,
    one: (type, name) => {
      const found = all(type).filter((resource) => name === undefined || resource["name"] === name);
      const [resource] = found;
      if (resource === undefined || found.length > 1) throw new Error(`${found.length} of ${type} ${name ?? ""}`);
      return resource;
    },
  };
}

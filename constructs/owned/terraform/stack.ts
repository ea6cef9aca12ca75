import type { Machine } from "../../catalog";
import { TerraformOutput, type TerraformStack } from "../../core/cdktf";
import { TerraformData } from "../../core/terraform-data";
import { isPreliminary } from "../../ledger";
import { type FleetDocument, leaseOf, type PhysicalSiteSpec } from "../../model";
import { clusterFigures, digestOf, headlineOf } from "./headline";
import { leaseFigures } from "./lease-figures";

/** What the stack of a site that is not a cloud holds. */
export interface PhysicalResources {
  /** The site's headline figures and the digest of its documents. */
  readonly site: TerraformData;
  /** One a cluster, by name. */
  readonly clusters: Readonly<Record<string, TerraformData>>;
  /** The lease's terms and phases, when the site is leased. */
  readonly lease?: TerraformData;
}

/**
 * The stack of an owned, leased or partner-built site. It holds figures, not machines: whoever plans it sees
 * `critical_it_mw = 120 -> 140` without credentials and without a provider.
 */
export function buildPhysicalSite(
  stack: TerraformStack,
  site: PhysicalSiteSpec,
  build: { readonly fleet: FleetDocument; machine(type: string): Machine },
): PhysicalResources {
  const headline = { ...headlineOf(site, build.machine), spec_sha256: digestOf(build.fleet, site) };
  const data = new TerraformData(stack, "site", headline);
  new TerraformOutput(stack, "headline", { value: headline, description: `Headline figures of ${site.name}` });
  // A site that is only spoken of gets no machines: what it would hold stands in its documents.
  const held = isPreliminary(site) ? [] : site.clusters;
  const clusters = Object.fromEntries(
    held.map((cluster) => [
      cluster.name,
      new TerraformData(stack, `cluster-${cluster.name}`, clusterFigures(cluster, build.machine)),
    ]),
  );
  const lease = leaseOf(site);
  if (lease === undefined) return { site: data, clusters };
  const terms = leaseFigures(site, lease, build);
  return { site: data, clusters, lease: new TerraformData(stack, "lease", terms) };
}

import { type Machine, sizePool } from "../../catalog";
import { awsTaints, azureTaints, googleTaints, gpuDriverOf, type NodeTaint } from "../../ledger";
import type {
  AwsCluster,
  AwsSiteSpec,
  AzureCluster,
  AzureSiteSpec,
  GoogleCluster,
  GoogleSiteSpec,
  SiteSpec,
} from "../../model";
import type { EmitContext } from "../emit";

/** What of a pool the manifests speak of. */
export interface PoolView {
  readonly name: string;
  readonly machine: Machine;
  /** Machines, each a node. */
  readonly machines: number;
  readonly taints: readonly NodeTaint[];
  /** The kind of its capacity contract. */
  readonly contract: string;
  /** Of TPU slices. */
  readonly topology?: string;
  /** Whether the image of its nodes brings NVIDIA's device plugin, as Bottlerocket's does. */
  readonly imageHasNvidiaPlugin?: boolean;
  /** Whether AKS installs the driver. */
  readonly aksDriver?: boolean;
}

interface ClusterBase {
  readonly fleet: string;
  readonly name: string;
  readonly pools: readonly PoolView[];
}

/** What of a cluster the manifests speak of. */
export type ClusterView =
  | (ClusterBase & { readonly provider: "aws"; readonly site: AwsSiteSpec; readonly spec: AwsCluster })
  | (ClusterBase & { readonly provider: "google"; readonly site: GoogleSiteSpec; readonly spec: GoogleCluster })
  | (ClusterBase & { readonly provider: "azure"; readonly site: AzureSiteSpec; readonly spec: AzureCluster });

/** The clusters of a site in a cloud, as the manifests see them; none for any other site. */
export function clusterViews(site: SiteSpec, context: EmitContext): ClusterView[] {
  if (site.tenure !== "cloud") return [];
  const { fleet } = context;
  switch (site.provider) {
    case "aws":
      return site.clusters.map((spec) => ({
        provider: "aws",
        fleet,
        site,
        spec,
        name: spec.name,
        pools: spec.pools.map((pool) => {
          const machine = context.machine(pool.machine);
          const imageHasNvidiaPlugin = pool.image?.kind === "bottlerocket";
          return { ...view(pool, machine, awsTaints(pool, machine)), imageHasNvidiaPlugin };
        }),
      }));
    case "google":
      return site.clusters.map((spec) => ({
        provider: "google",
        fleet,
        site,
        spec,
        name: spec.name,
        pools: spec.pools.map((pool) => {
          const machine = context.machine(pool.machine);
          return view(pool, machine, googleTaints(pool, machine));
        }),
      }));
    case "azure":
      return site.clusters.map((spec) => ({
        provider: "azure",
        fleet,
        site,
        spec,
        name: spec.name,
        pools: spec.pools.map((pool) => {
          const machine = context.machine(pool.machine);
          return { ...view(pool, machine, azureTaints(pool)), aksDriver: gpuDriverOf(pool, machine) === "Install" };
        }),
      }));
  }
}

/** What every pool of a cloud has, as far as it is counted here. */
interface CloudPool {
  readonly name: string;
  readonly machine: string;
  readonly count?: number | undefined;
  readonly topology?: string | undefined;
  readonly slices?: number | undefined;
  readonly capacity: { readonly kind: string };
}

function view(pool: CloudPool, machine: Machine, taints: readonly NodeTaint[]): PoolView {
  const machines = sizePool(pool, machine)?.hosts;
  if (machines === undefined) throw new Error(`the rules let the pool ${pool.name} pass without a size`);
  const { name, topology, capacity } = pool;
  return { name, machine, machines, taints, contract: capacity.kind, ...(topology === undefined ? {} : { topology }) };
}

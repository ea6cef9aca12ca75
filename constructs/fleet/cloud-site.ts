import type { Construct } from "constructs";
import type { CloudTermInput, Figure, PowerFigure, SiteEnergyInput } from "../model";
import type { TerraformHook } from "./physical-site";
import { type AnyPool, type ClusterProps, type PoolProps, recordCluster } from "./pools";
import type { Recorder } from "./recorder";
import { Site, type SiteProps } from "./site";

/** What every site in a cloud takes. */
export interface CloudSiteProps extends SiteProps {
  /**
   * Power of the site, where it is known.
   * @default - not known
   */
  readonly power?: PowerFigure;
  /**
   * Utility power over critical IT power at the worst hour of the year.
   * @default - not known
   */
  readonly peakPue?: Figure;
  /**
   * What turns power into energy, water and greenhouse gases: average PUE, WUE, the grid, contracts for energy.
   * @default - not known: energy of the machines alone is reckoned
   */
  readonly energy?: SiteEnergyInput;
  /**
   * Whether Terraform refuses to destroy or replace what is costly to lose: clusters, encryption keys, file systems, buckets
   * with data, reservations. It guards against change; against removal from the program the list in `locks/` guards.
   * @default true
   */
  readonly protect?: boolean;
}

/** What every cluster in a cloud takes. */
export interface CloudClusterProps extends ClusterProps {
  /**
   * Takes the cluster out of service: the next deploy destroys what it held. Delete it from the program after that deploy. Of a
   * cluster that is spread, numbers retire single ones: `[3]` the third.
   * @default false
   */
  readonly retired?: boolean | readonly number[];
}

/** What every pool in a cloud takes. */
export interface CloudPoolProps extends PoolProps {
  /**
   * From when until when the machines are there, and under which agreement: for the ledger of capacity alone, nothing is built of it.
   * @default - commenced, always there; a capacity block from its start to its end
   */
  readonly term?: CloudTermInput;
  /**
   * Takes the pool out of service: the next deploy destroys what it held, a reservation made for it included.
   * @default false
   */
  readonly retired?: boolean;
  /**
   * Machines, or TPU slices where the pool has a topology, that stand in one cluster. The cluster is then spread: it becomes as many
   * as the pool needs, `train`, `train-2`, `train-3`, each filled before the next, each with the next of the ranges that
   * `eachRange` gives its network. Choose it once: growth appends, but another number here moves machines between clusters.
   * A pool without it stands in the first.
   * @default - the pool stands in one cluster
   */
  readonly perCluster?: number;
}

/** Compute in one region of one cloud: its clusters, and the way out to its stacks. */
export abstract class CloudSite<C extends { readonly pools: readonly AnyPool[] }, R> extends Site {
  private readonly addedClusters: { name: string; props: C }[] = [];
  /** Hooks of `terraform`, in order. */
  protected readonly hooks: TerraformHook<R>[] = [];

  protected constructor(
    scope: Construct,
    name: string,
    private readonly props: CloudSiteProps,
    private readonly provider: "aws" | "google" | "azure",
  ) {
    super(scope, name);
  }

  /** Adds a Kubernetes cluster. */
  addCluster(name: string, props: C): this {
    this.addedClusters.push({ name, props });
    return this;
  }

  /** The way out: called with each stack and its resources once the fleet has passed its rules. */
  terraform(hook: TerraformHook<R>): this {
    this.hooks.push(hook);
    return this;
  }

  override get isHooked(): boolean {
    return this.hooks.length > 0;
  }

  override record(): object {
    const fleet = this.recorder();
    const clusters = this.addedClusters.map(({ name, props }) => this.recordOne(fleet, name, props));
    return this.recordOf(this.props, { tenure: "cloud", provider: this.provider, clusters, ...this.recordMore() });
  }

  /** How one cluster is recorded. */
  protected recordOne(fleet: Recorder, name: string, props: C): object {
    return recordCluster(fleet, name, props);
  }

  /** What a cloud's site records beside its props and clusters. */
  protected recordMore(): object {
    return {};
  }
}

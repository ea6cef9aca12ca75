import { Construct, type IConstruct } from "constructs";
import type { TerraformStack } from "../core/cdktf";
import type { FleetDocument, State, StateStore as StateStoreSpec } from "../model";
import type { TerraformHook } from "./physical-site";
import { recorderOf } from "./recorder";
import { runHooks } from "./run-hooks";
import { freeId } from "./site";

/** What everything that creates the place of the state takes. */
export interface StateStoreProps {
  /**
   * The name of its stack.
   * @default - `<fleet>-state`
   */
  readonly name?: string;
  /**
   * Where the state of this one stack is. It is created with `"local"`, since a bucket cannot hold the state that creates it; once it
   * is there one may move that state into it, with `"bucket"` and `terraform init -migrate-state` (docs/state.md).
   * @default "local"
   */
  readonly stateIn?: "local" | "bucket";
  /**
   * Whether Terraform refuses to destroy the bucket and its key. Even without, a bucket that holds anything is not deleted.
   * @default true
   */
  readonly protect?: boolean;
  /**
   * Days for which a replaced or deleted version of a state stays.
   * @default 90
   */
  readonly versionDays?: number;
}

/** What a store takes whose cloud counts versions too. */
export interface CountedVersionsProps extends StateStoreProps {
  /**
   * Replaced versions of each key that stay however old they are; at most 100 on S3.
   * @default 20
   */
  readonly keepVersions?: number;
}

/** What a fleet knows of what creates the place of its state. */
export interface RecordedStateStore extends IConstruct {
  /** Packages that the stack is built with, beside the framework. */
  readonly packages: readonly string[];
  /** Whether the program changes its stack by hooks of its own. */
  readonly isHooked: boolean;
  /** Everything said about it, unchecked. */
  record(): object;
  /** Fills the stack from the checked document. */
  build(stack: TerraformStack, spec: StateStoreSpec, fleet: FleetDocument): void;
}

/** The place of the fleet's state, made by a stack of its own. Its names are those that the fleet's `RemoteState` gives. */
export abstract class StateStore<R> extends Construct implements RecordedStateStore {
  /** Hooks of `terraform`, in order. */
  protected readonly hooks: TerraformHook<R>[] = [];

  protected constructor(
    scope: Construct,
    private readonly props: StateStoreProps,
    private readonly provider: StateStoreSpec["provider"],
  ) {
    super(scope, freeId(scope, "state-store"));
    recorderOf(this).recordStateStore(this);
  }

  abstract get packages(): readonly string[];

  get isHooked(): boolean {
    return this.hooks.length > 0;
  }

  record(): object {
    return { ...(typeof this.props === "object" ? this.props : {}), provider: this.provider };
  }

  /** The way out: called with the stack and its resources once the fleet has passed its rules. */
  terraform(hook: TerraformHook<R>): this {
    this.hooks.push(hook);
    return this;
  }

  build(stack: TerraformStack, spec: StateStoreSpec, fleet: FleetDocument): void {
    const resources = this.make(stack, fleet.spec.state, spec, fleet.metadata.name);
    runHooks(this.hooks, "the store of the state", stack, resources);
  }

  /** Makes the resources in the stack. The rules have made sure that the state and the spec are of one cloud. */
  protected abstract make(stack: TerraformStack, state: State, spec: StateStoreSpec, fleet: string): R;
}

import type { Construct } from "constructs";
import type { TerraformStack } from "../core/cdktf";
import { type CountedVersionsProps, StateStore } from "../fleet/state-store";
import type { State, StateStore as StateStoreSpec } from "../model";
import type { StateBucketResources } from "./state-bucket-stack";

export interface StateBucketProps extends CountedVersionsProps {
  /** The project that gets the bucket, and the key where one is created. */
  readonly project: string;
  /** Where the bucket and its key are: a region such as `us-east5`, or a multi-region such as `us`. */
  readonly location: string;
  /**
   * Days, 7 to 90, for which what was deleted can be restored, also by whoever deleted versions.
   * @default 30
   */
  readonly softDeleteDays?: number;
  /**
   * Whether the key that the state's `kmsEncryptionKey` names is created, with its key ring; a key that is there already is
   * only granted to Cloud Storage. Without `kmsEncryptionKey` Google's own keys encrypt.
   * @default true
   */
  readonly createKey?: boolean;
  /**
   * Who may read and write every state of the bucket (`roles/storage.objectUser`), e.g. `group:infra@example.com`.
   * @default - nobody beyond what the project grants
   */
  readonly members?: readonly string[];
}

/**
 * Creates the Cloud Storage bucket that the fleet's `RemoteState.gcs(...)` names, with its key, in a stack of its own. Deploy that
 * stack before all others.
 *
 * @example
 * const fleet = new Fleet("atlas", { state: RemoteState.gcs({ bucket: "atlas-tfstate" }) });
 * new StateBucket(fleet, { project: "atlas-state", location: "us-east5" });
 */
export class StateBucket extends StateStore<StateBucketResources> {
  constructor(scope: Construct, props: StateBucketProps) {
    super(scope, props, "google");
  }

  override get packages(): readonly string[] {
    return ["@cdktf/provider-google"];
  }

  protected override make(
    stack: TerraformStack,
    state: State,
    spec: StateStoreSpec,
    fleet: string,
  ): StateBucketResources {
    if (spec.provider !== "google" || state.kind !== "gcs") throw new Error("the rules let another state pass");
    // Loaded when there is something to build: checking a fleet needs neither the framework nor a provider.
    const { StateBucketResources } = require("./state-bucket-stack") as typeof import("./state-bucket-stack");
    return new StateBucketResources(stack, state, spec, fleet);
  }
}

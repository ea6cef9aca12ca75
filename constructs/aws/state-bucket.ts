import type { Construct } from "constructs";
import type { TerraformStack } from "../core/cdktf";
import { type CountedVersionsProps, StateStore } from "../fleet/state-store";
import type { State, StateStore as StateStoreSpec } from "../model";
import type { StateBucketResources } from "./state-bucket-stack";

export interface StateBucketProps extends CountedVersionsProps {
  /** The account that gets the bucket, as twelve digits. The provider refuses to work in any other. */
  readonly account: string;
  /**
   * A bucket that is there already, and lets S3 write access logs into it.
   * @default - no access log
   */
  readonly accessLog?: {
    readonly bucket: string;
    /** @default - the name of the state's bucket and a slash */
    readonly prefix?: string;
  };
}

/**
 * Creates the S3 bucket that the fleet's `RemoteState.s3(...)` names, with its KMS key and policies, in a stack of its own. Deploy that
 * stack before all others.
 *
 * A `kmsKeyId` of the state that is an alias, or the ARN of one, is the alias that the key gets; the id or ARN of a key is a key that
 * is there already. Without one a key is created, and the bucket encrypts with it what Terraform writes.
 *
 * @example
 * const fleet = new Fleet("atlas", { state: RemoteState.s3({ bucket: "atlas-tfstate", region: "us-east-2" }) });
 * new StateBucket(fleet, { account: "111122223333" });
 */
export class StateBucket extends StateStore<StateBucketResources> {
  constructor(scope: Construct, props: StateBucketProps) {
    super(scope, props, "aws");
  }

  override get packages(): readonly string[] {
    return ["@cdktf/provider-aws"];
  }

  protected override make(
    stack: TerraformStack,
    state: State,
    spec: StateStoreSpec,
    fleet: string,
  ): StateBucketResources {
    if (spec.provider !== "aws" || state.kind !== "s3") throw new Error("the rules let another state pass");
    // Loaded when there is something to build: checking a fleet needs neither the framework nor a provider.
    const { StateBucketResources } = require("./state-bucket-stack") as typeof import("./state-bucket-stack");
    return new StateBucketResources(stack, state, spec, fleet);
  }
}

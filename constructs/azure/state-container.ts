import type { Construct } from "constructs";
import type { TerraformStack } from "../core/cdktf";
import { StateStore, type StateStoreProps } from "../fleet/state-store";
import type { State, StateStore as StateStoreSpec } from "../model";
import type { StateContainerResources } from "./state-container-stack";

export interface StateContainerProps extends StateStoreProps {
  /** The subscription that gets the storage account (a UUID). */
  readonly subscription: string;
  /** The region, e.g. `eastus2`. */
  readonly region: string;
  /**
   * How the storage account is replicated.
   * @default "ZRS" - over the zones of the region
   */
  readonly replication?: "LRS" | "ZRS" | "GRS" | "GZRS" | "RAGRS" | "RAGZRS";
  /**
   * Days, 1 to 365, for which a deleted blob or container can be restored.
   * @default 30
   */
  readonly softDeleteDays?: number;
  /**
   * Object ids of those who may read and write every state of the container (Storage Blob Data Contributor).
   * @default - nobody beyond what the subscription grants; not even its owner reads blobs without such a role
   */
  readonly contributors?: readonly string[];
}

/**
 * Creates the resource group, storage account and container that the fleet's `RemoteState.azureBlob(...)` names, in a stack of
 * its own. Deploy that stack before all others. The account takes Microsoft Entra ID alone, no shared key.
 *
 * Here `versionDays` counts from the day on which a version was written, which is what Azure's rules can count.
 *
 * @example
 * const state = RemoteState.azureBlob({ resourceGroup: "atlas-state", storageAccount: "atlastfstate", container: "tfstate" });
 * const fleet = new Fleet("atlas", { state });
 * new StateContainer(fleet, { subscription: "00000000-0000-4000-8000-000000000001", region: "eastus2" });
 */
export class StateContainer extends StateStore<StateContainerResources> {
  constructor(scope: Construct, props: StateContainerProps) {
    super(scope, props, "azure");
  }

  override get packages(): readonly string[] {
    return ["@cdktf/provider-azurerm"];
  }

  protected override make(
    stack: TerraformStack,
    state: State,
    spec: StateStoreSpec,
    fleet: string,
  ): StateContainerResources {
    if (spec.provider !== "azure" || state.kind !== "azureBlob") throw new Error("the rules let another state pass");
    // Loaded when there is something to build: checking a fleet needs neither the framework nor a provider.
    const { StateContainerResources } = require("./state-container-stack") as typeof import("./state-container-stack");
    return new StateContainerResources(stack, state, spec, fleet);
  }
}

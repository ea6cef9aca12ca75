import { ManagedLustreFileSystem } from "@cdktf/provider-azurerm/lib/managed-lustre-file-system";
import { Construct } from "constructs";
import { TerraformOutput, type TerraformResource } from "../core/cdktf";
import { LUSTRE_FILE_SYSTEM, lustreName, lustreOutput } from "../ledger/azure-names";
import type { AzureCluster, AzureLustre } from "../model";
import { type AzureGround, guard, placeOf } from "./ground";
import type { AzureKeys } from "./keys";
import type { AzureAccountInputs } from "./storage-account";

/** What a file system stands on. */
export interface AzureLustreGround extends AzureGround {
  readonly subnetId: string;
  /** What must stand before it reaches what it needs. */
  readonly after: readonly TerraformResource[];
  readonly keys?: AzureKeys;
  readonly accounts: Readonly<Record<string, AzureAccountInputs>>;
}

/**
 * A file system of Azure Managed Lustre. Nearly every change replaces it (managed_lustre_file_system_resource.go), which a protected
 * site refuses: make another beside it, and move what is in it.
 */
export class AzureLustreResources extends Construct {
  readonly fileSystem: ManagedLustreFileSystem;

  constructor(scope: Construct, id: string, cluster: AzureCluster, spec: AzureLustre, ground: AzureLustreGround) {
    super(scope, id);
    const name = lustreName(ground.site, cluster, spec);
    const { settings, after: blob } = this.blob(spec, ground);
    const key = this.customerKey(spec, name, ground.keys);
    const after = [...ground.after, ...blob, ...key.after];
    this.fileSystem = new ManagedLustreFileSystem(this, "file-system", {
      name,
      ...placeOf(ground),
      skuName: spec.sku,
      storageCapacityInTb: spec.capacityTiB,
      subnetId: ground.subnetId,
      zones: [spec.zone],
      maintenanceWindow: { dayOfWeek: spec.maintenance.day, timeOfDayInUtc: spec.maintenance.time },
      ...settings,
      ...key.settings,
      ...(after.length === 0 ? {} : { dependsOn: after }),
      ...guard(ground.site),
    });
    new TerraformOutput(this, "mount", {
      value: `${this.fileSystem.mgsAddress}@tcp:/${LUSTRE_FILE_SYSTEM}`,
      description: `What a client mounts as the file system ${spec.name} of ${cluster.name}`,
    }).overrideLogicalId(lustreOutput(cluster, spec));
  }

  /** Reads blobs in and writes them out. The service does that as itself, by roles on the account. */
  private blob({ blob }: AzureLustre, { accounts }: AzureLustreGround) {
    const account = blob === undefined ? undefined : accounts[blob.account];
    const container = blob === undefined ? undefined : account?.containerIds[blob.container];
    const logging = blob === undefined ? undefined : account?.containerIds[blob.logging];
    if (blob === undefined || account === undefined || container === undefined || logging === undefined) {
      return { settings: {}, after: [] };
    }
    const after: TerraformResource[] = [...account.reach];
    const hsmSetting = {
      containerId: container,
      loggingContainerId: logging,
      importPrefix: blob.importPrefix ?? "/",
    };
    return { settings: { hsmSetting }, after };
  }

  private customerKey(spec: AzureLustre, name: string, keys: AzureKeys | undefined) {
    if (!spec.customerKey || keys === undefined) return { settings: {}, after: [] };
    // The file system takes one version of its key, and no other until it is told to: so the key does not renew itself.
    const key = keys.addKey(this, "key", name, { rotates: false, bits: 2048 });
    const { identity, role } = keys.addUser(this, "identity", name);
    const settings = {
      identity: { type: "UserAssigned", identityIds: [identity.id] },
      encryptionKey: { keyUrl: key.id, sourceVaultId: keys.vaultId },
    };
    return { settings, after: [role] };
  }
}

import { type App, AzurermBackend, GcsBackend, LocalBackend, S3Backend, TerraformStack } from "../core/cdktf";
import type { FleetDocument } from "../model";

/** A stack with an explicit backend: one key a stack, and no path of this machine in it. */
export function addBackend(app: App, name: string, fleet: FleetDocument): TerraformStack {
  const stack = new TerraformStack(app, name);
  const { state } = fleet.spec;
  const fleetName = fleet.metadata.name;
  switch (state.kind) {
    case "local":
      // From cdktf.out/stacks/<stack> up to the folder of cdktf.json. Fleets of one program may have stacks of one name.
      new LocalBackend(stack, { path: `../../../state/${fleetName}/${name}.tfstate` });
      break;
    case "s3": {
      const backend = new S3Backend(stack, {
        bucket: state.bucket,
        region: state.region,
        key: `${state.keyPrefix ?? fleetName}/${name}.tfstate`,
        encrypt: true,
        ...(state.kmsKeyId === undefined ? {} : { kmsKeyId: state.kmsKeyId }),
      });
      backend.addOverride("use_lockfile", true);
      break;
    }
    case "gcs":
      new GcsBackend(stack, { bucket: state.bucket, prefix: `${state.prefix ?? fleetName}/${name}` });
      break;
    case "azureBlob":
      new AzurermBackend(stack, {
        resourceGroupName: state.resourceGroup,
        storageAccountName: state.storageAccount,
        containerName: state.container,
        key: `${state.keyPrefix ?? fleetName}/${name}.tfstate`,
      });
  }
  return stack;
}

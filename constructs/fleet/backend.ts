import { type App, AzurermBackend, GcsBackend, LocalBackend, S3Backend, TerraformStack } from "../core/cdktf";
import { stateKey, statePrefix } from "../ledger";
import type { FleetDocument, State } from "../model";

/**
 * The lowest Terraform (or OpenTofu) that can plan a stack: `terraform_data` and the backends' `kms_encryption_key` came with
 * 1.4, the lock file of the S3 backend with 1.10.
 */
export const terraformFloor = (state: State): string => (state.kind === "s3" ? ">= 1.10" : ">= 1.4");

/** A stack with an explicit backend: one key a stack, and no path of this machine in it. */
export function addBackend(
  app: App,
  name: string,
  fleet: FleetDocument,
  state: State = fleet.spec.state,
): TerraformStack {
  const stack = new TerraformStack(app, name);
  const fleetName = fleet.metadata.name;
  const key = stateKey(fleetName, state, name);
  stack.addOverride("terraform.required_version", terraformFloor(state));
  switch (state.kind) {
    case "local":
      // From cdktf.out/stacks/<stack> up to the folder of cdktf.json. Fleets of one program may have stacks of one name.
      new LocalBackend(stack, { path: `../../../state/${key}` });
      break;
    case "s3": {
      const backend = new S3Backend(stack, {
        bucket: state.bucket,
        region: state.region,
        key,
        // `encrypt` without a key would ask for AES256, and so override the key that the bucket encrypts with by default.
        ...(state.kmsKeyId === undefined ? {} : { encrypt: true, kmsKeyId: state.kmsKeyId }),
        ...(state.allowedAccountIds === undefined ? {} : { allowedAccountIds: [...state.allowedAccountIds] }),
      });
      // The framework's own type lacks these.
      backend.addOverride("use_lockfile", true);
      if (state.roleArn !== undefined) {
        backend.addOverride("assume_role", {
          role_arn: state.roleArn,
          session_name: `siteform-${fleetName}`.slice(0, SESSION_NAME),
          ...(state.externalId === undefined ? {} : { external_id: state.externalId }),
        });
      }
      break;
    }
    case "gcs":
      new GcsBackend(stack, {
        bucket: state.bucket,
        prefix: `${statePrefix(fleetName, state)}/${name}`,
        ...(state.kmsEncryptionKey === undefined ? {} : { kmsEncryptionKey: state.kmsEncryptionKey }),
        ...(state.impersonateServiceAccount === undefined
          ? {}
          : { impersonateServiceAccount: state.impersonateServiceAccount }),
      });
      break;
    case "azureBlob":
      new AzurermBackend(stack, {
        resourceGroupName: state.resourceGroup,
        storageAccountName: state.storageAccount,
        containerName: state.container,
        key,
        // Written even when false: an environment variable decides otherwise.
        useAzureadAuth: state.useAzureadAuth,
        ...(state.subscriptionId === undefined ? {} : { subscriptionId: state.subscriptionId }),
        ...(state.tenantId === undefined ? {} : { tenantId: state.tenantId }),
      });
  }
  return stack;
}

/** The longest name of a session that STS takes. */
const SESSION_NAME = 64;

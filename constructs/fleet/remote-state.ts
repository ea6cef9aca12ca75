import type { StateInput } from "../model";

/** An S3 bucket, and how Terraform gets at it. Credentials come from the environment, never from here. */
export interface S3State {
  readonly bucket: string;
  /** The bucket's region, e.g. `us-east-2`. */
  readonly region: string;
  /** @default - the fleet's name */
  readonly keyPrefix?: string;
  /**
   * Id or ARN of the KMS key, or its alias or the ARN of that, that every state is written with.
   * @default - none is named, so that the bucket's own encryption applies
   */
  readonly kmsKeyId?: string;
  /**
   * ARN of a role to assume for the state alone, for instance one of the account that has the bucket.
   * @default - the caller's own credentials
   */
  readonly roleArn?: string;
  /**
   * What the role's trust policy asks for, where it asks.
   * @default - none
   */
  readonly externalId?: string;
  /**
   * The accounts in which Terraform agrees to look for the bucket, after the role is assumed: against credentials of another.
   * @default - any
   */
  readonly allowedAccountIds?: readonly string[];
}

/** A Cloud Storage bucket, and how Terraform gets at it. */
export interface GcsState {
  readonly bucket: string;
  /** @default - the fleet's name */
  readonly prefix?: string;
  /**
   * Cloud KMS key that every state is written with: `projects/<p>/locations/<l>/keyRings/<r>/cryptoKeys/<k>`.
   * @default - none is named, so that the bucket's own encryption applies
   */
  readonly kmsEncryptionKey?: string;
  /**
   * A service account to act as for the state alone; the caller needs `roles/iam.serviceAccountTokenCreator` on it.
   * @default - the caller's own credentials
   */
  readonly impersonateServiceAccount?: string;
}

/** A container in an Azure storage account, and how Terraform gets at it. */
export interface AzureBlobState {
  readonly resourceGroup: string;
  readonly storageAccount: string;
  readonly container: string;
  /** @default - the fleet's name */
  readonly keyPrefix?: string;
  /**
   * Microsoft Entra ID and its roles, instead of the account's shared key.
   * @default true
   */
  readonly useAzureadAuth?: boolean;
  /**
   * The subscription that has the storage account.
   * @default - what the environment or the Azure CLI says
   */
  readonly subscriptionId?: string;
  /** @default - what the environment or the Azure CLI says */
  readonly tenantId?: string;
}

/** Where Terraform keeps its state. Each stack has a key of its own: one stack's trouble is not another's. */
export const RemoteState = {
  /** Files in `state/` beside cdktf.json: for examples and for one person. */
  local: (): StateInput => ({ kind: "local" }),

  /** An S3 bucket with a lock file (Terraform 1.10 or OpenTofu 1.10). Key: `<keyPrefix>/<stack>.tfstate`. */
  s3: (bucket: S3State): StateInput => ({ kind: "s3", ...bucket }),

  /** A Google Cloud Storage bucket. Object: `<prefix>/<stack>/default.tfstate`. */
  gcs: (bucket: GcsState): StateInput => ({ kind: "gcs", ...bucket }),

  /** A container in an Azure storage account, locked by the blob's lease. Key: `<keyPrefix>/<stack>.tfstate`. */
  azureBlob: (container: AzureBlobState): StateInput => ({ kind: "azureBlob", ...container }),
} as const;

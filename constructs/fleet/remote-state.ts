import type { StateInput } from "../model";

/** Where Terraform keeps its state. Each stack has a key of its own: one stack's trouble is not another's. */
export const RemoteState = {
  /** Files in `state/` beside cdktf.json: for examples and for one person. */
  local: (): StateInput => ({ kind: "local" }),

  /** An S3 bucket with a lock file (Terraform 1.10 or OpenTofu 1.10). Key: `<keyPrefix>/<stack>.tfstate`. */
  s3: (bucket: {
    readonly bucket: string;
    readonly region: string;
    /** @default - the fleet's name */
    readonly keyPrefix?: string;
    /** @default - the bucket's own encryption */
    readonly kmsKeyId?: string;
  }): StateInput => ({ kind: "s3", ...bucket }),

  /** A Google Cloud Storage bucket. Prefix: `<prefix>/<stack>`. */
  gcs: (bucket: {
    readonly bucket: string;
    /** @default - the fleet's name */
    readonly prefix?: string;
  }): StateInput => ({ kind: "gcs", ...bucket }),

  /** A container in an Azure storage account. Key: `<keyPrefix>/<stack>.tfstate`. */
  azureBlob: (container: {
    readonly resourceGroup: string;
    readonly storageAccount: string;
    readonly container: string;
    /** @default - the fleet's name */
    readonly keyPrefix?: string;
  }): StateInput => ({ kind: "azureBlob", ...container }),
} as const;

import { createHash } from "node:crypto";
import { DataGoogleStorageProjectServiceAccount } from "@cdktf/provider-google/lib/data-google-storage-project-service-account";
import { KmsCryptoKey } from "@cdktf/provider-google/lib/kms-crypto-key";
import { KmsCryptoKeyIamMember } from "@cdktf/provider-google/lib/kms-crypto-key-iam-member";
import { KmsKeyRing } from "@cdktf/provider-google/lib/kms-key-ring";
import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { StorageBucket } from "@cdktf/provider-google/lib/storage-bucket";
import { StorageBucketIamMember } from "@cdktf/provider-google/lib/storage-bucket-iam-member";
import { TerraformOutput, type TerraformStack } from "../core/cdktf";
import type { GoogleStateStore, State } from "../model";
import { GOOGLE_PROVIDER } from "./stack";

type GcsState = Extract<State, { kind: "gcs" }>;

const A_DAY = 86_400;
const ROTATION_DAYS = 90;

/** What the stack of the state's bucket holds. */
export class StateBucketResources {
  readonly provider: GoogleProvider;
  readonly bucket: StorageBucket;
  /** The key, where the state names one that is created here. */
  readonly key?: KmsCryptoKey;

  constructor(
    private readonly stack: TerraformStack,
    private readonly state: GcsState,
    private readonly spec: GoogleStateStore,
    fleet: string,
  ) {
    this.provider = new GoogleProvider(stack, "google", { project: spec.project, defaultLabels: { fleet } });
    stack.addOverride("terraform.required_providers.google", GOOGLE_PROVIDER);

    const encryption = this.encryption();
    if (encryption?.created !== undefined) this.key = encryption.created;
    this.bucket = new StorageBucket(stack, "bucket", {
      name: state.bucket,
      location: spec.location.toUpperCase(),
      uniformBucketLevelAccess: true,
      publicAccessPrevention: "enforced",
      versioning: { enabled: true },
      softDeletePolicy: { retentionDurationSeconds: spec.softDeleteDays * A_DAY },
      // Both must hold: old enough, and replaced often enough.
      lifecycleRule: [
        {
          action: { type: "Delete" },
          condition: {
            withState: "ARCHIVED",
            daysSinceNoncurrentTime: spec.versionDays,
            numNewerVersions: spec.keepVersions,
          },
        },
      ],
      ...(encryption === undefined
        ? {}
        : { encryption: { defaultKmsKeyName: encryption.keyId }, dependsOn: [encryption.grant] }),
      ...this.lifecycle(),
    });
    for (const member of spec.members ?? []) {
      // A member's name is no construct id, and its place in the list is nobody's name.
      const id = createHash("sha256").update(member).digest("hex").slice(0, 8);
      new StorageBucketIamMember(stack, `member-${id}`, {
        bucket: this.bucket.name,
        role: "roles/storage.objectUser",
        member,
      });
    }
    new TerraformOutput(stack, "bucket_name", { value: this.bucket.name, description: "The bucket of the state" });
  }

  /** The key that the state names, and the grant without which Cloud Storage refuses it. */
  private encryption(): { keyId: string; created?: KmsCryptoKey; grant: KmsCryptoKeyIamMember } | undefined {
    const { kmsEncryptionKey } = this.state;
    if (kmsEncryptionKey === undefined) return undefined;
    const created = this.spec.createKey ? this.createKey(kmsEncryptionKey) : undefined;
    const keyId = created?.id ?? kmsEncryptionKey;
    const agent = new DataGoogleStorageProjectServiceAccount(this.stack, "storage-agent", {});
    const grant = new KmsCryptoKeyIamMember(this.stack, "key-grant", {
      cryptoKeyId: keyId,
      role: "roles/cloudkms.cryptoKeyEncrypterDecrypter",
      member: `serviceAccount:${agent.emailAddress}`,
    });
    return { keyId, grant, ...(created === undefined ? {} : { created }) };
  }

  private createKey(name: string): KmsCryptoKey {
    const [, , , location = "", , ring = "", , key = ""] = name.split("/");
    const keyRing = new KmsKeyRing(this.stack, "key-ring", { name: ring, location });
    return new KmsCryptoKey(this.stack, "key", {
      name: key,
      keyRing: keyRing.id,
      rotationPeriod: `${ROTATION_DAYS * A_DAY}s`,
      ...this.lifecycle(),
    });
  }

  private lifecycle(): { lifecycle?: { preventDestroy: true } } {
    return this.spec.protect ? { lifecycle: { preventDestroy: true } } : {};
  }
}

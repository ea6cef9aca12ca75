import { DataGoogleProject } from "@cdktf/provider-google/lib/data-google-project";
import { DataGoogleStorageProjectServiceAccount } from "@cdktf/provider-google/lib/data-google-storage-project-service-account";
import { KmsCryptoKey } from "@cdktf/provider-google/lib/kms-crypto-key";
import { KmsCryptoKeyIamMember } from "@cdktf/provider-google/lib/kms-crypto-key-iam-member";
import { KmsKeyRing } from "@cdktf/provider-google/lib/kms-key-ring";
import { Construct } from "constructs";
import type { GoogleSiteSpec } from "../model";
import { type Api, guarded, type StackGround, waits } from "./ground";
import type { StackPlan } from "./names";

/** Services whose agents use a key: GKE for what the control plane stores, Compute Engine for disks, and storage. */
type KeyUser = "gke" | "compute" | "filestore" | "storage";

/** Names of the agents. Source: Google Cloud IAM documentation, service agents. */
const AGENTS: Readonly<Record<Exclude<KeyUser, "storage">, string>> = {
  gke: "container-engine-robot",
  compute: "compute-system",
  filestore: "cloud-filer",
};

/** The API whose enabling makes the agent. */
const APIS: Readonly<Record<KeyUser, Api>> = {
  gke: "container",
  compute: "compute",
  filestore: "file",
  storage: "storage",
};

const DAY = 86_400;

/**
 * The key of a stack, in the site's region as all that it encrypts, and the grants that let Google's service agents use it. What is
 * encrypted waits for its grant, and is gone before the grant is.
 */
export class GoogleEncryptionResources extends Construct {
  /** The key by its full name. */
  readonly key: string;
  /** Undefined where the key existed before. */
  readonly created: { readonly ring: KmsKeyRing; readonly key: KmsCryptoKey } | undefined;
  private readonly grants = new Map<KeyUser, KmsCryptoKeyIamMember>();

  constructor(scope: Construct, id: string, site: GoogleSiteSpec, plan: StackPlan, ground: StackGround) {
    super(scope, id);
    const { encryption } = site;
    if (encryption === undefined) throw new Error(`${site.name} asks for no keys of its own`);
    if (encryption.kind === "created") {
      const ring = new KmsKeyRing(this, "ring", {
        name: plan.name,
        location: site.region,
        ...waits(ground.after("cloudkms")),
      });
      // Its destruction is for good: what it encrypted is lost.
      const key = new KmsCryptoKey(this, "key", {
        name: "data",
        keyRing: ring.id,
        rotationPeriod: `${encryption.rotationDays * DAY}s`,
        ...guarded(site.protect),
      });
      this.created = { ring, key };
      this.key = key.id;
    } else {
      this.key = encryption.key;
      if (!encryption.grant) return;
    }
    this.grant(site, plan, ground);
  }

  /** What something encrypted depends on, by who encrypts it. */
  for(...users: readonly KeyUser[]): KmsCryptoKeyIamMember[] {
    return users.flatMap((user) => this.grants.get(user) ?? []);
  }

  private grant(site: GoogleSiteSpec, plan: StackPlan, ground: StackGround): void {
    const storage = plan.clusters.flatMap((cluster) => cluster.storage ?? []);
    const users: KeyUser[] = [
      ...(plan.clusters.length === 0 ? [] : (["gke", "compute"] as const)),
      ...(storage.some(({ kind }) => kind === "filestore") ? (["filestore"] as const) : []),
      ...(plan.buckets.length === 0 ? [] : (["storage"] as const)),
    ];
    const number = site.projectNumber ?? this.readNumber(site, users, ground);
    for (const user of users) {
      const member =
        user === "storage"
          ? // Reading it makes the agent, which otherwise comes with the first bucket.
            new DataGoogleStorageProjectServiceAccount(this, "storage-agent", waits(ground.after("storage")))
              .emailAddress
          : `service-${number}@${AGENTS[user]}.iam.gserviceaccount.com`;
      const grant = new KmsCryptoKeyIamMember(this, `grant-${user}`, {
        cryptoKeyId: this.key,
        role: "roles/cloudkms.cryptoKeyEncrypterDecrypter",
        member: `serviceAccount:${member}`,
        ...waits(ground.after("cloudkms", APIS[user])),
      });
      this.grants.set(user, grant);
    }
  }

  private readNumber(site: GoogleSiteSpec, users: readonly KeyUser[], ground: StackGround): string {
    if (users.every((user) => user === "storage")) return "";
    const after = waits(ground.after("cloudresourcemanager"));
    return new DataGoogleProject(this, "project", { projectId: site.project, ...after }).number;
  }
}

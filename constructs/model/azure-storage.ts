import { z } from "zod";
import { azureZone, entraId } from "./azure-ids";
import { retirable } from "./cluster-base";
import { type DeepReadonly, Name, positiveCount, Text, textLike } from "./primitives";

export const weekday = z.enum(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]);
export const timeOfDay = textLike(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day in UTC such as "02:00"');

/** MB/s for each TiB, part of the product's name. */
export const AzureLustreSku = z.enum([
  "AMLFS-Durable-Premium-40",
  "AMLFS-Durable-Premium-125",
  "AMLFS-Durable-Premium-250",
  "AMLFS-Durable-Premium-500",
]);
export type AzureLustreSku = z.infer<typeof AzureLustreSku>;

const storageAccountName = textLike(
  /^[a-z0-9]{3,24}$/,
  "the name of a storage account, 3 to 24 lower-case letters and digits",
);

const containerName = textLike(
  /^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
  "the name of a container, 3 to 63 lower-case letters, digits and single inner hyphens",
);

/** Azure Managed Lustre: a parallel file system in a zone, and in the storage subnet of its cluster. */
export const AzureLustre = z.strictObject({
  kind: z.literal("lustre"),
  name: Name,
  sku: AzureLustreSku,
  capacityTiB: positiveCount("TiB"),
  zone: azureZone,
  /** When Azure may update it, for up to some hours. */
  maintenance: z.strictObject({ day: weekday, time: timeOfDay }).default({ day: "Sunday", time: "02:00" }),
  /** Its own key in the site's key vault instead of the platform's. */
  customerKey: z.boolean().default(false),
  /** Containers of a storage account of the site: what is read in and written out, and the log of that. */
  blob: z
    .strictObject({
      account: storageAccountName,
      container: containerName,
      logging: containerName,
      importPrefix: Text.optional(),
    })
    .optional(),
  ...retirable,
});
export type AzureLustre = z.infer<typeof AzureLustre>;

export const AzureClusterStorage = z.discriminatedUnion("kind", [AzureLustre]);
export type AzureClusterStorage = z.infer<typeof AzureClusterStorage>;

/** A storage account that private addresses alone reach, and only with Microsoft Entra identities. */
export const AzureStorageAccount = z.strictObject({
  name: storageAccountName,
  replication: z.enum(["LRS", "ZRS", "GRS", "RAGRS", "GZRS", "RAGZRS"]).default("ZRS"),
  /** Directories, as Data Lake Storage has them. */
  hierarchical: z.boolean().default(false),
  containers: z.array(containerName).default([]),
  /** Days for which deleted blobs and containers can be had back. */
  softDeleteDays: z.int().min(1).max(365).default(30),
  /** Old versions of blobs are kept. Not with directories. */
  versioning: z.boolean().optional(),
  customerKey: z.boolean().default(false),
  /** The tenant's object id of the service principal "HPC Cache Resource Provider", which is given its roles on the account. */
  lustrePrincipal: entraId("a service principal").optional(),
  ...retirable,
});
export type AzureStorageAccount = z.infer<typeof AzureStorageAccount>;
/** A storage account as one writes it. */
export type AzureStorageAccountInput = DeepReadonly<z.input<typeof AzureStorageAccount>>;

import { z } from "zod";
import { AzurePool } from "./azure-capacity";
import { azureId, azureZone, entraId } from "./azure-ids";
import { AzureClusterNetwork, AzureSiteNetwork } from "./azure-network";
import { AzureClusterStorage, AzureStorageAccount, timeOfDay, weekday } from "./azure-storage";
import { Cidr } from "./cidr";
import { cloudCluster, pools, retirable } from "./cluster-base";
import { type DeepReadonly, filledList, Text, textLike } from "./primitives";
import { show } from "./show";
import { cloudBase, stacks } from "./site-base";

/** Machines for what runs beside the accelerators. */
export const AzureSystemPool = z.strictObject({
  size: Text.default("Standard_D8ds_v5"),
  count: z.int().min(1).max(1000).default(3),
  /** Lets the cluster autoscaler choose a number from here up to the count. */
  min: z.int().min(1).optional(),
  zones: z.array(azureZone).default([]),
});

/** Who reaches the API server. */
export const AzureApiServer = z.discriminatedUnion("access", [
  z.strictObject({
    access: z.literal("private"),
    /** Who resolves its name: AKS's own zone, nobody, or a zone that exists. */
    dnsZone: z.union([z.enum(["System", "None"]), azureId.dnsZone]).default("System"),
  }),
  z.strictObject({
    access: z.literal("public"),
    authorizedRanges: filledList(Cidr, "must hold at least one IPv4 range: those that may reach the API server"),
  }),
]);

export const AzureUpgrades = z.strictObject({
  /** Which versions of Kubernetes come by themselves. */
  channel: z.enum(["patch", "stable", "rapid", "none"]).default("patch"),
  /** Which images of the machines come by themselves. */
  nodeImages: z.enum(["NodeImage", "SecurityPatch", "Unmanaged", "None"]).default("NodeImage"),
  /** When they may come, each week. */
  window: z.strictObject({ day: weekday, time: timeOfDay, hours: z.int().min(4).max(24) }).optional(),
});

/** Keys of one's own instead of the platform's. */
export const AzureEncryption = z.strictObject({
  /** Of disks: a key in the site's key vault, or a disk encryption set that exists. */
  disks: z.union([z.literal("site"), azureId.diskEncryptionSet]).optional(),
  /** Of Kubernetes secrets in etcd: a key in the site's key vault. */
  secrets: z.literal("site").optional(),
  /** Temporary disks and caches on the host, with the platform's keys. */
  host: z.boolean().default(false),
});

export const AzureCluster = z.strictObject({
  ...cloudCluster,
  network: AzureClusterNetwork,
  tier: z.enum(["Standard", "Premium"]).default("Standard"),
  system: AzureSystemPool.prefault({}),
  apiServer: AzureApiServer.default({ access: "private", dnsZone: "System" }),
  /** Groups of Microsoft Entra whose members administer the cluster. With any, AKS's local accounts are off. */
  admins: z.array(entraId("a group")).default([]),
  upgrades: AzureUpgrades.prefault({}),
  encryption: AzureEncryption.prefault({}),
  /** Where the logs of the control plane go. */
  logs: z.strictObject({ workspace: azureId.workspace }).optional(),
  storage: z.array(AzureClusterStorage).default([]),
  /** Runs the driver by which pods mount containers of storage accounts. */
  blobDriver: z.boolean().default(false),
  pools: pools(AzurePool),
});
export type AzureCluster = z.infer<typeof AzureCluster>;
/** A cluster as one writes it, without its name. */
export type AzureClusterInput = DeepReadonly<Omit<z.input<typeof AzureCluster>, "name" | "pools">>;

/** A key vault of the site, for keys of its disks, secrets and storage. */
export const AzureKeyVault = z.strictObject({
  name: textLike(
    /^(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$/,
    "the name of a key vault, 3 to 24 letters, digits and single inner hyphens, a letter first",
  ),
  /** Principals that make keys: whoever runs Terraform is one of them. */
  officers: filledList(entraId("a principal"), "must hold the id of at least one principal: who runs Terraform"),
  ...retirable,
});
export type AzureKeyVault = z.infer<typeof AzureKeyVault>;
export type AzureKeyVaultInput = DeepReadonly<z.input<typeof AzureKeyVault>>;

const REGION = /^[a-z]+[a-z0-9]*$/;
/** The display name of a region, `East US 2`, is its name without spaces and capitals. */
const regionError = ({ input }: { readonly input?: unknown }): string => {
  const meant = typeof input === "string" ? input.toLowerCase().replace(/[\s_-]/g, "") : "";
  const written = REGION.test(meant) ? `; write ${show(meant)}` : "";
  return `must be an Azure region such as "eastus2"; got ${show(input)}${written}`;
};
const Region = z.string({ error: regionError }).regex(REGION, { error: regionError });

export const AzureSiteSpec = z.strictObject({
  ...cloudBase,
  provider: z.literal("azure"),
  subscription: z.guid({ error: (issue) => `must be an Azure subscription id (a UUID); got ${show(issue.input)}` }),
  tenant: entraId("a tenant").optional(),
  /** Signs in as the pipeline, with a token of its own instead of a secret. */
  useOidc: z.boolean().optional(),
  region: Region,
  stacks,
  /** A resource group that exists, by name, instead of one that is made. */
  resourceGroup: textLike(
    /^[\w().-]{0,89}[\w()-]$/,
    "the name of a resource group, up to 90 letters, digits, periods, underscores, hyphens and parentheses, no period last",
  ).optional(),
  tags: z.record(z.string(), z.string()).default({}),
  network: AzureSiteNetwork,
  /** Who sees to the feature by which AKS places machines on one InfiniBand fabric; not said, the rules ask. */
  infiniband: z.enum(["external", "register"]).optional(),
  keyVault: AzureKeyVault.optional(),
  storageAccounts: z.array(AzureStorageAccount).default([]),
  clusters: z.array(AzureCluster).default([]),
});
export type AzureSiteSpec = z.infer<typeof AzureSiteSpec>;

export * from "./azure-capacity";
export { speltAsAzure } from "./azure-ids";
export * from "./azure-network";
export * from "./azure-storage";

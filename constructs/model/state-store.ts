import { z } from "zod";
import { type DeepReadonly, filledList, Name, positiveCount, Text, textLike } from "./primitives";
import { show } from "./show";

const days = (least: number, most: number) => {
  const error = (issue: { readonly input?: unknown }) =>
    `must be a whole number of days, ${least} to ${most}; got ${show(issue.input)}`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

/** What every stack that holds the state's bucket has. */
const base = {
  /** Of its stack. */
  name: Name,
  /** Where that stack's own state is: it cannot be in a bucket that is not there yet. */
  stateIn: z.enum(["local", "bucket"]).default("local"),
  protect: z.boolean().default(true),
  /** A replaced or deleted version of a state stays so long. */
  versionDays: positiveCount("days").default(90),
};

/** The S3 bucket of the fleet's state and its key. Names are those of the fleet's state. */
export const AwsStateStore = z.strictObject({
  ...base,
  provider: z.literal("aws"),
  account: textLike(/^\d{12}$/, "an AWS account id of twelve digits, in quotes"),
  /** So many replaced versions of each key stay, however old. */
  keepVersions: positiveCount("versions").max(100, { error: "must be at most 100 versions" }).default(20),
  /** A bucket that is there already and takes access logs. */
  accessLog: z.strictObject({ bucket: Text, prefix: Text.optional() }).optional(),
});
export type AwsStateStore = z.infer<typeof AwsStateStore>;

/** The Cloud Storage bucket of the fleet's state, and its key when the state names one. */
export const GoogleStateStore = z.strictObject({
  ...base,
  provider: z.literal("google"),
  project: Text,
  /** Of the bucket and the key. */
  location: textLike(/^([a-z]+-[a-z]+\d+|[a-z]{2,4}\d?)$/i, 'a location of Cloud Storage such as "us-east5" or "us"'),
  keepVersions: positiveCount("versions").default(20),
  softDeleteDays: days(7, 90).default(30),
  /** Whether the stack makes the key that the state names. */
  createKey: z.boolean().default(true),
  /** Who may read and write every state of the bucket. */
  members: filledList(
    textLike(
      /^(user|group|serviceAccount):[^@\s]+@[^@\s]+$|^principal(Set)?:\/\/iam\.googleapis\.com\/\S+$/,
      'a member such as "group:infra@example.com" or "serviceAccount:terraform@atlas.iam.gserviceaccount.com"',
    ),
    "must hold at least one member, or be left out",
  ).optional(),
});
export type GoogleStateStore = z.infer<typeof GoogleStateStore>;

/** The resource group, storage account and container of the fleet's state. */
export const AzureStateStore = z.strictObject({
  ...base,
  provider: z.literal("azure"),
  subscription: z.guid({ error: (issue) => `must be an Azure subscription id (a UUID); got ${show(issue.input)}` }),
  region: textLike(/^[a-z]+[a-z0-9]*$/, 'an Azure region such as "eastus2"'),
  replication: z.enum(["LRS", "ZRS", "GRS", "GZRS", "RAGRS", "RAGZRS"]).default("ZRS"),
  softDeleteDays: days(1, 365).default(30),
  /** Object ids of the users, groups and identities that may read and write every state of the container. */
  contributors: filledList(
    z.guid({ error: (issue) => `must be the object id of a principal (a UUID); got ${show(issue.input)}` }),
    "must hold at least one principal, or be left out",
  ).optional(),
});
export type AzureStateStore = z.infer<typeof AzureStateStore>;

/** What creates the place of the fleet's state. */
export const StateStore = z.discriminatedUnion("provider", [AwsStateStore, GoogleStateStore, AzureStateStore]);
export type StateStore = z.infer<typeof StateStore>;
export type StateStoreInput = DeepReadonly<z.input<typeof StateStore>>;

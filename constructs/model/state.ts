import { z } from "zod";
import { type DeepReadonly, filledList, Text, textLike } from "./primitives";
import { show } from "./show";

const account = textLike(/^\d{12}$/, "an AWS account id of twelve digits, in quotes");
const uuid = (what: string) => z.guid({ error: (issue) => `must be ${what} (a UUID); got ${show(issue.input)}` });

/** Where Terraform keeps its state: one key a stack, always explicit. */
export const State = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("local") }),
  z.strictObject({
    kind: z.literal("s3"),
    bucket: Text,
    region: textLike(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region such as "us-east-2"'),
    keyPrefix: Text.optional(),
    /** Without it the bucket's own encryption applies. */
    kmsKeyId: textLike(
      /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias\/[a-zA-Z0-9/_-]+|arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(key\/[a-zA-Z0-9-]+|alias\/[a-zA-Z0-9/_-]+))$/,
      'the id or the ARN of a KMS key, or its alias or the ARN of that, such as "arn:aws:kms:us-east-2:111122223333:alias/atlas-tfstate"',
    ).optional(),
    roleArn: textLike(
      /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
      'the ARN of an IAM role such as "arn:aws:iam::111122223333:role/terraform-state"',
    ).optional(),
    externalId: textLike(
      /^[\w+=,.@:/-]{2,1224}$/,
      "an external id of 2 to 1224 letters, digits and +=,.@:/-",
    ).optional(),
    allowedAccountIds: filledList(account, "must hold at least one account, or be left out").optional(),
  }),
  z.strictObject({
    kind: z.literal("gcs"),
    bucket: Text,
    prefix: Text.optional(),
    /** Without it the bucket's own encryption applies. */
    kmsEncryptionKey: textLike(
      /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[A-Za-z0-9_-]{1,63}\/cryptoKeys\/[A-Za-z0-9_-]{1,63}$/,
      'a Cloud KMS key such as "projects/atlas-state/locations/us-east5/keyRings/state/cryptoKeys/tfstate"',
    ).optional(),
    impersonateServiceAccount: textLike(
      /^[a-z0-9-]+@[a-z0-9.:-]+\.gserviceaccount\.com$/,
      'the address of a service account such as "terraform@atlas-state.iam.gserviceaccount.com"',
    ).optional(),
  }),
  z.strictObject({
    kind: z.literal("azureBlob"),
    resourceGroup: Text,
    storageAccount: Text,
    container: Text,
    keyPrefix: Text.optional(),
    /** Microsoft Entra ID instead of the account's shared key. */
    useAzureadAuth: z.boolean().default(true),
    subscriptionId: uuid("an Azure subscription id").optional(),
    tenantId: uuid("a Microsoft Entra tenant id").optional(),
  }),
]);
export type State = z.infer<typeof State>;
export type StateInput = DeepReadonly<z.input<typeof State>>;

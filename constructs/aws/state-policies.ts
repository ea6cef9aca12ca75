/** Policies around the bucket of the state, as IAM documents. */

/** What the policies speak of. */
export interface StatePlace {
  readonly bucketArn: string;
  /** Before every key, without a slash at its end. */
  readonly prefix: string;
  readonly keyArn: string;
  /** Other names under which Terraform may ask S3 for the key: its alias, when the state names that. */
  readonly keyAliases: readonly string[];
}

interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | { readonly AWS: string };
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

const document = (...statements: readonly Statement[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** The key answers to the policies of its account, as AWS recommends: a key whose policy names nobody can be locked for good. */
export const keyPolicy = (partition: string, account: string): string =>
  document({
    Sid: "AccountPolicies",
    Effect: "Allow",
    Principal: { AWS: `arn:${partition}:iam::${account}:root` },
    Action: "kms:*",
    Resource: "*",
  });

/**
 * TLS 1.2 or later, and this key or none: what names no encryption gets the bucket's own, which is this key. A condition whose
 * header is not in the request would count as met, hence the `Null` beside it.
 */
export function bucketPolicy({ bucketArn, keyArn, keyAliases }: StatePlace): string {
  const everything = { Principal: "*", Effect: "Deny", Resource: [bucketArn, `${bucketArn}/*`] } as const;
  const uploads = { Principal: "*", Effect: "Deny", Action: "s3:PutObject", Resource: `${bucketArn}/*` } as const;
  const encryption = "s3:x-amz-server-side-encryption";
  const keyId = "s3:x-amz-server-side-encryption-aws-kms-key-id";
  return document(
    { Sid: "DenyPlainHttp", ...everything, Action: "s3:*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
    { Sid: "DenyOldTls", ...everything, Action: "s3:*", Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
    {
      Sid: "DenyOtherEncryption",
      ...uploads,
      Condition: { Null: { [encryption]: "false" }, StringNotEquals: { [encryption]: "aws:kms" } },
    },
    {
      Sid: "DenyOtherKeys",
      ...uploads,
      Condition: {
        Null: { [keyId]: "false" },
        StringNotEquals: { [keyId]: [keyArn, ...keyAliases] },
      },
    },
  );
}

/**
 * What whoever plans, or plans and applies, needs of the state and no more. A plan takes the lock, and so writes it; only an apply
 * writes the state. Nobody deletes a state. The bucket is listed as a whole: Terraform looks for workspaces under `env:/`, and
 * without the right to list, S3 answers for a state that is not there yet with 403 instead of 404.
 */
export function userPolicy(place: StatePlace, work: "plan" | "apply"): string {
  const states = `${place.bucketArn}/${place.prefix}/*.tfstate`;
  return document(
    { Sid: "ListStates", Effect: "Allow", Action: "s3:ListBucket", Resource: place.bucketArn },
    {
      Sid: work === "apply" ? "ReadAndWriteStates" : "ReadStates",
      Effect: "Allow",
      Action: work === "apply" ? ["s3:GetObject", "s3:PutObject"] : ["s3:GetObject"],
      Resource: states,
    },
    {
      Sid: "TakeAndReleaseLocks",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
      Resource: `${states}.tflock`,
    },
    {
      Sid: "UseTheKeyForThisBucket",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: place.keyArn,
      // With a bucket key S3 names the bucket to KMS, without one the object.
      Condition: { StringLike: { "kms:EncryptionContext:aws:s3:arn": [place.bucketArn, `${place.bucketArn}/*`] } },
    },
  );
}

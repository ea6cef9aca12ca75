import type { Rule } from "./rule";
import { listed } from "./walk";

/** The parts of an ARN that are compared. */
export function arnParts(arn: string): {
  readonly region: string;
  readonly account: string;
  readonly resource: string;
} {
  const [, , , region = "", account = "", ...resource] = arn.split(":");
  return { region, account, resource: resource.join(":") };
}

export const stateAccess: Rule = {
  id: "STATE-4",
  title: "the key, the role and the accounts of the state's S3 bucket agree",
  severity: "error",
  source:
    "Amazon S3 user guide, SSE-KMS: the key is in the bucket's region; Terraform, S3 backend: allowed_account_ids holds for the credentials after the role is assumed",
  *check({ fleet: { state }, isPartial }) {
    if (state.kind !== "s3" || isPartial("state")) return;
    const { kmsKeyId, roleArn, allowedAccountIds } = state;
    const key = kmsKeyId?.startsWith("arn:") === true ? arnParts(kmsKeyId) : undefined;
    if (key !== undefined && key.region !== state.region) {
      yield {
        path: "state.kmsKeyId",
        observed: key.region,
        limit: state.region,
        message: `the key is in ${key.region} and the bucket in ${state.region}; S3 encrypts with keys of the bucket's region`,
        hint: "a multi-Region key has a replica, with an ARN of its own, in the bucket's region",
      };
    }
    if (roleArn === undefined) {
      if (state.externalId === undefined) return;
      yield {
        path: "state.externalId",
        message: "an external id goes with a role; none is given",
        hint: "add roleArn, or leave externalId out",
      };
      return;
    }
    const { account } = arnParts(roleArn);
    if (allowedAccountIds !== undefined && !allowedAccountIds.includes(account)) {
      yield {
        path: "state.allowedAccountIds",
        observed: account,
        limit: allowedAccountIds.join(", "),
        message: `the role is of the account ${account}, and only ${listed(allowedAccountIds)} may be worked in: Terraform would refuse`,
        hint: "name the account of the role: the check is made once the role is assumed",
      };
    }
  },
};

import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { Construct } from "constructs";
import type { AwsSiteSpec } from "../model";
import { managedPolicy, serviceTrust } from "./iam";

/** A role that one service of AWS takes on: made here with its policies, or one that exists, whose policies are its owner's. */
export interface AwsRole {
  readonly arn: string;
  /** Absent for a role that exists. */
  readonly role?: IamRole;
  /** What must be attached before the role is used and stay until it is used no more. */
  readonly policies: readonly IamRolePolicyAttachment[];
}

export interface AwsServiceRoleOptions {
  readonly site: AwsSiteSpec;
  readonly name: string;
  /** The service, as a principal: `eks.amazonaws.com`. */
  readonly service: string;
  /** Policies that AWS keeps, by their names. */
  readonly policies: readonly string[];
}

/** The role that exists, else one that is made: `<use>-role` and its attachments. */
export function serviceRole(
  scope: Construct,
  use: string,
  existing: string | undefined,
  options: AwsServiceRoleOptions,
): AwsRole {
  if (existing !== undefined) return { arn: existing, policies: [] };
  const { site, name, service } = options;
  const role = new IamRole(scope, `${use}-role`, { name, assumeRolePolicy: serviceTrust(service) });
  const policies = options.policies.map(
    (policy) =>
      new IamRolePolicyAttachment(scope, `${use}-${policy}`, {
        role: role.name,
        policyArn: managedPolicy(site, policy),
      }),
  );
  return { arn: role.arn, role, policies };
}

import { partitionOf } from "../catalog";
import type { AwsSiteSpec } from "../model";

/** A statement of a policy document. Source: IAM user guide, JSON policy element reference. */
export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: Readonly<Record<string, string>>;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

type Place = Pick<AwsSiteSpec, "region" | "account">;

export const policyDocument = (statements: readonly PolicyStatement[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** Who may take a role on: one service of AWS. */
export const serviceTrust = (service: string, condition?: PolicyStatement["Condition"]): string =>
  policyDocument([
    {
      Effect: "Allow",
      Principal: { Service: service },
      Action: "sts:AssumeRole",
      ...(condition === undefined ? {} : { Condition: condition }),
    },
  ]);

/** The ARN of something in a site's account and region. */
export const arn = (site: Place, service: string, resource: string): string =>
  `arn:${partitionOf(site.region)}:${service}:${site.region}:${site.account}:${resource}`;

/** The ARN of something in IAM, which knows no region. */
export const iamArn = (site: Place, resource: string): string =>
  `arn:${partitionOf(site.region)}:iam::${site.account}:${resource}`;

/** The ARN of a policy that AWS keeps. */
export const managedPolicy = (site: Place, name: string): string =>
  `arn:${partitionOf(site.region)}:iam::aws:policy/${name}`;

/** Machines as a principal: China has a domain of its own for them. */
export const machinePrincipal = (site: Place): string =>
  partitionOf(site.region) === "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com";

/** The domain of a service where it is a principal of its region: China's differs. */
export const regionalPrincipal = (site: Place, service: string): string =>
  `${service}.${site.region}.amazonaws.com${partitionOf(site.region) === "aws-cn" ? ".cn" : ""}`;

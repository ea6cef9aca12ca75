import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { flowLogGroup, flowLogRole } from "../ledger/cloud-names";
import type { AwsSiteSpec, FlowLogs } from "../model";
import { arn, policyDocument, serviceTrust } from "./iam";

export interface AwsFlowLogOptions {
  readonly site: AwsSiteSpec;
  /** The name of the VPC. */
  readonly name: string;
  readonly vpcId: string;
  readonly options: FlowLogs;
}

const TRAFFIC = { all: "ALL", accepted: "ACCEPT", rejected: "REJECT" } as const;

/** What passes in a VPC, in a log group, written by a role that can write there and nowhere else. */
export class AwsFlowLogs extends Construct {
  readonly logGroup: CloudwatchLogGroup;
  readonly flowLog: FlowLog;

  constructor(scope: Construct, id: string, { site, name, vpcId, options }: AwsFlowLogOptions) {
    super(scope, id);
    this.logGroup = new CloudwatchLogGroup(this, "logs", {
      name: flowLogGroup(name),
      retentionInDays: options.retentionDays ?? 30,
      ...(options.keyArn === undefined ? {} : { kmsKeyId: options.keyArn }),
    });
    const role = new IamRole(this, "role", {
      name: flowLogRole(name),
      assumeRolePolicy: serviceTrust("vpc-flow-logs.amazonaws.com", {
        StringEquals: { "aws:SourceAccount": site.account },
        ArnLike: { "aws:SourceArn": arn(site, "ec2", "vpc-flow-log/*") },
      }),
    });
    const group = arn(site, "logs", `log-group:${flowLogGroup(name)}`);
    const write = new IamRolePolicy(this, "write", {
      name: "write",
      role: role.name,
      // The group exists: that the role may make groups, as the user guide has it, is not needed.
      policy: policyDocument([
        {
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          Resource: [group, `${group}:*`],
        },
        { Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: ["*"] },
      ]),
    });
    this.flowLog = new FlowLog(this, "log", {
      vpcId,
      trafficType: TRAFFIC[options.traffic ?? "all"],
      logDestinationType: "cloud-watch-logs",
      logDestination: this.logGroup.arn,
      iamRoleArn: role.arn,
      tags: { Name: name },
      dependsOn: [write],
    });
  }
}

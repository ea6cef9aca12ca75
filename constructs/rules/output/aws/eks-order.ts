import type { OutputRule } from "../output-rule";
import { isExpression, isGiven, type Resource, type StackOutput, texts, waitsFor } from "../stack-output";

export const eksOrder: OutputRule = {
  id: "AWS-EKS-04",
  title: "a cluster waits for its log group and its role's policies, and machines for theirs",
  severity: "error",
  source:
    "terraform-provider-aws, eks_cluster and eks_node_group: EKS makes a log group that is missing, which Terraform then cannot; policies that go first leave interfaces behind",
  *check(stack) {
    for (const cluster of stack.resources("aws_eks_cluster")) {
      const logs = isGiven(cluster.values["enabled_cluster_log_types"]) ? logGroupOf(stack, cluster) : [];
      yield* mustWait(stack, cluster, [...logs, ...policiesOf(stack, cluster.values["role_arn"])]);
    }
    for (const group of stack.resources("aws_eks_node_group")) {
      yield* mustWait(stack, group, policiesOf(stack, group.values["node_role_arn"]));
    }
  },
};

const logGroupOf = (stack: StackOutput, cluster: Resource): Resource[] =>
  stack
    .resources("aws_cloudwatch_log_group")
    .filter(
      ({ values }) => !isExpression(values["name"]) && values["name"] === `/aws/eks/${cluster.values["name"]}/cluster`,
    );

function policiesOf(stack: StackOutput, role: unknown): Resource[] {
  const made = stack.referred(role, "aws_iam_role");
  if (made === undefined) return [];
  return stack
    .resources("aws_iam_role_policy_attachment")
    .filter(({ values }) => stack.referred(values["role"], "aws_iam_role") === made);
}

function* mustWait(stack: StackOutput, resource: Resource, others: readonly Resource[]) {
  const said = texts(resource.values["depends_on"]);
  for (const other of others) {
    if (said.includes(`${other.type}.${other.name}`) || waitsFor(stack, resource, other)) continue;
    yield {
      path: `${resource.path}.depends_on`,
      observed: said.length,
      message: `does not wait for ${other.type}.${other.name}, and may be made before it and destroyed after it`,
      hint: "add it to depends_on",
    };
  }
}

import type { OutputRule } from "../output-rule";
import { block, isExpression, isGiven, type Resource, type StackOutput } from "../stack-output";

const POOL_NAME = /^[a-z][a-z0-9]{0,11}$/;

export const clusterIdentity: OutputRule = {
  id: "AZ-AKS-01",
  title: "an AKS cluster has one DNS prefix and one kind of identity, and node pools have names that AKS takes",
  severity: "error",
  formula: "name of a node pool: a lower-case letter, then at most 11 lower-case letters and digits",
  source: "terraform-provider-azurerm v4.55.0, kubernetes_cluster_resource.go; KubernetesAgentPoolName",
  *check(stack) {
    for (const { path, values } of stack.resources("azurerm_kubernetes_cluster")) {
      yield* oneOf(path, values, ["dns_prefix", "dns_prefix_private_cluster"]);
      yield* oneOf(path, values, ["identity", "service_principal"]);
    }
    for (const { name, path } of poolNames(stack)) {
      if (isExpression(name) || POOL_NAME.test(name)) continue;
      yield {
        path,
        observed: name,
        message: `${JSON.stringify(name)} is no name of a node pool: a lower-case letter, then at most 11 lower-case letters and digits`,
      };
    }
  },
};

function* oneOf(path: string, values: Resource["values"], [first, second]: readonly [string, string]) {
  const given = [first, second].filter((argument) => isGiven(values[argument]));
  if (given.length === 1) return;
  yield {
    path: `${path}.${first}`,
    message:
      given.length === 0
        ? `neither ${first} nor ${second} is stated, and AKS needs one of them`
        : `${first} and ${second} are both stated, and exclude each other`,
  };
}

function* poolNames(stack: StackOutput): Generator<{ readonly name: string; readonly path: string }> {
  for (const { path, values } of stack.resources("azurerm_kubernetes_cluster")) {
    const { name } = block(values["default_node_pool"]);
    if (typeof name === "string") yield { name, path: `${path}.default_node_pool.name` };
  }
  for (const { path, values } of stack.resources("azurerm_kubernetes_cluster_node_pool")) {
    const { name } = values;
    if (typeof name === "string") yield { name, path: `${path}.name` };
  }
}

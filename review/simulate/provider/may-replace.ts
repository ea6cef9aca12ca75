import { FORCE_NEW } from "./force-new";

/**
 * Attributes of which it depends on values, or on the version of the provider, whether a change replaces the object, by type. Sources:
 * terraform-provider-aws, internal/service/ec2/vpc_subnet.go and internal/service/eks/cluster.go, CustomizeDiff; terraform-provider-google 6.50
 * and v7.45.0, which differ; terraform-provider-azurerm v5.2.0, internal/services/containers/kubernetes_cluster_resource.go, CustomizeDiff.
 */
const UNSURE: Readonly<Record<string, readonly string[]>> = {
  aws_eks_cluster: ["compute_config", "encryption_config", "remote_network_config"],
  aws_subnet: ["ipv6_cidr_block"],
  azurerm_kubernetes_cluster: [
    "api_server_access_profile",
    "network_profile[0].network_data_plane",
    "network_profile[0].network_plugin_mode",
    "network_profile[0].network_policy",
    "oidc_issuer_enabled",
    "service_principal",
    "windows_profile",
  ],
  google_compute_firewall: ["network"],
  google_compute_interconnect_attachment: ["region"],
  google_compute_subnetwork: ["purpose"],
};

/**
 * What must be said of a change in place that a simulation has found, where nobody can say for sure that it is one. Undefined where it is
 * known.
 *
 * @param paths paths of what changes: `network_profile[0].network_policy`
 */
export function mayReplace(type: string, paths: readonly string[]): string | undefined {
  if (type === "terraform_data") return undefined;
  if (!(type in FORCE_NEW)) {
    return "may replace it: which attributes of this type cannot change in place is not known here";
  }
  const unsure = (UNSURE[type] ?? []).filter((name) =>
    paths.some((path) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`)),
  );
  if (unsure.length === 0) return undefined;
  return `may replace it: whether ${unsure.join(", ")} can change in place depends on its values and on the version of the provider`;
}

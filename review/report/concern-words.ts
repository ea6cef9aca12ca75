import type { Concern } from "./schema";

/** Types of resources that are a concern whatever changes in them. By the resources' purpose in their providers' documentation. */
export const concernTypes: readonly (readonly [Concern, RegExp])[] = [
  [
    "access",
    anyOf(
      "aws_(iam|eks_access|eks_pod_identity|ssoadmin|ram|lakeformation)_\\w+",
      "aws_organizations_policy\\w*",
      // Policies of scaling, of load balancers and of life cycles are about none of who may do what.
      "aws_(?!(app)?autoscaling|lb|elb|load_balancer|dlm|ecr_lifecycle|efs_backup|iot|cloudfront|route53|network|fms)\\w+_policy(_attachment)?",
      "aws_(lambda_permission|kms_grant|s3_bucket_(acl|ownership_controls)|secretsmanager_secret_policy)",
      "google_\\w+_iam_(member|binding|policy|audit_config|custom_role|deny_policy)\\w*",
      "google_\\w+_(access_control|acl)",
      "google_(iam|privileged_access_manager|org_policy)_\\w+",
      "google_\\w+_organization_policy",
      "google_service_account(_\\w+)?",
      "azurerm_(role|user_assigned_identity|federated_identity_credential|key_vault_access_policy|policy)\\w*",
      "azuread_\\w+",
      "kubernetes_(cluster_)?role\\w*",
      "kubernetes_service_account\\w*",
    ),
  ],
  [
    "network exposure",
    anyOf(
      "aws_(security_group|vpc_security_group_(in|e)gress_rule|network_acl|eip|route|dx_|vpn_|ec2_transit_gateway|vpc_peering)\\w*",
      "aws_(internet|egress_only_internet|nat)_gateway\\w*",
      "aws_s3_(bucket|account)_public_access_block",
      "aws_(vpc_endpoint_policy|lambda_function_url|lb_listener|alb_listener)",
      "google_compute_(firewall|router_nat|address|global_address|vpn|interconnect|network_peering|security_policy|forwarding_rule|global_forwarding_rule)\\w*",
      "azurerm_(network_security_|public_ip|firewall|nat_gateway|virtual_network_gateway|virtual_network_peering|express_route|route)\\w*",
      "azurerm_subnet_(network_security_group|route_table|nat_gateway)_association",
    ),
  ],
  [
    "encryption",
    anyOf(
      "aws_(kms_|ebs_encryption|ebs_default_kms|s3_bucket_server_side_encryption|acm_)\\w*",
      "google_kms_\\w+",
      "azurerm_(key_vault|disk_encryption)\\w*",
    ),
  ],
  [
    "deletion protection",
    anyOf(
      "aws_(backup_vault_lock_configuration|s3_bucket_(versioning|object_lock_configuration))",
      "azurerm_management_lock",
      "google_resource_manager_lien",
    ),
  ],
];

function anyOf(...forms: readonly string[]): RegExp {
  return new RegExp(`^(${forms.join("|")})$`);
}

/** Words that name attributes which are a concern in any resource. */
export interface Words {
  readonly concern: Concern;
  /** Where a word begins: with a step of the path, with a part of a name behind `_`, or anywhere in it. It ends with the name. */
  readonly begins: "step" | "part" | "anywhere";
  readonly words: readonly string[];
}

/** The names of what decides who may do what, what can be reached, what is encrypted, and what can be deleted. */
export const concernWords: readonly Words[] = [
  { concern: "access", begins: "step", words: ["policy", "acl", "grants?", "identity", "principals?", "permissions"] },
  {
    concern: "access",
    begins: "part",
    words: [
      "(iam|assume_role|access|inline|resource|bucket|trust|key)_policy",
      "policy_arns?",
      "role_arn",
      "iam_instance_profile",
      "iam_database_authentication_enabled",
      "identity_ids",
      "permissions_boundary",
      "oauth_scopes",
      "service_account",
      "workload_identity_\\w+",
      "authentication_mode",
      "admin_group_object_ids",
      "role_based_access_control\\w*",
      "azure_rbac_enabled",
      "local_account_disabled",
      "shared_access_key_enabled",
      "uniform_bucket_level_access",
    ],
  },
  {
    concern: "network exposure",
    begins: "anywhere",
    words: [
      "cidr_blocks?",
      "cidr_ipv[46]",
      "source_ranges",
      "public_access\\w*",
      "public_cidrs\\w*",
      "public_network_access\\w*",
      "enable_private_endpoint",
      "enable_private_nodes",
      "private_cluster\\w*",
      "control_plane_endpoints_config",
      "authorized_networks\\w*",
      "authorized_ip_ranges",
      "publicly_accessible",
      "associate_public_ip_address",
      "map_public_ip_on_launch",
      "block_public\\w*",
      "restrict_public\\w*",
      "ignore_public_acls",
      "allow_nested_items_to_be_public",
      "security_groups?",
      "security_group_ids",
      "outbound_type",
      "ingress",
      "egress",
      "network_rules",
      "load_balancing_scheme",
    ],
  },
  { concern: "network exposure", begins: "step", words: ["internal", "scheme", "access_config", "ipv4_enabled"] },
  {
    concern: "encryption",
    begins: "part",
    words: [
      "encrypt\\w*",
      "kms_\\w+",
      "key_arn",
      "sse_algorithm",
      "disk_encryption_\\w+",
      "customer_managed_key",
      "rotation_\\w*",
      "enable_key_rotation",
      "min(imum)?_tls_version",
      "ssl_(policy|mode)",
      "require_ssl",
      "certificate_arn",
      "https_(traffic_)?only\\w*",
      "http_tokens",
    ],
  },
  {
    concern: "deletion protection",
    begins: "part",
    words: [
      "deletion_protection\\w*",
      "termination_protection",
      "force_destroy",
      "prevent_destroy",
      "skip_final_snapshot",
      "deletion_policy",
      "disable_api_termination",
      "purge_protection_enabled",
      "soft_delete_retention_days",
      "deletion_window_in_days",
      "recovery_window_in_days",
      "versioning\\w*",
      "retention_period\\w*",
      "object_lock\\w*",
      "lock_level",
    ],
  },
];

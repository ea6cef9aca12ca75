import type { ForceNew } from "./table";

/**
 * What Azure's provider cannot change in place. Source: terraform-provider-azurerm v4.55.0 and v5.2.0, where a schema says `ForceNew`, in the
 * file above each type, and what a CustomizeDiff adds whatever the values are.
 */
export const AZURE_FORCE_NEW: ForceNew = {
  // internal/services/compute/capacity_reservation_resource.go
  azurerm_capacity_reservation: ["capacity_reservation_group_id", "name", "sku.name", "zone"],
  // internal/services/compute/capacity_reservation_group_resource.go
  azurerm_capacity_reservation_group: ["location", "name", "resource_group_name", "zones"],
  // internal/services/compute/disk_encryption_set_resource.go
  azurerm_disk_encryption_set: ["encryption_type", "location", "name", "resource_group_name"],
  // internal/services/network/express_route_circuit_resource.go
  azurerm_express_route_circuit: [
    "express_route_port_id",
    "location",
    "name",
    "peering_location",
    "resource_group_name",
    "service_provider_name",
  ],
  // internal/services/keyvault/key_vault_resource.go
  azurerm_key_vault: ["location", "name", "resource_group_name"],
  // internal/services/keyvault/key_vault_key_resource.go
  azurerm_key_vault_key: ["curve", "key_size", "key_type", "key_vault_id", "name"],
  // internal/services/containers/kubernetes_cluster_resource.go
  azurerm_kubernetes_cluster: [
    "default_node_pool.capacity_reservation_group_id",
    "default_node_pool.gpu_driver",
    "default_node_pool.name",
    "default_node_pool.proximity_placement_group_id",
    "disk_encryption_set_id",
    "dns_prefix",
    "dns_prefix_private_cluster",
    "kubelet_identity.client_id",
    "kubelet_identity.object_id",
    "kubelet_identity.user_assigned_identity_id",
    "linux_profile.admin_username",
    "linux_profile.ssh_key.key_data",
    "location",
    "name",
    "network_profile.dns_service_ip",
    "network_profile.ip_versions",
    "network_profile.load_balancer_profile",
    "network_profile.load_balancer_sku",
    "network_profile.nat_gateway_profile",
    "network_profile.network_mode",
    "network_profile.network_plugin",
    "network_profile.pod_cidr",
    "network_profile.service_cidr",
    "network_profile.service_cidrs",
    "node_resource_group",
    "private_cluster_enabled",
    "private_dns_zone_id",
    "resource_group_name",
    "role_based_access_control_enabled",
    "windows_profile.admin_username",
  ],
  // internal/services/containers/kubernetes_cluster_node_pool_resource.go
  azurerm_kubernetes_cluster_node_pool: [
    "capacity_reservation_group_id",
    "eviction_policy",
    "gpu_driver",
    "gpu_instance",
    "host_group_id",
    "kubernetes_cluster_id",
    "name",
    "node_public_ip_prefix_id",
    "os_type",
    "priority",
    "proximity_placement_group_id",
    "spot_max_price",
    "windows_profile",
  ],
  // internal/services/network/local_network_gateway_resource.go
  azurerm_local_network_gateway: ["location", "name", "resource_group_name"],
  // internal/services/storagecache/managed_lustre_file_system_resource.go
  azurerm_managed_lustre_file_system: [
    "hsm_setting",
    "identity",
    "location",
    "name",
    "resource_group_name",
    "sku_name",
    "storage_capacity_in_tb",
    "subnet_id",
    "zones",
  ],
  // internal/services/monitor/monitor_diagnostic_setting_resource.go
  azurerm_monitor_diagnostic_setting: ["name", "target_resource_id"],
  // internal/services/network/nat_gateway_resource.go
  azurerm_nat_gateway: ["location", "name", "resource_group_name", "sku_name", "zones"],
  // internal/services/network/nat_gateway_public_ip_association_resource.go
  azurerm_nat_gateway_public_ip_association: ["nat_gateway_id", "public_ip_address_id"],
  // internal/services/network/nat_gateway_public_ip_prefix_association_resource.go
  azurerm_nat_gateway_public_ip_prefix_association: ["nat_gateway_id", "public_ip_prefix_id"],
  // internal/services/network/network_security_group_resource.go
  azurerm_network_security_group: ["location", "name", "resource_group_name"],
  // internal/services/privatedns/private_dns_zone_resource.go
  azurerm_private_dns_zone: ["name", "resource_group_name"],
  // internal/services/privatedns/private_dns_zone_virtual_network_link_resource.go
  azurerm_private_dns_zone_virtual_network_link: ["name", "private_dns_zone_name", "virtual_network_id"],
  // internal/services/network/private_endpoint_resource.go
  azurerm_private_endpoint: [
    "custom_network_interface_name",
    "ip_configuration.member_name",
    "ip_configuration.name",
    "ip_configuration.private_ip_address",
    "ip_configuration.subresource_name",
    "location",
    "name",
    "private_service_connection.is_manual_connection",
    "private_service_connection.name",
    "private_service_connection.private_connection_resource_alias",
    "private_service_connection.private_connection_resource_id",
    "private_service_connection.subresource_names",
    "resource_group_name",
    "subnet_id",
  ],
  // internal/services/compute/proximity_placement_group_resource.go
  azurerm_proximity_placement_group: ["location", "name", "resource_group_name", "zone"],
  // internal/services/network/public_ip_resource.go
  azurerm_public_ip: [
    "ip_tags",
    "ip_version",
    "location",
    "name",
    "public_ip_prefix_id",
    "resource_group_name",
    "sku",
    "sku_tier",
    "zones",
  ],
  // internal/services/network/public_ip_prefix_resource.go
  azurerm_public_ip_prefix: [
    "custom_ip_prefix_id",
    "ip_version",
    "location",
    "name",
    "prefix_length",
    "resource_group_name",
    "sku",
    "sku_tier",
    "zones",
  ],
  // internal/services/resource/resource_group_resource.go
  azurerm_resource_group: ["location", "name"],
  // internal/services/resource/resource_provider_registration_resource.go
  azurerm_resource_provider_registration: ["name"],
  // internal/services/authorization/role_assignment_resource.go
  azurerm_role_assignment: [
    "delegated_managed_identity_resource_id",
    "name",
    "principal_id",
    "principal_type",
    "role_definition_id",
    "role_definition_name",
    "scope",
  ],
  // internal/services/storage/storage_account_resource.go
  azurerm_storage_account: [
    "account_tier",
    "dns_endpoint_type",
    "infrastructure_encryption_enabled",
    "is_hns_enabled",
    "location",
    "name",
    "nfsv3_enabled",
    "provisioned_billing_model_version",
    "queue_encryption_key_type",
    "resource_group_name",
    "table_encryption_key_type",
  ],
  // internal/services/storage/storage_container_resource.go
  azurerm_storage_container: [
    "default_encryption_scope",
    "encryption_scope_override_enabled",
    "name",
    "storage_account_id",
  ],
  // internal/services/network/subnet_resource.go
  azurerm_subnet: ["name", "resource_group_name", "virtual_network_name"],
  // internal/services/network/subnet_nat_gateway_association_resource.go
  azurerm_subnet_nat_gateway_association: ["nat_gateway_id", "subnet_id"],
  // internal/services/network/subnet_network_security_group_association_resource.go
  azurerm_subnet_network_security_group_association: ["network_security_group_id", "subnet_id"],
  // internal/services/network/subnet_route_table_association_resource.go
  azurerm_subnet_route_table_association: ["route_table_id", "subnet_id"],
  // internal/services/managedidentity/user_assigned_identity_resource.go
  azurerm_user_assigned_identity: ["location", "name", "resource_group_name"],
  // internal/services/network/virtual_network_resource.go
  azurerm_virtual_network: ["location", "name", "resource_group_name"],
  // internal/services/network/virtual_network_gateway_resource.go
  azurerm_virtual_network_gateway: [
    "generation",
    "location",
    "name",
    "private_ip_address_enabled",
    "resource_group_name",
    "type",
    "vpn_type",
  ],
  // internal/services/storage/storage_management_policy_resource.go
  azurerm_storage_management_policy: ["storage_account_id"],
};

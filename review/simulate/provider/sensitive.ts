// Which attributes the providers mark as sensitive. The bindings have lost the mark, so it is kept by name: without it a plan made here would
// show secrets that a plan with the real provider hides. Names that say themselves that they are secrets are marked in every type; that
// is more than the providers mark, and never less. Sources: schemas of terraform-provider-google v7.45.0 (google/services) and
// terraform-provider-azurerm v5.2.0 (internal/services), where one says `Sensitive`; terraform-provider-aws, documentation of the types named
// below.

/** The last words of names that hold a secret in every provider: passwords, keys shared by two ends, private keys, tokens. */
const SECRET_SUFFIX =
  /(^|_)(password|passphrase|secret|secrets|secret_values|secret_text|secret_string|secret_binary|client_secret|shared_secret|shared_key|preshared_key|secret_key|secret_access_key|private_key|private_key_pem|private_key_base64|private_key_content_base64|client_key|account_key|access_key|api_key|api_token|auth_token|access_token|refresh_token|id_token|security_token|storage_key|license_key|authorization_key|connection_string|connection_strings|connection_string_alias|sas|sas_key|sas_token|sas_uri|sas_url|shared_access_signature|raw_key|rsa_encrypted_key|encryption_key_raw|encryption_key_rsa|instrumentation_key|protected_settings|secure_value|secure_environment_variables|pfx_blob|pfx_certificate|plain_text_value)$/;

/** Whole names of credentials that end in a harmless word. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  "auth_string",
  "client_certificate",
  "credentials",
  "jwt",
  "plaintext",
  "primary_key",
  "primary_readonly_key",
  "secondary_key",
  "secondary_readonly_key",
  "secret_data",
  "token",
  "validation_token",
  "verification_token",
  // aws_vpn_connection: the device configuration repeats the pre-shared keys.
  "customer_gateway_configuration",
  // azurerm_kubernetes_cluster: client certificates and tokens.
  "kube_admin_config",
  "kube_admin_config_raw",
  "kube_config",
  "kube_config_raw",
]);

/** Names that are a secret in some types and anything in others. */
const SECRETS_OF: Readonly<Record<string, readonly string[]>> = {
  aws_iam_access_key: ["ses_smtp_password_v4"],
  aws_ssm_parameter: ["value", "value_wo"],
  azurerm_app_configuration_key: ["value"],
  azurerm_container_app: ["value"],
  azurerm_key_vault_certificate: ["contents"],
  azurerm_key_vault_secret: ["value", "value_wo"],
  azurerm_linux_virtual_machine: ["custom_data"],
  azurerm_linux_virtual_machine_scale_set: ["custom_data"],
  azurerm_virtual_machine: ["custom_data"],
  azurerm_windows_virtual_machine: ["custom_data"],
  azurerm_windows_virtual_machine_scale_set: ["custom_data"],
  google_kms_secret_ciphertext: ["additional_authenticated_data"],
  google_parameter_manager_parameter_version: ["parameter_data"],
  google_storage_bucket_object: ["content"],
};

/** True for an attribute that the real provider is known to hide, or whose name says that it should. */
export function isSensitive(name: string, typeName: string): boolean {
  return (
    SECRET_NAMES.has(name) ||
    SECRET_SUFFIX.test(name.replace(/_wo$/, "")) ||
    (SECRETS_OF[typeName] ?? []).includes(name)
  );
}

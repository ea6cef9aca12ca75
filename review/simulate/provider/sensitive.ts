// Which attributes the providers mark as sensitive. The bindings have lost the mark, so it is kept by name: without it a
// plan made here would show secrets that a plan with the real provider hides, and no test could check the redaction.

/** The last words of names that hold a secret in every provider: passwords, keys shared by two ends, private keys. */
const SECRET_SUFFIX =
  /(^|_)(password|secret|client_secret|shared_secret|shared_key|preshared_key|secret_key|private_key|private_key_pem|client_key|primary_access_key|secondary_access_key|connection_string)$/;

/** Whole names of credentials that end in a harmless word. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  "access_token",
  "token",
  // aws_vpn_connection: the device configuration repeats the pre-shared keys.
  "customer_gateway_configuration",
  // azurerm_kubernetes_cluster: client certificates and tokens.
  "kube_config",
  "kube_config_raw",
  "kube_admin_config",
  "kube_admin_config_raw",
]);

/** True for an attribute that the real provider is known to hide. */
export function isSensitive(name: string): boolean {
  return SECRET_NAMES.has(name) || SECRET_SUFFIX.test(name.replace(/_wo$/, ""));
}

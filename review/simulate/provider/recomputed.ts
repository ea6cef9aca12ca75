import type { ObjectValue } from "./value";

/** Attributes that a provider computes anew with a change of the object, so that a plan does not know them. */
export interface Recomputed {
  readonly attributes: readonly string[];
  /** With a change of one of these. @default - with any */
  readonly changed?: readonly string[];
  /** Not with a change of these alone. */
  readonly except?: readonly string[];
  /** Only where this is true. */
  readonly where?: string;
}

/**
 * Which attributes that is, by resource type. Everything else that was computed stays as it is, as it does where a provider says nothing else
 * (Terraform, plugin protocol: the proposed new state keeps computed values of the prior one).
 */
const RECOMPUTED: Readonly<Record<string, readonly Recomputed[]>> = {
  // terraform-provider-aws, internal/service/ec2/ec2_launch_template.go, CustomizeDiff. Each change makes a version, and a node group that
  // follows `latest_version` rolls with it.
  aws_launch_template: [
    {
      attributes: ["latest_version"],
      except: ["name", "name_prefix", "description", "default_version", "update_default_version"],
    },
    {
      attributes: ["default_version"],
      except: ["name", "name_prefix", "description"],
      where: "update_default_version",
    },
  ],
  // terraform-provider-aws, internal/service/ssm/document.go, CustomizeDiff.
  aws_ssm_document: [
    {
      attributes: ["default_version", "document_version", "hash", "latest_version", "parameter"],
      changed: ["content"],
    },
  ],
  // terraform-provider-azurerm v5.2.0, internal/services/containers/kubernetes_cluster_resource.go, CustomizeDiff.
  azurerm_kubernetes_cluster: [{ attributes: ["oidc_issuer_url"], changed: ["oidc_issuer_enabled"] }],
  // terraform-provider-google v7.45.0, google/services/logging/resource_logging_project_sink.go, CustomizeDiff.
  google_logging_project_sink: [
    { attributes: ["writer_identity"], changed: ["unique_writer_identity"], where: "unique_writer_identity" },
  ],
  // terraform-provider-google v7.45.0, google/services/storage/resource_storage_bucket_object.go, CustomizeDiff.
  google_storage_bucket_object: [
    { attributes: ["crc32c", "generation", "md5hash"], changed: ["content", "source", "source_md5hash"] },
  ],
};

/** Names of the attributes that are computed anew where some attributes and blocks of an object change. */
export function recomputedOf(typeName: string, changed: ReadonlySet<string>, planned: ObjectValue): string[] {
  return (RECOMPUTED[typeName] ?? [])
    .filter(
      (rule) =>
        (rule.changed ?? [...changed]).some((name) => changed.has(name)) &&
        [...changed].some((name) => !(rule.except ?? []).includes(name)) &&
        (rule.where === undefined || planned[rule.where] === true),
    )
    .flatMap(({ attributes }) => attributes);
}

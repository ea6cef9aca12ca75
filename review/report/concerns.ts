import type { Action } from "../plan/action";
import { type Sides, stepTo } from "../plan/attributes";
import { mayName } from "../plan/names";
import type { Concern, ReviewedAttribute } from "./schema";

/** Types of resources that are a concern whatever changes in them. By the resources' purpose in their providers' documentation. */
const byType: readonly (readonly [Concern, RegExp])[] = [
  [
    "access",
    /^(aws_(iam_|eks_access_|eks_pod_identity|ssoadmin_|organizations_policy|ram_)|.*_policy_attachment$|google_.*_iam_(member|binding|policy|audit_config)$|google_service_account(_|$)|google_iam_|azurerm_(role_|user_assigned_identity|federated_identity_credential|key_vault_access_policy)|azuread_|aws_s3_bucket_policy$|aws_kms_(grant|key_policy)$|kubernetes_(cluster_)?role)/,
  ],
  [
    "network exposure",
    /^(aws_(security_group|vpc_security_group_(in|e)gress_rule|network_acl|internet_gateway|eip|s3_bucket_public_access_block|vpc_endpoint_policy|route|dx_|vpn_|ec2_transit_gateway)|google_compute_(firewall|router_nat|address|global_address|vpn_|interconnect_|network_peering|security_policy)|azurerm_(network_security_|public_ip|firewall|nat_gateway|virtual_network_gateway|virtual_network_peering|express_route|route)|aws_vpc_peering)/,
  ],
  [
    "encryption",
    /^(aws_(kms_|ebs_encryption|s3_bucket_server_side_encryption|acm_)|google_kms_|azurerm_(key_vault|disk_encryption))/,
  ],
];

/** Words that name attributes, which are a concern in any resource; `starts` where a name must begin with one. */
interface Words {
  readonly concern: Concern;
  readonly words: string;
  readonly starts: boolean;
}

const byAttribute: readonly Words[] = [
  {
    concern: "access",
    words:
      "(iam|assume_role|access|inline|resource)_policy|policy|policy_arn|role_arn|permissions_boundary|oauth_scopes|service_account|authentication_mode|admin_group_object_ids|local_account_disabled|shared_access_key_enabled",
    starts: true,
  },
  {
    concern: "network exposure",
    words:
      "cidr_blocks?|cidr_ipv[46]|source_ranges|public_access_cidrs|endpoint_public_access|public_network_access|enable_private_endpoint|enable_private_nodes|private_cluster|authorized_networks|authorized_ip_ranges|publicly_accessible|associate_public_ip_address|map_public_ip_on_launch|block_public|restrict_public|ignore_public_acls|allow_nested_items_to_be_public|security_groups?|security_group_ids|outbound_type|ingress|egress",
    starts: false,
  },
  {
    concern: "encryption",
    words:
      "encrypt\\w*|kms_\\w+|key_arn|sse_algorithm|disk_encryption_\\w+|customer_managed_key|rotation_\\w*|enable_key_rotation|min_tls_version",
    starts: true,
  },
  {
    concern: "deletion protection",
    words:
      "deletion_protection\\w*|force_destroy|prevent_destroy|skip_final_snapshot|deletion_policy|disable_api_termination|purge_protection_enabled|soft_delete_retention_days|deletion_window_in_days|versioning\\w*|retention_period\\w*",
    starts: true,
  },
];

/** Of a path, in which a name ends with it, with its key or with its place in a list. */
const inPath = byAttribute.map(
  ({ concern, words, starts }) => [concern, new RegExp(`${starts ? "(^|[._])" : ""}(${words})(\\[|\\.|$)`)] as const,
);

/** Any of the words, wherever: no path is a concern of which no step holds one. */
const anyWord = new RegExp(byAttribute.map(({ words }) => words).join("|"));

const order: readonly Concern[] = ["access", "network exposure", "encryption", "deletion protection"];

/** Asks each name once: thousands of changes are of a few types, and of the same attributes. */
function remembering<T>(answer: (name: string) => T): (name: string) => T {
  const known = new Map<string, { readonly is: T }>();
  return (name) => {
    const found = known.get(name) ?? { is: answer(name) };
    known.set(name, found);
    return found.is;
  };
}

const matching =
  (forms: readonly (readonly [Concern, RegExp])[]) =>
  (name: string): readonly Concern[] =>
    forms.filter(([, form]) => form.test(name)).map(([concern]) => concern);

const concernsOfType = remembering(matching(byType));
const concernsOfAttribute = remembering(matching(inPath));
const isSought = remembering((name) => anyWord.test(stepTo("", name)));

/** A change as concerns are asked of it. */
interface Concerning {
  readonly type: string;
  readonly action: Action;
  readonly sides: Sides;
  /** What differs between the sides. */
  readonly attributes: () => readonly ReviewedAttribute[];
}

/**
 * What a change touches that a reviewer looks at before the rest. Attributes count where something that exists changes: of what is
 * new, nearly everything has a key and a network.
 */
export function concernsOf({ type, action, sides, attributes }: Concerning): Concern[] {
  const ofType = concernsOfType(type);
  // Most changes touch nothing of the kind, which is told sooner than what they touch.
  const isAsked = (action === "update" || action === "replace") && mayName(sides, isSought);
  if (!isAsked) return [...ofType];
  const found = new Set([...ofType, ...attributes().flatMap(({ path }) => concernsOfAttribute(path))]);
  return order.filter((each) => found.has(each));
}

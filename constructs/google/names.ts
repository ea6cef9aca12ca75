import { createHash } from "node:crypto";
import { clusterName } from "../ledger/cloud-names";

export {
  clusterName,
  type GoogleStackPlan as StackPlan,
  googleStacks as stacksOf,
  NVLINK_DOMAINS,
  SYSTEM_POOL,
} from "../ledger/cloud-names";
export { nodePoolNames, nodePools } from "../ledger/google-node-pools";

/**
 * Names that Google sees. Those that the rules check stand where both can read them; nothing here imports the framework or a
 * provider.
 */
type Named = { readonly name: string };

/** The account id of a cluster's nodes, 6 to 30 characters. */
export const nodeAccountId = (site: Named, cluster: Named): string => shorten(`gke-${clusterName(site, cluster)}`, 30);

/** The policy that places the nodes of a pool. Compute Engine allows 63 characters. */
export const workloadPolicyName = (site: Named, cluster: Named, pool: Named): string =>
  shorten(`${clusterName(site, cluster)}-${pool.name}`, 63);

/** The text itself where it fits; else its beginning and eight digits of its digest, which no other text has. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return `${text.slice(0, limit - 9).replace(/-+$/, "")}-${digest}`;
}

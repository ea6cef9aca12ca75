/**
 * Nodes of a GKE cluster beside the accelerators. Its system pool begins with one in each of the region's zones, of which GKE
 * takes three, scales between one and three over all of them, and has one more while it is upgraded. Sources: GKE documentation,
 * regional clusters; terraform-provider-google, container_node_pool: total_max_node_count, max_surge.
 */
export const GOOGLE_SYSTEM_POOL = { most: 3, surge: 1 } as const;

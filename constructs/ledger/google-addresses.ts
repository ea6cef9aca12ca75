/** Addresses that Google keeps in the primary range of a subnetwork. Source: Google VPC documentation, subnets. */
export const GOOGLE_RESERVED_ADDRESSES = 4;

/**
 * Addresses that a node takes of the pod range: a power of two, at least twice as many as it may have pods. Source: GKE
 * documentation, flexible pod CIDR: /28 for 8, /27 for 9 to 16, ... /23 for 129 to 256.
 */
export const podAddresses = (pods: number): number => 2 ** (1 + Math.ceil(Math.log2(Math.max(8, pods))));

/** The most pods of a node where nothing is said. Source: GKE documentation, maximum pods per node. */
export const GKE_PODS_PER_NODE = 110;

import type { AzureEgress } from "../model";

type Egress<K extends AzureEgress["kind"]> = Extract<AzureEgress, { kind: K }>;

/**
 * Through a NAT gateway with one public address, or with a range of them: `prefixLength` 31 has 2, 28 has 16. Each gives 64,512
 * ports to each destination. A gateway in a zone fails with it; one without is put into a zone by Azure.
 */
export const nat = (options: Omit<Egress<"nat">, "kind"> = {}): Egress<"nat"> => ({ kind: "nat", ...options });

/** Through a firewall or a hub: the route table, by id, is its owner's and leads there. */
export const routed = (options: { readonly routeTable: string }): Egress<"routed"> => ({ kind: "routed", ...options });

/**
 * Nowhere. Machines then start from what a container registry, by id, caches of Microsoft's images; it has a private endpoint in
 * the network and a cache rule (AKS documentation, network isolated clusters).
 */
export const isolated = (options: { readonly registry: string }): Egress<"none"> => ({ kind: "none", ...options });

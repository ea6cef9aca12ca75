import type { z } from "zod";
import type { AzureLustre, DeepReadonly } from "../model";

/** A file system of Azure Managed Lustre, as one writes it. */
export type AzureLustreOptions = DeepReadonly<Omit<z.input<typeof AzureLustre>, "kind">>;

/**
 * A file system of Azure Managed Lustre, in the storage subnet of its cluster. The number in the product's name is MB/s for each TiB;
 * each has a least size, of which every size is a multiple: 48 TiB for 40, 16 for 125, 8 for 250, 4 for 500.
 *
 * @example lustre({ name: "scratch", sku: "AMLFS-Durable-Premium-250", capacityTiB: 128, zone: "1" })
 */
export const lustre = (options: AzureLustreOptions): { readonly kind: "lustre" } & AzureLustreOptions => ({
  kind: "lustre",
  ...options,
});

import { z } from "zod";
import { azureId, azureZone } from "./azure-ids";
import { cloudPool, countedPool } from "./cluster-base";
import { Text } from "./primitives";

export const AzureCapacity = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("onDemand"), zone: azureZone.optional() }),
  z.strictObject({ kind: z.literal("spot"), zone: azureZone.optional() }),
  z.strictObject({
    kind: z.literal("capacityReservation"),
    zone: azureZone.optional(),
    /** A capacity reservation group that exists. */
    groupId: Text.optional(),
    /** Who gives the cluster's identity its role in the group's resource group. */
    grant: z.enum(["contributor", "external"]).optional(),
    /** Makes the group and a reservation of the pool's machines, which is billed from then on, used or not. */
    create: z.strictObject({ acceptCharges: z.literal(true) }).optional(),
  }),
]);
export type AzureCapacity = z.infer<typeof AzureCapacity>;
export type AzureReservation = Extract<AzureCapacity, { kind: "capacityReservation" }>;

export const AzureOsSku = z.enum(["Ubuntu", "Ubuntu2204", "Ubuntu2404", "AzureLinux", "AzureLinux3"]);
export type AzureOsSku = z.infer<typeof AzureOsSku>;

export const AzurePool = z.strictObject({
  ...countedPool,
  ...cloudPool,
  capacity: AzureCapacity,
  /** Lets the cluster autoscaler choose a number from here up to the pool's count. */
  autoscale: z.strictObject({ min: z.int().min(0) }).optional(),
  osSku: AzureOsSku.default("Ubuntu"),
  /** Who installs the driver: AKS, or the GPU operator of the vendor. */
  gpuDriver: z.enum(["Install", "None"]).optional(),
  osDisk: z
    .strictObject({ type: z.enum(["Managed", "Ephemeral"]), sizeGB: z.int().min(30).max(2048).optional() })
    .optional(),
  maxPods: z.int().min(10).max(250).optional(),
  proximityPlacementGroup: azureId.placementGroup.optional(),
  labels: z.record(z.string(), z.string()).default({}),
  /** Beside that which keeps off what asks for no accelerator. */
  taints: z
    .array(
      z.strictObject({
        key: Text,
        value: z.string().optional(),
        effect: z.enum(["NoSchedule", "PreferNoSchedule", "NoExecute"]),
      }),
    )
    .default([]),
});
export type AzurePool = z.infer<typeof AzurePool>;

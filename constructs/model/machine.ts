import { z } from "zod";
import { FigureSchema, positiveCount, Text } from "./primitives";

/** A machine the catalogue does not have yet, carried in the fleet document so that the document stands alone. */
export const MachineDefinition = z.strictObject({
  type: Text,
  offer: z.enum(["aws", "google", "azure", "hardware"]),
  accelerator: Text,
  accelerators: FigureSchema,
  hosts: positiveCount("hosts").default(1),
  architecture: z.enum(["x86_64", "arm64"]).default("x86_64"),
  vcpus: FigureSchema.optional(),
  memoryGiB: FigureSchema.optional(),
  maxPowerKW: FigureSchema.optional(),
  localStorageGB: FigureSchema.optional(),
  networkCards: z
    .strictObject({
      interfacesPerCard: z.array(z.int().min(1)),
      efaCards: z.array(z.int().min(0)),
      addressesPerInterface: z.int().min(1).optional(),
    })
    .optional(),
  offeredIn: z.record(z.string(), z.array(z.string())).optional(),
  ultraServerSizes: z.array(z.int().min(1)).optional(),
  tpu: z.strictObject({ generation: z.enum(["v4", "v5e", "v5p", "v6e", "tpu7x"]), gkeAccelerator: Text }).optional(),
  newAccelerator: z
    .strictObject({
      name: Text,
      vendor: Text,
      kind: z.enum(["gpu", "tpu", "trainium", "inferentia"]),
      memoryGB: FigureSchema.optional(),
    })
    .optional(),
  gpuType: Text.optional(),
  rackUnits: FigureSchema.optional(),
  weightKg: FigureSchema.optional(),
  powerSupplies: z
    .strictObject({ fitted: z.int().min(1), required: z.int().min(1), ratingKW: z.number().min(0), source: Text })
    .optional(),
  liquidShare: FigureSchema.optional(),
  note: Text.optional(),
});
export type MachineDefinition = z.infer<typeof MachineDefinition>;

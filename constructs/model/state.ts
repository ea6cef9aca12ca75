import { z } from "zod";
import { type DeepReadonly, Text } from "./primitives";

/** Where Terraform keeps its state: one key a stack, always explicit. */
export const State = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("local") }),
  z.strictObject({
    kind: z.literal("s3"),
    bucket: Text,
    region: Text,
    keyPrefix: Text.optional(),
    kmsKeyId: Text.optional(),
  }),
  z.strictObject({ kind: z.literal("gcs"), bucket: Text, prefix: Text.optional() }),
  z.strictObject({
    kind: z.literal("azureBlob"),
    resourceGroup: Text,
    storageAccount: Text,
    container: Text,
    keyPrefix: Text.optional(),
  }),
]);
export type State = z.infer<typeof State>;
export type StateInput = DeepReadonly<z.input<typeof State>>;

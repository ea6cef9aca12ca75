import { z } from "zod";
import { googleProject, googleZone } from "./google-names";
import { Text } from "./primitives";
import { show } from "./show";

const hoursError = (issue: { readonly input?: unknown }) => `must be 1 to 168 hours; got ${show(issue.input)}`;
/** Google takes machines of a flex-start back after seven days. */
const maxRunHours = z.number({ error: hoursError }).min(1, { error: hoursError }).max(168, { error: hoursError });

export const GoogleCapacity = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("onDemand"), zone: googleZone }),
  z.strictObject({ kind: z.literal("spot"), zone: googleZone }),
  z.strictObject({
    kind: z.literal("reservation"),
    zone: googleZone,
    reservation: Text,
    project: googleProject.optional(),
  }),
  z.strictObject({ kind: z.literal("flexStart"), zone: googleZone, maxRunHours: maxRunHours.default(168) }),
  z.strictObject({ kind: z.literal("queued"), zone: googleZone }),
]);
export type GoogleCapacity = z.infer<typeof GoogleCapacity>;

import { z } from "zod";
import { show } from "./primitives";

/** Where a site stands: one place in one jurisdiction. That the codes exist is the rule LOC-1, which can suggest the one meant. */
export const Location = z.strictObject({
  /** ISO 3166-1 alpha-2 code, e.g. `US`. */
  country: z.string().regex(/^[A-Z]{2}$/, {
    error: (issue) => `must be an ISO 3166-1 code of two capital letters, such as "US"; got ${show(issue.input)}`,
  }),
  /** ISO 3166-2 code, e.g. `US-TN`. */
  subdivision: z
    .string()
    .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, {
      error: (issue) => `must be an ISO 3166-2 code, such as "US-TN"; got ${show(issue.input)}`,
    })
    .optional(),
  /** City or municipality, e.g. `Memphis`. */
  locality: z.string().min(1).optional(),
});
export type Location = z.infer<typeof Location>;
/** A location as one writes it. */
export type LocationInput = Readonly<z.input<typeof Location>>;

/** `Memphis, US-TN`: the most that is known of a place, in one line. */
export function place(location: Location): string {
  const region = location.subdivision ?? location.country;
  return location.locality === undefined ? region : `${location.locality}, ${region}`;
}

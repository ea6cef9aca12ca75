import { z } from "zod";
import { SiteEnergy } from "./energy";
import { Location } from "./location";
import { PowerFigure } from "./power";
import { FigureSchema, MOST_PUE, Name, Text } from "./primitives";
import { show } from "./show";

/** A ratio. That it is not below 1, nor below 0, is the rule PWR-7 alone, which says why. */
const Pue = FigureSchema.extend({
  value: z
    .number({ error: (issue) => `must be a finite number, 1 or more; got ${show(issue.input)}` })
    .max(MOST_PUE, { error: (issue) => `must be at most ${MOST_PUE}; got ${show(issue.input)}` }),
});

/** What every site has, by tenure. */
export const siteBase = <T extends string>(tenure: T) => ({
  name: Name,
  tenure: z.literal(tenure),
  /** What people call it, where the name is an abbreviation. */
  displayName: Text.optional(),
  location: Location,
  power: PowerFigure.optional(),
  /** Utility power over critical IT power at the worst hour of the year, at least 1. */
  peakPue: Pue.optional(),
  /** What turns power into energy, water and greenhouse gases. */
  energy: SiteEnergy.optional(),
  /** Kept as an empty stack until its resources are destroyed. */
  retired: z.boolean().default(false),
});

/** What every cloud site has. */
export const cloudBase = {
  ...siteBase("cloud"),
  /** Whether Terraform refuses to destroy what is costly to lose: clusters, keys, file systems, reservations. */
  protect: z.boolean().default(true),
};

/** One stack for the site, or one for each cluster, so that no plan is larger than a cluster. */
export const stacks = z.enum(["single", "perCluster"]).default("single");

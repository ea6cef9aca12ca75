import { z } from "zod";
import { LeadTime } from "./deployment";
import { MoneySchema } from "./money-schema";
import { type DeepReadonly, Text } from "./primitives";
import { Residency, SecurityLevel } from "./security-profile";
import { show } from "./show";

/** A share of a whole, 0 to 1. */
const share = z
  .number({ error: (issue) => `must be a share, 0 to 1; got ${show(issue.input)}` })
  .min(0, {
    error: (issue) => `must be a share, 0 to 1; got ${show(issue.input)}`,
  })
  .max(1, { error: (issue) => `must be a share, 0 to 1; got ${show(issue.input)}` });

const ratio = z.number({ error: (issue) => `must be a ratio, 1 or more; got ${show(issue.input)}` }).min(1, {
  error: (issue) => `must be a ratio, 1 or more; got ${show(issue.input)}`,
});

/**
 * Limits that no physics and no contract sets but the organisation itself. Each has a default; what a rule compares with is the
 * value given here.
 */
export const Policy = z.strictObject({
  /** PWR-7: utility power over critical IT power below which a figure is doubted. */
  leastDesignRatio: ratio.default(1.1),
  /** PWR-7: and above which. */
  mostDesignRatio: ratio.default(1.6),
  /** PWR-6: how far the current of one leg may lie from the mean of three. */
  mostPhaseImbalance: share.default(0.1),
  /** GUAR-1: months of rent that a guarantee is to cover at every date. */
  guaranteedMonths: z.int().min(0).default(12),
  /** GUAR-2: most that one party may owe in all its roles together. Absent: not limited. */
  mostExposure: MoneySchema.optional(),
  /** GUAR-2: most of the rent of the fleet that one obligor may stand for. */
  mostObligorShare: share.default(1),
  /** First month of the fiscal year: 1 is January. */
  fiscalYearStart: z.int().min(1).max(12).default(1),
  /** IPAM-2: what an address range must hold beyond what is planned. */
  addressGrowth: share.default(0.2),
  /** PROV-1: suppliers whose hardware the organisation does not take. */
  barredSuppliers: z.array(Text).default([]),
  /** SEC-1: least security level of a site that holds weights, where its profile does not say. */
  weightsLevel: SecurityLevel.default(3),
  /** RES-1: where classes of work may run, at whatever site. */
  residency: z.array(Residency).default([]),
  /** DEPLOY-7: weeks from order to delivery by machine or other product, instead of those the catalogue assumes. */
  leadTimes: z.array(LeadTime).default([]),
});
export type Policy = z.infer<typeof Policy>;
/** A policy as one writes it. */
export type PolicyInput = DeepReadonly<z.input<typeof Policy>>;

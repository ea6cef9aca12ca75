import { z } from "zod";
import { LeadTime } from "./deployment";
import { MoneySchema } from "./money-schema";
import { RedundancyScheme } from "./power-topology";
import { type DeepReadonly, numberWithin, Share, Text } from "./primitives";
import { Residency, SecurityLevel } from "./security-profile";

const ratio = numberWithin("a ratio", 1, 1000);
const amount = numberWithin("an amount", 0, 1e12);

/** What one scheme of redundancy is taken to support, as a share of time. A scheme that has no row is not doubted. */
export const SupportedAvailability = z.strictObject({ scheme: RedundancyScheme, availability: Share });

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
  mostPhaseImbalance: Share.default(0.1),
  /** GUAR-1: months of rent that a guarantee is to cover at every date. */
  guaranteedMonths: z.int().min(0).default(12),
  /** GUAR-2: most that one party may owe in all its roles together. Absent: not limited. */
  mostExposure: MoneySchema.optional(),
  /** GUAR-2: most of the rent of the fleet that one obligor may stand for. */
  mostObligorShare: Share.default(1),
  /** PARTY-1: most of what is paid in one fiscal year that may go to one party in all its roles. Absent: not limited. */
  mostPartySpendShare: Share.optional(),
  /** PARTY-1: most of the committed critical IT power that may depend on one party. Absent: not limited. */
  mostPartyPowerShare: Share.optional(),
  /** PARTY-1: most of the accelerators that one party may have made. Absent: not limited. */
  mostPartyAcceleratorShare: Share.optional(),
  /** First month of the fiscal year: 1 is January. */
  fiscalYearStart: z.int().min(1).max(12).default(1),
  /** IPAM-2: what an address range must hold beyond what is planned. */
  addressGrowth: Share.default(0.2),
  /** PROV-1: suppliers whose hardware the organisation does not take. */
  barredSuppliers: z.array(Text).default([]),
  /** SEC-1: least security level of a site that holds weights, where its profile does not say. */
  weightsLevel: SecurityLevel.default(3),
  /** RES-1: where classes of work may run, at whatever site. */
  residency: z.array(Residency).default([]),
  /** LEASE-9: rent of a kilowatt-month, in the lease's currency, below which a rate is doubted. */
  leastRentPerKWMonth: amount.default(20),
  /** LEASE-9: and above which. */
  mostRentPerKWMonth: amount.default(600),
  /** TIME-2: from so many days before the last day of a notice on, it is called due. */
  noticeDueDays: z.int().min(0).default(180),
  /** NET-2: how many times the switches of a fabric's bound may be built before somebody should look. */
  mostOverBound: ratio.default(1.25),
  /** NET-7: ways into a site of which no two share anything, and the border switches that take them. */
  leastEntrances: z.int().min(1).default(2),
  /**
   * SLA-1: most of the time that a scheme of redundancy is taken to support. The defaults circulate with the tiers of the Uptime
   * Institute and are no part of its standard.
   */
  supportedAvailability: z.array(SupportedAvailability).default([
    { scheme: "N", availability: 0.997 },
    { scheme: "N+1", availability: 0.9998 },
  ]),
  /** COOL-1: how much warmer a loop returns than it is supplied, in K, where the loop does not say. */
  loopRiseK: z.number().positive().default(10),
  /**
   * COOL-1: how much more liquid a loop takes for each share of glycol in it: at 0.2, a quarter of glycol needs 5 % more than water
   * alone. An assumption near the tables of makers of propylene glycol at 25 °C (25 %: 4 %; 50 %: 12 %).
   */
  extraFlowPerGlycol: z.number().min(0).default(0.2),
  /** What of the accelerators that are there takes no work on a day: assumptions, for want of a record of one's own. */
  outOfService: z
    .strictObject({
      /** Kept idle to stand in for what fails. */
      spares: Share.default(0),
      /** Failed, and not mended yet. */
      failed: Share.default(0.01),
      /** Taken out for maintenance. */
      maintenance: Share.default(0.01),
    })
    .prefault({}),
  /** What machines draw on average over the most they draw, where their cluster does not say: an assumption. */
  averageLoad: Share.default(0.8),
  /** ENERGY-4: years after the end of its period from which a carbon intensity is called old. */
  carbonDataYears: z.number().min(0).default(4),
  /** DEMAND-2: for how many months demand is held against supply. */
  planningMonths: z.int().min(1).default(36),
  /** DEPLOY-7: weeks from order to delivery by machine or other product, instead of those the catalogue assumes. */
  leadTimes: z.array(LeadTime).default([]),
});
export type Policy = z.infer<typeof Policy>;
/** A policy as one writes it. */
export type PolicyInput = DeepReadonly<z.input<typeof Policy>>;

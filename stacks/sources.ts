/**
 * Where the reported figures of this fleet come from. The fleet is modelled on press reports about one AI lab and is nobody's
 * real inventory: what these reports say is `reported`, with its bound; everything else is `assumed`, with a reason.
 */
export const press = {
  /**
   * Trade press on the 50-billion programme with Fluidstack, November 2025. It says euro where the investor news says US
   * dollars; dollars is right.
   */
  programme: "article 000",
  /** Investor news on preliminary data-center leases and Google's guarantee, 2026. */
  leases: "article 001",
  /** News on the Colossus 1 agreement with SpaceX, 2026. */
  colossus: "article 002",
  /** Commentary on 80-fold growth and the Colossus 1 lease, 2026. */
  growth: "article 003",
  /** IT news on Amazon's further investment and Project Rainier, 2025. */
  rainier: "article 004",
} as const;

/** What clouds publish of all their data centers. That it holds of one site is an assumption. */
export const published = {
  awsPue: "AWS's average over all its data centers in 2024",
  awsWater: "AWS's average over all its data centers in 2024",
  googlePue: "Google's average over all its data centers in 2024",
  googleGrid: "Google Cloud, carbon data of regions for 2024 (GoogleCloudPlatform/region-carbon-info)",
  microsoftPue: "Microsoft's average over the data centers it owns, fiscal year 2025, as the press has it",
  microsoftWater: "Microsoft's average over the data centers it owns, fiscal year 2025, as the press has it",
} as const;

/** Filings about comparable sites. That they are these sites is an assumption. */
export const filings = {
  /** The Abernathy, Texas, joint venture of the same contractor: 168 MW of critical IT power. */
  abernathy: "as Abernathy, TX: 168 MW (TeraWulf 8-K, 2025)",
  /** The Lake Mariner, New York, lease of the same contractor: over 200 MW of critical IT power, the first 40 MW early. */
  lakeMariner: "as Lake Mariner, NY: over 200 MW (TeraWulf 8-K, 2025-08-13)",
} as const;

import { z } from "zod";
import { AwsSiteSpec } from "./aws";
import { AzureSiteSpec } from "./azure";
import { type Cluster, LeasedCluster, OwnedCluster } from "./cluster";
import { Responsibility, Scope } from "./commitment";
import { GoogleSiteSpec } from "./google";
import { Lease, LeaseTerms } from "./lease";
import { MoneyFigure } from "./money-figure";
import { Phase } from "./phase";
import { physicalParts } from "./physical-parts";
import { PowerFigure } from "./power";
import { type DeepReadonly, filledList, Name, Text } from "./primitives";
import { siteBase } from "./site-base";

export const OwnedSiteSpec = z.strictObject({
  ...siteBase("owned"),
  power: PowerFigure,
  ...physicalParts,
  phases: z.array(Phase).default([]),
  clusters: z.array(OwnedCluster).default([]),
});

/** What was announced for several sites together. Its figures count once, and are what its sites are checked against. */
export const Programme = z.strictObject({
  name: Name,
  investment: MoneyFigure.optional(),
  power: PowerFigure.optional(),
});
export type Programme = z.infer<typeof Programme>;

const heldFromOthers = {
  programme: Programme.optional(),
  scope: Scope,
  /** Exceptions to the responsibility matrix that the scope implies. */
  responsibilities: z.array(Responsibility).default([]),
  ...physicalParts,
  clusters: z.array(LeasedCluster).default([]),
};

export const LeasedSiteSpec = z.strictObject({ ...siteBase("leased"), ...heldFromOthers, lease: Lease });

/** How one holds what a partner builds. */
export const Title = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("owned") }),
  z.strictObject({ kind: z.literal("leased"), lease: LeaseTerms }),
]);

export const PartnerSiteSpec = z.strictObject({
  ...siteBase("partner"),
  ...heldFromOthers,
  /** Who plans and builds. */
  contractor: Text,
  /** Who runs the building once it stands, when not the contractor. */
  operator: Text.optional(),
  title: Title,
  phases: filledList(Phase, "must hold at least one phase: what the partner delivers, and when"),
});

export const CloudSiteSpec = z.discriminatedUnion("provider", [AwsSiteSpec, GoogleSiteSpec, AzureSiteSpec]);

/** One site, by tenure: the tenure decides which fields are legal. */
export const SiteSpec = z.discriminatedUnion("tenure", [CloudSiteSpec, OwnedSiteSpec, LeasedSiteSpec, PartnerSiteSpec]);

export type CloudSiteSpec = z.infer<typeof CloudSiteSpec>;
export type OwnedSiteSpec = z.infer<typeof OwnedSiteSpec>;
export type LeasedSiteSpec = z.infer<typeof LeasedSiteSpec>;
export type PartnerSiteSpec = z.infer<typeof PartnerSiteSpec>;
export type SiteSpec = z.infer<typeof SiteSpec>;
/** A site with a spec of its own instead of a cloud's resources. */
export type PhysicalSiteSpec = OwnedSiteSpec | LeasedSiteSpec | PartnerSiteSpec;

/** The phases of a site: a leased site's are its lease's. A cloud site has none. */
export function phasesOf(site: SiteSpec): readonly Phase[] {
  if (site.tenure === "cloud") return [];
  return site.tenure === "leased" ? site.lease.phases : site.phases;
}

/** The lease of a site, when there is one. */
export function leaseOf(site: SiteSpec): z.infer<typeof LeaseTerms> | undefined {
  if (site.tenure === "leased") return site.lease;
  return site.tenure === "partner" && site.title.kind === "leased" ? site.title.lease : undefined;
}

/** The clusters of a site as the kinds have in common; narrow by provider or tenure for the rest. */
export const clustersOf = (site: SiteSpec): readonly Cluster[] => site.clusters;

/** A title as one writes it. */
export type TitleInput = DeepReadonly<z.input<typeof Title>>;
/** A programme as one writes it. */
export type ProgrammeInput = DeepReadonly<z.input<typeof Programme>>;

import { z } from "zod";
import { Cidr } from "./address";
import {
  AwsCluster,
  AwsNetwork,
  AzureCluster,
  type Cluster,
  GoogleCluster,
  LeasedCluster,
  OwnedCluster,
} from "./cluster";
import { Responsibility, Scope } from "./commitment";
import { Lease, LeaseTerms, MoneyFigure } from "./lease";
import { Location } from "./location";
import { Hall, Phase } from "./phase";
import { PowerFigure } from "./power";
import { type DeepReadonly, FigureSchema, filledList, Name, Text, textLike } from "./primitives";
import { show } from "./show";

/** A ratio. That it is not below 1, nor below 0, is the rule PWR-7 alone, which says why. */
const Pue = FigureSchema.extend({
  value: z.number({ error: (issue) => `must be a finite number, 1 or more; got ${show(issue.input)}` }),
});

const base = <T extends string>(tenure: T) => ({
  name: Name,
  tenure: z.literal(tenure),
  /** What people call it, where the name is an abbreviation. */
  displayName: Text.optional(),
  location: Location,
  power: PowerFigure.optional(),
  /** Utility power over critical IT power at the worst hour of the year, at least 1. */
  peakPue: Pue.optional(),
  /** Kept as an empty stack until its resources are destroyed. */
  retired: z.boolean().default(false),
});

/** One stack for the site, or one for each cluster, so that no plan is larger than a cluster. */
const stacks = z.enum(["single", "perCluster"]).default("single");

export const AwsSiteSpec = z.strictObject({
  ...base("cloud"),
  provider: z.literal("aws"),
  account: textLike(/^\d{12}$/, "an AWS account id of twelve digits, in quotes"),
  region: textLike(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region such as "us-east-2"'),
  network: AwsNetwork.optional(),
  stacks,
  clusters: z.array(AwsCluster).default([]),
});

export const GoogleSiteSpec = z.strictObject({
  ...base("cloud"),
  provider: z.literal("google"),
  project: textLike(
    /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
    'a Google Cloud project id, 6 to 30 characters, such as "atlas-research"',
  ),
  region: textLike(/^[a-z]+-[a-z]+\d+$/, 'a Google Cloud region such as "us-central1"'),
  stacks,
  clusters: z.array(GoogleCluster).default([]),
});

export const AzureSiteSpec = z.strictObject({
  ...base("cloud"),
  provider: z.literal("azure"),
  subscription: z.guid({ error: (issue) => `must be an Azure subscription id (a UUID); got ${show(issue.input)}` }),
  region: textLike(/^[a-z]+[a-z0-9]*$/, 'an Azure region such as "eastus2"'),
  network: z.strictObject({
    cidrs: filledList(Cidr, "must hold at least one IPv4 range"),
  }),
  clusters: z.array(AzureCluster).default([]),
});

export const OwnedSiteSpec = z.strictObject({
  ...base("owned"),
  power: PowerFigure,
  halls: z.array(Hall).default([]),
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
  halls: z.array(Hall).default([]),
  clusters: z.array(LeasedCluster).default([]),
};

export const LeasedSiteSpec = z.strictObject({ ...base("leased"), ...heldFromOthers, lease: Lease });

/** How one holds what a partner builds. */
export const Title = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("owned") }),
  z.strictObject({ kind: z.literal("leased"), lease: LeaseTerms }),
]);

export const PartnerSiteSpec = z.strictObject({
  ...base("partner"),
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

export type AwsSiteSpec = z.infer<typeof AwsSiteSpec>;
export type GoogleSiteSpec = z.infer<typeof GoogleSiteSpec>;
export type AzureSiteSpec = z.infer<typeof AzureSiteSpec>;
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

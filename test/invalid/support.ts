import {
  cidrSubnet,
  contracted,
  Fleet,
  type FleetProps,
  LeasedSite,
  type LeasedSiteProps,
  leased,
  megawatts,
  OwnedSite,
  type OwnedSiteProps,
  owned,
  PartnerSite,
  type PartnerSiteProps,
  type PowerFigure,
} from "siteform";
import { type AwsPoolProps, AwsSite, type AwsSiteProps, onDemandReservation } from "siteform/aws";
import { type AzurePoolProps, AzureSite, type AzureSiteProps, onDemand as onAzure } from "siteform/azure";
import { type GooglePoolProps, GoogleSite, type GoogleSiteProps, reservation } from "siteform/google";

/** A wrong fleet, and what a user must be told of it. */
export interface Invalid {
  /** The fleet, as its author wrote it. */
  readonly fleet: () => Fleet;
  /** Every line that is printed for its errors, in order, without colours. */
  readonly expected: readonly string[];
}

/**
 * What the compiler refuses, as a program in JavaScript would write it. This is the one cast of the corpus: each use of it is a
 * mistake that a program in TypeScript cannot make.
 */
export const untyped = <Props>(given: unknown): Props => given as Props;

/** A fleet of which nothing is wrong yet. The makers below add sites of which nothing is wrong but what `props` says. */
export const atlas = (props: FleetProps = {}): Fleet => new Fleet("atlas", props);

export const aws = (fleet: Fleet, name: string, props: Partial<AwsSiteProps> = {}): AwsSite =>
  new AwsSite(fleet, name, {
    account: "111122223333",
    region: "us-east-2",
    location: { country: "US", subdivision: "US-OH" },
    ...props,
  });

export const google = (fleet: Fleet, name: string, props: Partial<GoogleSiteProps> = {}): GoogleSite =>
  new GoogleSite(fleet, name, {
    project: "atlas-research",
    region: "us-central1",
    location: { country: "US", subdivision: "US-IA" },
    ...props,
  });

export const azure = (fleet: Fleet, name: string, props: Partial<AzureSiteProps> = {}): AzureSite =>
  new AzureSite(fleet, name, {
    subscription: "00000000-0000-4000-8000-000000000001",
    region: "eastus2",
    location: { country: "US", subdivision: "US-VA" },
    network: { cidrs: ["10.48.0.0/16"] },
    ...props,
  });

export const ownedSite = (fleet: Fleet, name: string, props: Partial<OwnedSiteProps> = {}): OwnedSite =>
  new OwnedSite(fleet, name, { location: { country: "DE", subdivision: "DE-BY" }, power: critical(4), ...props });

export const leasedSite = (
  fleet: Fleet,
  name: string,
  lease: Partial<Lease> = {},
  props: Partial<LeasedSiteProps> = {},
): LeasedSite =>
  new LeasedSite(fleet, name, {
    location: { country: "US", subdivision: "US-TN" },
    scope: "turnkey",
    lease: leaseOf(lease),
    ...props,
  });

export const partnerSite = (fleet: Fleet, name: string, props: Partial<PartnerSiteProps> = {}): PartnerSite =>
  new PartnerSite(fleet, name, {
    location: { country: "US", subdivision: "US-TX" },
    contractor: "Builder LLC",
    scope: "turnkey",
    title: { kind: "leased", lease: { landlord: "Builder LLC", state: "binding" } },
    phases: [phase("p1", 20)],
    ...props,
  });

type Lease = LeasedSiteProps["lease"];
type Phase = Lease["phases"][number];

export const leaseOf = (more: Partial<Lease> = {}): Lease => ({
  landlord: "Landlord Inc.",
  state: "binding",
  phases: [phase("p1", 20)],
  ...more,
});

export const phase = (id: string, criticalMW: number, more: Partial<Phase> = {}): Phase => ({
  id,
  power: critical(criticalMW),
  ...more,
});

export const critical = (power: number): PowerFigure =>
  contracted(megawatts(power), { meaning: "criticalIT", source: "the contract" });

/** Ranges of the n-th GKE cluster of a fleet. */
export const gke = (index = 0) => ({
  nodes: cidrSubnet("10.32.0.0/14", 20, index),
  pods: cidrSubnet("10.128.0.0/9", 14, index),
  services: cidrSubnet("10.36.0.0/16", 20, index),
  controlPlane: cidrSubnet("172.16.0.0/24", 28, index),
});

/** Ranges of the n-th AKS cluster of a fleet whose network is 10.48.0.0/16. */
export const aks = (index = 0) => ({
  nodes: cidrSubnet("10.48.0.0/16", 20, index),
  pods: cidrSubnet("100.64.0.0/10", 14, index),
  services: cidrSubnet("10.49.0.0/16", 20, index),
});

export const trainium = (count: number, more: Partial<AwsPoolProps> = {}): AwsPoolProps => ({
  machine: "trn2.48xlarge",
  count,
  capacity: onDemandReservation({ zoneId: "use2-az1" }),
  ...more,
});

type TpuPool = Extract<GooglePoolProps, { readonly topology: string }>;

export const tpus = (slices: number, more: Partial<TpuPool> = {}): TpuPool => ({
  machine: "ct5p-hightpu-4t",
  topology: "4x4x8",
  slices,
  capacity: reservation({ zone: "us-central1-a", reservation: "v5p" }),
  ...more,
});

export const azureH100 = (count: number, more: Partial<AzurePoolProps> = {}): AzurePoolProps => ({
  machine: "Standard_ND96isr_H100_v5",
  count,
  capacity: onAzure(),
  ...more,
});

type LeasedPool = Parameters<LeasedSite["addCluster"]>[1]["pools"][number];
type OwnedPool = Parameters<OwnedSite["addCluster"]>[1]["pools"][number];

/** Eight GPUs and 10.2 kW each. */
export const leasedServers = (count: number, more: Partial<LeasedPool> = {}): LeasedPool => ({
  machine: "dgx-h100",
  count,
  capacity: leased({ phase: "p1" }),
  ...more,
});

export const ownServers = (count: number, more: Partial<OwnedPool> = {}): OwnedPool => ({
  machine: "dgx-h100",
  count,
  capacity: owned(),
  ...more,
});

/** A fleet of YAML documents, which the test has copied into the folder `sites` of a project. */
export function documents(fleet = atlas()): Fleet {
  fleet.addDocuments("sites/*.yaml");
  return fleet;
}

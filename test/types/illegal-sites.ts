/**
 * Compiled by `tsc -p test/tsconfig.json` and never run: each line below an `@ts-expect-error` must not compile, and
 * everything else must. The tenure of a site decides which fields are legal.
 */
import { Fleet, LeasedSite, OwnedSite, PartnerSite, RemoteState, slurm } from "siteform";
import { AwsSite, kubernetes, onDemand } from "siteform/aws";
import { AzureSite } from "siteform/azure";
import { GoogleSite } from "siteform/google";
import {
  awsProps,
  azureProps,
  googleNetwork,
  googleProps,
  leasedProps,
  location,
  ownedProps,
  partnerProps,
  power,
} from "./legal-props";

const fleet = new Fleet("atlas", { state: RemoteState.s3({ bucket: "b", region: "us-east-2" }) });
const { account, region } = awsProps;
const { lease } = leasedProps;
const { title, phases, contractor } = partnerProps;

// What compiles, with what may be left out, and constants that nobody may change.
const ranges = ["10.0.0.0/16"] as const;
const guarantee = { obligor: "Google", covers: "rent", state: "proposed", sites: ["e"] } as const;
fleet.addGuarantee("google", guarantee);
const aws = new AwsSite(fleet, "a", { ...awsProps, power, stacks: "perCluster", network: { cidrs: ranges } });
const google = new GoogleSite(fleet, "b", googleProps);
google.addCluster("c", { network: googleNetwork, pools: [] });
new AzureSite(fleet, "c", azureProps);
new OwnedSite(fleet, "d", {
  ...ownedProps,
  phases: [{ id: "p1", power, milestones: { permit: { actual: "2026-01-31" } } }],
});
const leasedSite = new LeasedSite(fleet, "e", leasedProps);
new PartnerSite(fleet, "f", { ...partnerProps, title: { kind: "leased", lease: { landlord: "x", state: "binding" } } });
leasedSite
  .addCluster("c", { scheduler: slurm(), purpose: "inference", pools: [] })
  .terraform((stack, { site, lease: terms }) => {
    stack.addOverride("output.x.value", 1);
    site.addOverride("input.x", 1);
    terms?.addOverride("input.x", 1);
  });

// @ts-expect-error no account
new AwsSite(fleet, "g", { region, location });
// @ts-expect-error no region
new AwsSite(fleet, "h", { account, location });
// @ts-expect-error no location
new AwsSite(fleet, "i", { account, region });
// @ts-expect-error an account as a number, which loses its leading zeros
new AwsSite(fleet, "j", { ...awsProps, account: 111122223333 });
// @ts-expect-error a network without its ranges
new AwsSite(fleet, "k", { ...awsProps, network: {} });
// @ts-expect-error a way to cut stacks that does not exist
new AwsSite(fleet, "l", { ...awsProps, stacks: "perPool" });
// @ts-expect-error a lease in a cloud
new AwsSite(fleet, "m", { ...awsProps, lease });
// @ts-expect-error another cloud's field
new AwsSite(fleet, "n", { ...awsProps, project: "atlas-research" });
// @ts-expect-error no project
new GoogleSite(fleet, "o", { region: "us-east5", location });
// @ts-expect-error another cloud's field
new GoogleSite(fleet, "p", { ...googleProps, account });
// @ts-expect-error no subscription
new AzureSite(fleet, "q", { region: "eastus2", location, network: azureProps.network });
// @ts-expect-error no network
new AzureSite(fleet, "r", { region: "eastus2", location, subscription: azureProps.subscription });

// @ts-expect-error no power
new OwnedSite(fleet, "s", { location });
// @ts-expect-error a lease of what one owns
new OwnedSite(fleet, "t", { ...ownedProps, lease });
// @ts-expect-error a region of what is no cloud
new OwnedSite(fleet, "u", { ...ownedProps, region });
// @ts-expect-error a milestone that does not exist
new OwnedSite(fleet, "v", { ...ownedProps, phases: [{ id: "p1", power, milestones: { started: {} } }] });
// @ts-expect-error a milestone as a day, where contract, forecast and actual are told apart
new OwnedSite(fleet, "w", { ...ownedProps, phases: [{ id: "p1", power, milestones: { permit: "2026-01-31" } }] });
// @ts-expect-error a phase without its power
new OwnedSite(fleet, "x", { ...ownedProps, phases: [{ id: "p1" }] });
// @ts-expect-error a hall's power in a unit it does not have
new OwnedSite(fleet, "y", { ...ownedProps, halls: [{ name: "h", criticalItKW: 900 }] });

// @ts-expect-error no scope
new LeasedSite(fleet, "z", { location, lease });
// @ts-expect-error a scope that does not exist
new LeasedSite(fleet, "aa", { ...leasedProps, scope: "colocation" });
// @ts-expect-error no lease
new LeasedSite(fleet, "ab", { location, scope: "compute" });
// @ts-expect-error a lease without a landlord
new LeasedSite(fleet, "ac", { ...leasedProps, lease: { state: "binding", phases: lease.phases } });
// @ts-expect-error a state that does not exist
new LeasedSite(fleet, "ad", { ...leasedProps, lease: { ...lease, state: "signed" } });
const self = { owns: "self", operates: "self", approves: "self" } as const;
new LeasedSite(fleet, "ae", { ...leasedProps, responsibilities: [{ layer: "fabric", ...self }] });
// @ts-expect-error a layer that does not exist
new LeasedSite(fleet, "ae", { ...leasedProps, responsibilities: [{ layer: "network", ...self }] });
// @ts-expect-error a contractor of what nobody builds
new LeasedSite(fleet, "af", { ...leasedProps, contractor });

// @ts-expect-error no contractor
new PartnerSite(fleet, "ag", { location, scope: "turnkey", title, phases });
// @ts-expect-error no title
new PartnerSite(fleet, "ah", { location, scope: "turnkey", contractor, phases });
// @ts-expect-error no phases
new PartnerSite(fleet, "ai", { location, scope: "turnkey", contractor, title });
// @ts-expect-error a leased title without its lease
new PartnerSite(fleet, "aj", { ...partnerProps, title: { kind: "leased" } });
const held = { landlord: "x", state: "binding" } as const;
new PartnerSite(fleet, "aj", { ...partnerProps, title: { kind: "leased", lease: held } });
// @ts-expect-error phases in the lease of what a partner builds, whose phases are the site's
new PartnerSite(fleet, "ak", { ...partnerProps, title: { kind: "leased", lease: { ...held, phases } } });

// @ts-expect-error Slurm in a managed cluster
aws.addCluster("c", { scheduler: slurm(), pools: [{ machine: "p5.48xlarge", count: 1, capacity: onDemand() }] });
// @ts-expect-error a scheduler that was named and not made
aws.addCluster("c", { scheduler: kubernetes, pools: [{ machine: "p5.48xlarge", count: 1, capacity: onDemand() }] });
// @ts-expect-error a version as a number: 1.30 would be 1.3
kubernetes({ version: 1.3 });
// @ts-expect-error a cluster without pools
leasedSite.addCluster("c", { purpose: "training" });
// @ts-expect-error a purpose that does not exist
leasedSite.addCluster("c", { purpose: "mining", pools: [] });
// @ts-expect-error a cluster of Google Cloud without its ranges
google.addCluster("c", { pools: [] });
const { controlPlane: _, ...network } = googleNetwork;
// @ts-expect-error a cluster of Google Cloud without the range of its control plane
google.addCluster("c", { network, pools: [] });
// @ts-expect-error a site outside a fleet
new OwnedSite("fleet", "an", ownedProps);
// @ts-expect-error a site's name is not another's to change
leasedSite.name = "other";
// @ts-expect-error state in a kind of bucket that does not exist
new Fleet("atlas", { state: { kind: "http", address: "x" } });
// @ts-expect-error a bucket without its region
RemoteState.s3({ bucket: "b" });
// @ts-expect-error a waiver without an end
fleet.waive({ rule: "PWR-8", path: "sites.d", reason: "later" });

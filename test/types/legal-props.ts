/** What compiles: the properties of a site of each kind, from which the illegal ones differ in one thing. */
import {
  contracted,
  type LeasedSiteProps,
  megawatts,
  type OwnedSiteProps,
  type PartnerSiteProps,
  type PowerFigure,
} from "siteform";
import type { AwsSiteProps } from "siteform/aws";
import type { AzureSiteProps } from "siteform/azure";
import type { GoogleClusterProps, GoogleSiteProps } from "siteform/google";

export const power: PowerFigure = contracted(megawatts(4), { meaning: "criticalIT", source: "agreement" });
export const location = { country: "US", subdivision: "US-TN" };

export const awsProps: AwsSiteProps = { account: "111122223333", region: "us-east-2", location };
export const googleProps: GoogleSiteProps = { project: "atlas-research", region: "us-east5", location };
export const azureProps: AzureSiteProps = {
  subscription: "11111111-2222-4333-8444-555555555555",
  region: "eastus2",
  location,
  network: { cidrs: ["10.48.0.0/16"] },
};
export const ownedProps: OwnedSiteProps = { location, power };
export const leasedProps: LeasedSiteProps = {
  location,
  scope: "compute",
  lease: { landlord: "SpaceX", state: "commenced", phases: [{ id: "p1", power }] },
};
export const partnerProps: PartnerSiteProps = {
  location,
  contractor: "Fluidstack",
  scope: "turnkey",
  title: { kind: "owned" },
  phases: [{ id: "p1", power }],
};
export const googleNetwork: GoogleClusterProps["network"] = {
  nodes: "10.32.0.0/20",
  pods: "10.36.0.0/14",
  services: "10.40.0.0/20",
  controlPlane: "10.40.16.0/28",
};

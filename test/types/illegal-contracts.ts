/**
 * Compiled by `tsc -p test/tsconfig.json` and never run: each line below an `@ts-expect-error` must not compile, and
 * everything else must. A contract goes with the tenure and the cloud it is made in.
 */
import { Fleet, hours, LeasedSite, leased, megawatts, OwnedSite, owned, PartnerSite } from "siteform";
import {
  AwsSite,
  buyCapacityBlock,
  capacityBlock,
  lustre,
  onDemand,
  onDemandReservation,
  scratchLustre,
  spot,
} from "siteform/aws";
import { AzureSite, onDemand as azureOnDemand, capacityReservation } from "siteform/azure";
import { flexStart, GoogleSite, onDemand as googleOnDemand, reservation } from "siteform/google";
import { awsProps, azureProps, googleNetwork, googleProps, leasedProps, ownedProps, partnerProps } from "./legal-props";

const fleet = new Fleet("atlas");
const aws = new AwsSite(fleet, "aws", awsProps);
const azure = new AzureSite(fleet, "azure", azureProps);
const google = new GoogleSite(fleet, "google", googleProps);
const ownSite = new OwnedSite(fleet, "own", ownedProps);
const leasedSite = new LeasedSite(fleet, "leased", leasedProps);
const partnerSite = new PartnerSite(fleet, "partner", partnerProps);

const server = { machine: "dgx-h100", count: 4 } as const;
const instance = { machine: "p5.48xlarge", count: 4 } as const;
const vm = { machine: "Standard_ND96isr_H100_v5", count: 4 } as const;
const slice = { machine: "ct5p-hightpu-4t", topology: "4x4x8" } as const;
const zone = "us-east5-a";
const network = googleNetwork;
const azureNetwork = { nodes: "10.48.0.0/20", pods: "10.64.0.0/14", services: "10.68.0.0/20" };
const block = capacityBlock({
  zoneId: "use2-az1",
  reservationId: "cr-0123456789abcdef0",
  start: "2026-12-01T11:30:00Z",
  end: "2026-12-15T11:30:00Z",
});

// Each where it can be made.
aws.addCluster("c", { pools: [{ ...instance, capacity: onDemand() }] });
aws.addCluster("c", { pools: [{ ...instance, capacity: spot({ zoneId: "use2-az1" }) }] });
aws.addCluster("c", { pools: [{ ...instance, capacity: onDemandReservation({ zoneId: "use2-az1" }) }] });
aws.addCluster("c", { pools: [{ ...instance, capacity: block }] });
google.addCluster("c", { network, pools: [{ ...slice, capacity: reservation({ zone, reservation: "v5p" }) }] });
google.addCluster("c", { network, pools: [{ ...slice, capacity: flexStart({ zone, maxRun: hours(24) }) }] });
google.addCluster("c", { network, pools: [{ ...slice, capacity: googleOnDemand({ zone }) }] });
azure.addCluster("c", { network: azureNetwork, pools: [{ ...vm, capacity: azureOnDemand({ zone: "1" }) }] });
azure.addCluster("c", { network: azureNetwork, pools: [{ ...vm, capacity: capacityReservation({ groupId: "/x" }) }] });
ownSite.addCluster("c", { pools: [{ ...server, capacity: owned({ until: "2031-01-01" }) }] });
// In a leased shell, and in what a partner builds, stand the landlord's machines or one's own.
leasedSite.addCluster("c", { pools: [{ ...server, capacity: leased({ phase: "p1" }) }] });
leasedSite.addCluster("c", { pools: [{ ...server, capacity: owned() }] });
partnerSite.addCluster("c", { pools: [{ ...server, capacity: leased() }] });
partnerSite.addCluster("c", { pools: [{ ...server, capacity: owned() }] });

// @ts-expect-error a capacity block in a leased site
leasedSite.addCluster("c", { pools: [{ ...server, capacity: block }] });
// @ts-expect-error a cloud's contract in a leased site
leasedSite.addCluster("c", { pools: [{ ...server, capacity: onDemand() }] });
// @ts-expect-error a lease of machines in a site one owns
ownSite.addCluster("c", { pools: [{ ...server, capacity: leased() }] });
// @ts-expect-error a cloud's contract in a site one owns
ownSite.addCluster("c", { pools: [{ ...server, capacity: spot() }] });
// @ts-expect-error a cloud's contract in a site that a partner builds
partnerSite.addCluster("c", { pools: [{ ...server, capacity: reservation({ zone, reservation: "v5p" }) }] });
// @ts-expect-error a lease in a cloud
aws.addCluster("c", { pools: [{ ...instance, capacity: leased() }] });
// @ts-expect-error one's own machines in a cloud
google.addCluster("c", { network, pools: [{ ...slice, capacity: owned() }] });
// @ts-expect-error a reservation of Google Cloud on AWS
aws.addCluster("c", { pools: [{ ...instance, capacity: reservation({ zone, reservation: "v5p" }) }] });
// @ts-expect-error on-demand of Google Cloud, which names a zone of its own, on AWS
aws.addCluster("c", { pools: [{ ...instance, capacity: googleOnDemand({ zone }) }] });
// @ts-expect-error a contract of AWS on Google Cloud
google.addCluster("c", { network, pools: [{ ...slice, capacity: block }] });
// @ts-expect-error a contract of AWS on Azure
azure.addCluster("c", { network: azureNetwork, pools: [{ ...vm, capacity: block }] });
// @ts-expect-error a contract of Google Cloud on Azure
azure.addCluster("c", { network: azureNetwork, pools: [{ ...vm, capacity: flexStart({ zone }) }] });
// @ts-expect-error a pool without a contract
aws.addCluster("c", { pools: [instance] });
// @ts-expect-error a contract that was named and not made
aws.addCluster("c", { pools: [{ ...instance, capacity: onDemand }] });
// @ts-expect-error a contract as a text
ownSite.addCluster("c", { pools: [{ ...server, capacity: "owned" }] });

// @ts-expect-error a reservation without its zone
onDemandReservation({ reservationId: "cr-0123456789abcdef0" });
// @ts-expect-error a zone's name, under another name than the id's
onDemand({ zone: "us-east-2a" });
// @ts-expect-error a capacity block without its end
capacityBlock({ zoneId: "use2-az1", reservationId: "cr-0123456789abcdef0", start: "2026-12-01T11:30:00Z" });
// @ts-expect-error a reservation without its name
reservation({ zone });
// @ts-expect-error a number where a length of time is wanted
flexStart({ zone, maxRun: 24 });
// @ts-expect-error power where a length of time is wanted
flexStart({ zone, maxRun: megawatts(24) });
// @ts-expect-error flex-start without a zone
flexStart({});
// @ts-expect-error a zone of Azure is a text of one digit
azureOnDemand({ zone: 1 });
// @ts-expect-error Azure has three zones
azureOnDemand({ zone: "4" });
// @ts-expect-error a reservation without its group
capacityReservation({ zone: "1" });
// @ts-expect-error a group that exists and one that is made
capacityReservation({ groupId: "/subscriptions/...", create: { acceptCharges: true } });
// @ts-expect-error charges that nobody accepts
capacityReservation({ create: { acceptCharges: false } });
// @ts-expect-error a field that leases do not have
leased({ zone });

// Reservations and purchases on AWS: one target, and a sentence that is written out.
const zoneId = "use2-az1";
const accept = "I accept that billing starts at once and goes on until the reservation is cancelled";
onDemandReservation({ zoneId, create: { accept } });
onDemandReservation({ zoneId, reservationGroupArn: "arn:aws:resource-groups:us-east-2:111122223333:group/trn2" });
// @ts-expect-error a reservation that is to be made without accepting what it costs
onDemandReservation({ zoneId, create: {} });
// @ts-expect-error another sentence
onDemandReservation({ zoneId, create: { accept: "yes" } });
// @ts-expect-error a reservation that exists and is to be made
onDemandReservation({ zoneId, reservationId: "cr-0123456789abcdef0", create: { accept } });
// @ts-expect-error a purchase that nobody accepts
buyCapacityBlock({
  zoneId,
  offeringId: "cb-0123456789abcdef0",
  start: "2026-12-01T11:30:00Z",
  end: "2026-12-15T11:30:00Z",
});
// @ts-expect-error a throughput that FSx does not have
lustre({ name: "data", zoneId, capacityGiB: 2400, throughputPerTiB: 200 });
// @ts-expect-error a file system without replicas has no backups
scratchLustre({ name: "data", zoneId, capacityGiB: 2400, backupDays: 7 });

/**
 * Compiled by `tsc -p test/tsconfig.json` and never run: each line below an `@ts-expect-error` must not compile, and
 * everything else must. A site takes the machines that can stand there and no others.
 */
import { defineMachine, Fleet, LeasedSite, leased, OwnedSite, owned, PartnerSite } from "siteform";
import { AwsSite, onDemand } from "siteform/aws";
import { AzureSite, onDemand as azureOnDemand } from "siteform/azure";
import { GoogleSite, reservation } from "siteform/google";
import { awsProps, azureProps, googleNetwork, googleProps, leasedProps, ownedProps, partnerProps } from "./legal-props";

const fleet = new Fleet("atlas");
const aws = new AwsSite(fleet, "aws", awsProps);
const azure = new AzureSite(fleet, "azure", azureProps);
const google = new GoogleSite(fleet, "google", googleProps);
const ownSite = new OwnedSite(fleet, "own", ownedProps);
const leasedSite = new LeasedSite(fleet, "leased", leasedProps);
const partnerSite = new PartnerSite(fleet, "partner", partnerProps);

const count = 4;
const zone = "us-east5-a";
const capacity = reservation({ zone, reservation: "v5p" });
const azureNetwork = { nodes: "10.48.0.0/20", pods: "10.64.0.0/14", services: "10.68.0.0/20" };
const network = googleNetwork;

// Each where it can stand.
aws.addCluster("c", { pools: [{ machine: "trn2.48xlarge", count, capacity: onDemand() }] });
aws.addCluster("c", { pools: [{ machine: "p5.48xlarge", count, capacity: onDemand() }] });
google.addCluster("c", { network, pools: [{ machine: "ct5p-hightpu-4t", topology: "4x4x8", slices: 3, capacity }] });
google.addCluster("c", { network, pools: [{ machine: "ct6e-standard-4t", topology: "16x16", capacity }] });
google.addCluster("c", { network, pools: [{ machine: "a3-highgpu-8g", count, capacity }] });
azure.addCluster("c", {
  network: azureNetwork,
  pools: [{ machine: "Standard_ND96isr_H100_v5", count, capacity: azureOnDemand() }],
});
ownSite.addCluster("c", { pools: [{ machine: "dgx-h100", count, capacity: owned() }] });
leasedSite.addCluster("c", { pools: [{ machine: "gb200-nvl72", count, capacity: leased() }] });
partnerSite.addCluster("c", { pools: [{ machine: "gb300-nvl72", count, capacity: leased({ phase: "p1" }) }] });

// @ts-expect-error a server of one's own in a cloud
aws.addCluster("c", { pools: [{ machine: "dgx-h100", count, capacity: onDemand() }] });
// @ts-expect-error another cloud's machine
aws.addCluster("c", { pools: [{ machine: "a3-highgpu-8g", count, capacity: onDemand() }] });
// @ts-expect-error a machine with a slip in its name
aws.addCluster("c", { pools: [{ machine: "trn2.48xlrge", count, capacity: onDemand() }] });
// @ts-expect-error a cloud's machine in a leased site
leasedSite.addCluster("c", { pools: [{ machine: "trn2.48xlarge", count, capacity: leased() }] });
// @ts-expect-error a cloud's machine in one's own site
ownSite.addCluster("c", { pools: [{ machine: "Standard_ND96isr_H100_v5", count, capacity: owned() }] });
// @ts-expect-error a cloud's machine in a site that a partner builds
partnerSite.addCluster("c", { pools: [{ machine: "ct5p-hightpu-4t", count, capacity: leased() }] });
// @ts-expect-error another cloud's machine
google.addCluster("c", { network, pools: [{ machine: "p5.48xlarge", count, capacity }] });
// @ts-expect-error a pool without a machine
ownSite.addCluster("c", { pools: [{ count, capacity: owned() }] });
// @ts-expect-error a pool without a count
ownSite.addCluster("c", { pools: [{ machine: "dgx-h100", capacity: owned() }] });
// @ts-expect-error a count as a text
ownSite.addCluster("c", { pools: [{ machine: "dgx-h100", count: "4", capacity: owned() }] });

// TPUs are slices of a topology, GPUs machines by count.
// @ts-expect-error a TPU machine without a topology
google.addCluster("c", { network, pools: [{ machine: "ct5p-hightpu-4t", count, capacity }] });
// @ts-expect-error a TPU machine with neither
google.addCluster("c", { network, pools: [{ machine: "ct5p-hightpu-4t", capacity }] });
// @ts-expect-error a GPU machine with a topology
google.addCluster("c", { network, pools: [{ machine: "a3-highgpu-8g", topology: "2x2", capacity }] });
// @ts-expect-error a count and a topology
google.addCluster("c", { network, pools: [{ machine: "ct5p-hightpu-4t", count, topology: "4x4x8", capacity }] });
// @ts-expect-error a GPU machine with slices
google.addCluster("c", { network, pools: [{ machine: "a3-highgpu-8g", count, slices: 2, capacity }] });
// @ts-expect-error a topology that is none
google.addCluster("c", { network, pools: [{ machine: "ct5p-hightpu-4t", topology: "4by4", capacity }] });
// @ts-expect-error a topology of one dimension
google.addCluster("c", { network, pools: [{ machine: "ct5p-hightpu-4t", topology: "64", capacity }] });
// @ts-expect-error a topology of four dimensions
google.addCluster("c", { network, pools: [{ machine: "ct5p-hightpu-4t", topology: "2x2x2x2", capacity }] });
// @ts-expect-error a topology as a number
google.addCluster("c", { network, pools: [{ machine: "ct5p-hightpu-4t", topology: 4, capacity }] });

// A machine newer than the catalogue fits where machines of its offer fit.
const newServer = defineMachine({ type: "dgx-x", offer: "hardware", accelerator: "X1", accelerators: 8 });
const newInstance = defineMachine({ type: "trn9.48xlarge", offer: "aws", accelerator: "Trainium9", accelerators: 16 });
const newSlice = defineMachine({ type: "ct9-4t", offer: "google", accelerator: "TPU v9", accelerators: 4 });
ownSite.addCluster("c", { pools: [{ machine: newServer, count, capacity: owned() }] });
aws.addCluster("c", { pools: [{ machine: newInstance, count, capacity: onDemand() }] });
google.addCluster("c", { network, pools: [{ machine: newSlice, count, capacity }] });
google.addCluster("c", { network, pools: [{ machine: newSlice, topology: "4x4x4", capacity }] });

// @ts-expect-error a server in a cloud
aws.addCluster("c", { pools: [{ machine: newServer, count, capacity: onDemand() }] });
// @ts-expect-error a cloud's machine in one's own site
ownSite.addCluster("c", { pools: [{ machine: newInstance, count, capacity: owned() }] });
// @ts-expect-error a cloud's machine in a leased site
leasedSite.addCluster("c", { pools: [{ machine: newSlice, count, capacity: leased() }] });
// @ts-expect-error one cloud's machine in another
google.addCluster("c", { network, pools: [{ machine: newInstance, count, capacity }] });
// @ts-expect-error an object that nobody defined
ownSite.addCluster("c", { pools: [{ machine: { type: "dgx-x" }, count, capacity: owned() }] });
// @ts-expect-error an offer that does not exist
defineMachine({ type: "x", offer: "oracle", accelerator: "X1", accelerators: 8 });
// @ts-expect-error a machine without its accelerators
defineMachine({ type: "x", offer: "aws", accelerator: "X1" });
// @ts-expect-error power as a quantity, where kW are wanted
defineMachine({ type: "x", offer: "aws", accelerator: "X1", accelerators: 8, maxPowerKW: "10 kW" });

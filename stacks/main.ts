import { Fleet, LeasedSite, atLeast, leased, megawatts, reported } from "siteform";
import { AwsSite, onDemandReservation } from "siteform/aws";

const fleet = new Fleet("reference");
const rainier = new AwsSite(fleet, "rainier", {
  account: "111122223333",
  region: "us-east-2",
  location: { country: "US", subdivision: "US-IN" },
  network: { cidrs: ["10.16.0.0/16"] },
});
rainier.addCluster("train", { pools: [{ machine: "trn2.48xlarge", count: 256, capacity: onDemandReservation({ zoneId: "use2-az1" }) }] });
const colossus = new LeasedSite(fleet, "colossus-1", {
  location: { country: "US", subdivision: "US-TN", locality: "Memphis" },
  scope: "compute",
  lease: { landlord: "SpaceX", exclusive: true, state: "commenced", phases: [{ id: "p1", power: reported(atLeast(megawatts(300)), { meaning: "unstated", source: "article 003", countedAs: "criticalIT" }), rentCommencement: "2026-05-01" }] },
});
colossus.addCluster("hopper", { pools: [{ machine: "dgx-h100", count: 18_750, capacity: leased() }] });
fleet.synth();

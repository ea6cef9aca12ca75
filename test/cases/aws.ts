import { Fleet, RemoteState } from "siteform";
import { AwsSite, capacityBlock, kubernetes, onDemand, onDemandReservation, spot } from "siteform/aws";

const indiana = { country: "US", subdivision: "US-IN" } as const;

/** One VPC, one cluster, a pool under each contract. */
function aws(): Fleet {
  const fleet = new Fleet("case-aws", {
    state: RemoteState.s3({ bucket: "case-tfstate", region: "us-east-2", kmsKeyId: "alias/case-tfstate" }),
  });
  const site = new AwsSite(fleet, "ohio", {
    account: "111122223333",
    region: "us-east-2",
    location: indiana,
    network: {
      cidrs: ["10.16.0.0/16", "10.17.0.0/16"],
      accelerators: { "use2-az1": "10.17.0.0/16" },
      services: "172.20.0.0/16",
    },
  });
  site.addCluster("train", {
    purpose: "training",
    scheduler: kubernetes({ version: "1.34" }),
    pools: [
      { machine: "trn2.48xlarge", count: 256, capacity: onDemandReservation({ zoneId: "use2-az1" }) },
      {
        name: "reserved",
        machine: "p5.48xlarge",
        count: 4,
        capacity: onDemandReservation({ zoneId: "use2-az1", reservationId: "cr-0123456789abcdef0" }),
      },
      {
        name: "block",
        machine: "p5en.48xlarge",
        count: 16,
        capacity: capacityBlock({
          zoneId: "use2-az2",
          reservationId: "cr-0fedcba9876543210",
          start: "2026-12-01T11:30:00Z",
          end: "2026-12-15T11:30:00Z",
        }),
      },
    ],
  });
  site.addCluster("serve", {
    purpose: "inference",
    pools: [
      { name: "spot", machine: "g6e.48xlarge", count: 8, capacity: spot({ zoneId: "use2-az3" }) },
      { machine: "p6-b300.48xlarge", count: 2, capacity: onDemand({ zoneId: "use2-az3" }) },
    ],
  });
  return fleet;
}

export const awsCases = { aws } as const;

// A fleet of SITES sites, half of them in AWS and half leased, each with one cluster.
const { Fleet, LeasedSite, assumed, cidrSubnet, leased, megawatts } = require("../dist/constructs/index.js");
const { AwsSite, onDemand } = require("../dist/constructs/aws/index.js");

const fleet = new Fleet("bench");
for (let index = 0; index < Number(process.env.SITES); index++) {
  if (index % 2 === 0) {
    const site = new AwsSite(fleet, `cloud-${index}`, {
      account: "111122223333",
      region: "us-east-2",
      location: { country: "US", subdivision: "US-OH" },
      network: { cidrs: [cidrSubnet("10.0.0.0/8", 16, index)] },
    });
    site.addCluster("train", {
      pools: [{ machine: "trn2.48xlarge", count: 100, capacity: onDemand({ zoneId: "use2-az1" }) }],
    });
  } else {
    const site = new LeasedSite(fleet, `lease-${index}`, {
      location: { country: "US", subdivision: "US-TX" },
      scope: "turnkey",
      lease: {
        landlord: "a landlord",
        state: "binding",
        phases: [
          { id: "p1", power: assumed(megawatts(50), { meaning: "criticalIT" }), rentCommencement: "2027-01-01" },
        ],
      },
    });
    site.addCluster("train", { pools: [{ machine: "gb200-nvl72", count: 300, capacity: leased({ phase: "p1" }) }] });
  }
}
const { ok } = fleet.synth({ quiet: true, asOf: "2026-11-23" });
if (!ok) throw new Error("the fleet of the bench has errors");

// 1,048,576 TPU chips in 41 clusters: 4,096 slices of 256, each a node pool of its own.
const { Fleet, RemoteState, eachRange } = require("../dist/constructs");
const { GoogleSite, kubernetes, reservation } = require("../dist/constructs/google");

const fleet = new Fleet("million", { state: RemoteState.gcs({ bucket: "million-tfstate" }) });
const site = new GoogleSite(fleet, "tpu", {
  project: "million-project",
  region: "us-central1",
  location: { country: "US", subdivision: "US-IA" },
  stacks: "perCluster",
});
site.addCluster("train", {
  purpose: "training",
  scheduler: kubernetes({ version: "1.34" }),
  network: {
    nodes: eachRange("172.16.0.0/13", 19),
    pods: eachRange("10.0.0.0/8", 14),
    services: eachRange("192.168.0.0/16", 22),
    controlPlane: eachRange("172.24.0.0/22", 28),
  },
  pools: [
    {
      name: "v5e",
      machine: "ct5lp-hightpu-4t",
      topology: "16x16",
      slices: 4096,
      perCluster: 100,
      capacity: reservation({ zone: "us-central1-a", reservation: "v5e" }),
    },
  ],
});
const { ok, findings } = fleet.synth({ quiet: true, asOf: "2026-11-23" });
if (!ok) {
  console.error(findings);
  process.exit(1);
}

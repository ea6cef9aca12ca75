import { about, assumed, type Fleet, reported } from "siteform";
import { press } from "./sources";

/**
 * Demand. Reported are use that grows toward one million TPUs, and growth that was planned to be tenfold within a year and was
 * eightyfold, with degraded service at peak hours. What that means in accelerators, and when, is assumed; so are throughputs, which are
 * ratios of the vendors' peak figures for dense BF16 and no measurement of any workload.
 */
export function addDemand(fleet: Fleet): void {
  const { value, bound, basis, source } = reported(about(1_000_000), { source: press.leases });
  fleet.addDemand("tpus", {
    workload: "training",
    accelerator: "TPU7x",
    servedBy: [
      {
        accelerator: "TPU v5p",
        throughput: assumed(0.2, { source: "459 over 2,307 TFLOPS, Cloud TPU documentation" }),
      },
    ],
    points: [{ from: "2027-01-01", accelerators: value }],
    priority: 2,
    bound,
    basis,
    source,
  });

  // Answers to customers go first. What they take grows with their number, most of it in working hours.
  fleet.addDemand("answers", {
    workload: "inference",
    accelerator: "GB200",
    points: [{ from: "2026-07-01", accelerators: 6_000 }],
    peakFactor: 1.6,
    utilization: 0.8,
    headroom: 0.1,
    jurisdictions: ["US"],
    basis: "assumed",
    source: "less than a third of the accelerators for inference in Memphis, at an average hour",
  });
  fleet
    .addScenario("x10", {
      factors: [
        { from: "2026-07-01", factor: 1 },
        { from: "2027-07-01", factor: 10 },
      ],
      demands: ["answers"],
      basis: "assumed",
      source: `${press.growth}: growth that was planned to be tenfold, over one year`,
    })
    .addScenario("x80", {
      factors: [
        { from: "2026-07-01", factor: 1 },
        { from: "2027-07-01", factor: 80 },
      ],
      demands: ["answers"],
      basis: "reported",
      source: `${press.growth}: growth that came, eightyfold, over one year`,
    });
}

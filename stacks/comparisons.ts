import { assumed, type Fleet, usd } from "siteform";

const source = "no quotation: a round figure, as among the offers";

/**
 * Was owning right? The machines of Texas against machines of a cloud that do the same work, as it looked in the month in which the first
 * were ordered. That direct hardware was chosen over rented is reported; every figure is assumed.
 */
export function addComparisons(fleet: Fleet): void {
  fleet.addComparison("texas-train", {
    cluster: "texas.train",
    accelerator: "GB300",
    start: "2026-02",
    // Ten until the halls are ready, and sixty of use.
    months: 70,
    currency: "USD",
    discountRatePerYear: assumed(0.09, { source: "the rate at which additions are planned" }),
    utilization: assumed(0.75, { source: "training runs, restarts and the time between them" }),
    own: {
      hardwarePerAccelerator: assumed(usd(52_000), {
        source: "a rack over its 72, with its share of network and storage",
      }),
      payments: [
        { share: 0.3, months: -10 },
        { share: 0.7, months: 0 },
      ],
      hardwareLifeMonths: assumed(60, { source: "five years of depreciation" }),
      hardwareResidualShare: assumed(0.1, { source }),
      leadMonths: assumed(10, { source: "from the order of February 2026 to the first hall in December" }),
      bridgePremium: assumed(0.2, { source: "short contracts cost more than long ones" }),
      hall: {
        kind: "leased",
        rentPerKWMonth: assumed(usd(150), { source: "the rent of the lease of texas" }),
        rentChangePerYear: assumed(0.019, { source: "the escalation of the lease of texas" }),
      },
      kWPerAccelerator: assumed(1.95, { source: "140 kW for a rack of 72" }),
      averagePue: assumed(1.18, { source: "below the peak of 1.25 of a hot, dry summer" }),
      energyPerMWh: assumed(usd(52), { source }),
      energyChangePerYear: assumed(0.025, { source }),
      idlePowerShare: assumed(0.35, { source: "a machine without work, as makers' figures suggest" }),
      maintenanceSharePerYear: assumed(0.03, { source }),
      staffPerMonth: assumed(usd(2_400_000), { source: "some 120 people" }),
    },
    rent: {
      perAcceleratorHour: assumed(usd("4.20"), { source: "the offer cloud-gb300" }),
      takeOrPayShare: assumed(0.6, { source: "a reservation for most of it, the rest on demand" }),
      termMonths: assumed(36, { source: "the term of the offer cloud-gb300" }),
      priceChangePerYear: assumed(-0.1, { source: "rented accelerators have become cheaper each year" }),
      staffPerMonth: assumed(usd(900_000), { source: "those who run what is rented" }),
    },
  });
}

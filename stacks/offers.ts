import { assumed, type Fleet } from "siteform";

const source = "no quotation: a round figure, so that the planner has something to choose from";

/**
 * What could be added: nobody has offered any of it. Prices, sizes and lead times are assumed, so that `siteform capacity --plan` shows how
 * shortfalls are covered at the least cost.
 */
export function addOffers(fleet: Fleet): void {
  fleet
    .addOffer("ironwood", {
      kind: "cloud",
      counterparty: "Google",
      accelerator: "TPU7x",
      // Slices of 512 chips, four to a machine.
      size: { acceleratorsPerMachine: 4, step: 128, most: 128 * 400 },
      leadMonths: 1,
      termMonths: 36,
      price: { currency: "USD", perAcceleratorHour: "1.90", prepaymentShare: 0.1, basis: "assumed", source },
      criticalItKWPerAccelerator: assumed(1.5625, { source: "the figure of the catalogue for a rack of 64" }),
      jurisdiction: { country: "US", subdivision: "US-IA" },
    })
    .addOffer("cloud-gb300", {
      kind: "cloud",
      counterparty: "Microsoft",
      accelerator: "GB300",
      size: { acceleratorsPerMachine: 72, step: 1, most: 400 },
      leadMonths: 2,
      termMonths: 36,
      leastMonths: 12,
      price: { currency: "USD", perAcceleratorHour: "4.20", basis: "assumed", source },
      criticalItKWPerAccelerator: assumed(1.95, { source: "140 kW for a rack of 72" }),
      jurisdiction: { country: "US", subdivision: "US-VA" },
    })
    .addOffer("hall-ohio", {
      kind: "lease",
      counterparty: "undisclosed landlord",
      accelerator: "GB300",
      size: { acceleratorsPerMachine: 72, step: 20, most: 200 },
      leadMonths: 9,
      ramp: [0.5, 1],
      termMonths: 120,
      price: {
        currency: "USD",
        // Rent and power of 1.95 kW at $150 and $60 a kilowatt-month; the machines are bought.
        perAcceleratorMonth: "409.50",
        oneTimePerAccelerator: "52000",
        basis: "assumed",
        source,
      },
      residual: { perAccelerator: "5200", afterMonths: 60 },
      criticalItKWPerAccelerator: assumed(1.95, { source: "140 kW for a rack of 72" }),
      jurisdiction: { country: "US", subdivision: "US-OH" },
    });
}

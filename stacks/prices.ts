import type { Fleet } from "siteform";

const source = "no price list: a round figure, so that what the fleet costs can be shown";

/**
 * What things cost beside the leases. Nobody has quoted any of it: prices are assumed and marked so, as are the years over which
 * machines lose their value. The rent of Memphis is reported, that of Texas and New York assumed; they stand in the leases.
 */
export function addPrices(fleet: Fleet): void {
  fleet
    .addPriceBook("clouds", {
      currency: "USD",
      basis: "assumed",
      source,
      date: "2026-11-01",
      rates: [
        {
          id: "trainium2",
          what: "compute",
          appliesTo: { accelerators: ["Trainium2"] },
          per: "acceleratorHour",
          amount: "1.10",
          // A new generation makes the old one cheaper.
          changes: [{ from: "2027-12-01", amount: "0.95" }],
        },
        {
          id: "tpu-v5p",
          what: "compute",
          appliesTo: { accelerators: ["TPU v5p"] },
          per: "acceleratorHour",
          amount: "1.60",
        },
        {
          id: "tpu-v6e",
          what: "compute",
          appliesTo: { accelerators: ["TPU v6e"] },
          per: "acceleratorHour",
          amount: "1.25",
        },
        {
          id: "tpu7x",
          what: "compute",
          appliesTo: { accelerators: ["TPU7x"] },
          per: "acceleratorHour",
          amount: "1.90",
        },
        {
          id: "azure-gpus",
          what: "compute",
          appliesTo: { providers: ["azure"] },
          per: "acceleratorHour",
          amount: "3.20",
        },
      ],
      commitments: [
        {
          id: "amazon",
          appliesTo: { providers: ["aws"] },
          from: "2026-07-01",
          until: "2031-06-30",
          per: "year",
          amount: "6000000000",
        },
      ],
    })
    .addPriceBook("operations", {
      currency: "USD",
      basis: "assumed",
      source,
      date: "2026-11-01",
      rates: [
        {
          id: "staff",
          what: "staff",
          appliesTo: { sites: ["texas", "new-york"] },
          per: "month",
          amount: "900000",
          from: "2026-12-01",
          escalation: { percent: 3, day: "anniversary" },
        },
        {
          id: "energy-texas",
          what: "energy",
          appliesTo: { sites: ["texas"] },
          per: "MWh",
          amount: "52",
        },
      ],
    })
    .addBudget("rent-2027", {
      year: "2027",
      most: { amount: "16500000000.00", currency: "USD" },
      what: ["rent", "passThrough"],
    });
}

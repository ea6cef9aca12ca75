import { assumed, atLeast, type Fleet, gigawatts, LeasedSite, leased, megawatts, reported, usd } from "siteform";
import { press } from "./sources";

/**
 * Preliminary leases across the United States. Reported are "more than a dozen", "together over 1 GW", and that Google
 * negotiates to guarantee the rent towards the landlords. How the gigawatt is spread, and when, is assumed.
 */
const preliminary = [
  { name: "lease-01", megawatts: 60, ready: "2027-03-01" },
  { name: "lease-02", megawatts: 60, ready: "2027-03-01" },
  { name: "lease-03", megawatts: 60, ready: "2027-06-01" },
  { name: "lease-04", megawatts: 60, ready: "2027-06-01" },
  { name: "lease-05", megawatts: 70, ready: "2027-06-01" },
  { name: "lease-06", megawatts: 70, ready: "2027-09-01" },
  { name: "lease-07", megawatts: 70, ready: "2027-09-01" },
  { name: "lease-08", megawatts: 70, ready: "2027-09-01" },
  { name: "lease-09", megawatts: 80, ready: "2027-12-01" },
  { name: "lease-10", megawatts: 80, ready: "2027-12-01" },
  { name: "lease-11", megawatts: 80, ready: "2028-03-01" },
  { name: "lease-12", megawatts: 80, ready: "2028-03-01" },
  { name: "lease-13", megawatts: 90, ready: "2028-06-01" },
  { name: "lease-14", megawatts: 90, ready: "2028-06-01" },
] as const;

/** What is reported of all of them together; that the sites above add up to it is checked. */
const programme = {
  name: "preliminary-leases",
  power: reported(atLeast(gigawatts(1)), { meaning: "unstated", countedAs: "criticalIT", source: press.leases }),
};

/** A rack of 72 GPUs draws up to 140 kW; nine tenths of the power are planned for racks. */
const racksFor = (power: number): number => Math.floor((power * 1000 * 0.9) / 140);

/** The leases, and the guarantee over all of them. */
export function addPreliminaryLeases(fleet: Fleet): readonly LeasedSite[] {
  const sites = preliminary.map((lease) => addLease(fleet, lease));

  fleet.addGuarantee("google-leases", {
    obligor: "Google",
    covers: "rent",
    // Under negotiation: neither the amount nor its course is reported.
    state: "proposed",
    sites: preliminary.map(({ name }) => name),
  });
  return sites;
}

function addLease(fleet: Fleet, lease: (typeof preliminary)[number]): LeasedSite {
  const site = new LeasedSite(fleet, lease.name, {
    location: { country: "US" },
    scope: "turnkey",
    programme,
    lease: {
      landlord: "undisclosed landlord",
      state: "proposed",
      phases: [
        {
          id: "p1",
          power: assumed(atLeast(megawatts(lease.megawatts)), {
            meaning: "unstated",
            countedAs: "criticalIT",
            source: "its share of what is reported for all together",
          }),
          milestones: { readyForService: { forecast: lease.ready } },
          rentCommencement: lease.ready,
        },
      ],
    },
  });
  site.addCluster("train", {
    purpose: "training",
    pools: [
      { name: "gb300", machine: "gb300-nvl72", count: racksFor(lease.megawatts), capacity: leased({ phase: "p1" }) },
    ],
  });
  return site;
}

/** Guarantees that were published, for the partner-built sites that they are assumed to belong to. */
export function addGuarantees(fleet: Fleet, sites: readonly string[] = ["texas", "new-york"]): void {
  const terms = {
    obligor: "Google",
    covers: "rent",
    state: "binding",
    amortizationMonths: 120,
    remedies: ["payTerminationFee", "assumeLease"],
    triggers: ["paymentDefault", "insolvency"],
  } as const;
  const amounts = {
    texas: reported(usd(1_300_000_000), { source: "Abernathy joint venture (TeraWulf 8-K, 2025)" }),
    "new-york": reported(usd(1_800_000_000), { source: "press on the Lake Mariner backstop, 2025" }),
  };
  for (const [site, amount] of Object.entries(amounts)) {
    if (!sites.includes(site)) continue;
    fleet.addGuarantee(`google-${site}`, { ...terms, sites: [site], amount, startsWithRentOf: { site, phase: "p1" } });
  }
}

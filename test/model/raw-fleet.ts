import { API_VERSION } from "../../constructs/model";

/** A power figure as a document has it. */
export const aPower = (more: object = {}) => ({
  valueMW: 12,
  meaning: "criticalIT",
  basis: "contract",
  source: "agreement of 2026-03-01",
  ...more,
});

/** A pool of data-center hardware. */
export const aPool = (more: object = {}) => ({
  name: "h100",
  machine: "dgx-h100",
  count: 16,
  capacity: { kind: "owned" },
  ...more,
});

export const anOwnedSite = (more: object = {}) => ({
  name: "lab",
  tenure: "owned",
  location: { country: "DE", subdivision: "DE-BY", locality: "Munich" },
  power: aPower(),
  halls: [{ name: "a", criticalItMW: 6 }],
  phases: [{ id: "p1", power: aPower(), halls: ["a"], milestones: { permit: { actual: "2026-01-31" } } }],
  clusters: [{ name: "train", purpose: "training", scheduler: { kind: "slurm" }, pools: [aPool()] }],
  ...more,
});

export const aLeasedSite = (more: object = {}) => ({
  name: "memphis",
  tenure: "leased",
  location: { country: "US", subdivision: "US-TN" },
  scope: "compute",
  lease: {
    landlord: "SpaceX",
    state: "commenced",
    terminationRights: [{ party: "landlord", noticeDays: 90 }],
    phases: [{ id: "all", power: aPower({ bound: "atLeast" }), rentCommencement: "2026-05-01" }],
  },
  clusters: [{ name: "serve", pools: [aPool({ capacity: { kind: "leased", phase: "all" } })] }],
  ...more,
});

export const aPartnerSite = (more: object = {}) => ({
  name: "texas",
  tenure: "partner",
  location: { country: "US" },
  contractor: "Fluidstack",
  scope: "turnkey",
  title: { kind: "leased", lease: { landlord: "TeraWulf", state: "binding" } },
  phases: [{ id: "p1", power: aPower() }],
  ...more,
});

export const anAwsSite = (more: object = {}) => ({
  name: "rainier",
  tenure: "cloud",
  provider: "aws",
  account: "111122223333",
  region: "us-east-2",
  location: { country: "US", subdivision: "US-IN" },
  network: { cidrs: ["10.16.0.0/16"] },
  clusters: [
    {
      name: "train",
      pools: [{ name: "trn2", machine: "trn2.48xlarge", count: 4, capacity: { kind: "spot", zoneId: "use2-az1" } }],
    },
  ],
  ...more,
});

/** A spec with something of everything, all of it in the right form. */
export const aSpec = (more: object = {}) => ({
  organisation: "Atlas",
  state: { kind: "s3", bucket: "atlas-tfstate", region: "us-east-2" },
  sites: [anOwnedSite(), aLeasedSite(), aPartnerSite(), anAwsSite()],
  guarantees: [
    {
      name: "google",
      obligor: "Google",
      covers: "rent",
      state: "binding",
      sites: ["memphis"],
      amount: { amount: "1300000000.00", currency: "USD", basis: "reported", source: "8-K" },
    },
  ],
  demands: [
    {
      name: "tpus",
      workload: "mixed",
      points: [{ from: "2027-01-01", accelerators: 1000 }],
      basis: "assumed",
      source: "plan",
    },
  ],
  waivers: [{ rule: "PWR-8", path: "sites.lab", reason: "metered in May", until: "2026-12-31" }],
  ...more,
});

/** A fleet document that holds a spec. */
export const aFleet = (spec: unknown = aSpec()) => ({
  apiVersion: API_VERSION,
  kind: "Fleet",
  metadata: { name: "atlas" },
  spec,
});

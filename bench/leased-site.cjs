// A site of the ledgers that are measured.
const day = (month) => new Date(Date.UTC(2027, month, 1)).toISOString().slice(0, 10);
const power = { valueMW: 50, meaning: "criticalIT", basis: "assumed", source: "bench" };

/** A lease with four phases, a quarter apart, a right of the landlord and an option, and a pool in each phase. */
const leasedSite = (index) => {
  const phases = [0, 1, 2, 3].map((each) => ({
    id: `p${each}`,
    power,
    milestones: { readyForService: { forecast: day((index % 60) + 3 * each) } },
    rentCommencement: day((index % 60) + 3 * each),
  }));
  return {
    name: `site-${index}`,
    tenure: "leased",
    location: { country: "US" },
    scope: "turnkey",
    lease: {
      landlord: `landlord-${index % 40}`,
      state: index % 7 === 0 ? "proposed" : "commenced",
      end: day(96 + (index % 48)),
      terminationRights: [{ id: "r", party: "landlord", noticeDays: 365, from: day(48) }],
      extensionOptions: [{ id: "o", months: 24, noticeMonths: 12 }],
      phases,
    },
    clusters: [
      {
        name: "train",
        pools: phases.map(({ id }) => ({
          name: id,
          machine: "gb300-nvl72",
          count: 90,
          capacity: { kind: "leased", phase: id },
        })),
      },
    ],
  };
};

module.exports = { leasedSite };

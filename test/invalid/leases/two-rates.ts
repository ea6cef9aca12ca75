import { contracted, type Fleet, usd } from "siteform";
import { atlas, leasedSite, partnerSite, phase } from "../support";

/** Rent by the kilowatt and by the month, a sum for a whole of two phases, a fixed option without a rate, a fixed cost without one. */
export function fleet(): Fleet {
  const fleet = atlas();
  const rate = contracted(usd(130), { source: "exhibit B" });
  leasedSite(fleet, "memphis", {
    rentPerKWMonth: rate,
    rentPerAcceleratorHour: rate,
    phases: [phase("p1", 20, { rentPerKWMonth: rate, rentPerMonth: rate })],
    extensionOptions: [
      { id: "first", months: 60, rentBasis: "fixed" },
      { id: "second", months: 60, rentPerKWMonth: rate },
    ],
  });
  partnerSite(fleet, "abilene", {
    title: {
      kind: "leased",
      lease: {
        landlord: "Builder LLC",
        state: "binding",
        rentPerMonth: rate,
        escalation: { percent: 3, day: "fixedDate" },
        passThrough: [{ id: "taxes", what: "taxes", kind: "fixed" }],
      },
    },
    phases: [phase("p1", 20), phase("p2", 10)],
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.title.lease.escalation.firstStep: rent steps up on a fixed date, and nobody says on which  [LEASE-5]",
  '          → give firstStep, such as "2027-01-01"',
  "error   sites.abilene.title.lease.passThrough.taxes.perMonth: a fixed pass-through has an amount a month, and nobody says which  [LEASE-5]",
  '          → give perMonth, or make it "metered" or a "share"',
  "error   sites.abilene.title.lease.rentPerMonth: a sum a month for the whole lease says nothing of the 2 premises that it has  [LEASE-5]",
  "          → give rentPerMonth to each phase or premises",
  "error   sites.memphis.lease.extensionOptions.first.rentBasis: the rent of the option is fixed, and nobody says at which rate  [LEASE-5]",
  "          → give rentPerKWMonth or another rate, or another rentBasis",
  "error   sites.memphis.lease.extensionOptions.second.rentBasis: the option gives a rate, but its rent is continued  [LEASE-5]",
  '          → set rentBasis to "fixed", or leave the rate out',
  "error   sites.memphis.lease.phases.p1.rentPerMonth: rent has two rates here, rentPerKWMonth and rentPerMonth; it is due by one of them  [LEASE-5]",
  "          → give each premises the rate that it has",
  "error   sites.memphis.lease.rentPerAcceleratorHour: rent has two rates here, rentPerKWMonth and rentPerAcceleratorHour; it is due by one of them  [LEASE-5]",
  "          → give each premises the rate that it has",
];

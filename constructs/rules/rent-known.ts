import { isSigned, type RentGap, rentSchedule } from "../ledger";
import type { Report, Rule } from "./rule";
import { leases, phasesPath } from "./walk";

export const rentKnown: Rule = {
  id: "LEASE-7",
  title: "where a signed lease states a rate, the rent of all its premises can be computed",
  severity: "warning",
  formula: "each premises has a rate, a day on which rent begins, and what the rate is due on",
  source: "the fleet document: what lacks a term is missing from every sum",
  *check(context) {
    for (const { site, lease, path } of leases(context)) {
      if (!isSigned(lease.state) || context.isPartial(path) || context.isPartial(phasesPath(site))) continue;
      const { lines, gaps } = rentSchedule(site, { machine: context.machine });
      // Where no rate is stated at all, nobody wants rent computed.
      if (
        lines.length === 0 &&
        gaps.every(({ lacks }) => lacks === "rate" || lacks === "end" || lacks === "commencement")
      )
        continue;
      for (const gap of gaps)
        yield* told(
          gap,
          path,
          phasesPath(site),
          lease.premises?.some(({ id }) => id === gap.premises),
        );
    }
  },
};

const words: Readonly<Record<RentGap["lacks"], readonly [said: string, hint: string] | undefined>> = {
  commencement: [
    "nobody says when its rent begins",
    "give rentCommencement, or rentCommencementOn with a milestone that has a day",
  ],
  rate: ["it has no rate", "give it a rate, or one to the lease"],
  power: ["nobody says on how many kilowatts", "give contractedKW"],
  accelerators: ["nobody says on how many accelerators", "give accelerators, or pools that are leased with the phase"],
  "market rent": [
    "its extension is at market rent, which is not agreed yet",
    "give the option rentBasis fixed and its rate once it is",
  ],
  // A lease without an end is what it is: its schedule says so.
  end: undefined,
};

function* told(
  { premises, lacks }: RentGap,
  path: string,
  phases: string,
  listed: boolean | undefined,
): Generator<Report> {
  const said = words[lacks];
  if (said === undefined) return;
  yield {
    path: listed === true ? `${path}.premises.${premises}` : `${phases}.${premises}`,
    observed: lacks,
    message: `the rent of ${premises} cannot be computed: ${said[0]}`,
    hint: said[1],
  };
}

import { addDays, compareDates, type EnergySupply } from "../model";
import type { Report, Rule } from "./rule";
import { listed, sites } from "./walk";

/** Shares such as 0.1 + 0.2 + 0.7 are one but for the dust of binary fractions. */
const DUST = 1e-9;

export const energySupply: Rule = {
  id: "ENERGY-3",
  title: "contracts for energy end after they begin, and cover no more than all of it at any time",
  severity: "error",
  formula: "from <= until; at each day: sum of share <= 1",
  source: "GHG Protocol, scope 2 guidance: one instrument for each MWh, each MWh once",
  *check(context) {
    for (const { site, path } of sites(context)) {
      const list = `${path}.energy.supply`;
      const supply = site.energy?.supply ?? [];
      const sound: EnergySupply[] = [];
      for (const each of supply) {
        const { name, from, until } = each;
        if (from === undefined || until === undefined || compareDates(from, until) <= 0) {
          sound.push(each);
          continue;
        }
        const message = `the contract begins on ${from} and ends on ${until}, before it begins`;
        yield { path: `${list}.${name}.until`, observed: until, limit: from, message };
      }
      if (!context.isPartial(list)) yield* beyondAll(sound, list);
    }
  },
};

/** The first day of each stretch in which contracts cover more than all. */
function* beyondAll(supply: readonly EnergySupply[], list: string): Generator<Report> {
  const days = supply.flatMap(({ from, until }) => [from, ...(until === undefined ? [] : [addDays(until, 1)])]);
  // Contracts without a first day are there before every day that is named.
  const turns = [...new Set(days)].sort((a, b) => (a === undefined ? -1 : b === undefined ? 1 : compareDates(a, b)));
  let before = 0;
  for (const day of turns) {
    const there = supply.filter((each) => isHeld(each, day));
    const sum = Number(there.reduce((all, { share }) => all + share, 0).toPrecision(12));
    if (sum > 1 + DUST && sum !== before) {
      const when = day === undefined ? "from the start" : `from ${day} on`;
      yield {
        path: list,
        observed: sum,
        limit: 1,
        message: `${when} ${listed(there.map(({ name }) => name))} cover ${Number((sum * 100).toPrecision(6))} % of the site's energy, more than all of it`,
        hint: "a share is of the energy that the site draws, 0 to 1: lower shares, or end one contract before the next begins",
      };
    }
    before = sum;
  }
}

const isHeld = ({ from, until }: EnergySupply, day: string | undefined): boolean =>
  day === undefined
    ? from === undefined
    : (from === undefined || compareDates(from, day) <= 0) && (until === undefined || compareDates(day, until) <= 0);

import fc from "fast-check";
import {
  type EnergyFigures,
  type EnergyOptions,
  energyOf,
  energyParts,
  figuresOf,
} from "../../../constructs/ledger/energy";
import { addDays } from "../../../constructs/model";
import type { Raw } from "../../rules/support";
import { built, leasedSite, optionsFor } from "../capacity/support";

const said = (value: number) => ({ value, basis: "contract", source: "test" });

const pool = (name: string, count: number, more: Raw = {}): Raw => ({
  name,
  machine: "dgx-h100",
  count,
  machinePowerKW: said(10),
  capacity: { kind: "leased" },
  ...more,
});

const site = (energy: Raw, ...pools: readonly Raw[]): Raw =>
  leasedSite(
    {
      phases: [
        {
          id: "p1",
          power: { valueMW: 5, meaning: "criticalIT", basis: "contract", source: "lease" },
          milestones: { readyForService: { contract: "2020-01-01" } },
          rentCommencement: "2020-01-01",
        },
      ],
    },
    { energy, clusters: [{ name: "train", averageLoad: said(0.6), pools }] },
  );

const figures = (raw: Raw, from: string, until: string): EnergyFigures => {
  const spec = built({ sites: [raw] });
  return figuresOf(energyParts(spec, { ...optionsFor(spec), from, until } satisfies EnergyOptions));
};

const values = ({ acceleratorHours, ...rest }: EnergyFigures): number[] => [
  acceleratorHours.value,
  ...Object.values(rest).map(({ value }) => value),
];

const close = (found: readonly number[], wanted: readonly number[]) => {
  expect(found).toHaveLength(wanted.length);
  for (const [index, value] of found.entries()) {
    const other = wanted[index] ?? Number.NaN;
    expect(Math.abs(value - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(other)));
  }
};

const added = (...all: readonly EnergyFigures[]): number[] =>
  all.map(values).reduce((sum, each) => sum.map((value, index) => value + (each[index] ?? Number.NaN)));

const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays("2026-07-01", days));
const pue = fc.double({ min: 1, max: 2, noNaN: true });
const energy = fc.record({
  averagePue: pue.map(said),
  monthlyPue: fc.option(
    fc
      .array(pue, { minLength: 12, maxLength: 12 })
      .map((months) => ({ values: months, basis: "measured", source: "meters" })),
    { nil: undefined },
  ),
  waterLitresPerKWh: fc.double({ min: 0, max: 3, noNaN: true }).map(said),
  carbonGramsPerKWh: fc.double({ min: 0, max: 900, noNaN: true }).map(said),
  supply: fc
    .record({ share: fc.double({ min: 0, max: 1, noNaN: true }), begin: day, days: fc.integer({ min: 0, max: 900 }) })
    .map(({ share, begin, days }) => [
      {
        name: "wind",
        kind: "ppa",
        share,
        carbonGramsPerKWh: 0,
        from: begin,
        until: addDays(begin, days),
        basis: "contract",
        source: "PPA",
      },
    ]),
});

describe("energy", () => {
  test("of the months is that of the whole, and that of the pools, too", () => {
    fc.assert(
      fc.property(energy, day, fc.integer({ min: 1, max: 800 }), (stated, from, days) => {
        const spec = built({ sites: [site(stated, pool("a", 3), pool("b", 4, { machinePowerKW: said(7) }))] });
        const options = { ...optionsFor(spec), from, until: addDays(from, days), by: "pool" as const };
        const { total, months, groups, rows } = energyOf(spec, options);
        for (const parts of [months, groups, rows]) close(added(...parts.map((each) => each.figures)), values(total));
      }),
      { numRuns: 60 },
    );
  });

  test("of a time cut in two is that of both parts", () => {
    fc.assert(
      fc.property(
        energy,
        day,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        (stated, from, before, after) => {
          const raw = site(stated, pool("a", 5));
          const [cut, until] = [addDays(from, before), addDays(from, before + after)];
          close(added(figures(raw, from, cut), figures(raw, cut, until)), values(figures(raw, from, until)));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("of a pool split in two, by machines or by time, is the same", () => {
    fc.assert(
      fc.property(
        energy,
        fc.integer({ min: 2, max: 50 }),
        fc.nat(),
        day,
        fc.integer({ min: 0, max: 400 }),
        (stated, count, some, from, days) => {
          const until = addDays(from, 400);
          const whole = values(figures(site(stated, pool("a", count)), from, until));
          const part = 1 + (some % (count - 1));
          close(values(figures(site(stated, pool("a", part), pool("b", count - part)), from, until)), whole);
          // A contract of the site for a part of the time and another for the rest.
          const [contract] = stated.supply;
          if (contract === undefined) throw new Error("one contract is stated");
          const last = addDays(contract.from, Math.min(days, 200));
          if (last >= contract.until) return;
          const split = [
            { ...contract, until: last },
            { ...contract, name: "wind-2", from: addDays(last, 1) },
          ];
          close(values(figures(site({ ...stated, supply: split }, pool("a", count)), from, until)), whole);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("of the site grows with the PUE, is never less than that of IT, and IT's never more than at full power", () => {
    fc.assert(
      fc.property(pue, pue, day, fc.integer({ min: 1, max: 400 }), (one, other, from, days) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const of = (value: number) =>
          figures(site({ averagePue: said(value) }, pool("a", 9)), from, addDays(from, days));
        const [less, more] = [of(low), of(high)];
        const mwh = (sum: { readonly value: number } | undefined) => sum?.value ?? Number.NaN;
        expect(mwh(less.facilityMWh)).toBeLessThanOrEqual(mwh(more.facilityMWh));
        expect(mwh(less.itMWh)).toBeLessThanOrEqual(mwh(less.facilityMWh) * (1 + 1e-12));
        expect(mwh(less.itMWh)).toBeLessThanOrEqual(mwh(less.fullMWh));
        // Nine servers of 10 kW can take no more than 90 kW for all of the hours.
        expect(mwh(less.fullMWh)).toBeCloseTo(0.09 * days * 24, 6);
      }),
      { numRuns: 60 },
    );
  });
});

import {
  assumed,
  atLeast,
  atMost,
  Fleet,
  gigawatts,
  LeasedSite,
  megawatts,
  type PowerFigure,
  reported,
  usd,
} from "siteform";
import { programmeAddsUp } from "../../constructs/rules/programme";
import { responsibilitiesOnce } from "../../constructs/rules/responsibilities-once";

const AS_OF = "2026-11-23";

/** Leases of a programme, with the megawatts of each. */
function programme(announced: PowerFigure, ...sites: readonly number[]) {
  const fleet = new Fleet("programme");
  for (const [index, mw] of sites.entries()) {
    new LeasedSite(fleet, `lease-${index}`, {
      location: { country: "US" },
      scope: "turnkey",
      programme: { name: "leases", power: announced },
      lease: {
        landlord: "L",
        state: "proposed",
        phases: [{ id: "p1", power: assumed(megawatts(mw), { meaning: "criticalIT" }) }],
      },
    });
  }
  return fleet.validate({ asOf: AS_OF, rules: [programmeAddsUp] }).findings;
}

const over = reported(atLeast(gigawatts(1)), { meaning: "unstated", countedAs: "criticalIT", source: "press" });

test("sites that add up to exactly what was announced keep the rule, one megawatt less breaks it", () => {
  expect(programme(over, 400, 600)).toEqual([]);
  expect(programme(over, 400, 599)).toMatchObject([
    { rule: "PROG-1", path: "sites.lease-0.programme.power", observed: 999, limit: 1000, unit: "MW" },
  ]);
});

test("more than an announced floor is fine, more than a ceiling is not", () => {
  expect(programme(over, 800, 600)).toEqual([]);
  const upTo = reported(atMost(gigawatts(1)), { meaning: "criticalIT", source: "press" });
  expect(programme(upTo, 400, 600)).toEqual([]);
  expect(programme(upTo, 400, 601)).toMatchObject([{ observed: 1001, limit: 1000 }]);
});

test("powers of different meaning are not compared", () => {
  expect(programme(reported(gigawatts(1), { meaning: "utility", source: "press" }), 100)).toEqual([]);
});

test("sites that say different things of one programme are told apart", () => {
  const fleet = new Fleet("programme");
  for (const [name, amount] of [
    ["a", 1],
    ["b", 2],
  ] as const) {
    new LeasedSite(fleet, name, {
      location: { country: "US" },
      scope: "turnkey",
      programme: { name: "build", investment: reported(usd(amount), { source: "press" }) },
      lease: {
        landlord: "L",
        state: "proposed",
        phases: [{ id: "p1", power: assumed(megawatts(1), { meaning: "criticalIT" }) }],
      },
    });
  }
  expect(fleet.validate({ asOf: AS_OF, rules: [programmeAddsUp] }).findings).toMatchObject([
    { path: "sites.b.programme" },
  ]);
});

test("a layer that is stated twice is refused where it is stated again", () => {
  const fleet = new Fleet("matrix");
  const row = { layer: "os", owns: "self", operates: "self", approves: "counterparty" } as const;
  new LeasedSite(fleet, "memphis", {
    location: { country: "US" },
    scope: "compute",
    responsibilities: [row, { ...row, layer: "fabric" }, row],
    lease: {
      landlord: "L",
      state: "proposed",
      phases: [{ id: "p1", power: assumed(megawatts(1), { meaning: "criticalIT" }) }],
    },
  });
  expect(fleet.validate({ asOf: AS_OF, rules: [responsibilitiesOnce] }).findings).toMatchObject([
    { rule: "RESP-1", path: "sites.memphis.responsibilities[2]" },
  ]);
});

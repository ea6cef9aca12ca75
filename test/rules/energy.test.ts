import { validateFleet } from "../../constructs/rules";
import { brief, check, checkDespite, figure, fleetOf, ownedSite, type Raw, ruleOf, underPolicy } from "./support";

const site = (energy: Raw, more: Raw = {}): Raw =>
  fleetOf(ownedSite({ location: { country: "US", subdivision: "US-TX" }, energy, ...more }));

describe("ENERGY-1, the PUE of a year", () => {
  const months = (...values: number[]) => ({
    values: [...values, ...Array.from({ length: 12 - values.length }, () => 1.2)],
    basis: "measured",
    source: "meters",
  });

  test("is at most that of the worst hour", () => {
    const averagePue = figure(1.25);
    expect(check("ENERGY-1", site({ averagePue }, { peakPue: figure(1.25) }))).toEqual([]);
    expect(check("ENERGY-1", site({ averagePue }))).toEqual([]);
    const found = check("ENERGY-1", site({ averagePue: figure(1.26) }, { peakPue: figure(1.25) }));
    expect(brief(found)).toEqual(["sites.abilene.energy.averagePue.value 1.26/1.25"]);
    // A peak below 1 is the rule PWR-7's.
    expect(check("ENERGY-1", site({ averagePue }, { peakPue: figure(0.9) }))).toEqual([]);
  });

  test("is at most that of the worst hour in each of its months", () => {
    const found = check("ENERGY-1", site({ monthlyPue: months(1.3, 1.31) }, { peakPue: figure(1.3) }));
    expect(brief(found)).toEqual(["sites.abilene.energy.monthlyPue.values[1] 1.31/1.3"]);
  });

  test("lies between those of its months", () => {
    const of = (value: number) =>
      brief(check("ENERGY-1", site({ averagePue: figure(value), monthlyPue: months(1.1, 1.4) })));
    expect(of(1.1)).toEqual([]);
    expect(of(1.4)).toEqual([]);
    expect(of(1.09)).toEqual(["sites.abilene.energy.averagePue.value 1.09/1.1"]);
    expect(of(1.41)).toEqual(["sites.abilene.energy.averagePue.value 1.41/1.4"]);
  });

  test("is not judged where a part of it has a wrong form", () => {
    const raw = site({ averagePue: figure(1.5), monthlyPue: { values: [1] } }, { peakPue: figure(1.2) });
    expect(checkDespite("ENERGY-1", raw)).toEqual([]);
  });
});

describe("ENERGY-2, the grid", () => {
  test("is one of the catalogue, and of the site's country", () => {
    expect(check("ENERGY-2", site({ grid: "ERCT" }))).toEqual([]);
    const [unknown] = check("ENERGY-2", site({ grid: "ERCOT" }));
    expect(unknown).toMatchObject({ path: "sites.abilene.energy.grid", observed: "ERCOT" });
    expect(unknown?.hint).toMatch(/ERCT/);
    const [foreign] = check("ENERGY-2", site({ grid: "DE" }));
    expect(foreign).toMatchObject({ observed: "DE", limit: "US" });
    const [none] = check("ENERGY-2", site({ grid: "Nord Pool" }, { location: { country: "NO" } }));
    expect(none?.hint).toContain("the catalogue has none of NO: state carbonGramsPerKWh");
  });
});

describe("ENERGY-3, contracts for energy", () => {
  const contract = (name: string, share: number, more: Raw = {}): Raw => ({
    name,
    kind: "ppa",
    share,
    carbonGramsPerKWh: 0,
    basis: "contract",
    source: "PPA",
    ...more,
  });
  const found = (...supply: readonly Raw[]) => brief(check("ENERGY-3", site({ supply })));
  const list = "sites.abilene.energy.supply";

  test("cover at most all of it", () => {
    expect(found(contract("a", 0.1), contract("b", 0.2), contract("c", 0.7))).toEqual([]);
    expect(found(contract("a", 0.4), contract("b", 0.61))).toEqual([`${list} 1.01/1`]);
  });

  test("count on the days alone on which they are: the last is one of them", () => {
    const one = contract("a", 0.6, { until: "2027-06-30" });
    expect(found(one, contract("b", 0.6, { from: "2027-07-01" }))).toEqual([]);
    const [both] = check("ENERGY-3", site({ supply: [one, contract("b", 0.6, { from: "2027-06-30" })] }));
    expect(both?.message).toMatch(/^from 2027-06-30 on "a" and "b" cover 120 %/);
    // What is too much twice is said twice, and what stays is not said again.
    expect(
      found(
        contract("a", 0.8),
        contract("b", 0.8, { from: "2027-01-01", until: "2027-01-31" }),
        contract("c", 0.8, { from: "2028-01-01" }),
        contract("d", 0, { from: "2028-02-01" }),
      ),
    ).toEqual([`${list} 1.6/1`, `${list} 1.6/1`]);
  });

  test("end after they begin", () => {
    const day = { from: "2027-01-01", until: "2027-01-01" };
    expect(found(contract("a", 1, day))).toEqual([]);
    expect(found(contract("a", 1, { ...day, until: "2026-12-31" }))).toEqual([`${list}.a.until 2026-12-31/2027-01-01`]);
  });
});

describe("ENERGY-4, data on carbon", () => {
  const at = (raw: Raw, asOf: string) => brief(validateFleet(raw, { asOf, rules: [ruleOf("ENERGY-4")] }).findings);
  const own = (date?: string) => ({ ...figure(400), ...(date === undefined ? {} : { date }) });

  test("are old after the years of the policy, four unless it says otherwise", () => {
    const raw = site({ carbonGramsPerKWh: own("2022-12-31"), residualGramsPerKWh: own("2023-12-31") });
    expect(at(raw, "2026-12-31")).toEqual([]);
    expect(at(raw, "2027-01-01")).toEqual([
      "warning sites.abilene.energy.carbonGramsPerKWh.date 2022-12-31/2023-01-01",
    ]);
    expect(at(underPolicy(raw, { carbonDataYears: 5 }), "2027-01-01")).toEqual([]);
  });

  test("of the catalogue, too, where the site has none of its own", () => {
    expect(at(site({ grid: "ERCT" }), "2027-12-31")).toEqual([]);
    expect(at(site({ grid: "ERCT" }), "2028-01-01")).toHaveLength(1);
    expect(at(site({ grid: "ERCT", carbonGramsPerKWh: own("2026-12-31") }), "2028-01-01")).toEqual([]);
    expect(at(site({ carbonGramsPerKWh: own() }), "2050-01-01")).toEqual([]);
  });
});

describe("ENERGY-5, load that is called back", () => {
  const found = (curtailment: Raw, service: Raw = {}) =>
    brief(
      check(
        "ENERGY-5",
        site(
          {},
          {
            utilities: [
              {
                name: "grid",
                utility: "Oncor",
                gridOperator: "ERCOT",
                firmMW: 100,
                interruptibleMW: 20,
                basis: "contract",
                source: "agreement",
                curtailment: { maxHoursPerYear: 40, noticeMinutes: 30, ...curtailment },
                ...service,
              },
            ],
          },
        ),
      ),
    );
  const at = "sites.abilene.utilities.grid.curtailment";

  test("is no more than is delivered", () => {
    expect(found({})).toEqual([]);
    expect(found({ curtailableMW: 120 })).toEqual([]);
    expect(found({ curtailableMW: 120.1 })).toEqual([`${at}.curtailableMW 120.1/120`]);
  });

  test("is something", () => {
    expect(found({}, { interruptibleMW: 0 })).toEqual([`warning ${at} 0/-`]);
  });

  test("is for no more hours than a leap year has", () => {
    expect(found({ maxHoursPerYear: 8_784 })).toEqual([]);
    expect(found({ maxHoursPerYear: 8_785 })).toEqual([`${at}.maxHoursPerYear 8785/8784`]);
  });
});

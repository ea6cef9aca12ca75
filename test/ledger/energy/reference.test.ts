import { expandFleet } from "../../../constructs/ledger";
import { energyOf } from "../../../constructs/ledger/energy";
import { planningContextOf } from "../../../constructs/owned/allocation/planning-context";
import { referenceFleet } from "../../../stacks/reference-fleet";

const { spec } = expandFleet(referenceFleet().validate({ asOf: "2026-12-01" }).document);
const { machine } = planningContextOf(spec);
const report = energyOf(spec, {
  machine,
  organisation: spec.organisation,
  asOf: "2026-12-01",
  from: "2026-12-01",
  until: "2027-12-01",
});
const siteOf = (name: string) => report.sites.find((each) => each.name === name);

test("Indiana: 64,000 servers of 24 kW at 0.8 for 8,760 hours, and what the cloud publishes of its data centers", () => {
  const rainier = siteOf("rainier");
  const itMWh = 64_000 * 0.024 * 0.8 * 8_760;
  expect(rainier?.fullMW).toBe(1_536);
  expect(rainier?.figures.itMWh?.value).toBeCloseTo(itMWh, 3);
  expect(rainier?.figures.facilityMWh?.value).toBeCloseTo(itMWh * 1.15, 3);
  expect(rainier?.figures.waterM3?.value).toBeCloseTo(itMWh * 0.15, 3);
  // The catalogue's grams of RFC West: (911.424 + 28 x 0.071 + 265 x 0.01) lb/MWh x 0.45359237.
  expect(rainier?.figures.locationTonnes?.value).toBeCloseTo((itMWh * 1.15 * 415.5) / 1_000, 0);
  expect(rainier?.figures.acceleratorHours.value).toBe(64_000 * 16 * 8_760);
});

test("energy is within power times hours, everywhere: on average no site draws more than at full power", () => {
  for (const { fullMW, averageItMW = 0, figures } of report.sites) {
    expect(averageItMW).toBeLessThanOrEqual(fullMW);
    expect(figures.itMWh?.value ?? 0).toBeLessThanOrEqual(fullMW * report.hours);
  }
  expect(report.sites.length).toBeGreaterThan(5);
});

test("of Memphis the PUE is not reported: its energy and gases are unknown, and the sums say that they speak of less", () => {
  expect(siteOf("colossus-1")?.figures).not.toHaveProperty("facilityMWh");
  expect(report.total.facilityMWh?.complete).toBe(false);
  expect(report.total.itMWh?.complete).toBe(true);
  expect(report.gaps.unknown.map(({ path }) => path)).toContain("sites.colossus-1.energy.averagePue");
});

test("what is proposed, as Munich is, counts where one asks for it", () => {
  expect(siteOf("munich")).toBeUndefined();
  const asked = energyOf(spec, {
    machine,
    asOf: "2026-12-01",
    from: "2026-12-01",
    until: "2027-12-01",
    counted: ["preliminary"],
  });
  const [munich] = asked.sites.filter(({ name }) => name === "munich");
  // At most 1.2: so say the site's energy and its gases.
  expect(munich?.figures.facilityMWh?.bound).not.toBe("exact");
});

import { effectiveDate, Phase, phasesOf, SiteSpec, usableFrom } from "../../constructs/model";
import { aLeasedSite, anAwsSite, anOwnedSite, aPartnerSite, aPower } from "./raw-fleet";

const phase = (more: object) => Phase.parse({ id: "p1", power: aPower(), ...more });

describe("the day of a milestone", () => {
  test("is when it happened, else when it is expected, else when it was agreed", () => {
    const [contract, forecast, actual] = ["2026-09-01", "2026-10-01", "2026-10-15"];
    expect(effectiveDate({ contract, forecast, actual })).toBe(actual);
    expect(effectiveDate({ contract, forecast })).toBe(forecast);
    expect(effectiveDate({ contract })).toBe(contract);
    expect(effectiveDate({})).toBeUndefined();
    expect(effectiveDate(undefined)).toBeUndefined();
  });
});

describe("the day a phase's power can be used", () => {
  const readyForService = { forecast: "2026-12-15" };
  const acceptance = { forecast: "2026-12-01" };
  const rentCommencement = "2026-11-01";

  test("is when it is ready for service, whatever else is known", () => {
    expect(usableFrom(phase({ milestones: { readyForService, acceptance }, rentCommencement }))).toBe("2026-12-15");
  });

  test("is the acceptance when nothing says when it is ready", () => {
    expect(usableFrom(phase({ milestones: { acceptance }, rentCommencement }))).toBe("2026-12-01");
  });

  test("is when rent begins when there are no such milestones", () => {
    expect(usableFrom(phase({ milestones: { permit: { actual: "2025-01-01" } }, rentCommencement }))).toBe(
      "2026-11-01",
    );
  });

  test("is not known when nothing says", () => {
    expect(usableFrom(phase({}))).toBeUndefined();
  });
});

describe("the phases of a site", () => {
  test.each([
    ["a cloud site has none", anAwsSite(), []],
    ["an owned site has its own", anOwnedSite(), ["p1"]],
    ["a leased site has its lease's", aLeasedSite(), ["all"]],
    ["a partner-built site has its own", aPartnerSite(), ["p1"]],
  ])("%s", (_, site, ids) => {
    expect(phasesOf(SiteSpec.parse(site)).map((each) => each.id)).toEqual(ids);
  });

  test.each([
    ["a leased", aLeasedSite({ lease: { landlord: "x", state: "binding", phases: [] } })],
    ["a partner-built", aPartnerSite({ phases: [] })],
  ])("%s site without phases is refused", (_, site) => {
    expect(SiteSpec.safeParse(site).success).toBe(false);
  });
});

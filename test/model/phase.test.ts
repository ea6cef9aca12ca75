import { phasesOf, SiteSpec } from "../../constructs/model";
import { aLeasedSite, anAwsSite, anOwnedSite, aPartnerSite } from "./raw-fleet";

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

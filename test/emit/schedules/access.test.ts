import { accessFiles } from "../../../constructs/emit/schedules/access";
import { leasedSite, textOf } from "./support";

const securityProfile = {
  attained: { level: 3, basis: "vendor", source: "an assessment" },
  weights: { requiredLevel: 3, clusters: ["train"] },
  zones: [
    { id: "building", protectionClass: 2, entry: "badge", logged: true },
    {
      id: "cage",
      parent: "building",
      protectionClass: 4,
      entry: "biometric",
      logged: true,
      visitorEscort: true,
      clusters: ["train"],
    },
  ],
  access: [
    {
      name: "guards",
      party: "landlord",
      zone: "building",
      racks: "escorted",
      bmc: "none",
      weights: "none",
      reason: "lease, clause 9",
    },
  ],
};

test("the access matrix says who reaches racks, BMCs and weights, and whether it is stated", () => {
  expect(textOf(accessFiles(leasedSite("turnkey", { securityProfile })), "access.csv")).toBe(
    "site,zone,party,name,racks,bmc,weights,basis,reason\r\n" +
      "memphis,,self,self,unescorted,unescorted,,byScope,\r\n" +
      'memphis,building,landlord,guards,escorted,none,none,stated,"lease, clause 9"\r\n',
  );
});

test("in Markdown it says what weights need, and through which zones one comes to them", () => {
  const text = textOf(accessFiles(leasedSite("turnkey", { securityProfile })), "access.md");
  expect(text).toContain("Weights are held by: train. They need SL3; the site attains SL3 (vendor).\n");
  expect(text).toContain("| landlord | guards | building | escorted | none | none | stated | lease, clause 9 |\n");
  expect(text).toContain("| self | self | all | unescorted | unescorted | not stated | by scope |  |\n");
  expect(text).toContain("| cage | building | 4 | biometric | yes | yes |  | yes |\n");
  expect(text).toContain("| building |  | 2 | badge | yes | no |  | no |\n");
});

test("without a profile it says what the scope implies", () => {
  const text = textOf(accessFiles(leasedSite("compute")), "access.md");
  expect(text).toContain("No cluster of this site is said to hold weights.\n");
  expect(text).toContain("| landlord | landlord | all | unescorted | unescorted | not stated | by scope |  |\n");
  expect(text).not.toContain("## Zones");
});

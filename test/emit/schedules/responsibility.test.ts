import { responsibilityFiles } from "../../../constructs/emit/schedules/responsibility";
import { leasedSite, textOf } from "./support";

test("the matrix of a lease of compute: what is observed, and what is not emitted for it", () => {
  const row = { layer: "fabric", owns: "counterparty", operates: "self", approves: "counterparty" };
  expect(textOf(responsibilityFiles(leasedSite("compute", { responsibilities: [row] })), "responsibility.csv")).toBe(
    [
      "site,layer,owns,operates,approves,observed,basis,emitted,withheld",
      "memphis,utility,counterparty,counterparty,counterparty,true,scope compute,,",
      "memphis,mechanicalElectrical,counterparty,counterparty,counterparty,true,scope compute,,powerTree",
      "memphis,racks,counterparty,counterparty,counterparty,true,scope compute,,racks",
      "memphis,hardware,counterparty,counterparty,counterparty,true,scope compute,,devices",
      "memphis,fabric,counterparty,self,counterparty,false,stated,fabricConfig cables,",
      "memphis,bmcFirmware,counterparty,counterparty,counterparty,true,scope compute,,bmcEnrolment",
      "memphis,os,self,self,self,false,scope compute,hosts,",
      "memphis,scheduler,self,self,self,false,scope compute,schedulerConfig,",
      "memphis,physicalAccess,counterparty,counterparty,counterparty,true,scope compute,,",
      "",
    ].join("\r\n"),
  );
});

test("in Markdown the parties have their names", () => {
  const text = textOf(responsibilityFiles(leasedSite("turnkey")), "responsibility.md");
  expect(text).toContain("The agreement with Landlord, Inc. has the scope turnkey.");
  expect(text).toContain("Observed are utility, mechanicalElectrical, physicalAccess:");
  expect(text).toContain(
    "| utility | Landlord, Inc. | Landlord, Inc. | Landlord, Inc. | yes | scope turnkey |  |  |\n",
  );
  expect(text).toContain("| bmcFirmware | self | self | self | no | scope turnkey | bmcEnrolment |  |\n");
});

test("a preliminary lease says that nothing is emitted", () => {
  const text = textOf(responsibilityFiles(leasedSite("turnkey", {}, { state: "proposed" })), "responsibility.md");
  expect(text).toContain("The agreement is preliminary");
  expect(text).toContain("| bmcFirmware | self | self | self | no | scope turnkey |  | bmcEnrolment |\n");
});

test("findings about the site are listed, and no others", () => {
  const finding = (path: string) =>
    ({ rule: "PWR-2", severity: "warning", path, message: "goes dark; observed" }) as const;
  const findings = [finding("sites.memphis.powerTopology"), finding("sites.memphis-2.powerTopology")];
  const text = textOf(responsibilityFiles(leasedSite("compute"), { findings }), "responsibility.md");
  expect(text.split("\n").filter((line) => line.startsWith("| PWR-2"))).toEqual([
    "| PWR-2 | warning | powerTopology | goes dark; observed |",
  ]);
});

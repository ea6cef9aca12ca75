import { commissioningFiles } from "../../../constructs/emit/schedules/commissioning";
import { defaultSteps } from "../../../constructs/ledger";
import { leasedSite, textOf } from "./support";

const deployments = [
  {
    name: "first",
    phase: "p1",
    pools: [{ name: "train.h100" }],
    commissioning: [
      {
        id: "burn-in",
        title: "100 hours at full load",
        stage: "burnIn",
        layer: "hardware",
        state: "passed",
        day: "2026-11-20",
        evidence: "records/burn-in.pdf",
      },
    ],
  },
];

test("each deployment has a page, each phase without one too, and one table holds all", () => {
  const two = {
    phases: ["p1", "p2"].map((id) => ({
      id,
      power: { valueMW: 5, meaning: "criticalIT", basis: "contract", source: "lease" },
    })),
  };
  expect(commissioningFiles(leasedSite("turnkey", { deployments }, two)).map(({ file }) => file)).toEqual([
    "schedules/commissioning.csv",
    "schedules/commissioning-deployment-first.md",
    "schedules/commissioning-phase-p2.md",
  ]);
});

test("a page says who performs a step, who signs it, and what has passed", () => {
  const text = textOf(commissioningFiles(leasedSite("turnkey", { deployments })), "commissioning-deployment-first.md");
  expect(text).toContain("# Commissioning: Memphis \\<1\\>, first (phase p1)\n");
  expect(text).toContain(`1 of ${defaultSteps.length} steps have passed.`);
  expect(text).toContain("| ☑ |  | 100 hours at full load |  | self | self | 2026-11-20 | records/burn-in.pdf |  |\n");
  expect(text).toMatch(/^\| ☐ \| 1 \| Generators, UPS .* \| Landlord, Inc\. \| Landlord, Inc\. \| {2}\| {2}\| {2}\|$/m);
});

test("the table has a line for each step", () => {
  const lines = textOf(commissioningFiles(leasedSite("turnkey", { deployments })), "commissioning.csv").split("\r\n");
  expect(lines[0]).toBe(
    "site,phase,deployment,step,stage,level,layer,title,criterion,performs,signs,state,day,evidence",
  );
  expect(lines).toHaveLength(defaultSteps.length + 2);
  expect(lines).toContain(
    "memphis,p1,first,burn-in,burnIn,,hardware,100 hours at full load,,self,self,passed,2026-11-20,records/burn-in.pdf",
  );
});

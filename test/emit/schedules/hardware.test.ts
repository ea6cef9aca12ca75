import { findMachine } from "../../../constructs/catalog";
import { hardwareFiles } from "../../../constructs/emit/schedules/hardware";
import { billOfMaterials } from "../../../constructs/ledger";
import { Policy } from "../../../constructs/model";
import { leasedSite, textOf } from "./support";

const deployment = {
  name: "first",
  phase: "p1",
  supplier: "Integrator | Partner",
  state: "binding",
  sparePercent: 5,
  pools: [{ name: "train.h100" }],
  leadTimeWeeks: { value: 20, basis: "vendor", source: "offer 12, revised" },
  milestones: { ordered: { actual: "2026-10-01" } },
};
const files = (more: object = {}, others: Parameters<typeof billOfMaterials>[1]["others"] = []) => {
  const site = leasedSite("turnkey", more);
  return hardwareFiles(site, billOfMaterials(site, { policy: Policy.parse({}), machine: findMachine, others }));
};

// 20 weeks are 140 days: from 2027-03-01 back over 59 days of 2027 and 81 of 2026 to 2026-10-12.
test("the bill of materials says what is bought, from whom, and by when to order it", () => {
  expect(textOf(files({ deployments: [deployment] }), "bill-of-materials.csv")).toBe(
    "site,phase,deployment,kind,item,quantity,spares,total,buyer,supplier,state,leadTimeWeeks,leadTimeBasis,leadTimeSource,orderBy,neededBy,ordered,delivered\r\n" +
      'memphis,p1,first,machine,dgx-h100,40,2,42,self,Integrator | Partner,binding,20,vendor,"offer 12, revised",2026-10-12,2027-03-01,2026-10-01,\r\n',
  );
});

test("in Markdown it goes by the day of the order, then phase by phase", () => {
  // 12 weeks before 2027-03-01 is 2026-12-07, 30 weeks 2026-08-03.
  const text = textOf(
    files({ deployments: [deployment] }, [
      { kind: "rack", item: "rack-48u", quantity: 10 },
      { kind: "switch", item: "qm9700", quantity: 4, phase: "p1" },
    ]),
    "bill-of-materials.md",
  );
  expect(text.split("\n").filter((line) => /^\| 20/.test(line))).toEqual([
    "| 2026-08-03 | 2027-03-01 | qm9700 | 4 | p1 |  |  |",
    "| 2026-10-12 | 2027-03-01 | dgx-h100 | 42 | p1 | Integrator \\| Partner | 2026-10-01 |",
    "| 2026-12-07 | 2027-03-01 | rack-48u | 10 | p1 |  |  |",
  ]);
  expect(text).toContain("# Bill of materials: Memphis \\<1\\>\n");
  expect(text).toContain("| rack | rack-48u | 10 | 0 | self |  |  |  | 12 (assumed) | 2026-12-07 | 2027-03-01 |  |");
  expect(text).toContain("Assumed lead times");
});

test("what the landlord buys is tracked and not ordered", () => {
  const clusters = [
    { name: "train", pools: [{ name: "h100", machine: "dgx-h100", count: 40, capacity: { kind: "leased" } }] },
  ];
  const text = textOf(files({ clusters }), "bill-of-materials.md");
  expect(text).toContain("| machine | dgx-h100 | 40 | 0 | counterparty |");
  expect(text.split("\n").filter((line) => /^\| 20/.test(line))).toEqual([]);
});

test("a site for which nothing is bought has no bill", () => {
  expect(files({ clusters: [] })).toEqual([]);
});

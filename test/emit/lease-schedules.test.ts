import { exposureFiles } from "../../constructs/emit/schedules/exposure";
import { guaranteeFiles } from "../../constructs/emit/schedules/guarantees";
import { noticeFiles } from "../../constructs/emit/schedules/notices";
import { obligationFiles } from "../../constructs/emit/schedules/obligations";
import { rentFiles } from "../../constructs/emit/schedules/rent";
import { dollars, fleetOf, leasedSite, machine, mw } from "../ledger/lease-fixtures";

const text = (files: readonly { readonly file: string; readonly text: string }[], file: string): string =>
  files.find((each) => each.file === `schedules/${file}`)?.text ?? "";
const rows = (csv: string): string[] => csv.trimEnd().split("\r\n");

/** The two halls of acceptance case 5, with an option, a deposit, taxes and a right to leave. */
const river = leasedSite({
  landlord: "River, Inc.",
  rentPerKWMonth: dollars("130.00"),
  escalation: { percent: 3 },
  termMonths: 180,
  terminationRights: [{ id: "break", party: "tenant", noticeDays: 365, from: "2033-01-01", feeMonthsOfRent: 12 }],
  extensionOptions: [{ id: "first", months: 60, noticeMonths: 18 }],
  passThrough: [{ id: "taxes", what: "taxes", kind: "fixed", perMonth: dollars("1000.00") }],
  security: [{ id: "deposit", kind: "deposit", amount: dollars("5000000.00"), due: "2026-06-30" }],
  phases: [
    { id: "hall-1", power: mw(10), rentCommencement: "2026-10-24" },
    { id: "hall-2", power: mw(5), rentCommencement: "2027-03-01" },
  ],
});
const backstop = {
  name: "backstop",
  obligor: "Google LLC",
  covers: "rent",
  state: "binding",
  sites: ["river"],
  amount: dollars("120000000.00"),
  amortizationMonths: 120,
  requiredMonths: 12,
};

describe("the rent schedule", () => {
  const csv = rows(text(rentFiles(river, machine), "rent.csv"));

  test("has a row for each premises and month", () => {
    expect(csv[0]).toBe(
      "site,month,premises,phase,hall,from,to,unit,rate,quantity,amount,minimum,currency,bound,basis",
    );
    expect(csv[1]).toBe(
      "river,2026-10,hall-1,hall-1,,2026-10-24,2026-10-31,kW-month,130,10000,335483.87,335483.87,USD,exact,contract",
    );
    // 181 months of hall 1, two of them in part, and 176 of hall 2
    expect(csv).toHaveLength(1 + 181 + 176);
  });

  test("is not there where no rent is known", () => {
    expect(rentFiles(leasedSite({ phases: [{ id: "p1", power: mw(1) }] }), machine)).toEqual([]);
  });
});

describe("obligations", () => {
  test("stand by calendar or fiscal year, with what falls due beside rent", () => {
    const files = obligationFiles(river, { machine, fiscalYearStart: 1 });
    const csv = rows(text(files, "obligations.csv"));
    expect(csv[0]).toBe("site,signed,year,rent,minimum,fixedPassThrough,powerAtFullLoad,total,deposits,currency");
    // October to December: 335,483.87 + 2 x 1.3 M; three months of taxes; the deposit of June
    expect(csv[1]).toBe("river,true,2026,2935483.87,2935483.87,3000.00,0.00,2938483.87,5000000.00,USD");
    expect(csv[2]).toBe("river,true,2027,22178000.00,22178000.00,12000.00,0.00,22190000.00,0.00,USD");
    expect(text(files, "obligations.md")).toContain("| 2027 | $22,178,000.00 | $12,000.00 | $22,190,000.00 | $0.00 |");
    expect(rows(text(obligationFiles(river, { machine, fiscalYearStart: 7 }), "obligations.csv"))[1]).toMatch(
      /^river,true,FY2026,0\.00/,
    );
  });

  test("show the ways out where a day is given, and none otherwise", () => {
    const page = (asOf?: string) =>
      text(obligationFiles(river, { machine, fiscalYearStart: 1, asOf }), "obligations.md");
    expect(page()).not.toContain("Ways out");
    // Notice on 2033-01-01 and 365 days: the first of January of 2034
    expect(page("2026-11-23")).toContain("| 2034-01-01 | right of tenant |");
  });

  test("say that nothing is committed before the lease is signed", () => {
    const proposed = leasedSite({ ...river.lease, state: "proposed" });
    expect(text(obligationFiles(proposed, { machine, fiscalYearStart: 1 }), "obligations.md")).toContain(
      "The lease is not signed: nothing of this is committed.",
    );
  });
});

describe("the calendar of notices", () => {
  const fleet = fleetOf([river], [backstop]);
  const files = noticeFiles(fleet, { machine, months: 12 });
  const csv = rows(text(files, "notices.csv"));

  test("has every day, in order", () => {
    expect(csv.slice(0, 4)).toEqual([
      "day,of,kind,id,deadline,what",
      "2026-06-30,river,security,deposit,true,the deposit is due",
      "2026-10-24,backstop,guarantee,Google LLC,false,begins to cover",
      "2026-10-24,river,rentBegins,hall-1,false,rent of hall-1 begins",
    ]);
    const days = csv.slice(1).map((row) => row.slice(0, 10));
    expect(days).toEqual([...days].sort());
  });

  test("has the last day of notice for the option: eighteen months before the term ends on 2041-10-23", () => {
    expect(csv).toContain(
      "2040-04-23,river,optionNotice,first,true,last day of notice for the option first of 60 months",
    );
    expect(csv).toContain("2041-10-23,river,leaseEnds,term,false,last day of the lease");
    expect(csv).toContain(
      '2033-01-01,river,terminationWindow,break,false,"tenant may give notice from now on, of 365 days"',
    );
  });

  test("has what a guarantee falls to, and where cover ends", () => {
    expect(csv).toContain('2027-10-24,backstop,guarantee,Google LLC,false,"falls to $108,000,000.00"');
    expect(csv).toContain("2036-10-24,backstop,guarantee,Google LLC,false,has fallen to nothing");
    expect(csv).toContain("2036-10-01,river,guarantee,cover,false,no guarantee covers the last 61 months");
  });

  test("begins on the day that is asked for, of one site or of all", () => {
    const later = rows(text(noticeFiles(fleet, { machine, months: 12, asOf: "2041-01-01" }), "notices.csv"));
    expect(later.slice(1)).toEqual([
      "2041-03-01,river,rentSteps,hall-2,false,rent steps up by 3 %",
      "2041-10-23,river,leaseEnds,term,false,last day of the lease",
    ]);
    expect(noticeFiles(fleet, { machine, months: 12, site: "other" })).toEqual([]);
    expect(text(files, "notices.md")).toContain("## 2041\n");
  });
});

describe("cover by guarantees", () => {
  const fleet = fleetOf([river], [backstop]);
  const files = guaranteeFiles(fleet, "river", { machine, months: 12 });

  test("stands month by month, and in words", () => {
    const csv = rows(text(files, "guarantee-cover.csv"));
    expect(csv[0]).toBe("site,month,required,covered,uncovered,state,guarantees,currency");
    // 335,483.87 + 11 x 1.3 M + 7 x 650,000 = 19,185,483.87
    expect(csv[1]).toBe("river,2026-10,19185483.87,120000000.00,0.00,covered,backstop 120000000.00,USD");
    expect(csv).toHaveLength(1 + 181);
    expect(text(files, "guarantee-cover.md")).toContain(
      "- From 2036-10 nothing is covered: the last 61 of 181 months.",
    );
  });

  test("is not there where nobody guarantees", () => {
    expect(guaranteeFiles(fleetOf([river]), "river", { machine, months: 12 })).toEqual([]);
  });
});

describe("exposure", () => {
  test("has each party once, with all its roles", () => {
    const google = {
      name: "iowa",
      tenure: "cloud",
      provider: "google",
      location: { country: "US" },
      project: "atlas-research",
      region: "us-central1",
      power: mw(45),
    };
    const files = exposureFiles(fleetOf([river, google], [backstop]), { machine, asOf: "2026-11-23" });
    const csv = rows(text(files, "exposure.csv"));
    expect(csv).toContain("Google,cloudProvider,iowa,iowa,true,,,,");
    expect(csv).toContain("Google,obligor,backstop,river,true,,,120000000.00,USD");
    // Google: the cloud's 45 MW and the 15 MW of the lease it guarantees are all of the fleet; the landlord has a quarter.
    const page = text(files, "exposure.md");
    expect(page).toContain("| Google | cloud provider (iowa), obligor (backstop) | 60,000 | 100 % |");
    expect(page).toMatch(/\| River, Inc\. \| landlord \(river\) \| 15,000 \| 25 % \|/);
  });
});

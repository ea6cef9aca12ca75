import { ownOrRentPage } from "../../constructs/emit/own-or-rent/page";
import { ownOrRent } from "../../constructs/ledger/own-or-rent";
import { figure, type Said, sheetFor, usd } from "../ledger/own-or-rent/support";

const page = (said: Said): string => ownOrRentPage(ownOrRent(sheetFor(said)));
const line = (said: Said, begin: string): string =>
  page(said)
    .split("\n")
    .find((each) => each.startsWith(begin)) ?? "";

describe("the page of a comparison", () => {
  test("says where owning is cheaper at little use and at much, and renting between", () => {
    // Rented: at least 40 % of 21,900. Owned: 8,500 + 876 u. Even at 260 / 876 and 8,500 / 21,024.
    const said: Said = {
      utilization: figure(0.33),
      own: { hardwarePerAccelerator: usd("850"), energyPerMWh: usd("10"), idlePowerShare: figure(0) },
      rent: { perAcceleratorHour: usd("0.25"), takeOrPayShare: figure(0.4) },
    };
    expect(line(said, "- Utilization")).toBe(
      "- Utilization: Owning is cheaper below 29.68 %, renting from there to 40.43 %, owning above.",
    );
    expect(line(said, "| utilization | 33 %")).toContain("33 % of schedulable hours");
    expect(line(said, "**")).toMatch(/^\*\*Renting is cheaper by /);
  });

  test("says where one side is cheaper at any utilization, and that owning never pays", () => {
    const said: Said = { rent: { perAcceleratorHour: usd("0.01") } };
    expect(line(said, "- Utilization")).toBe("- Utilization: Renting is cheaper at any utilization.");
    expect(line(said, "- Month")).toBe(
      "- Month: With nothing sold, owning does not pay for itself within 12 months; less what hardware and hall are then worth, it does not pay for itself within 12 months.",
    );
  });

  test("says that both cost the same where they do", () => {
    // 744 x 10 x 0.5 x $1 in January, and hardware for as much, worth nothing then.
    const said: Said = { months: 1, own: { hardwarePerAccelerator: usd("372"), hardwareLifeMonths: figure(1) } };
    expect(line(said, "**")).toMatch(/^\*\*Owning and renting cost the same\*\* over 1 month /);
  });

  test("keeps bounds, and shows a source as it is written", () => {
    const hourly = { ...usd("2.5"), bound: "atLeast" as const, source: "list | of <b>*today*</b>" };
    const row = line({ rent: { perAcceleratorHour: hourly } }, "| rented accelerator | ≥");
    expect(row).toContain("| ≥ $2.50 an hour | assumed |");
    expect(row).toContain("list \\| of \\<b\\>\\*today\\*\\</b\\>");
  });
});

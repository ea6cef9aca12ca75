import type { Browser } from "puppeteer-core";
import { ownOrRentDrawing } from "../../../../constructs/emit/drawings/own-or-rent/own-or-rent-drawing";
import { type OwnOrRent, ownOrRent } from "../../../../constructs/ledger/own-or-rent";
import { figure, type Said, sheetFor, usd } from "../../../ledger/own-or-rent/support";
import { browser, open } from "../../../review/html/browser";
import { tempFolder } from "../../../support/temp";
import { describeWithChromium } from "../../../support/with-tools";
import { shape, words } from "../capacity/reading";

const reported = (said: Said): OwnOrRent => ownOrRent(sheetFor(said));

/** Ten accelerators for 10,000 against 30 a day: paid back after 334 days, 11 months. */
const small = reported({ months: 24, utilization: figure(1), rent: { perAcceleratorHour: usd("0.125") } });
const large = reported({
  name: "a-comparison-with-a-name-that-is-as-long-as-names-of-things-may",
  months: 60,
  accelerators: 1_000_000,
  discountRatePerYear: figure(0.1),
  own: {
    hardwarePerAccelerator: usd("50000"),
    hardwareLifeMonths: figure(60),
    leadMonths: figure(12),
    hall: { kind: "built", perKW: usd("12000"), lifeMonths: figure(240) },
    energyPerMWh: usd("60"),
    maintenanceSharePerYear: figure(0.03),
    staffPerMonth: usd("9000000"),
  },
  rent: { perAcceleratorHour: usd("4.20"), takeOrPayShare: figure(0.6), priceChangePerYear: figure(-0.1) },
});
const never = reported({ rent: { perAcceleratorHour: usd("0.01") } });

test("shows what both cost, with the months after which owning has paid for itself", () => {
  const said = words(ownOrRentDrawing(small));
  expect(said).toEqual(
    expect.arrayContaining([
      "Own or rent: test, 2027-01 to 2028-12",
      "paid back after 11 months (2027-11)",
      "own, paid",
      "rent, paid",
    ]),
  );
  expect(words(ownOrRentDrawing(never)).join()).not.toContain("paid back");
});

test("a change that costs twice as much has a bar twice as long", () => {
  const width = (begin: string) => Number(shape(ownOrRentDrawing(never), begin).attributes["width"]);
  // Hardware a fifth lower is 2,000 less; what is rented, 438 in all, a fifth lower is 87.6 less.
  const [hardware, rented] = [width("hardware $800.00"), width("rented accelerator $0.008")];
  expect(hardware / rented).toBeCloseTo(2_000 / 87.6, 1);
});

test("has one title and a description for those who cannot see it, and is the same each time", () => {
  const svg = ownOrRentDrawing(large);
  expect(svg).toMatch(
    /^<svg [^>]*role="img"[^>]*>\n<title>Own or rent: [^<]+<\/title>\n<desc>With nothing sold, [^<]+<\/desc>/,
  );
  expect(svg.match(/<desc>/g)).toHaveLength(1);
  expect(ownOrRentDrawing(large)).toBe(svg);
});

/** Words that leave the drawing, or lie upon others. */
const look = `(() => {
  const ground = document.querySelector("svg").getBoundingClientRect();
  const all = [...document.querySelectorAll("text")].map((each) => ({ words: each.textContent, box: each.getBoundingClientRect() }));
  const leave = all.filter(({ box }) => box.left < ground.left || box.right > ground.right || box.bottom > ground.bottom);
  const meet = all.flatMap((one, index) => all.slice(index + 1)
    .filter(({ box }) =>
      Math.min(box.right, one.box.right) - Math.max(box.left, one.box.left) > 1 &&
      Math.min(box.bottom, one.box.bottom) - Math.max(box.top, one.box.top) > 6)
    .map((other) => one.words + " | " + other.words));
  return { leave: leave.map(({ words }) => words), meet };
})()`;

describeWithChromium("in a browser", (executablePath) => {
  let own: Browser;
  beforeAll(async () => {
    own = await browser(executablePath);
  }, 60_000);
  afterAll(() => own.close());

  test.each([
    ["of few", small],
    ["of very many under a long name", large],
    ["of owning that never pays", never],
  ])("a drawing %s has no words that leave it or lie upon others", async (_, report) => {
    const { page, troubles } = await open(
      { newPage: () => own.newPage() },
      tempFolder(),
      `<!doctype html><meta charset="utf-8"><body>${ownOrRentDrawing(report)}</body>`,
    );
    expect(await page.evaluate(look)).toEqual({ leave: [], meet: [] });
    expect(troubles).toEqual([]);
  });
});

import type { Browser } from "puppeteer-core";
import { capacityDrawing } from "../../../../constructs/emit/drawings/capacity";
import { browser, open } from "../../../review/html/browser";
import { hostile } from "../../../review/html/hostile";
import { tempFolder } from "../../../support/temp";
import { describeWithChromium } from "../../../support/with-tools";
import { words } from "./reading";
import { demand, line, report } from "./support";

const long = "a-site-with-a-name-that-is-much-longer-than-anybody-would-want-to-read-anywhere";
const many = report({
  lines: [
    ...Array.from({ length: 40 }, (_, index) => line(`${long}-${index}`, 1e6 + index)),
    line("small", 8, { commitment: "terminable" }),
  ],
  scenarios: Object.fromEntries(
    ["base", "x10", "x80", "seasonal", "another"].map((name, index) => [
      name,
      [
        demand(long.slice(0, 50), [{ from: "2026-01-01", accelerators: 1e6 * 8 ** index }], { scenario: name }),
        demand("answers", [{ from: "2026-01-01", accelerators: 5 }], { priority: 2, scenario: name }),
      ],
    ]),
  ),
  criticalIT: [{ value: 123_456.789, bound: "about", basis: "reported", commitment: "preliminary" }],
  until: "2037-01-01",
  outOfService: { spares: 0.0123, failed: 0.0123, maintenance: 0.0123 },
});
const wrong = report({
  lines: hostile.map((name, index) => line(name, 100 - index)),
  scenarios: { [hostile[0] ?? ""]: [] },
});

test("holds all three drawings, with one title and one description", () => {
  const svg = capacityDrawing(many);
  expect(words(svg)).toEqual(
    expect.arrayContaining([
      "Supply against demand, 2027-01-01 to 2037-01-01",
      "How sure it is, 2027-01-01 to 2037-01-01",
      "From contracted to usable, on 2027-01-01",
    ]),
  );
  expect(svg).toMatch(
    /^<svg [^>]*role="img"[^>]*>\n<title>Capacity, 2027-01-01 to 2037-01-01<\/title>\n<desc>[^<]+<\/desc>/,
  );
  expect(svg.match(/<desc>/g)).toHaveLength(1);
});

test("is the same each time", () => {
  expect(capacityDrawing(many)).toBe(capacityDrawing(many));
});

test("of a fleet without accelerators and demand says so", () => {
  const svg = capacityDrawing(report({}));
  expect(words(svg)).toEqual(
    expect.arrayContaining(["no accelerators in all this time", "the fleet states no demand"]),
  );
});

test("of a fleet without accelerators shows what is wanted", () => {
  const svg = capacityDrawing(
    report({ scenarios: { base: [demand("train", [{ from: "2027-02-01", accelerators: 9 }])] } }),
  );
  expect(words(svg)).toContain("−9 from 2027-02-01 on");
});

test("what is wanted is rounded up, as it is in text", () => {
  const svg = capacityDrawing(
    report({ scenarios: { base: [demand("train", [{ from: "2026-01-01", accelerators: 34_219.2 }])] } }),
  );
  expect(words(svg)).toContain("34,220");
  expect(words(svg)).not.toContain("34,219");
});

test("names are text, whatever they look like", () => {
  const svg = capacityDrawing(wrong);
  expect(svg).not.toMatch(/<(script|img|style|svg onload)|<!--/);
  expect(svg.match(/<svg /g)).toHaveLength(1);
});

test("whoever reads it in the dark has a light ground", () => {
  expect(capacityDrawing(many)).toMatch(/<rect x="0" y="0" width="1200" height="[\d.]+" fill="#ffffff"\/>/);
});

/** What a browser finds: whether the file is no XML, which words leave the drawing, and which lie upon others. */
const look = (svg: string): string => `(() => {
  const isWrong = new DOMParser().parseFromString(${JSON.stringify(svg)}, "image/svg+xml").querySelector("parsererror") !== null;
  const ground = document.querySelector("svg").getBoundingClientRect();
  const all = [...document.querySelectorAll("text")].map((each) => ({ words: each.textContent, box: each.getBoundingClientRect() }));
  const leave = all.filter(({ box }) => box.left < ground.left || box.right > ground.right || box.bottom > ground.bottom);
  const meet = all.flatMap((one, index) => all.slice(index + 1)
    .filter(({ box }) =>
      Math.min(box.right, one.box.right) - Math.max(box.left, one.box.left) > 1 &&
      Math.min(box.bottom, one.box.bottom) - Math.max(box.top, one.box.top) > 6)
    .map((other) => one.words + " | " + other.words));
  return { isWrong, leave: leave.map(({ words }) => words), meet };
})()`;

describeWithChromium("in a browser", (executablePath) => {
  let own: Browser;
  beforeAll(async () => {
    own = await browser(executablePath);
  }, 60_000);
  afterAll(() => own.close());

  test.each([
    ["of many long names", many],
    ["of hostile names", wrong],
    ["of nothing", report({})],
  ])("a drawing %s is well-formed, and no words leave it or lie upon others", async (_, given) => {
    const svg = capacityDrawing(given);
    const { page, troubles } = await open(
      { newPage: () => own.newPage() },
      tempFolder(),
      `<!doctype html><meta charset="utf-8"><body>${svg}</body>`,
    );
    expect(await page.evaluate(look(svg))).toEqual({ isWrong: false, leave: [], meet: [] });
    expect(troubles).toEqual([]);
  });
});

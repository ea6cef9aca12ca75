import { renderPage } from "../../review/html/page";
import { renderMarkdown } from "../../review/markdown/render";
import { rooms } from "../../review/markdown/rooms";
import { buildReview } from "../../review/report/build-review";
import { cutBoth, cutLines } from "../../review/report/texts";
import { change, planOf, stack } from "./support";

const reviewOf = (before: object, after: object) =>
  buildReview([stack("alpha", planOf(change("aws_launch_template.x", ["update"], { before, after })))]);

const page = (review: ReturnType<typeof reviewOf>) =>
  renderPage({ review, base: undefined, head: undefined, hasBase: false, asOf: "2026-11-29", redact: (text) => text });

describe("two long values that differ late", () => {
  // As JSON: a quote, 4,000 letters, six of `allow=`, and then the first character that differs.
  const FIRST = 1 + 4000 + 6;
  const review = reviewOf(
    { user_data: `${"A".repeat(4000)}allow=10.0.0.0/8` },
    { user_data: `${"A".repeat(4000)}allow=0.0.0.0/0#` },
  );
  const [attribute] = review.changes[0]?.attributes ?? [];

  test("are told apart in the review, with how much is left out", () => {
    const [before, after] = [attribute?.before, attribute?.after].map((side) =>
      side?.is === "value" ? side.text : undefined,
    );
    // A fourth of 2,000 characters is seen of what comes before.
    const head = `(${FIRST - 500} characters left out) …${"A".repeat(500 - 6)}allow=`;
    expect(before).toBe(`${head}10.0.0.0/8"`);
    expect(after).toBe(`${head}0.0.0.0/0#"`);
  });

  test("are told apart in a comment, which counts all that is left out", () => {
    // A fourth of 300.
    const head = `(${FIRST - 75} characters left out) …${"A".repeat(75 - 6)}allow=`;
    expect(renderMarkdown(review, rooms.github).text).toContain(
      `! user_data: ${head}10.0.0.0/8" -> ${head}0.0.0.0/0#"`,
    );
  });

  test("are told apart on the page", () => {
    expect(page(review)).toContain("allow=10.0.0.0/8");
    expect(page(review)).toContain("allow=0.0.0.0/0#");
  });

  test("are told apart line by line", () => {
    const text = (port: number) => `first\n${"B".repeat(3000)}${port}\nlast\n`;
    const made = reviewOf({ script: text(22) }, { script: text(443) });
    const said = renderMarkdown(made, rooms.github).text;
    const head = `(${3000 - 75} characters left out) …${"B".repeat(75)}`;
    expect(said).toContain(`-   ${head}22\n`);
    expect(said).toContain(`+   ${head}443\n`);
    expect(page(made)).toContain("B443\n");
  });
});

test.each([
  ["short", "a", "b", 8, ["a", "b"]],
  ["early", "abcdefghij", "xbcdefghij", 8, ["abcdefgh… (2 more characters)", "xbcdefgh… (2 more characters)"]],
  ["at the end", "0123456789a", "0123456789b", 8, ["(8 characters left out) …89a", "(8 characters left out) …89b"]],
  [
    "of another length",
    "0123456789",
    "0123456789b",
    8,
    ["(8 characters left out) …89", "(8 characters left out) …89b"],
  ],
  ["short against long", "0", "0123456789", 8, ["0", "01234567… (2 more characters)"]],
])("two texts that differ: %s", (_, one, other, longest, expected) => {
  expect(cutBoth(one, other, longest)).toEqual(expected);
});

test("no character is cut in two", () => {
  const [one, other] = cutBoth(`${"😀".repeat(20)}a`, `${"😀".repeat(20)}b`, 7);
  expect([one, other].every((text) => Buffer.from(text).toString() === text)).toBe(true);
  // 40 halves, of which one pair is seen before the difference: a fourth of 7 is 1, and half a character is none.
  expect(one).toBe("(38 characters left out) …😀a");
  expect(cutBoth("😀".repeat(9), "b", 7)[0]).toBe("😀😀😀… (12 more characters)");
});

test("lines that nothing takes the place of are cut at their end", () => {
  expect(cutLines([" 123456789", "-123456789", " x", "+123456780"], 4)).toEqual([
    " 1234… (5 more characters)",
    "-1234… (5 more characters)",
    " x",
    "+1234… (5 more characters)",
  ]);
});

test("of a difference of very many lines, how many of them are left out is told", () => {
  const many = (word: string): string => Array.from({ length: 150 }, (_, at) => `${word} ${at}`).join("\n");
  const review = buildReview([
    stack("a", planOf(change("aws_x.y", ["update"], { before: { text: many("one") }, after: { text: many("two") } }))),
  ]);
  const lines = review.changes[0]?.attributes[0]?.lines;
  // 150 lines go and 150 come, and the last of each side ends without a line end, which is a line each.
  expect(lines).toHaveLength(201);
  expect(lines?.at(-1)).toBe("\\ 102 more lines");
  expect(renderMarkdown(review, rooms.github).text).toContain("\\    102 more lines\n");
});

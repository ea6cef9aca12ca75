import {
  element,
  escapeXml,
  fitText,
  group,
  markupOf,
  rect,
  svgFile,
  text,
  tooltip,
} from "../../../constructs/emit/drawings/svg";

test("escapes texts and attributes, and leaves out what XML forbids", () => {
  expect(markupOf(text(1, 2, `a < b & "c"`, { class: `it's <x>` }))).toBe(
    '<text x="1" y="2" class="it&#39;s &lt;x&gt;">a &lt; b &amp; &quot;c&quot;</text>',
  );
  expect(escapeXml("bell\u0007, tab\t, \ud800half")).toBe("bell, tab\t, half");
  expect(escapeXml("🏭")).toBe("🏭");
});

test("writes numbers without dust, and no attribute for undefined", () => {
  expect(markupOf(rect(0.1 + 0.2, -0, 10, 1 / 3, { fill: undefined }))).toBe(
    '<rect x="0.3" y="0" width="10" height="0.333"/>',
  );
});

test("refuses a number that no viewer shows", () => {
  expect(() => rect(Number.NaN, 0, 1, 1)).toThrow("NaN");
});

test("a plain string is text, whatever it looks like", () => {
  expect(markupOf(group({}, "<script/>", tooltip("x"), undefined))).toBe("<g>&lt;script/&gt;<title>x</title></g>");
});

test("a file has a light ground, a title, and a line a piece", () => {
  const file = svgFile({
    width: 20,
    height: 10,
    title: "A & B",
    description: "two",
    pieces: [element("circle", { r: 2 }), undefined],
  });
  expect(file.split("\n").slice(1)).toEqual([
    "<title>A &amp; B</title>",
    "<desc>two</desc>",
    '<rect x="0" y="0" width="20" height="10" fill="#ffffff"/>',
    '<circle r="2"/>',
    "</svg>",
    "",
  ]);
});

test("cuts a text to a width", () => {
  expect(fitText("short", 100)).toBe("short");
  expect(fitText("a rather long caption", 60)).toBe("a rathe…");
  expect(fitText("a rather long caption", 10)).toBe("");
});

import { fitted, rect, text } from "../../../constructs/emit/drawings/svg";
import { h, write } from "../../../review/html/markup";
import { styleOf } from "../../../review/html/styles";
import { redactorOf } from "../../../review/redact/redactor";
import { hostile, unseen } from "./hostile";

const asIs = (text: string) => text;

describe("what is written into a page", () => {
  test.each(hostile)("is text, in elements and in attributes: %j", (words) => {
    const html = write(h("p", { "aria-label": words }, words), asIs);
    const [, label = "", inner = ""] = /^<p aria-label="([^"<>]*)">([^<>]*)<\/p>$/.exec(html) ?? [];
    const read = (escaped: string) =>
      escaped.replace(
        /&(lt|gt|quot|#39|amp);/g,
        (_, name) => ({ lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" })[String(name)] ?? "",
      );
    expect([read(label), read(inner)]).toEqual([words, words]);
  });

  test("hides nothing: what is not seen is spelled, and line ends stay", () => {
    expect(write(h("pre", {}, `${unseen}\nb`), asIs)).toBe("<pre>a\\u{202e}b\\u{2066}c\\u{200b}d\\u{0}e\nb</pre>");
  });

  test.each(hostile.filter((each) => /[{\]!"<]/.test(each)))(
    "is never an attribute that is not read to people: %j",
    (words) => {
      for (const key of ["class", "id", "href", "d", "onclick"])
        expect(() => write(h("a", { [key]: `${words}{` }), asIs)).toThrow(`the attribute ${key}`);
    },
  );

  test("is never a style", () => {
    expect(() => styleOf({ fill: "red}body{display:none" })).toThrow("style");
    expect(() => styleOf({ fill: "url('x')" })).toThrow("style");
  });

  test("holds no secret, also where words are cut to a width after it", () => {
    const { text: redact } = redactorOf(["correct-horse-battery"]);
    const html = write(
      h(
        "svg",
        { "aria-label": "x correct-horse-battery" },
        text(1, 2, fitted("correct-horse-battery", 80)),
        h("title", {}, "correct-horse-battery"),
      ),
      redact,
    );
    expect(html).not.toMatch(/corr|batt/);
    expect(html.match(/\(sensitive\)|\(sensitiv…/g)).toHaveLength(3);
  });

  test("rounds numbers to tenths, and closes what is not empty", () => {
    expect(write(h("g", {}, rect(1 / 3, -0.01, 10, 2)), asIs)).toBe(
      '<g><rect x="0.3" y="0" width="10" height="2"></rect></g>',
    );
    expect(write(h("input", { checked: "", type: "radio" }), asIs)).toBe('<input checked="" type="radio">');
  });
});

import { renderMarkdown } from "../../review/markdown/render";
import { rooms } from "../../review/markdown/rooms";
import { code, html, words } from "../../review/markdown/text";
import { buildReview } from "../../review/report/build-review";
import type { StackInput } from "../../review/report/stack-input";
import { change, planOf, type Raw, stack } from "./support";

const important = change("aws_db.important", ["delete"], { before: { id: "db-1" } });

const textOf = (parts: Raw, more: Partial<StackInput> = {}, room: { readonly most: number } = rooms.github) =>
  renderMarkdown(buildReview([stack("alpha", parts, more)]), room).text;

describe("a text that is longer than a comment", () => {
  const cases: readonly (readonly [string, Raw, string])[] = [
    [
      "a message of a check",
      {
        ...planOf(important),
        checks: [
          {
            address: { to_display: "check.x" },
            status: "fail",
            instances: [{ problems: [{ message: "word ".repeat(30_000) }] }],
          },
        ],
      },
      // Of 150,000 characters, of which 1,000 are shown; the space at its end is one.
      "(149000 more characters)",
    ],
    [
      "an address",
      planOf(important, change(`aws_a.u["${"x".repeat(199_990)}"]`, ["delete"])),
      // Nine characters around it.
      `(${199_990 + 11 - 300} more characters)`,
    ],
    [
      "the path of an attribute",
      planOf(
        important,
        change("aws_a.u", ["update"], {
          before: { m: { ["a".repeat(100_000)]: 1 } },
          after: { m: { ["a".repeat(100_000)]: 2 } },
        }),
      ),
      // The path is `m.aaa`.
      `(${100_002 - 300} more characters)`,
    ],
    [
      "a reason",
      planOf(
        important,
        change("aws_a.u", ["delete", "create"], {
          before: { v: "a" },
          after: { v: "b" },
          replace_paths: Array.from({ length: 2000 }, () => ["k".repeat(100)]),
        }),
      ),
      // `forced by`, a space, and 2,000 names of 100 letters with a comma and a space between them.
      `(${10 + 2000 * 102 - 2 - 1000} more characters)`,
    ],
  ];

  test.each(cases)("%s is cut there, and says so", (_, parts, left) => {
    const text = textOf(parts);
    expect(text.length).toBeLessThanOrEqual(rooms.github.most);
    expect(text).toContain("`aws_db.important`");
    expect(text).toMatch(/^\*\*\d\*\* to create, \*\*\d\*\* to update, \*\*\d\*\* to destroy/m);
    expect(text).toContain(left);
    expect(text).not.toContain("too long for this place");
  });

  test("and there are more messages of a stack that failed than have room: the first ones are told", () => {
    const diagnostics = Array.from({ length: 3000 }, (_, index) => ({
      severity: "error" as const,
      summary: `problem number ${index} of the many that there are`,
    }));
    const failed = { name: "beta", failure: "terraform plan ended with 1", diagnostics };
    const { text } = renderMarkdown(buildReview([stack("alpha", planOf(important)), failed]), rooms.github);
    expect(text).toContain("`aws_db.important`");
    expect(text).toContain("problem number 0 of");
    expect(text).toMatch(/; and 2[89]\d\d more$/m);
  });
});

test("where nothing else fits, verdict, numbers and the first names of what is lost do", () => {
  const lost = Array.from({ length: 12 }, (_, index) => change(`aws_a.u[${index}]`, ["delete"]));
  const lines = [
    "## DESTROYS: something that exists is destroyed",
    "",
    "**0** to create, **0** to update, **12** to destroy in 1 stack.",
    "",
    ...lost.slice(0, 10).map((_, index) => `- **destroy** \`aws_a.u[${index}]\` in \`alpha\``),
    "- … and 2 more",
    "",
    "The review is too long for this place: see the long form.",
    "",
  ];
  expect(textOf(planOf(...lost), {}, { most: 10 })).toBe(lines.join("\n"));
});

test("the shortest text fits each place, with whatever names", () => {
  const odd = ["漢", "`", "|", "\u202e", "😀"];
  const lost = odd.flatMap((char) =>
    Array.from({ length: 400 }, (_, index) => change(`aws_a.${char.repeat(4000)}${index}`, ["delete"])),
  );
  const text = textOf(planOf(...lost), { name: "漢".repeat(500) }, { most: 1 });
  expect(text).toContain("**2000** to destroy");
  expect(Math.max(text.length, Buffer.byteLength(text))).toBeLessThanOrEqual(rooms.github.most);
});

test("what is cut stays code, and no fence is left open", () => {
  expect(code("a".repeat(301))).toBe(`\`${"a".repeat(300)}…\` (1 more character)`);
  expect(code("a".repeat(300))).toBe(`\`${"a".repeat(300)}\``);
  expect(html("<".repeat(302))).toBe(`<code>${"&#60;".repeat(300)}…</code> (2 more characters)`);
  expect(words(`${"word ".repeat(199)}@every-one-of-us`)).toMatch(/ `@ever…` \(\d+ more characters\)$/);
});

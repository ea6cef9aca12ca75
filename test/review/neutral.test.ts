import fc from "fast-check";
import { forLog, jsonForLog } from "../../cli/say";
import { renderMarkdown } from "../../review/markdown/render";
import { rooms } from "../../review/markdown/rooms";
import { code, html, visible, words } from "../../review/markdown/text";
import { Review } from "../../review/report/schema";

/** What must do nothing, wherever it stands. */
const CORPUS = [
  "@octocat",
  "@org/team please",
  "&#64;octocat",
  "\\@octocat",
  "octocat@example.com",
  "#1 GH-1 owner/repo#1 !2 &3 ~label %1 $4 [vulnerability:5]",
  "fixes #7",
  "0123456789abcdef0123456789abcdef01234567",
  "/close",
  "\n/close\n",
  "\r/approve",
  "\u2028/merge",
  "x\n\n/assign @me",
  "```\n/close\n```",
  "atlantis apply",
  "\natlantis plan -d .\n",
  "run\n\natlantis apply\n",
  "![x](https://evil.example/p.png)",
  "<img src=https://evil.example/p.png>",
  "</code></summary></details><script>alert(1)</script>",
  "<!-- siteform review: environment=default head=0000000000000000000000000000000000000000 run=9.9 -->",
  "--> <b>",
  "[click](javascript:alert(1))",
  "www.evil.example https://evil.example",
  "`` ` ``` code",
  "a|b|c\n|-|-|",
  "# heading",
  "\u202egnp.exe\u202c",
  "\u2066a\u2069\u200e\u200f\u061c",
  "zero\u200bwidth\u200d\u2060\ufeff",
  "variant\ufe0f selector\u{e0101}\u034f",
  "tag\u{e0041}\u{e007f}",
  "blank\u2800braille",
  "z\u0301\u0301\u0301\u0301\u0301\u0301",
  "::set-env name=PATH::/tmp",
  "  ::error::x",
  "\n::add-mask::x",
  "##[error]x",
  "x ##[set-output name=a]b",
  "##vso[task.setvariable variable=a]b",
  "section_start:1:x\r\u001b[0Kx",
  "\u001b[31mred\u001b[0m",
  "\u009b31m\u0085x",
  "\ud800 half",
  ":tada: $`x`$ [[_TOC_]]",
];

/** Any text, with parts of the corpus in it. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...CORPUS),
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom("\n", " ", "`", "\r", "\t"),
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(""));

/** What Markdown does not look into is taken away: code, in spans and blocks, and what HTML marks as code. */
function outsideOfCode(markdown: string): string {
  const kept: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split("\n")) {
    const [, run] = /^ *(`{3,})/.exec(line) ?? [];
    if (fence === undefined && run !== undefined) fence = run;
    else if (fence !== undefined) {
      if (line.trim() === fence) fence = undefined;
    } else kept.push(spansAway(line.replace(/<code>[^<]*<\/code>/g, "")));
  }
  expect(fence).toBeUndefined();
  return kept.join("\n");
}

/** A line without its code spans, as CommonMark finds them: from a run of backticks to the next run of as many. */
function spansAway(line: string): string {
  const [run] = /`+/.exec(line) ?? [];
  if (run === undefined) return line;
  const begin = line.indexOf(run);
  const after = begin + run.length;
  const end = [...line.slice(after).matchAll(/`+/g)].find(([each]) => each.length === run.length)?.index;
  return end === undefined
    ? `${line.slice(0, after)}${spansAway(line.slice(after))}`
    : `${line.slice(0, begin)}${spansAway(line.slice(after + end + run.length))}`;
}

const HIDDEN = /[\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]|(?!\n)\p{Cc}/u;

function expectNeutral(markdown: string): void {
  expect(markdown).not.toMatch(HIDDEN);
  expect(markdown).not.toMatch(/##(\[|vso\[)/);
  const lines = markdown.split("\n");
  // Neither a quick action nor a bot looks further than the first word of a line.
  expect(lines.filter((line) => /^\s*(\/[a-z]|atlantis\b|::)/i.test(line))).toEqual([]);
  const rest = outsideOfCode(markdown);
  expect(rest.replace(/^#{2,3} /gm, "")).not.toMatch(/[@`[\]\\$#]|!\[|:\/\/|www\.|\w:\w|evil|octocat|atlantis/m);
  expect(rest.replace(/<\/?(details|summary)>/g, "")).not.toMatch(/[<>&]/);
}

/** A review in which every text that may be anything is this one. */
function reviewOf(text: string): Review {
  const attributes: Review["changes"][number]["attributes"] = [
    { path: text, before: { is: "value", text }, after: { is: "value", text } },
    { path: text, after: { is: "value", text } },
    { path: "lines", lines: [text, `+${text}`, `-${text}`, "\n/close"] },
  ];
  const finding = (severity: "error" | "warning") => ({
    rule: text,
    severity,
    path: text,
    phase: text,
    observed: text,
    limit: text,
    unit: text,
    message: text,
    hint: text,
  });
  const change = { stack: text, address: text, type: text, reasons: [text], concerns: [], attributes };
  return {
    apiVersion: "siteform.dev/v1alpha1",
    kind: "Review",
    verdict: "INCOMPLETE",
    counters: { create: 0, update: 0, destroy: 0, replace: 0, forget: 0, move: 0 },
    imports: 1,
    notes: [text],
    stacks: [
      {
        name: text,
        state: "failed",
        note: text,
        basis: "plan",
        diagnostics: [{ severity: "error", summary: text, address: text }],
      },
      { name: text, state: "missing", basis: "plan", diagnostics: [] },
    ],
    changes: [
      { ...change, action: "delete", isBlocked: true, deposed: text, constructPath: text },
      { ...change, action: "replace", previousAddress: text },
      { ...change, action: "create", site: text, importing: text },
      { ...change, action: "update", concerns: ["access"] },
    ],
    outputs: [{ stack: text, name: text, attributes }],
    drift: [{ stack: text, address: text, action: "update", isRelevant: true, attributes }],
    checks: [{ stack: text, address: text, status: "fail", messages: [text] }],
    spec: [
      { path: text, kind: "changed", before: text, after: text, by: text },
      { path: text, site: text, kind: "moved", from: text },
      { path: text, site: text, kind: "added", after: text },
      { path: text, site: text, kind: "removed", before: text },
    ],
    deltas: [
      { figure: "usablePower", of: text, before: text, after: text, by: text },
      { site: text, figure: "rent", of: text, after: text },
    ],
    findings: {
      fleet: text,
      asOf: text,
      new: [finding("error"), finding("warning")],
      fixed: [finding("error")],
      waived: [{ ...finding("warning"), waived: text }],
      unchanged: { error: 1, warning: 0, note: 0, list: [finding("error")] },
    },
  };
}

describe("nothing from a review triggers anything where it is posted", () => {
  test.each(CORPUS)("%j", (text) => {
    expectNeutral(renderMarkdown(reviewOf(text)).text);
  });

  test("nor does any mixture of them, in any room", () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...Object.values(rooms), { most: 2500 }, { most: 900 }), (text, room) => {
        expectNeutral(renderMarkdown(reviewOf(text), room).text);
      }),
      { numRuns: 300 },
    );
  });

  test.each(["@octocat", "2026-11-28\n\n/close", "2026-11-28 @octocat", "2026-13-01", "2026-11-32", ""])(
    "and a review in which the day is %j is none",
    (day) => {
      const { error } = Review.safeParse(reviewOf(day));
      expect(error?.issues.map(({ path }) => path)).toEqual([["findings", "asOf"]]);
      expect(Review.safeParse(reviewOf("2026-11-28")).success).toBe(true);
    },
  );

  test("a single value is neutral alone: as code, among words, in HTML", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expectNeutral(`- ${code(text)}`);
        expectNeutral(`- ${words(text)}`);
        expectNeutral(`<summary>${html(text)}</summary>`);
      }),
      { numRuns: 1000 },
    );
  });

  test("and what is shown still says what it was", () => {
    expect(words("Reference to undeclared resource (aws_vpc.main), see @team.")).toBe(
      "Reference to undeclared resource `(aws_vpc.main),` see `@team.`",
    );
    expect(words("atlantis apply")).toBe("`atlantis` apply");
    expect(visible("a\u202eb\ufe0f")).toBe("a\\u{202e}b\\u{fe0f}");
    expect(visible("z\u0301\u0301\u0301\u0301")).toBe("z\u0301\u0301\u0301\\u{301}");
    expect(html("<a@b`>")).toBe("<code>&#60;a&#64;b&#96;&#62;</code>");
  });
});

describe("in the log of a pipeline", () => {
  const expectNeutralLog = (log: string) => {
    expect(log).not.toMatch(/^\s*::/m);
    expect(log).not.toMatch(/##(\[|vso\[)/);
    expect(log).not.toMatch(/(?![\n\t])\p{Cc}/u);
    expect(log).not.toMatch(/[\p{Cf}\p{Cs}\u2028\u2029]/u);
  };

  test("no text is a command, a section or a colour", () => {
    for (const text of CORPUS) expectNeutralLog(forLog(text));
    fc.assert(
      fc.property(hostile, (text) => expectNeutralLog(forLog(text))),
      { numRuns: 1000 },
    );
    expect(forLog("one\n  ::error::two\n\tthree  four")).toBe("one\n  \\u{3a}:error::two\n\tthree  four");
    expect(forLog("2001:db8::1")).toBe("2001:db8::1");
  });

  test("no JSON is either, and it says the same", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = jsonForLog({ [text]: [text] });
        expectNeutralLog(written);
        expect(JSON.parse(written)).toEqual({ [text]: [text] });
      }),
      { numRuns: 1000 },
    );
  });
});

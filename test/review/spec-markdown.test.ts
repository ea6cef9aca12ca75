import { renderMarkdown } from "../../review/markdown/render";
import { rooms } from "../../review/markdown/rooms";
import { buildReview } from "../../review/report/build-review";
import type { Delta, ReviewedFinding, SpecChange } from "../../review/report/spec-schema";
import { type Comparison, compareFleets } from "../../review/spec/compare";
import { changed, newYork, newYorkLate } from "./fleets";
import { change, planOf, stack } from "./support";

const nothing: Comparison = {
  spec: [],
  deltas: [],
  findings: {
    fleet: "atlas",
    asOf: "2026-11-28",
    new: [],
    fixed: [],
    waived: [],
    unchanged: { error: 0, warning: 0, note: 0, list: [] },
  },
};
const finding = (path: string, more: Partial<ReviewedFinding> = {}): ReviewedFinding => ({
  rule: "PWR-8",
  severity: "warning",
  path,
  message: `${path} is wrong`,
  ...more,
});
const markdown = (comparison: Comparison, plan = planOf()) =>
  renderMarkdown(buildReview([stack("a", plan)], { comparison }));

/** What is seen without unfolding. */
const seen = (text: string): string => text.replace(/<details>[\s\S]*?<\/details>/g, "");

describe("a comment about specs", () => {
  test("shows deltas after what is destroyed, then what is newly found, all without unfolding, and the spec folded", () => {
    const comparison = {
      ...compareFleets(newYork(), newYorkLate(), "2026-11-28"),
      findings: { ...nothing.findings, new: [finding("x.y", { severity: "error", hint: "do better" })] },
    };
    const { text } = markdown(
      comparison,
      planOf(change("aws_vpc.gone", ["delete"]), change("aws_iam_role.r", ["update"])),
    );
    const order = [
      "## DESTROYS",
      "aws_vpc.gone",
      "### What it comes to",
      "| `new-york` | `p2` can be used from | `2026-12-31` | `2027-04-01` | `+91 days` |",
      "| `new-york` | rent of 2027 | `≥ $325,134,000.00` | `≥ $260,334,000.00` | `-$64,800,000.00` |",
      "### What rules say",
      "**New: 1 error**, asked about `2026-11-28`.",
      "- **error** `PWR-8` at `x.y`: `x.y` is wrong. *do better*",
      "aws_iam_role.r",
      "### Spec",
    ].map((part) => seen(text).indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const line = "! utilities.grid.ramp.second.dates.forecast: 2026-12-01 -> 2027-03-02 (+91 days)";
    expect(seen(text)).not.toContain(line);
    expect(text).toContain(`<summary><code>new-york</code>: 1 changed</summary>\n\n\`\`\`diff\n${line}\n\`\`\``);
    // Three years of rent are seen, the others unfolded.
    expect(seen(text).match(/rent of 20\d\d/g)).toEqual(["rent of 2026", "rent of 2027", "rent of 2028"]);
    expect(text).toContain("| `new-york` | rent of 2037 | — |");
  });

  test("says nothing of specs that do not differ, and not that nothing changes where they do", () => {
    expect(markdown(nothing).text).toBe(
      "## NONE: nothing changes\n\n**0** to create, **0** to update, **0** to destroy in 1 stack.\n",
    );
    const spec: SpecChange[] = [{ path: "policy.x", kind: "changed", before: "1", after: "2" }];
    expect(markdown({ ...nothing, spec }).text).toMatch(/^## NONE: the spec changes, and nothing that is applied\n/);
  });

  test("spells each kind of difference", () => {
    const spec: SpecChange[] = [
      { path: "sites.a.halls.h2", site: "a", kind: "added", after: "criticalItMW 2 MW" },
      { path: "sites.a.halls.h1", site: "a", kind: "removed", before: "criticalItMW 1 MW" },
      { path: "sites.a.halls.h3", site: "a", kind: "renamed", before: "h0", after: "h3", from: "sites.a.halls.h0" },
      { path: "sites.a.clusters.c", site: "a", kind: "moved", from: "sites.b.clusters.c" },
      { path: "guarantees.g.obligor", kind: "changed", before: "X", after: "Y" },
    ];
    const { text } = markdown({ ...nothing, spec });
    expect(text).toContain("<summary><code>a</code>: 1 added, 1 removed, 1 renamed, 1 moved</summary>");
    expect(text).toContain("<summary>the fleet: 1 changed</summary>");
    const lines = text.split("\n").filter((each) => /^[!+-] /.test(each));
    expect(lines).toEqual([
      "+ halls.h2: criticalItMW 2 MW",
      "- halls.h1: criticalItMW 1 MW",
      "! halls.h3: was named h0",
      "! clusters.c: was at sites.b.clusters.c",
      "! guarantees.g.obligor: X -> Y",
    ]);
  });

  test("counts what is fixed, as before and waived, and folds what is fixed and new notes", () => {
    const findings = {
      ...nothing.findings,
      new: [finding("n", { severity: "note" })],
      fixed: [finding("f")],
      waived: [finding("w", { waived: "known" })],
      unchanged: { error: 1, warning: 2, note: 0, list: [finding("u")] },
    };
    const { text } = markdown({ ...nothing, findings });
    expect(seen(text)).toContain("**New: 1 note**; 1 fixed; as before: 1 error, 2 warnings; 1 waived, asked about");
    expect(seen(text)).not.toContain("is wrong");
    expect(text).toMatch(/<summary>1 fixed<\/summary>\n\n- warning `PWR-8` at `f`/);
  });

  test("follows no mention, command, formula or mark-up in a value", () => {
    const hostile = "@team /close ![x](http://y) <img> `a` $1 and $2 | | |\n# title \u202e";
    const { text } = markdown({
      spec: [
        {
          path: `sites.a.labels["${hostile}"]`,
          site: hostile,
          kind: "changed",
          before: hostile,
          after: hostile,
          by: hostile,
        },
      ],
      deltas: [{ site: hostile, figure: "usableFrom", of: hostile, before: hostile, after: hostile, by: hostile }],
      findings: { ...nothing.findings, new: [finding(hostile, { phase: hostile, message: hostile, hint: hostile })] },
    });
    // What stands in code, in blocks of it and in escaped words is read as it is.
    const plain = text
      .replace(/^(`{3,})diff\n[\s\S]*?\n\1$/gm, "")
      .replace(/(`+)[\s\S]*?[^`]\1(?!`)/g, "")
      .replace(/<code>.*?<\/code>/g, "")
      .replace(/<\/?(details|summary)>/g, "");
    expect(plain).not.toMatch(/@|<|(?<!\\)\$|(?<!\\)!?\[|\u202e|^\//m);
    for (const row of text.split("\n").filter((line) => line.startsWith("| "))) {
      expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
    }
  });

  const many = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));

  test.each([10, 500, 5_000])(
    "of %d differences, figures and findings fits, whole, with its title and numbers",
    (count) => {
      const comparison: Comparison = {
        spec: many(
          count,
          (index): SpecChange => ({
            path: `sites.s${index % 7}.clusters.c${index}.count`,
            site: `s${index % 7}`,
            kind: "changed",
            before: "1",
            after: "2",
            by: "+1",
          }),
        ),
        deltas: many(
          count,
          (index): Delta => ({ site: `s${index}`, figure: "machines", before: "1", after: "2", by: "+1" }),
        ),
        findings: {
          ...nothing.findings,
          new: many(count, (index) => finding(`sites.s${index}`, { severity: "error" })),
        },
      };
      const review = buildReview([stack("a", planOf(change("aws_vpc.gone", ["delete"])))], { comparison });
      for (const room of Object.values(rooms)) {
        const { text } = renderMarkdown(review, room);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(room.most);
        expect(text).toContain("aws_vpc.gone");
        expect(text).toContain(`**New: ${count} errors**`);
        expect(text).toContain("| `s0` | machines | `1` | `2` | `+1` |");
        expect(text).toContain("- **error** `PWR-8` at `sites.s0`");
        expect(text).toContain("s6");
        expect(text.split("<details>").length).toBe(text.split("</details>").length);
        expect((text.match(/^```/gm)?.length ?? 0) % 2).toBe(0);
        const cut = text.split("\n").filter((line) => line.startsWith("| ") && !line.endsWith("|"));
        expect(cut).toEqual([]);
      }
      expect(renderMarkdown(review).isWhole).toBe(count === 10);
    },
  );

  test("gives up lines of the spec before those of resources", () => {
    const spec = many(
      5_000,
      (index): SpecChange => ({ path: `sites.s.x${index}`, site: "s", kind: "changed", before: "1", after: "2" }),
    );
    const { text, isWhole } = markdown(
      { ...nothing, spec },
      planOf(...many(20, (index) => change(`aws_instance.n${index}`, ["create"]))),
    );
    expect(isWhole).toBe(false);
    expect(text).toContain("- `s`: 5000 changed");
    expect(text).toContain("- create `aws_instance.n19`");
  });
});

describe("secrets of plans in specs", () => {
  const secret = "correct-horse-battery";
  const plan = planOf(
    change("aws_x.a", ["update"], {
      before: { password: "other-secret-1" },
      after: { password: secret },
      before_sensitive: { password: true },
      after_sensitive: { password: true },
    }),
  );
  const spellings = [secret, Buffer.from(secret).toString("base64"), Buffer.from(secret).toString("hex")];

  test.each(spellings)("are in no text, also as %s", (spelling) => {
    const text = `it is ${spelling}!`;
    const comparison: Comparison = {
      spec: [{ path: text, site: text, kind: "renamed", before: text, after: text, by: text, from: text }],
      deltas: [{ site: text, figure: "rent", of: text, before: text, after: text, by: text }],
      findings: {
        ...nothing.findings,
        fleet: text,
        new: [finding(text, { message: text, phase: text, unit: text, observed: text, limit: text, hint: text })],
        fixed: [finding(text)],
        waived: [finding(text, { waived: text })],
        unchanged: { error: 0, warning: 1, note: 0, list: [finding(text)] },
      },
    };
    const review = buildReview([stack("a", plan)], { comparison });
    expect(JSON.stringify(review)).not.toContain(spelling);
    expect(renderMarkdown(review, rooms.summary).text).not.toContain(spelling);
    expect(review.spec?.[0]?.before).toBe("it is (sensitive)!");
    expect(review.findings?.new[0]?.observed).toBe("it is (sensitive)!");
  });

  test("in a label of the spec are taken out on the way from the documents", () => {
    const labelled = changed(newYork(), (text) =>
      text.replace('"name":"gb300"', `"labels":{"note":"${secret}"},"name":"gb300"`),
    );
    const review = buildReview([stack("a", plan)], { comparison: compareFleets(newYork(), labelled, "2026-11-28") });
    expect(review.spec).toMatchObject([{ kind: "added", after: "note (sensitive)" }]);
  });

  test("that give themselves away are not shown, whether a plan knows them or not", () => {
    const key = `AKIA${"A1B2C3D4E5F6G7H8"}`;
    const source = changed(newYork(), (text) => text.replace("liquid cooling by a cold lake", key));
    const { spec } = buildReview([stack("a")], { comparison: compareFleets(newYork(), source, "2026-11-28") });
    expect(JSON.stringify(spec)).not.toContain(key);
    expect(spec).toMatchObject([{ after: "1.2, assumed, source: (an access key of AWS, not shown)" }]);
  });
});

import { createHash } from "node:crypto";
import { MOST_ATTRIBUTES } from "../../../review/html/changes";
import { allColours, contrast, drawn, page, status } from "../../../review/html/colours";
import { renderPage } from "../../../review/html/page";
import { script } from "../../../review/html/script";
import { buildReview } from "../../../review/report/build-review";
import { change, planOf, stack } from "../support";
import { labFleet, pageOf } from "./fleets";
import { hostile, unseen } from "./hostile";

const asOf = "2026-11-28";

/** What elements a page has, each start tag once. */
const tags = (html: string): string[] => [...html.matchAll(/<([a-z][\w-]*)([^>]*)>/gi)].map(([tag]) => tag);

describe("a page", () => {
  const html = pageOf({}, { machines: 18, rows: "r[01-03]", feeder: "ups-a", second: "2027-06-01", byHand: "r02-03" });

  test("is one file that needs nothing and may load nothing", () => {
    const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy.split("; ")[0]).toBe("default-src 'none'");
    const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const [style, code] = [/<style>([\s\S]*?)<\/style>/, /<script>([\s\S]*?)<\/script>/].map(
      (form) => form.exec(html)?.[1] ?? "",
    );
    expect(policy).toContain(`style-src ${hash(style ?? "")};`);
    expect(policy).toContain(`script-src ${hash(code ?? "")};`);
    expect(html.match(/<script/g)).toHaveLength(1);
    // No other file, no address, no attribute that a policy without 'unsafe-inline' would refuse.
    for (const tag of tags(html)) {
      expect(tag).not.toMatch(/\s(src|style|on\w+|srcset|action|data)=/);
      expect(/\shref="([^"]*)"/.exec(tag)?.[1] ?? "#").toMatch(/^#/);
    }
    expect(style).not.toMatch(/@import|https?:/);
  });

  test("has a script that writes text alone", () => {
    expect(script).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(|setTimeout|fetch|XMLHttp|import\(|<\//,
    );
    expect(script).toContain("textContent");
  });

  test("has every picture: map, capacity, hall, one-line diagram, fabric, rack", () => {
    for (const title of [
      "Map of 1 site",
      "critical IT power over time in MW",
      "Hall h1 of lab, after",
      "One-line diagram of The lab, before",
      "Fabric compute, after",
      "lab, hall h1: rack r02-03",
    ])
      expect(html).toContain(title);
    expect(html.match(/role="img"/g)?.length).toBe(html.match(/<svg class="(drawing|chart|map)/g)?.length);
  });

  test("tells what differs by a sign and a pattern, and in a table", () => {
    for (const each of ["added", "changed", "moved"]) {
      expect(html).toContain(`href="#sign-${each}"`);
      expect(html).toContain(`fill="url(#pattern-${each})"`);
    }
    expect(html).toContain("What differs in Hall h1");
    expect(html).toContain("r02-03, moved from r02-04: train/h100, 2 machines: 2 dgx-h100");
  });

  test("has each id once, and names none that is not there", () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
    const named = [...html.matchAll(/(?:aria-labelledby|aria-describedby|href)="#?([^"]+)"/g)].flatMap(([, all = ""]) =>
      all.split(" "),
    );
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("has headings in order, captions on tables, and one main part", () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.slice(1).every((level, index) => level - (levels[index] ?? 0) <= 1 && level > 1)).toBe(true);
    expect(html.match(/<table/g)?.length).toBe(html.match(/<caption/g)?.length);
    for (const part of ["<main", "<header", "<nav", "<footer"]) expect(html.split(part)).toHaveLength(2);
  });

  test("is the same each time", () => {
    expect(pageOf({}, { machines: 15 })).toBe(pageOf({}, { machines: 15 }));
  });
});

describe("a page without something", () => {
  test("of a base shows what is, and marks nothing", () => {
    const html = pageOf(undefined, {});
    expect(html).toContain("Hall h1 of lab");
    expect(html).not.toMatch(/class="over over-|type="radio"|What differs in/);
    expect(html).toContain("not compared with a base");
  });

  test("of fleets says why it has no pictures", () => {
    const html = pageOf(undefined, undefined);
    expect(html).toContain("There are no pictures: the output has no fleet.json that this version reads");
    expect(html).toContain("CHANGES");
  });

  test("of one fleet says that the other side is not shown", () => {
    const { document } = { document: labFleet() };
    const review = buildReview([stack("lab")], {});
    const html = renderPage({ review, redact: (text) => text, asOf, base: undefined, head: document, hasBase: true });
    expect(html).toContain("Pictures show one side alone");
  });

  test("of differences draws each picture once", () => {
    const html = pageOf({}, {});
    expect(html.match(/<title id="t\d+">Hall h1 of lab/g)).toHaveLength(1);
    expect(html).toContain("The same in base and head.");
  });
});

test("a page of a simulation says so before anything that it says", () => {
  const review = buildReview([stack("lab"), stack("other", {}, { unplanned: "unchanged" })], { isSimulated: true });
  const html = renderPage({ review, redact: (text) => text, asOf, base: undefined, head: undefined, hasBase: true });
  expect(html).toContain("<title>SIMULATED: review of a change</title>");
  expect(html.indexOf("no cloud was asked.")).toBeGreaterThan(html.indexOf("no change found by simulation"));
  expect(html.indexOf("no cloud was asked.")).toBeLessThan(html.indexOf('class="counters"', html.indexOf("<body")));
});

describe("what is too large", () => {
  test("for a picture is named, with the file that has it", () => {
    // 13 rows of 1,000 positions.
    const html = pageOf(undefined, { rows: "r[01-13]", racks: 1000 });
    expect(html).toContain(
      `Not shown: 13,000 things are too many for a page, of which 12,000 is the most: the picture is in drawings/hall-h1.svg`,
    );
    expect(html).toContain("Fabric compute");
  });

  test("for a list of changes is left out, and that is said", () => {
    const value = "x".repeat(1900);
    const many = Math.ceil(MOST_ATTRIBUTES / 1900);
    const changes = Array.from({ length: many }, (_, index) =>
      change(`a.b[${index}]`, ["create"], { after: { text: value } }),
    );
    const html = pageOf(undefined, undefined, [stack("large", planOf(...changes))]);
    expect(html).toContain("6 million characters, are left out");
    expect(html.length).toBeLessThan(3_000_000);
    expect(html).toContain(`a.b[${many - 1}]`);
  });
});

describe("a page of hostile texts", () => {
  const stacks = [...hostile, unseen].map((words, index) =>
    stack(`stack-${index}`, {
      resource_changes: [
        change(
          `aws_x.a["${words}"]`,
          ["delete", "create"],
          { before: { [words]: words }, after: { [words]: `${words}!` } },
          { action_reason: words, previous_address: words },
        ),
      ],
      output_changes: { [words]: { actions: ["create"], before: null, after: words, after_unknown: false } },
      checks: [{ address: { to_display: words }, status: "fail", instances: [{ problems: [{ message: words }] }] }],
    }),
  );
  const html = pageOf({}, { displayName: hostile.join(" ") }, stacks);

  test("has no element and no attribute of theirs", () => {
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<style/g)).toHaveLength(1);
    expect(html).not.toMatch(/<img|<!--|\u202e|\u2066|\u200b/);
    expect(html).not.toContain(String.fromCharCode(0));
    for (const tag of tags(html)) {
      expect(tag).not.toMatch(/\son\w+=/);
      expect(tag).not.toMatch(/javascript:|example\.com/);
    }
    expect(html).toContain("&lt;/script&gt;");
  });
});

describe("a page of plans with a secret", () => {
  const secret = 'correct-"horse"-battery';
  const encoded = Buffer.from(`ab${secret}cd`).toString("base64");
  const core = Buffer.from(secret).toString("base64").slice(0, 20);
  const stacks = [
    stack("lab", {
      resource_changes: [
        change("a.b", ["update"], {
          before: { password: "old-secret-1", note: secret, code: encoded },
          after: { password: secret, note: `${secret}!`, code: `${encoded}=` },
          before_sensitive: { password: true },
          after_sensitive: { password: true },
        }),
      ],
    }),
  ];

  test("does not tell it, whether a plan says it, a spec does, or a picture", () => {
    const html = pageOf({ displayName: "plain" }, { displayName: secret }, stacks);
    for (const trace of [
      secret,
      secret.replaceAll('"', "&quot;"),
      JSON.stringify(secret).slice(1, -1),
      encoded.slice(4, 24),
      core,
      "old-secret-1",
      "horse",
    ])
      expect(html).not.toContain(trace);
    expect(html).toContain("One-line diagram of (sensitive)");
  });
});

describe("colours", () => {
  const sides = [
    (colour: (typeof allColours)[number]) => colour.light,
    (colour: (typeof allColours)[number]) => colour.dark,
  ];
  // WCAG 2.2, 1.4.3: 4.5 for text; 1.4.11: 3 for what is needed to understand a picture.
  const fills = [
    "#ffffff",
    "#f5f7fa",
    "#fbeae5",
    "#e6f1fa",
    "#d9dee3",
    "#b8d8f0",
    "#fbd9a5",
    "#b2e2d3",
    "#f0c8dc",
    "#f6eda0",
    "#f5c3ab",
    "#cdc7ea",
    "#d3dce2",
  ];

  test.each(["light", "dark"])("of text are read on every ground, %s", (scheme) => {
    const of = sides[scheme === "light" ? 0 : 1] ?? (() => "");
    const texts = [page.text, page.muted, page.accent, ...Object.values(status)];
    const low = texts.flatMap((text) =>
      [page.ground, page.panel].flatMap((ground) =>
        contrast(of(text), of(ground)) >= 4.5 ? [] : [`${text.name} on ${ground.name}`],
      ),
    );
    const inks = ["#1f2933", "#52606d"].flatMap((ink) =>
      fills.flatMap((fill) => {
        const [text, ground] = [drawn[ink], drawn[fill]];
        return text !== undefined && ground !== undefined && contrast(of(text), of(ground)) >= 4.5
          ? []
          : [`${ink} on ${fill}`];
      }),
    );
    const signs = Object.values(status).flatMap((each) =>
      contrast(of(each), of(page.ground)) >= 4.5 ? [] : [each.name],
    );
    expect([...low, ...inks, ...signs]).toEqual([]);
  });

  test("are apart as the recommendation reckons it", () => {
    // Its own examples: black on white 21, #767676 on white just above 4.5.
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#767676", "#ffffff")).toBeGreaterThan(4.5);
    expect(contrast("#777777", "#ffffff")).toBeLessThan(4.5);
  });

  test("of drawings are all known: none stays light on a dark ground", () => {
    const html = pageOf({}, { machines: 18, rows: "r[01-03]" });
    expect(html).not.toMatch(/(fill|stroke)[:=]"?#[0-9a-f]{3,6}/);
  });
});

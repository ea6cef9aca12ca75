import fc from "fast-check";
import { renderPage } from "../../review/html/page";
import { renderMarkdown } from "../../review/markdown/render";
import { rooms } from "../../review/markdown/rooms";
import { redactorOf } from "../../review/redact/redactor";
import { buildReview, redactorOfPlans } from "../../review/report/build-review";
import { changed } from "./fleets";
import { labFleet } from "./html/fleets";
import { change, type Raw, stack } from "./support";

const base64 = (text: string) => Buffer.from(text, "utf8").toString("base64");
const hex = (text: string) => Buffer.from(text, "utf8").toString("hex");

/** How programs spell a value within another; `pad` is what stands before it. */
const spellings: Readonly<Record<string, (secret: string) => string>> = {
  literal: (secret) => `user:${secret}@host`,
  JSON: (secret) => JSON.stringify({ password: secret }),
  "JSON in JSON": (secret) => JSON.stringify({ policy: JSON.stringify({ password: secret }) }),
  URL: (secret) => `https://host/?p=${encodeURIComponent(secret)}&q=1`,
  form: (secret) => `p=${new URLSearchParams({ p: secret }).toString().slice(2)}`,
  hexadecimal: (secret) => hex(`ab${secret}cd`),
  "upper hexadecimal": (secret) => hex(`x${secret}y`).toUpperCase(),
  "base64 at 0": (secret) => base64(`${secret}tail`),
  "base64 at 1": (secret) => base64(`a${secret}tail`),
  "base64 at 2": (secret) => base64(`ab${secret}tail`),
  "base64 for URLs": (secret) => Buffer.from(`a${secret}z`, "utf8").toString("base64url"),
};

/** Every way in which a secret would be found in what was written. */
const traces = (secret: string): string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret),
  hex(secret),
  hex(secret).toUpperCase(),
  ...[0, 1, 2].map((offset) => {
    const encoded = base64(`${"x".repeat(offset)}${secret}`).replace(/=+$/, "");
    return encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + Buffer.byteLength(secret)) * 8) / 6));
  }),
];

const secrets = [
  "correct-horse-battery",
  "p@ss w0rd/+&=%",
  'quo"te\\back`tick|pipe',
  "-----BEGIN KEY-----\nMIIEpAIBAAKCAQEA7bq\nZ93kfj2lsdfu3hfk3hf8\n-----END KEY-----",
  "schlüssel-ключ-🔑",
  "abcdef",
];

/** A plan in which a secret stands in each of the places where plans have them, and, spelled in a way, where nothing marks it. */
function planWith(secret: string, spelled: string): Raw {
  const masked = { password: true };
  return {
    variables: { token: { value: secret } },
    configuration: { root_module: { variables: { token: { sensitive: true, default: secret } } } },
    resource_changes: [
      change(
        `aws_db_instance.a["${spelled}"]`,
        ["delete", "create"],
        {
          before: { password: "old", note: spelled, list: [spelled, "b"] },
          after: { password: secret, note: `${spelled}!`, list: ["b"], [spelled]: spelled },
          before_sensitive: masked,
          after_sensitive: masked,
          replace_paths: [[spelled]],
        },
        { previous_address: spelled, action_reason: spelled },
      ),
      change("aws_db_instance.b", ["update"], { before: { data: "a\nb" }, after: { data: `a\nb ${spelled}\nc` } }),
      change("aws_db_instance.c", ["create"], { importing: { id: spelled } }, { deposed: spelled }),
    ],
    resource_drift: [change("aws_db_instance.d", ["update"], { before: { x: spelled }, after: { x: "y" } })],
    output_changes: {
      [spelled]: {
        actions: ["create"],
        before: null,
        after: spelled,
        after_unknown: false,
        before_sensitive: false,
        after_sensitive: false,
      },
    },
    checks: [
      { address: { to_display: spelled }, status: "fail", instances: [{ problems: [{ message: `is ${spelled}` }] }] },
    ],
  };
}

/** A fleet whose pictures show the name of a site, in which a secret may stand. */
const drawn = labFleet();

const unescaped = (html: string): string =>
  html.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name) => ({ lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" })[String(name)] ?? "",
  );

describe.each(Object.entries(spellings))("a secret spelled as %s", (_, spell) => {
  test.each(secrets)("is in nothing that is written: %j", (secret) => {
    const spelled = spell(secret);
    const failed = stack(
      "broken",
      { errored: true },
      {
        failure: `stopped at ${spelled}`,
        diagnostics: [{ severity: "error", summary: `bad ${spelled}`, address: spelled }],
      },
    );
    // What one stack marks stands in another, where nothing marks it.
    const other = stack("other", {
      resource_changes: [change("aws_x.y", ["update"], { before: { v: 1 }, after: { v: spelled } })],
    });
    const stacks = [stack("db", planWith(secret, spelled)), other, failed];
    const redactor = redactorOfPlans(stacks);
    const review = buildReview(stacks, { redactor });
    const head = changed(drawn, (text) => text.replace('"The lab"', JSON.stringify(spelled)));
    const page = renderPage({ review, redact: redactor.text, asOf: "2026-11-28", base: drawn, head, hasBase: true });
    const written = [
      JSON.stringify(review),
      ...Object.values(rooms).map((room) => renderMarkdown(review, room).text),
      // A page spells some characters in a way of its own.
      page,
      unescaped(page),
    ];
    for (const trace of traces(secret)) {
      for (const text of written) expect(text).not.toContain(trace);
    }
    expect(written[0]).toContain("(sensitive)");
    expect(review.changes).not.toEqual([]);
  });
});

test("a secret under six characters is masked where it is marked, and not looked for elsewhere", () => {
  const review = buildReview([
    stack("a", {
      resource_changes: [
        change("aws_x.y", ["update"], {
          before: { pin: "1234", port: "8080" },
          after: { pin: "12345", port: "12345" },
          before_sensitive: { pin: true },
          after_sensitive: { pin: true },
        }),
      ],
    }),
  ]);
  expect(review.changes[0]?.attributes).toEqual([
    { path: "pin", before: { is: "sensitive" }, after: { is: "sensitive" } },
    { path: "port", before: { is: "value", text: '"8080"' }, after: { is: "value", text: '"12345"' } },
  ]);
});

test("a plan of a Terraform that marks nothing shows no value", () => {
  const plan = {
    format_version: "0.1",
    terraform_version: "0.13.7",
    resource_changes: [
      {
        address: "aws_x.y",
        type: "aws_x",
        change: { actions: ["update"], before: { a: "plain" }, after: { a: "other" }, after_unknown: {} },
      },
    ],
  };
  const review = buildReview([stack("a", plan)]);
  expect(review.verdict).toBe("CHANGES");
  expect(JSON.stringify(review)).not.toMatch(/plain|other/);
});

test("any secrets in any text are gone, also where they overlap", () => {
  const secret = fc
    .string({ minLength: 6, maxLength: 12, unit: fc.constantFrom("a", "b", "+", '"', "ü") })
    .filter((text) => text.trim().length >= 6);
  const part = fc.string({ maxLength: 8, unit: fc.constantFrom("a", "b", "c", " ", "\n") });
  fc.assert(
    fc.property(
      fc.array(secret, { minLength: 1, maxLength: 4 }),
      fc.array(part, { minLength: 1, maxLength: 6 }),
      fc.nat(9),
      (all, parts, seed) => {
        const spell = Object.values(spellings);
        const text = parts
          .map((each, index) => `${each}${spell[(seed + index) % spell.length]?.(all[index % all.length] ?? "") ?? ""}`)
          .join("");
        const clean = redactorOf(all).text(text);
        for (const each of all) for (const trace of traces(each.trim())) expect(clean).not.toContain(trace);
      },
    ),
  );
});

describe("escapes that others choose", () => {
  const ascii = (json: string) =>
    json.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const terraform = (json: string) => json.replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
  const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
  const inLines = (text: string) => text.replace(/.{76}/g, "$&\n");
  const written: Readonly<Record<string, (secret: string) => string>> = {
    "JSON in ASCII": (secret) => ascii(inJson(secret)),
    "JSON with escaped slashes": (secret) => inJson(secret).replaceAll("/", "\\/"),
    "what jsonencode of Terraform writes": (secret) => terraform(inJson(secret)),
    "the same, as a value of JSON": (secret) => inJson(terraform(inJson(secret))),
    "JSON within JSON within JSON": (secret) => inJson(inJson(inJson(secret))),
    "a URL as encodeURI writes it": (secret) => encodeURI(secret),
    "a URL of which all is encoded": (secret) =>
      [...Buffer.from(secret)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
    "base64 of JSON": (secret) => base64(inJson(secret)),
  };
  const secret = 'Zx9<k&y>/"q"-ключ-🔑\t!mm';

  test.each(Object.entries(written))("%s: gone", (_, spell) => {
    const spelled = spell(secret);
    const { text } = redactorOf([secret]);
    expect(text(`user:${spelled}@host`)).not.toContain(spelled);
    expect(text(`user:${spelled}@host`)).not.toContain(spelled.slice(0, Math.ceil(spelled.length / 2)));
    expect(text("user:somebody%20else@host \\u00e4")).toBe("user:somebody%20else@host \\u00e4");
  });

  test("base64 in lines of 76 characters", () => {
    const encoded = inLines(base64(`${"x".repeat(50)}${secret}${"y".repeat(50)}`));
    expect(encoded).toContain("\n");
    expect(redactorOf([secret]).text(encoded)).toBe("(sensitive)");
    expect(redactorOf([secret]).text(JSON.stringify(encoded))).toBe("(sensitive)");
  });

  test("a text of many lines, however they are indented and ended", () => {
    const key = "-----BEGIN KEY-----\nMIIabcdefghijklmnop\nqrstuv12wxy\n-----END KEY-----";
    const { text } = redactorOf([key]);
    const indented = key.split("\n").map((line) => `    ${line}`);
    for (const ending of ["\n", "\r\n"]) {
      expect(text(`key: |${ending}${indented.join(ending)}`)).not.toContain("qrstuv12wxy");
      expect(text(JSON.stringify({ key: indented.join(ending) }))).not.toContain("qrstuv12wxy");
    }
    expect(text(`kept ${key} kept`)).toBe("kept (sensitive) kept");
  });
});

describe("what is secret too", () => {
  const shown = (after: Raw, sensitive: Raw, before: Raw = {}) => {
    const sides = { before, after, before_sensitive: sensitive, after_sensitive: sensitive };
    const input = stack("a", { resource_changes: [change("aws_x.a", ["update"], sides)] });
    return renderMarkdown(buildReview([input])).text;
  };

  test("the parts of a marked text that holds JSON, of which a copy is compared by its parts", () => {
    const conf = (password: string) => JSON.stringify({ db: { password, port: 5432 } });
    const [old, fresh] = ["old-Passw0rd-111", "new-Passw0rd-222"];
    const text = shown(
      { marked: conf(fresh), copy: conf(fresh) },
      { marked: true },
      { marked: conf(old), copy: conf(old) },
    );
    expect(text).toContain("copy.db.password");
    for (const secret of [old, fresh]) expect(text).not.toContain(secret);
  });

  test("a marked number", () => {
    const text = shown({ pin: 84736251, other: 84736251, url: "https://x/?p=84736251&q=1" }, { pin: true });
    expect(text).toContain("https://x/?p=(sensitive)&q=1");
    expect(text).not.toContain("84736251");
  });

  test("an output of a plan that marks nothing, and changes nothing else", () => {
    const output_changes = { pin: { actions: ["create"], before: null, after: "ab12", after_unknown: false } };
    const text = renderMarkdown(buildReview([stack("a", { resource_changes: [], output_changes })])).text;
    expect(text).toContain("`pin`");
    expect(text).not.toContain("ab12");
  });
});

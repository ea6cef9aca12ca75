import { PlanError, readPlan } from "../../review/plan/read-plan";
import { resourceChanges } from "../../review/plan/resource-change";
import { buildReview } from "../../review/report/build-review";
import { change, planBytes, planOf, stack } from "./support";

const text = JSON.stringify({ format_version: "1.2", resource_changes: [change('aws_x.y["ü"]', ["create"])] });
const utf16be = (given: string) => Buffer.from(given, "utf16le").swap16();

test.each([
  ["UTF-8", Buffer.from(text)],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`)],
  ["UTF-16, little end first, with a mark", Buffer.from(`\ufeff${text}`, "utf16le")],
  ["UTF-16, little end first", Buffer.from(text, "utf16le")],
  ["UTF-16, big end first, with a mark", utf16be(`\ufeff${text}`)],
  ["UTF-16, big end first", utf16be(text)],
])("a plan in %s is read", (_, bytes) => {
  expect(resourceChanges(readPlan(bytes)).map(({ address }) => address)).toEqual(['aws_x.y["ü"]']);
});

test.each([
  ["nothing", "", "it is no JSON"],
  ["the stream of plan -json", '{"@level":"info"}\n{"@level":"info"}', "it is no JSON"],
  ["one line of it", '{"@level":"info"}', "it has no format_version"],
  ["a list", "[]", "must be one JSON object"],
  ["a state", '{"format_version":"1.0","values":{}}', "it is a state, not a plan"],
  [
    "a later major version",
    '{"format_version":"2.0"}',
    'the format of the plan is "2.0"; known are the versions 0.x and 1.x',
  ],
  ["a version that is none", '{"format_version":"one"}', 'the format of the plan is "one"'],
])("%s is refused, and what it holds is not repeated", (_, given, message) => {
  expect(() => readPlan(Buffer.from(given))).toThrow(PlanError);
  expect(() => readPlan(Buffer.from(given))).toThrow(message);
  expect(() => readPlan(Buffer.from('{"secret": hunter2}'))).not.toThrow("hunter2");
});

test("bytes that are no text are refused", () => {
  expect(() => readPlan(Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22]))).toThrow("no UTF-8 text");
});

test("fields and minor versions that are not known are ignored", () => {
  const plan = readPlan(planBytes({ format_version: "1.9", action_invocations: [{}], new_things: 1 }));
  expect(resourceChanges(plan)).toEqual([]);
});

test("an action that is not known shows its name and address only, and makes the review incomplete", () => {
  const review = buildReview([
    stack("A", planOf(change("aws_x.y", ["transmute"], { before: { a: "b" }, after: { a: "c" } }))),
  ]);
  expect(review.verdict).toBe("INCOMPLETE");
  expect(review.stacks[0]).toMatchObject({ state: "failed", note: expect.stringContaining("not known") });
  expect(review.changes).toMatchObject([{ address: "aws_x.y", action: "unknown", attributes: [] }]);
  expect(Object.values(review.counters)).toEqual([0, 0, 0, 0, 0, 0]);
});

describe("what a plan says beside its changes", () => {
  const of = (parts: Parameters<typeof stack>[1]) => buildReview([stack("A", parts)]);

  test("a taint has a reason and no paths; paths force a replacement", () => {
    const tainted = change("aws_x.a", ["delete", "create"], {}, { action_reason: "replace_because_tainted" });
    const forced = change(
      "aws_x.b",
      ["create", "delete"],
      { before: { name: "a", size: 1 }, after: { name: "b", size: 2 }, replace_paths: [["name"]] },
      { action_reason: "replace_because_cannot_update" },
    );
    const [one, other] = of(planOf(tainted, forced)).changes;
    expect(one).toMatchObject({ order: "deleteFirst", reasons: [expect.stringContaining("tainted")] });
    expect(other).toMatchObject({
      order: "createFirst",
      reasons: ["cannot be changed in place", "forced by name"],
      attributes: [
        { path: "name", forcesReplacement: true },
        { path: "size", after: { text: "2" } },
      ],
    });
    expect(other?.attributes[1]).not.toHaveProperty("forcesReplacement");
  });

  test("an import is counted apart, with any action", () => {
    const review = of(planOf(change("aws_x.a", ["no-op"], { importing: { id: "i-1" } })));
    expect(review).toMatchObject({ verdict: "CHANGES", imports: 1, counters: { create: 0, update: 0 } });
    expect(review.changes).toMatchObject([{ importing: "i-1" }]);
  });

  test("a move of what changes is both", () => {
    const review = of(planOf(change("aws_x.b", ["update"], {}, { previous_address: "aws_x.a" })));
    expect(review).toMatchObject({ verdict: "CHANGES", counters: { update: 1, move: 1 } });
  });

  test("drift is told apart, and whether the plan answers to it", () => {
    const review = of({
      resource_drift: [
        change("aws_x.a", ["update"], { before: { a: 1 }, after: { a: 2 } }),
        change("aws_x.b", ["delete"]),
        change("data.aws_x.c", ["read"]),
      ],
      relevant_attributes: [{ resource: "aws_x.a", attribute: ["a"] }],
    });
    expect(review.verdict).toBe("NONE");
    expect(review.drift.map(({ address, isRelevant }) => [address, isRelevant])).toEqual([
      ["aws_x.a", true],
      ["aws_x.b", false],
    ]);
  });

  test("outputs that change are a change, those that do not are none", () => {
    const output = (actions: string[], after: unknown) => ({
      actions,
      before: 1,
      after,
      after_unknown: false,
      before_sensitive: false,
      after_sensitive: false,
    });
    expect(of({ output_changes: { a: output(["no-op"], 1) } }).verdict).toBe("NONE");
    expect(of({ output_changes: { a: output(["update"], 2) } })).toMatchObject({
      verdict: "CHANGES",
      outputs: [{ name: "a", attributes: [{ before: { text: "1" }, after: { text: "2" } }] }],
    });
  });

  test("a check that fails is named, one that passes or is decided later is not", () => {
    const check = (name: string, status: string) => ({
      address: { to_display: name },
      status,
      instances: [{ status, problems: status === "fail" ? [{ message: "no backup" }] : [] }],
    });
    const review = of({ checks: [check("check.a", "pass"), check("check.b", "fail"), check("check.c", "unknown")] });
    expect(review.checks).toEqual([{ stack: "A", address: "check.b", status: "fail", messages: ["no backup"] }]);
  });

  test("of a write-only value one sees that it may change", () => {
    const review = of(
      planOf(change("aws_x.a", ["update"], { before: { key_wo_version: 1 }, after: { key_wo_version: 2 } })),
    );
    expect(review.changes[0]?.attributes).toContainEqual({ path: "key_wo", note: "write-only value may change" });
  });

  test("a plan of some objects only is a part", () => {
    const part = (more: object) => of({ complete: false, ...planOf(change("aws_x.a", ["create"])), ...more });
    expect(part({})).toMatchObject({
      verdict: "INCOMPLETE",
      stacks: [{ note: expect.stringContaining("limited to some") }],
    });
    const later = ["b", "c", "d", "e"].map((name) => ({
      reason: "x",
      resource_change: change(`aws_x.${name}`, ["create"]),
    }));
    expect(part({ deferred_changes: later }).stacks[0]?.note).toContain(
      "leaves aws_x.b, aws_x.c, aws_x.d and 1 more for later",
    );
  });
});

describe("stacks", () => {
  const none = stack("A");
  test("without a plan are missing, and those that are gone leave what they made", () => {
    expect(buildReview([none, { name: "B" }])).toMatchObject({
      verdict: "INCOMPLETE",
      stacks: [{}, { state: "missing" }],
    });
    expect(buildReview([none, { name: "B", unplanned: "removed" }])).toMatchObject({
      verdict: "FORGETS",
      stacks: [{}, { state: "removed", note: expect.stringContaining("what it made stays") }],
    });
    expect(buildReview([none, { name: "B", unplanned: "unchanged" }]).verdict).toBe("NONE");
  });

  test("are in natural order", () => {
    const names = ["s-10", "s-2", "a"].map((name) => stack(name));
    expect(buildReview(names).stacks.map(({ name }) => name)).toEqual(["a", "s-2", "s-10"]);
  });
});

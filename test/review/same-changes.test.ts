import { differences } from "../../review/apply/same-changes";
import { readPlan } from "../../review/plan/read-plan";

interface Change {
  readonly address?: string;
  readonly deposed?: string;
  readonly previous_address?: string;
  readonly actions: readonly string[];
  readonly before?: object | null;
  readonly after?: object | null;
  readonly unknown?: object;
}

const plan = (changes: readonly Change[], outputs: object = {}) =>
  readPlan(
    Buffer.from(
      JSON.stringify({
        format_version: "1.2",
        output_changes: outputs,
        resource_changes: changes.map(
          ({ address = "x.y", actions, before = null, after = null, unknown = {}, ...rest }) => ({
            address,
            type: "x",
            ...rest,
            change: { actions, before, after, after_unknown: unknown, before_sensitive: {}, after_sensitive: {} },
          }),
        ),
      }),
    ),
  );

const update = (after: object, unknown: object = {}): Change => ({
  actions: ["update"],
  before: { size: 1 },
  after,
  unknown,
});

/** What a first plan does not tell of a second one. */
const found = (reviewed: readonly Change[], now: readonly Change[], isResumed = false) =>
  differences(plan(reviewed), plan(now), isResumed);

describe("what a plan would do beside what was reviewed", () => {
  test.each<[string, Change[], Change[], string[]]>([
    ["the same", [update({ size: 2 })], [update({ size: 2 })], []],
    ["another value", [update({ size: 2 })], [update({ size: 3 })], ["x.y: size is not as reviewed"]],
    ["one more attribute", [update({ size: 2 })], [update({ size: 2, b: 1 })], ["x.y: b is not as reviewed"]],
    ["one attribute less", [update({ size: 2, b: 1 })], [update({ size: 2 })], ["x.y: b is not as reviewed"]],
    [
      "a replacement in place of an update",
      [update({ size: 2 })],
      [{ actions: ["delete", "create"], before: { size: 1 }, after: { size: 2 } }],
      ["x.y: replace (deleteFirst), where update was reviewed"],
    ],
    [
      "the other order",
      [{ actions: ["create", "delete"], before: { size: 1 }, after: { size: 2 } }],
      [{ actions: ["delete", "create"], before: { size: 1 }, after: { size: 2 } }],
      ["x.y: replace (deleteFirst), where replace (createFirst) was reviewed"],
    ],
    [
      "something new",
      [],
      [{ address: "x.z", actions: ["delete"], before: { size: 1 } }],
      ["x.z: delete, which was not reviewed"],
    ],
    ["something that is gone", [update({ size: 2 })], [], ["x.y: no longer changes"]],
    ["a value that is known now", [update({}, { size: true })], [update({ size: 9 })], []],
    ["a part that is known now", [update({}, { size: true })], [update({ size: { a: [1] } })], []],
    ["an unknown that turned out to be the same", [update({ size: 1 }, { size: true })], [], []],
    [
      "beside a value that is known now, another",
      [update({ a: 1 }, { size: true })],
      [update({ a: 2, size: 9 })],
      ["x.y: a is not as reviewed"],
    ],
    // `sizes` begins with `size`, and is not within it.
    [
      "a name that begins alike",
      [update({}, { size: true })],
      [update({ size: 1, sizes: 2 })],
      ["x.y: sizes is not as reviewed"],
    ],
    [
      "another old address",
      [{ actions: ["no-op"], previous_address: "x.a", before: { s: 1 }, after: { s: 1 } }],
      [{ actions: ["no-op"], previous_address: "x.b", before: { s: 1 }, after: { s: 1 } }],
      ["x.y: noop, moved from x.b, where noop, moved from x.a was reviewed"],
    ],
    ["data that is read", [], [{ address: "data.x.y", actions: ["read"] }], []],
  ])("%s", (_, reviewed, now, expected) => {
    expect(found(reviewed, now)).toEqual(expected);
  });

  test("compares values that are sensitive, and shows none", () => {
    const [one, other] = ["first-secret", "second-secret"].map((password) =>
      plan([{ actions: ["update"], before: { password: "old" }, after: { password } }]),
    );
    if (one === undefined || other === undefined) throw new Error("there are two");
    expect(differences(one, other, false)).toEqual(["x.y: password is not as reviewed"]);
  });

  test("compares outputs", () => {
    const net = (after: string) => ({ net: { actions: ["update"], before: "a", after, after_unknown: false } });
    expect(differences(plan([], net("b")), plan([], net("b")), false)).toEqual([]);
    expect(differences(plan([], net("b")), plan([], net("c")), false)).toEqual([
      "output net: its value is not as reviewed",
    ]);
  });

  test("is content with a part once another part is done, and with nothing else", () => {
    const two: Change[] = [update({ size: 2 }), { address: "x.z", actions: ["delete"], before: { size: 1 } }];
    expect(found(two, two.slice(1), true)).toEqual([]);
    expect(found(two, [], true)).toEqual([]);
    expect(found(two, [{ address: "x.w", actions: ["create"], after: {} }], true)).toEqual([
      "x.w: create, which was not reviewed",
    ]);
  });

  test("knows what is left of a replacement that was broken off", () => {
    const replaced: Change[] = [
      { actions: ["delete", "create"], before: { size: 1, name: "n" }, after: { size: 2, name: "n" } },
    ];
    const created: Change = { actions: ["create"], after: { size: 2, name: "n" } };
    expect(found(replaced, [created], true)).toEqual([]);
    expect(found(replaced, [created], false)).not.toEqual([]);
    expect(found(replaced, [{ actions: ["create"], after: { size: 3, name: "n" } }], true)).not.toEqual([]);
    const old: Change = { deposed: "00ab", actions: ["delete"], before: { size: 1, name: "n" } };
    expect(found(replaced, [old], true)).toEqual([]);
    expect(found(replaced, [old], false)).toContain("x.y (deposed 00ab): delete, which was not reviewed");
  });
});

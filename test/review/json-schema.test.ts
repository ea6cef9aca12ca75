import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import fc from "fast-check";
import { buildReview } from "../../review/report/build-review";
import { Review } from "../../review/report/schema";
import { root } from "../support/temp";
import { change, planOf, stack } from "./support";

const committed = JSON.parse(readFileSync(join(root, "docs", "schemas", "v1alpha1", "review.json"), "utf8"));
const follows = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(committed);

const review = buildReview([
  stack("a", {
    ...planOf(
      change("aws_vpc.v", ["delete", "create"], { before: { a: "1", b: "x\ny" }, after: { a: "2", b: "x\nz" } }),
      change("aws_iam_role.r", ["update"], { before: { p: 1 }, after: {}, after_unknown: { p: true } }),
    ),
    output_changes: { o: { actions: ["create"], before: null, after: 1, after_unknown: false } },
    resource_drift: [change("aws_x.a", ["update"])],
  }),
  { name: "b", diagnostics: [{ severity: "error", summary: "bad", address: "aws_vpc.w" }], failure: "it failed" },
]);

test("the published schema is that of a review, with what its fields mean", () => {
  expect(committed).toMatchObject({
    $id: "https://siteform.dev/schemas/v1alpha1/review.json",
    title: "Review",
    properties: { counters: { description: expect.stringMatching(/^Over the stacks that were planned/) } },
  });
});

test("a review follows it", () => {
  expect(review.changes).toHaveLength(2);
  expect(follows(review)).toBe(true);
});

/** Where each value within another stands. */
function paths(value: unknown, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [at];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [at, ...inner.flatMap(([key, each]) => paths(each, [...at, key]))];
}

/** A value with something else at a path. */
function put(value: unknown, [step, ...rest]: readonly (string | number)[], other: unknown): unknown {
  if (step === undefined) return other;
  if (Array.isArray(value)) return value.with(Number(step), put(value[Number(step)], rest, other));
  return typeof value === "object" && value !== null
    ? { ...value, [step]: put(Reflect.get(value, step), rest, other) }
    : value;
}

test("whatever is changed in a review, the published schema and the reader of `siteform post` say the same of it", () => {
  const verdicts = new Set<boolean>();
  fc.assert(
    fc.property(
      fc.constantFrom(...paths(review)),
      fc.constantFrom<unknown>(1, -1, 1.5, "x", "noop", "value", null, true, {}, [], { misspelt: 1 }, [{}]),
      (path, other) => {
        const wrong = put(review, path, other);
        const isReview = Review.safeParse(wrong).success;
        verdicts.add(isReview);
        expect(follows(wrong)).toBe(isReview);
      },
    ),
    { numRuns: 1000 },
  );
  expect(verdicts).toEqual(new Set([true, false]));
});

import fc from "fast-check";
import type { FleetDocument } from "../../constructs/model";
import { specDiff } from "../../review/spec/diff";
import { goldenFleet } from "./fleets";

type Json = null | boolean | number | string | Json[] | { [field: string]: Json };

/** Every plain value of a document, as the way to it. */
function leaves(value: Json, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [way];
  return Array.isArray(value)
    ? value.flatMap((each, index) => leaves(each, [...way, index]))
    : Object.entries(value).flatMap(([field, each]) => leaves(each, [...way, field]));
}

/** A document in which one plain value is another. */
function withOther(value: Json, [step, ...rest]: readonly (string | number)[]): Json {
  if (step === undefined) return otherThan(value);
  if (Array.isArray(value)) return value.map((each, index) => (index === step ? withOther(each, rest) : each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) => [field, field === step ? withOther(each, rest) : each]),
  );
}

const otherThan = (value: Json): Json =>
  typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `${String(value)}9`;

describe.each(["data-centers", "aws-per-cluster", "google-tpus", "azure-training"])(
  "any fleet, such as %s,",
  (name) => {
    const document = goldenFleet(name);
    const json: Json = JSON.parse(JSON.stringify(document.spec));
    const ways = leaves(json);

    test("does not differ from itself, nor from a copy with its fields in another order", () => {
      expect(specDiff(document, document)).toEqual([]);
      const turned = JSON.parse(JSON.stringify(document), (_, value) =>
        typeof value === "object" && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      );
      expect(specDiff(document, turned)).toEqual([]);
    });

    test("differs where any one value of it is another, and the other way round", () => {
      expect(ways.length).toBeGreaterThan(20);
      fc.assert(
        fc.property(fc.constantFrom(...ways), (way) => {
          const spec: FleetDocument["spec"] = JSON.parse(JSON.stringify(withOther(json, way)));
          const other = { ...document, spec };
          const [there, back] = [specDiff(document, other), specDiff(other, document)];
          expect([there.length > 0, back.length > 0]).toEqual([true, true]);
          // What is told lies where the value is.
          for (const { path } of there) expect(path).toMatch(new RegExp(`^${String(way[0])}(\\.|\\[|$)`));
        }),
        { numRuns: 150 },
      );
    });

    test("differs in nothing but one line a site where it had no sites", () => {
      const empty = { ...document, spec: { ...document.spec, sites: [] } };
      const found = specDiff(empty, document);
      expect(found.map(({ kind, path }) => `${kind} ${path}`)).toEqual(
        document.spec.sites.map((each) => `added sites.${each.name}`),
      );
    });
  },
);

import fc from "fast-check";
import { FleetDocument, isWithin, readFleet } from "../../constructs/model";
import { aFleet } from "./raw-fleet";

type Path = readonly (string | number)[];

/** Every place in a value, the value itself first. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inside = Array.isArray(value)
    ? value.flatMap((item, index) => places(item, [...path, index]))
    : Object.entries(value).flatMap(([key, item]) => places(item, [...path, key]));
  return [path, ...inside];
}

/** A copy with something else at a place; the key is left out when that is undefined. */
function put(value: unknown, [step, ...rest]: Path, given: unknown): unknown {
  if (step === undefined) return given;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? put(item, rest, given) : item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, key === step ? put(item, rest, given) : item] as const)
      .filter(([, item]) => item !== undefined),
  );
}

/** Puts a key into the object at a place. */
function add(value: unknown, path: Path, key: string, given: unknown): unknown {
  const at = path.reduce<unknown>(
    (inner, step) => (Object(inner) === inner ? Reflect.get(Object(inner), step) : inner),
    value,
  );
  return typeof at === "object" && at !== null && !Array.isArray(at)
    ? put(value, path, Object.fromEntries([...Object.entries(at), [key, given]]))
    : value;
}

const anything = fc.oneof(
  fc.constantFrom(undefined, null, true, 0, -1, 1.5, Number.NaN, Infinity, "", "x", "300 MW", "leased", [], {}),
  fc.constantFrom<unknown>(
    [null],
    [{}],
    { kind: "leased" },
    { name: "lab" },
    { value: 3 },
    new Date(0),
    new Map(),
    10n,
    Symbol("s"),
  ),
  fc.jsonValue({ maxDepth: 3 }),
);
const key = fc.constantFrom(
  "name",
  "id",
  "kind",
  "spec",
  "tenure",
  "lease",
  "__proto__",
  "constructor",
  "toString",
  "x y",
);
const place = fc.constantFrom(...places(aFleet()));
const mutation = fc.oneof(
  fc.record({ place, given: anything }).map((change) => (value: unknown) => put(value, change.place, change.given)),
  fc
    .record({ place, key, given: anything.filter((given) => given !== undefined) })
    .map((change) => (value: unknown) => add(value, change.place, change.key, change.given)),
);
const mutated = fc
  .array(mutation, { minLength: 1, maxLength: 6 })
  .map((changes) => changes.reduce<unknown>((value, change) => change(value), aFleet()));

describe("reading any fleet whatever", () => {
  test("ends with a document in the right form, and with findings exactly when something was left out", () => {
    fc.assert(
      fc.property(mutated, (raw) => {
        const { document, findings, omitted } = readFleet(raw);
        expect(FleetDocument.safeParse(document).data).toEqual(document);
        expect(findings.length === 0).toBe(FleetDocument.safeParse(raw).success);
        expect(omitted.length === 0).toBe(findings.length === 0);
      }),
      { numRuns: 500 },
    );
  });

  test("every finding says something in words, in a place", () => {
    fc.assert(
      fc.property(mutated, (raw) => {
        for (const { path, message, rule, severity } of readFleet(raw).findings) {
          expect([rule, severity]).toEqual(["SCHEMA", "error"]);
          expect(path).not.toBe("");
          expect(message).toMatch(/^(must |is missing; must |is not a field here; there are )\S/);
          expect(message).not.toMatch(/undefined|\[object|Invalid|expected|Too (small|big)/);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("one wrong value in one site leaves every other site as it was", () => {
    const whole = readFleet(aFleet()).document.spec.sites;
    const inside = places(aFleet()).filter((path) => path[1] === "sites" && path.length > 2);
    fc.assert(
      fc.property(fc.constantFrom(...inside), anything, (path, given) => {
        const { document, findings } = readFleet(put(aFleet(), path, given));
        const others = whole.filter((_, index) => index !== path[2]);
        expect(document.spec.sites.filter((site) => others.some((other) => other.name === site.name))).toEqual(
          expect.arrayContaining(others),
        );
        for (const finding of findings) expect(isWithin(finding.path, "sites")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { costJson } from "../../constructs/emit/cost/json";
import { CostReportSchema } from "../../constructs/emit/cost/schema";
import { expandFleet } from "../../constructs/ledger";
import { costReport } from "../../constructs/ledger/cost";
import { planningContextOf } from "../../constructs/owned/allocation/planning-context";
import { referenceFleet } from "../../stacks/reference-fleet";
import { cloud, leasedSite } from "../ledger/capacity/support";
import { book, report } from "../ledger/cost/support";
import { ownedSite, phase } from "../rules/support";
import { root } from "../support/temp";

const committed = JSON.parse(readFileSync(join(root, "docs", "schemas", "v1alpha1", "cost-report.json"), "utf8"));
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
addFormats(ajv);
const follows = ajv.compile(committed);

/** What is written, as whoever reads it has it. */
const written = (name: string, made: Parameters<typeof costJson>[1]): unknown =>
  JSON.parse(JSON.stringify(costJson(name, made)));

const { spec } = expandFleet(referenceFleet().validate({ asOf: "2026-11-29" }).document);
const reference = written(
  "reference",
  costReport(spec, { machine: planningContextOf(spec).machine, asOf: "2026-11-29", until: "2027-03-01" }),
);

const money = (amount: string) => ({ amount, currency: "USD", basis: "contract", source: "the lease" });
/** Of everything that a report can hold there is something: exit fees, deposits, gaps, budgets in two currencies, what is left. */
const full = written(
  "full",
  report(
    {
      sites: [
        cloud({ count: 1 }),
        leasedSite({
          rentPerMonth: { ...money("100000"), currency: "EUR" },
          end: "2028-12-31",
          terminationRights: [{ party: "tenant", noticeDays: 90, fee: money("250000") }],
          passThrough: [
            {
              id: "power",
              kind: "metered",
              what: "power",
              perMWh: money("50"),
              pueCap: { value: 1.3, basis: "contract", source: "lease" },
            },
          ],
        }),
        ownedSite({ phases: [phase("p1", 5, { milestones: { readyForService: { forecast: "2027-03-01" } } })] }),
      ],
      priceBooks: [
        book({
          rates: [{ id: "staff", what: "staff", per: "month", amount: "1000" }],
          purchases: [{ id: "hall", what: "building", per: "kW", amount: "9000", depreciation: { months: 240 } }],
        }),
      ],
      budgets: [{ name: "all", year: "2027", most: { amount: "5", currency: "USD" } }],
    },
    { asOf: "2027-01-01", until: "2028-01-01", rate: 0.08, utilization: 0.5 },
  ),
);

test("the published schema says what its fields mean", () => {
  expect(committed).toMatchObject({
    $id: "https://siteform.dev/schemas/v1alpha1/cost-report.json",
    title: "Cost Report",
    properties: { gaps: { description: "What costs money that nobody can say." } },
  });
});

test.each([
  ["the reference fleet", reference],
  ["a fleet with everything", full],
])("the cost of %s follows it", (_, each) => {
  expect({ ok: follows(each), errors: follows.errors }).toEqual({ ok: true, errors: null });
  expect(CostReportSchema.safeParse(each).error).toBeUndefined();
});

/** Where each object within a value stands. */
function objects(value: unknown, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [];
  // Of a list the first item stands for all.
  const inner = Array.isArray(value) ? [...value.entries()].slice(0, 1) : Object.entries(value);
  return [...(Array.isArray(value) ? [] : [at]), ...inner.flatMap(([key, each]) => objects(each, [...at, key]))];
}

/** A value with one more field in the object at a path. */
function misspelt(value: unknown, [step, ...rest]: readonly (string | number)[]): unknown {
  if (step === undefined) return typeof value === "object" ? { ...value, misspelt: 1 } : value;
  if (Array.isArray(value)) return value.with(Number(step), misspelt(value[Number(step)], rest));
  return typeof value === "object" && value !== null
    ? { ...value, [step]: misspelt(Reflect.get(value, step), rest) }
    : value;
}

test("a field that nobody knows is refused wherever it stands", () => {
  const places = objects(full).map((path) => path.join("."));
  expect(places).toEqual(
    expect.arrayContaining([
      "",
      "lines.0",
      "whole",
      "whole.hours",
      "metered.0",
      "gaps.0",
      "budgets.0.others.0",
      "left.0",
      "presentValue.sums.0",
      "exitFees.0",
    ]),
  );
  for (const path of objects(full)) expect({ path, ok: follows(misspelt(full, path)) }).toEqual({ path, ok: false });
});

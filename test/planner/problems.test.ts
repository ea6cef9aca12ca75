import { type OfferInput, planCapacity } from "../../constructs/planner";
import { offer, request, training } from "./support/requests";

const fine = offer("fine", { perAcceleratorMonth: "1.00" });

/** `path: message -> hint` of every problem, in order. */
async function problems(input: unknown): Promise<string[]> {
  const result = await planCapacity(input as Parameters<typeof planCapacity>[0]);
  return result.status === "refused"
    ? result.findings.map(({ path, message, hint }) => `${path}: ${message}${hint === undefined ? "" : ` -> ${hint}`}`)
    : [result.status];
}

const wrong = (change: Partial<OfferInput>, price: Partial<OfferInput["price"]> = {}) =>
  problems(
    request([1, 1, 1], [fine, { ...offer("odd", { perAcceleratorMonth: "1.00", ...price }, change), name: "odd" }]),
  );

describe("a wrong offer", () => {
  test("with a step that leads nowhere", async () => {
    expect(await wrong({ size: { smallest: 5, step: 4, most: 30 } })).toEqual([
      "offers.odd.size.most: must be a multiple of the step of 4; got 30 -> 28 or 32?",
      "offers.odd.size.smallest: must be a multiple of the step of 4; got 5 -> 4 or 8?",
    ]);
    expect(await wrong({ size: { smallest: 8, step: 4, most: 4 } })).toEqual([
      "offers.odd.size.most: must be at least the smallest order of 8; got 4 -> are the two the wrong way round?",
    ]);
    expect(await wrong({ size: { step: 0, most: 4 } })).toEqual([
      "offers.odd.size.step: must be 1 or more machines; got 0",
    ]);
  });

  test("of an accelerator that nobody knows", async () => {
    expect(await wrong({ accelerator: "H1000" })).toEqual([
      'offers.odd.accelerator: must be an accelerator of the catalogue or of newAccelerators; got "H1000" -> did you mean "H100"?',
    ]);
    const newer = request([1], [fine, { ...fine, name: "newer", accelerator: "X1" }], { newAccelerators: ["X1"] });
    expect(await problems(newer)).toEqual(["planned"]);
  });

  test("with a negative price, or one in another currency, or two, or none", async () => {
    expect(await wrong({}, { perAcceleratorMonth: "-3" })).toEqual([
      'offers.odd.price.perAcceleratorMonth: must be an amount of 0 or more in quotes, in digits, with at most twelve digits before the point and six after it, such as "2.4875"; got "-3"',
    ]);
    expect(await wrong({}, { currency: "EUR" })).toEqual([
      "offers.odd.price.currency: must be USD, in which the plan is made: amounts of two currencies do not add; got EUR -> convert the price at a rate of your own, and name the rate and its day in its source",
    ]);
    expect(await wrong({}, { perAcceleratorHour: "1" })).toEqual([
      "offers.odd.price: must have a price per month or one per hour, not both -> take one of them out: they would add",
    ]);
    expect(await problems(request([1], [fine, offer("odd", {})]))).toEqual([
      'offers.odd.price: must have at least one amount; nothing is free -> perAcceleratorMonth: "0" where it truly is',
    ]);
  });

  test("with a ramp that falls or never ends, or a term that is too short", async () => {
    expect(await wrong({ ramp: [0.5, 0.25] })).toEqual([
      "offers.odd.ramp: must end with 1, when all of an order is in place; ends with 0.25",
      "offers.odd.ramp[1]: must be at least 0.5, what is in place a month earlier; got 0.25 -> shares add up what came: 0.25, 0.5, 1",
    ]);
    expect(await wrong({ leastMonths: 24, termMonths: 12 })).toEqual([
      "offers.odd.leastMonths: must be at most the term of 12 months; got 24",
    ]);
    expect(await wrong({ earliestDecision: "2027-03", latestDecision: "2027-01" })).toEqual([
      "offers.odd.latestDecision: must not be before the earliest, 2027-03; got 2027-01",
    ]);
  });

  test("that a limit of power counts without a figure", async () => {
    const limits = { power: [{ name: "grid", mostMW: 1 }] };
    expect(await problems(request([1], [fine], { limits }))).toEqual([
      'offers.fine.criticalItKWPerAccelerator: is missing; the limit of power "grid" counts this offer -> state it, or leave cloud out of the kinds of that limit',
    ]);
  });

  test("with a name that stands twice, and a field that is none", async () => {
    expect(await problems(request([1], [fine, fine]))).toEqual([
      'offers[1].name: must be a name of its own; "fine" stands in the list before',
    ]);
    const [found] = await problems(request([1], [{ ...fine, termMonth: 3 } as OfferInput]));
    expect(found).toContain("offers.fine.termMonth: is not a field here");
    expect(found).toContain('did you mean "termMonths"?');
  });
});

describe("a wrong request", () => {
  test("ends before anything could come", async () => {
    const late = { ...fine, leadMonths: 6 };
    expect(await problems(request([1, 1, 1], [late]))).toEqual([
      "horizon.months: ends before anything could come: the soonest of the offers is there in 2027-07; got 3 months from 2027-01 -> 7 months or more, or offers that come sooner or can still be decided",
    ]);
  });

  test("has demand of a workload that is none, or for too few months", async () => {
    const scenarios = [{ name: "base", demand: [{ workload: "trainin", perMonth: [1] }] }];
    expect(await problems(request([1, 1], [fine], { scenarios }))).toEqual([
      "scenarios.base.demand[0].perMonth: must hold one number for each of the 2 months of the horizon; holds 1",
      'scenarios.base.demand[0].workload: must be one of the workloads "training"; got "trainin" -> did you mean "training"?',
    ]);
  });

  test("has probabilities that do not add up", async () => {
    const of = (name: string, probability?: number) => ({
      name,
      demand: [{ workload: "training", perMonth: [1] }],
      ...(probability === undefined ? {} : { probability }),
    });
    expect(await problems(request([1], [fine], { scenarios: [of("a", 0.5), of("b", 0.4)] }))).toEqual([
      "scenarios: must have probabilities that add up to 1; they add up to 0.9",
    ]);
    expect(await problems(request([1], [fine], { scenarios: [of("a", 0.5), of("b")] }))).toEqual([
      "scenarios: must all have a probability or none; 1 of 2 have one",
    ]);
  });

  test("is told all of it at once, beside an offer whose form is wrong", async () => {
    const found = await problems(
      request(
        [1, 1],
        [
          { ...fine, name: "Bad Name" },
          { ...fine, name: "odd", accelerator: "H1000" },
        ],
        {
          knownFrom: "2031-01",
          workloads: [training, { name: "serving", servedBy: [{ accelerator: "B2000", throughput: 1 }] }],
          limits: {
            money: [{ name: "budget", year: "2040", most: "1", currency: "EUR" }],
            concentration: [{ name: "acme", counterparty: "Acne" }],
          },
        },
      ),
    );
    expect(found.map((each) => each.split(":")[0])).toEqual([
      "knownFrom",
      "limits.concentration.acme",
      "limits.concentration.acme.counterparty",
      "limits.money.budget.currency",
      "limits.money.budget.year",
      "offers.Bad Name.name",
      "offers.odd.accelerator",
      "workloads.serving.servedBy[0].accelerator",
    ]);
  });

  test("that is nothing at all is told what it lacks", async () => {
    const found = await problems({});
    expect(found.map((each) => each.split(":")[0])).toEqual([
      "currency",
      "discountRatePerYear",
      "horizon",
      "offers",
      "scenarios",
      "workloads",
    ]);
  });
});

describe("wrong options", () => {
  const told = async (options: object) => {
    const result = await planCapacity(request([1], [fine]), options);
    return result.status === "refused"
      ? result.findings.map(({ path, message, hint }) => [path, message, hint])
      : result.status;
  };

  test("are told like what is wrong with a request, and no solver is asked", async () => {
    expect(await told({ gap: -1 })).toEqual([["options.gap", "must be 0 or more; got -1", undefined]]);
    expect(await told({ gap: "1" })).toEqual([
      [
        "options.gap",
        expect.stringContaining('must be a number; got "1"'),
        "write the number alone, without quotes and unit",
      ],
    ]);
    expect(await told({ nodes: 1.5 })).toEqual([["options.nodes", expect.stringMatching(/whole|integer/), undefined]]);
    expect(await told({ seconds: -5 })).toEqual([
      ["options.seconds", "must be more than 0 seconds; got -5", undefined],
    ]);
    expect(await told({ seconds: 0 })).toEqual([["options.seconds", "must be more than 0 seconds; got 0", undefined]]);
    expect(await told({ gpa: 0.1 })).toEqual([
      ["options.gpa", "is not a field here; there are gap, nodes, seconds, worth, hedge", 'did you mean "gap"?'],
    ]);
    expect(await told({ gap: 0.1, nodes: 10, seconds: 5, worth: false, hedge: true })).toBe("planned");
  });
});

test("months of an offer have a most: what runs for longer is a slip", async () => {
  for (const [field, change] of Object.entries({
    termMonths: { termMonths: 1_000_000 },
    leastMonths: { leastMonths: 601 },
    leadMonths: { leadMonths: 601 },
    "residual.afterMonths": { residual: { perAccelerator: "0", afterMonths: 601 } },
  })) {
    const [found] = await wrong(change);
    expect(found).toMatch(new RegExp(`^offers\\.odd\\.${field}: must be a whole number of months .* to 600; got`));
  }
  expect(await wrong({ termMonths: 600 })).toEqual(["planned"]);
});

import Big from "big.js";
import { leaseCovers, shortMonths } from "../../constructs/ledger";
import { dollars, fleetOf, leasedSite, machine, mw } from "./lease-fixtures";

const covers = (sites: readonly object[], guarantees: readonly object[], months = 12) =>
  leaseCovers(fleetOf(sites, guarantees), { machine, months });

/** `covered/required state` of a month. */
const at = (cover: ReturnType<typeof covers>[number] | undefined, month: string) => {
  const row = cover?.rows.find((each) => each.month === month);
  return row === undefined ? undefined : `${row.covered.toFixed(2)}/${row.required?.toFixed(2)} ${row.state}`;
};

/** Acceptance case 6: 168 MW at $150 for 300 months, $1.3 B falling over 120. */
const abernathy = leasedSite(
  {
    rentPerKWMonth: dollars("150.00"),
    termMonths: 300,
    phases: [{ id: "p1", power: mw(168), rentCommencement: "2026-12-01" }],
  },
  { name: "abernathy" },
);
const backstop = {
  name: "backstop",
  obligor: "Google",
  covers: "rent",
  state: "binding",
  sites: ["abernathy"],
  amount: dollars("1300000000.00"),
  start: "2026-12-01",
  amortizationMonths: 120,
  requiredMonths: 12,
};

describe("a guarantee of $1.3 B that falls to nothing in 120 months, on a lease of 300", () => {
  const [cover] = covers([abernathy], [backstop]);

  test("has to cover twelve months of rent: $302.4 M", () => {
    expect(cover?.rows[0]?.required?.toFixed(2)).toBe("302400000.00");
    expect(cover?.requirement).toBe("the next 12 months of rent");
  });

  test.each([
    ["2026-12", "1300000000.00/302400000.00 covered"],
    ["2027-01", "1289166666.66/302400000.00 covered"],
    ["2034-08", "303333333.33/302400000.00 covered"], // 28 of 120
    ["2034-09", "292500000.00/302400000.00 short"], // 27 of 120
    ["2036-11", "10833333.33/302400000.00 short"],
    ["2036-12", "0.00/302400000.00 bare"],
    ["2051-11", "0.00/25200000.00 bare"], // the last month of rent
  ])("%s: %s", (month, expected) => {
    expect(at(cover, month)).toBe(expected);
  });

  test("is short from 2034-09, and leaves 180 months bare from 2036-12", () => {
    expect(cover).toMatchObject({ shortFrom: "2034-09", bareFrom: "2036-12", tailMonths: 180, isAgreed: true });
    // 27 months short, then 180 bare
    expect(cover === undefined ? 0 : shortMonths(cover)).toBe(207);
  });

  test("covers nothing while it is proposed, or signed with conditions", () => {
    for (const state of ["proposed", "exclusive", "signedWithConditions", "ended"]) {
      expect(covers([abernathy], [{ ...backstop, state }])[0]).toMatchObject({ bareFrom: "2026-12", tailMonths: 300 });
    }
  });

  test("is not asked of a lease that is not signed", () => {
    const proposed = { ...abernathy, lease: { ...abernathy.lease, state: "proposed" } };
    expect(covers([proposed], [backstop])).toEqual([]);
    expect(covers([{ ...abernathy, retired: true }], [backstop])).toEqual([]);
  });

  test("starts with the rent of a phase, and moves with it", () => {
    const { start, ...rest } = backstop;
    const follows = { ...rest, startsWithRentOf: { site: "abernathy", phase: "p1" } };
    expect(covers([abernathy], [follows])[0]).toMatchObject({ shortFrom: "2034-09", bareFrom: "2036-12" });
    const later = leasedSite(
      { ...abernathy.lease, phases: [{ id: "p1", power: mw(168), rentCommencement: "2027-03-01" }] },
      { name: "abernathy" },
    );
    expect(covers([later], [follows])[0]).toMatchObject({ shortFrom: "2034-12", bareFrom: "2037-03", tailMonths: 180 });
    expect(covers([abernathy], [rest])[0]).toMatchObject({ bareFrom: "2036-12" });
    expect(start).toBe("2026-12-01");
  });

  test("falls once a year where that is agreed", () => {
    const [yearly] = covers([abernathy], [{ ...backstop, amortizationStepMonths: 12 }]);
    // After seven whole years 36 of 120 months are left, and stay left for a year: 30 %
    expect(at(yearly, "2033-12")).toBe("390000000.00/302400000.00 covered");
    expect(at(yearly, "2034-11")).toBe("390000000.00/302400000.00 covered");
    expect(at(yearly, "2034-12")).toBe("260000000.00/302400000.00 short");
  });

  test("covers until its own end, where it has one", () => {
    const [ended] = covers([abernathy], [{ ...backstop, end: "2030-06-15" }]);
    expect(ended).toMatchObject({ bareFrom: "2030-06" });
  });
});

describe("what must be covered", () => {
  const site = (lease: object = {}) =>
    leasedSite({
      rentPerKWMonth: dollars("100.00"),
      termMonths: 24,
      phases: [{ id: "p1", power: mw(1), rentCommencement: "2027-01-01" }],
      ...lease,
    });
  const guarantee = (more: object) => ({
    name: "g",
    obligor: "A bank",
    covers: "rent",
    state: "binding",
    sites: ["river"],
    amount: dollars("1200000.00"),
    ...more,
  });
  const cover = (more: object, lease: object = {}, months = 12) => covers([site(lease)], [guarantee(more)], months)[0];

  test("is what the policy says where no guarantee does", () => {
    expect(cover({})).toMatchObject({ isAgreed: false, requirement: "the next 12 months of rent" });
    expect(at(cover({}), "2027-01")).toBe("1200000.00/1200000.00 covered");
    expect(cover({})?.shortFrom).toBeUndefined();
    expect(cover({}, {}, 13)?.shortFrom).toBe("2027-01");
  });

  test("is the rent that remains, or the fee", () => {
    expect(at(cover({ required: "remainingRent" }), "2027-01")).toBe("1200000.00/2400000.00 short");
    expect(at(cover({ required: "remainingRent" }), "2028-01")).toBe("1200000.00/1200000.00 covered");
    const terminationFee = dollars("1200000.01");
    expect(at(cover({ required: "terminationFee" }, { terminationFee }), "2027-01")).toBe(
      "1200000.00/1200000.01 short",
    );
    expect(at(cover({ covers: "terminationFee" }, { terminationFee }), "2028-12")).toBe("1200000.00/1200000.01 short");
  });

  test("holds pass-through where that is promised", () => {
    const passThrough = [
      { id: "tax", what: "taxes", kind: "fixed", perMonth: dollars("1000.00"), adminFeePercent: 10 },
    ];
    expect(at(cover({ covers: "rent" }, { passThrough }), "2027-01")).toBe("1200000.00/1200000.00 covered");
    expect(at(cover({ covers: "rentAndPassThrough" }, { passThrough }), "2027-01")).toBe("1200000.00/1213200.00 short");
  });

  test("is not known without rent; what is bare shows all the same", () => {
    const unpriced = site({ rentPerKWMonth: undefined });
    const [without] = covers([unpriced], [guarantee({ amortizationMonths: 12 })]);
    expect(without).toMatchObject({ bareFrom: "2028-01", tailMonths: 12 });
    expect(without?.shortFrom).toBeUndefined();
  });
});

describe("one guarantee over several leases", () => {
  const site = (name: string, megawatts: number) =>
    leasedSite(
      {
        rentPerKWMonth: dollars("100.00"),
        termMonths: 24,
        phases: [{ id: "p1", power: mw(megawatts), rentCommencement: "2027-01-01" }],
      },
      { name },
    );
  const sites = [site("a", 1), site("b", 3)];
  const shared = (allocation: string | undefined, amount = "4000000.01") =>
    covers(sites, [
      {
        name: "g",
        obligor: "A bank",
        covers: "rent",
        state: "binding",
        sites: ["a", "b"],
        amount: dollars(amount),
        ...(allocation === undefined ? {} : { allocation }),
      },
    ]).map((cover) => cover.rows[0]?.covered.toFixed(2));

  test("stands behind each, in parts by power, or as one pot", () => {
    expect(shared("perLease")).toEqual(["4000000.01", "4000000.01"]);
    expect(shared("proRata")).toEqual(["1000000.00", "3000000.01"]);
    expect(shared("sharedCap")).toEqual(["1000000.00", "3000000.01"]);
    expect(shared(undefined)).toEqual(shared("sharedCap"));
  });

  test("as one pot goes where it is needed; in parts by power it does not", () => {
    const longer = leasedSite({ ...sites[0]?.lease, termMonths: 48 }, { name: "a" });
    const last = (allocation: string) =>
      covers(
        [longer, site("b", 3)],
        [
          {
            name: "g",
            obligor: "A bank",
            covers: "rent",
            state: "binding",
            sites: ["a", "b"],
            amount: dollars("4000000.00"),
            allocation,
          },
        ],
      )[0]?.rows.at(-1);
    expect(last("sharedCap")?.covered.toFixed(2)).toBe("4000000.00");
    expect(last("proRata")?.covered.toFixed(2)).toBe("1000000.00");
  });

  test("adds to what others promise for the same lease", () => {
    const one = (name: string, amount: string) => ({
      name,
      obligor: "A bank",
      covers: "rent",
      state: "binding",
      sites: ["a"],
      amount: dollars(amount),
    });
    const [cover] = covers([site("a", 1)], [one("first", "700000.00"), one("second", "500000.00")]);
    expect(cover?.rows[0]?.covered.eq(new Big("1200000"))).toBe(true);
    expect(cover?.shortFrom).toBeUndefined();
  });
});

describe("money of two currencies", () => {
  const euros = (amount: string) => ({ ...dollars(amount), currency: "EUR" });
  const lease = (name: string, rentPerMonth: object, more: object = {}) =>
    leasedSite(
      {
        rentPerMonth,
        termMonths: 24,
        phases: [{ id: "p1", power: mw(10), rentCommencement: "2026-12-01" }],
        ...more,
      },
      { name },
    );

  test("of one pot, all of it stands behind the leases in its own", () => {
    const pot = {
      ...backstop,
      sites: ["river", "rhine"],
      amount: dollars("12000000.00"),
      amortizationMonths: undefined,
    };
    const [river, rhine] = covers([lease("river", dollars("1000000.00")), lease("rhine", euros("1000000.00"))], [pot]);
    expect(at(river, "2026-12")).toBe("12000000.00/12000000.00 covered");
    expect(at(rhine, "2026-12")).toBe("0.00/12000000.00 bare");
  });

  test("a fee in another than the rent's is compared with nothing", () => {
    const fee = { terminationFee: euros("5000000.00") };
    const [cover] = covers(
      [lease("river", dollars("1000000.00"), fee)],
      [{ ...backstop, sites: ["river"], required: "terminationFee", requiredMonths: undefined }],
    );
    expect(cover?.rows[0]?.required).toBeUndefined();
  });
});

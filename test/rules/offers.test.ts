import { awsSite, brief, check, fleet, type Raw } from "./support";

const offer = (more: Raw = {}): Raw => ({
  name: "more",
  kind: "cloud",
  counterparty: "Hyperscaler",
  accelerator: "Trainium2",
  size: { step: 1, most: 10 },
  leadMonths: 1,
  price: { currency: "USD", perAcceleratorHour: "1", basis: "assumed", source: "talks" },
  jurisdiction: { country: "US", subdivision: "US-OH" },
  ...more,
});
const planned = (offers: readonly Raw[], limits: Raw = {}): Raw =>
  fleet({ sites: [awsSite()], offers, planning: { currency: "USD", discountRatePerYear: 0.1, limits } });

describe("DEMAND-4, what offers and limits of planning name", () => {
  test("passes what exists: in the catalogue, in ISO 3166, among offers and sites", () => {
    const concentration = ["Hyperscaler", "Amazon", "AWS"].map((counterparty, index) => ({
      name: `c${index}`,
      counterparty,
      mostShare: 0.5,
    }));
    const power = [{ name: "ohio", mostMW: 10, jurisdiction: { country: "US", subdivision: "US-OH" } }];
    expect(check("DEMAND-4", planned([offer()], { concentration, power }))).toEqual([]);
  });

  test("refuses names that nothing has, and says which was meant, or which there are", () => {
    const found = check(
      "DEMAND-4",
      planned([offer({ accelerator: "Trainiun2", jurisdiction: { country: "US", subdivision: "US-OO" } })], {
        concentration: [{ name: "c", counterparty: "Nobody", mostShare: 0.5 }],
        power: [{ name: "p", mostMW: 10, jurisdiction: { country: "XX" } }],
      }),
    );
    expect(brief(found)).toEqual([
      "offers.more.accelerator Trainiun2/-",
      "offers.more.jurisdiction.subdivision US-OO/-",
      "planning.limits.concentration.c.counterparty Nobody/-",
      "planning.limits.power.p.jurisdiction.country XX/-",
    ]);
    expect(found.map(({ hint }) => hint)).toEqual([
      'did you mean "Trainium2"?',
      expect.any(String),
      "known are Hyperscaler, Amazon",
      undefined,
    ]);
  });
});

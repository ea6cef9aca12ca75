import { planCapacity } from "../../constructs/planner";
import { offer, planned, request } from "./support/requests";

const cloud = (name: string, counterparty: string, perAcceleratorMonth: string) =>
  offer(name, { perAcceleratorMonth }, { counterparty, leastMonths: 1 });
const supply = [
  { name: "own", accelerator: "H100", jurisdiction: { country: "US" }, counterparty: "Amazon", accelerators: [16] },
];

describe("one party by several names", () => {
  test("counts once against what one party may supply", async () => {
    // 16 of Amazon are there: of the cheap offer, which is Amazon's too, 4 more are allowed; the other 20 of 40 are dear.
    const limits = { concentration: [{ name: "each", mostAccelerators: 20 }] };
    const offers = [cloud("cheap", "Amazon Web Services", "1"), cloud("dear", "Other", "2")];
    const plan = await planned(request([40], offers, { supply, limits }));
    expect(plan.purchases.map(({ offer: { name }, accelerators }) => [name, accelerators])).toEqual([
      ["cheap", 4],
      ["dear", 20],
    ]);
  });

  test("is limited under any of them, and by its share of all as well", async () => {
    const offers = [
      cloud("cheap", "amazon web services", "1"),
      cloud("more", "AWS", "1.5"),
      cloud("dear", "Other", "2"),
    ];
    for (const counterparty of ["AWS", "Amazon", "amazon web services"]) {
      // Half of 40 are 20, of which 16 are there.
      const limits = { concentration: [{ name: "amazon", counterparty, mostShare: 0.5 }] };
      const plan = await planned(request([40], offers, { supply, limits }));
      expect(plan.purchases.map(({ offer: { name }, accelerators }) => [name, accelerators])).toEqual([
        ["cheap", 4],
        ["dear", 20],
      ]);
    }
  });

  test("is nobody where neither offers nor supply have it", async () => {
    const limits = { concentration: [{ name: "c", counterparty: "Azure", mostShare: 0.5 }] };
    const result = await planCapacity(request([1], [cloud("a", "AWS", "1")], { limits }));
    expect(result).toMatchObject({
      status: "refused",
      findings: [{ path: "limits.concentration.c.counterparty", message: expect.stringContaining('got "Azure"') }],
    });
  });
});

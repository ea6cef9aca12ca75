import { fabricDrawing } from "../../../constructs/emit/drawings/fabric";
import { planCables } from "../../../constructs/owned/fabric/cables";
import { networksOf } from "../../../constructs/owned/fabric/plan";
import { inARow, planOf } from "../../owned/fabric/support";

function drawn(...given: Parameters<typeof planOf>): string {
  const plan = planOf(...given);
  return fabricDrawing(
    plan,
    networksOf(plan).map((network) => planCables(network, inARow(10, 60))),
  ).text;
}

const large = { technology: "spectrumX", switch: "sn5600", linkGbps: 400, scalableUnitHosts: 64 } as const;

describe("the drawing of a fabric", () => {
  const picture = drawn(27_500, large);

  test("shows one pod in place of all", () => {
    expect(picture).toContain("pod 1 of 54: 8 units, 64 spines; the last has 6");
    expect(picture).toContain("2,048 cores in 64 groups of 32, joined to every pod");
    expect(picture).toContain("64 uplinks a spine, 2 links a pair");
  });

  test("says what is built and what the formula asks for at least", () => {
    expect(picture).toContain("3,456 (3,440)");
    expect(picture).toContain("2,048 (1,720)");
  });

  test("stays small however large the fabric", () => {
    expect(picture.length).toBeLessThan(60_000);
  });

  test("of two tiers has no cores, and tells units that are yet to come", () => {
    const small = drawn(40, { designFor: { hosts: 128 } });
    expect(small).not.toContain("cores");
    expect(small).toContain("of the end state, 8 rails");
  });

  test("escapes the names of carriers", () => {
    const wan = {
      switch: "sn5600",
      entrances: [{ name: "north", carrier: "A & B <fibre>", route: "r", room: "m", gbps: 400 }],
    };
    expect(drawn(32, { wan })).toContain("north: A &amp; B &lt;fibre&gt;");
  });
});

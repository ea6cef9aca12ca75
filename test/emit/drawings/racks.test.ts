import { hallPlans } from "../../../constructs/emit/drawings/hall-plan";
import { rackElevations } from "../../../constructs/emit/drawings/rack-elevation";
import { racks, spec } from "../racks";

/** Every box of a drawing with what is written in its tooltip. */
const tips = (svg: string) => [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map(([, words]) => words);
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words);

/** Elements in balance, and no number that no viewer knows: what a parser of XML would refuse, without one. */
function wellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, close, name = "", self] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/gi)) {
    if (close === "/") {
      if (open.pop() !== name) return false;
    } else if (self !== "/") open.push(name);
  }
  return open.length === 0 && !/NaN|undefined|Infinity|&(?!amp;|lt;|gt;|quot;|#39;)/.test(svg);
}

describe("the plan of a hall", () => {
  const [{ file, text } = { file: "none", text: "" }] = hallPlans(spec, racks);

  test("shows every position once: whose it is, kept, or free", () => {
    expect(file).toBe("drawings/hall-h1.svg");
    expect(wellFormed(text)).toBe(true);
    expect(tips(text).slice(1)).toEqual([
      "r01-01: kept: network",
      "r01-02: train/h100, 4 machines",
      "r01-03: train/h100, 4 machines",
      "r01-04: train/h100, 4 machines",
      "r02-01: kept: network",
      "r02-02: free",
      "r02-03: free",
      "r02-04: train/h100, 2 machines",
      "n01-01: train/gb300, 1 machine",
      "n01-02: train/gb300, 1 machine",
      "n01-03: free",
    ]);
  });

  test("says what is used of what the hall has, and has a legend", () => {
    // 2 x 12 + 14 x 10.2 + 0.35 + 2 x 140 kW; 238 kW of it to liquid.
    expect(texts(text)).toContain(
      "8 of 11 positions taken · power 447.15 of 3,600 kW · air 209.15 of 3,000 kW · liquid 238 of 2,000 kW",
    );
    expect(texts(text).slice(-4)).toEqual(["kept: network: 2", "train/h100: 4", "train/gb300: 2", "free: 3"]);
  });
});

describe("the elevation of a rack", () => {
  const drawings = new Map(rackElevations(spec, racks).map(({ file, text }) => [file, text]));

  test("there is one for each kind of rack in which something stands", () => {
    expect([...drawings.keys()]).toEqual([
      "drawings/rack-h1-r01-02.svg",
      "drawings/rack-h1-r02-04.svg",
      "drawings/rack-h1-n01-01.svg",
    ]);
    expect([...drawings.values()].every(wellFormed)).toBe(true);
  });

  test("shows each device at its units, with captions of power, weight and feeds", () => {
    const svg = drawings.get("drawings/rack-h1-r02-04.svg") ?? "";
    expect(tips(svg).slice(1, 4)).toEqual(["dgx-h100, U1–8", "dgx-h100, U9–16", "management-switch-1u, U42"]);
    const words = texts(svg);
    const caption = (name: string) => words[words.indexOf(name) + 1];
    expect(["racks", "power", "weight", "feeds", "each"].map(caption)).toEqual([
      "1",
      "20.75 kW of 50 kW",
      "480.9 kg of 1,000 kg",
      "A, B, C",
      "415 V, 60 A, three phases",
    ]);
  });

  test("a machine that is a rack fills it", () => {
    expect(texts(drawings.get("drawings/rack-h1-n01-01.svg") ?? "")).toContain("the machine is the rack");
  });
});

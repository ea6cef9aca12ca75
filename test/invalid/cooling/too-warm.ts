import { hall, lab, withRack } from "../racks-support";

/** Air that its class does not allow, and a loop colder than the water that cools it. */
export function fleet() {
  const fleet = withRack();
  lab(fleet, "austin", { halls: [hall({ airClass: "A1", airSupplyC: 33 })] });
  lab(fleet, "reno", {
    coolingTopology: {
      loops: [
        { name: "tcs", kind: "technology", hall: "h1", supplyC: 30 },
        { name: "fws", kind: "facility", supplyC: 32 },
      ],
      units: [
        { name: "cdus", ids: "cdu[1-2]", kind: "cdu", capacityKW: 900, loop: "tcs", rejectsTo: "fws" },
        { name: "coolers", ids: "dc[1-2]", kind: "dryCooler", capacityKW: 2000, loop: "fws" },
      ],
    },
  });
  return fleet;
}

export const expected = [
  "error   sites.austin.halls.h1.airSupplyC: h1 supplies air of 33 °C; the class A1 allows 15 to 32 °C  [COOL-3]",
  "error   sites.reno.coolingTopology.loops.tcs.supplyC: the loop tcs is to be supplied at 30 °C by CDUs whose own water, of fws, has 32 °C: it must be warmer than that  [COOL-3]",
  "          → a CDU needs a few kelvins between its two sides",
];

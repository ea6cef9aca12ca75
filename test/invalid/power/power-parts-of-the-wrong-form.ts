import type { Fleet, OwnedSiteProps } from "siteform";
import { atlas, ownedSite, untyped } from "../support";

/** Values that no part of a power tree and no utility has. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "abilene", {
    powerTopology: untyped<OwnedSiteProps["powerTopology"]>({
      nodes: [
        { id: "grid", kind: "utility" },
        { id: "ups-[3-1]", kind: "ups", parents: ["grid"] },
        {
          id: "pdu",
          kind: "pdu",
          parents: ["grid"],
          phases: 2,
          powerFactor: 1.2,
          continuousFactor: 0.9,
          efficiency: 0,
        },
        { id: "rpp", kind: "rpp", parents: ["grid"], side: "left", ratedKva: 400 },
      ],
    }),
  });
  ownedSite(fleet, "lab", {
    utilities: untyped<OwnedSiteProps["utilities"]>([
      { name: "grid", utility: "the utility", gridOperator: "Texas", firmMW: "8 MW", basis: "contract", source: "s" },
    ]),
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.powerTopology.nodes.pdu.continuousFactor: must be 0.8, or 1 for a device listed for 100 %; got 0.9  [SCHEMA]",
  "error   sites.abilene.powerTopology.nodes.pdu.efficiency: must be above 0 and at most 1: output over input; got 0  [SCHEMA]",
  "error   sites.abilene.powerTopology.nodes.pdu.phases: must be 1 or 3 phases; got 2  [SCHEMA]",
  "error   sites.abilene.powerTopology.nodes.pdu.powerFactor: must be above 0 and at most 1: kW over kVA; got 1.2  [SCHEMA]",
  "error   sites.abilene.powerTopology.nodes.rpp.ratedKva: is not a field here; there are id, kind, parents, transfer, ratedKVA, ratedKW, voltageV, phases, powerFactor, breakerA, continuousFactor, efficiency, standingLossKW, rideThroughSeconds, startSeconds, redundancyGroup, side, service, hall, phase  [SCHEMA]",
  '          → did you mean "ratedKVA"?',
  'error   sites.abilene.powerTopology.nodes.rpp.side: must be a side, one capital letter such as "A"; got "left"  [SCHEMA]',
  'error   sites.abilene.powerTopology.nodes.ups-[3-1].id: must have ranges from the lower to the higher number; [3-1] runs backwards; got "ups-[3-1]"  [SCHEMA]',
  'error   sites.lab.utilities.grid.firmMW: must be a finite number of MW, 0 or more; got "8 MW"  [SCHEMA]',
  "          → write the number alone, without quotes and unit",
  'error   sites.lab.utilities.grid.gridOperator: must be AESO, CAISO, ERCOT, IESO, ISO-NE, MISO, NYISO, PJM, SPP, TVA, none, or other with gridOperatorName; got "Texas"  [SCHEMA]',
];

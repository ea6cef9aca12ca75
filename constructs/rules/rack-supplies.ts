import type { PartOfRack, PlacedRack } from "../owned/power/placed-racks";
import { type FedRackOutcome, rackOutcomes } from "../owned/power/rack-feeds";
import { rackOf, racksAt } from "./power-walk";
import type { Rule } from "./rule";
import { physicalSites } from "./walk";

export const rackSupplies: Rule = {
  id: "PWR-5",
  title: "enough power supplies of each machine live through each loss that it must live through",
  severity: "error",
  layer: "racks",
  formula:
    "for each loss that the machine's survival covers: its supplies on live feeds >= those it needs; supplies are split evenly over the feeds, the sides in turn",
  source: "the user guides of the machines: a DGX H100 needs four of six supplies, a DGX B200 five of six",
  *check(context) {
    for (const { site, path } of physicalSites(context)) {
      const failing = new Map<
        string,
        { readonly rack: PlacedRack; readonly part: PartOfRack; readonly outcome: FedRackOutcome }
      >();
      for (const rack of racksAt(context, site).racks) {
        for (const part of rack.parts) {
          const { supplies, survival, type } = part;
          if (rack.feeds.length === 0 || supplies === undefined) continue;
          const place = `${rackOf(path, { ...rack, parts: [part] })} ${type}`;
          if (failing.has(place)) continue;
          const outcomes = rackOutcomes({ feeds: rack.feeds, loadKW: 0, supplies }, survival);
          const worst = outcomes
            .filter(({ suppliesHold }) => !suppliesHold)
            .sort((a, b) => (a.suppliesLeft ?? 0) - (b.suppliesLeft ?? 0))[0];
          if (worst !== undefined) failing.set(place, { rack, part, outcome: worst });
        }
      }
      for (const { rack, part, outcome } of failing.values()) {
        const { loss, suppliesLeft = 0, suppliesNeeded = 0 } = outcome;
        yield {
          path: rackOf(path, { ...rack, parts: [part] }),
          observed: suppliesLeft,
          limit: suppliesNeeded,
          unit: "supplies",
          message: `with ${loss.name} lost a ${part.type} on ${rack.feeds.length} feeds keeps ${suppliesLeft} of ${part.supplies?.fitted ?? 0} supplies; it needs ${suppliesNeeded} (${rack.id})`,
          hint: "spread its supplies over more independent feeds, or ask less survival of it",
        };
      }
    }
  },
};

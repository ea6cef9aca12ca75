import { highest, type PlacedRack } from "../owned/power/placed-racks";
import { type FedRackOutcome, rackOutcomes } from "../owned/power/rack-feeds";
import { rackOf, racksAt } from "./power-walk";
import type { Rule } from "./rule";
import { physicalSites } from "./walk";

export const rackFed: Rule = {
  id: "PWR-4",
  title: "the feeds of a rack carry it, with each loss that it must live through",
  severity: "error",
  layer: "racks",
  formula:
    "for each loss that the rack's highest survival covers (a feed's source, a side): power of the rack <= live feeds x the weakest feed's V x A x sqrt(3) x k x pf, k = 0.8 unless listed for 100 %",
  source:
    "NEC 210.20(A), continuous load on overcurrent devices; cords share a load equally, so that the weakest live feed sets what all of them carry",
  *check(context) {
    for (const { site, path } of physicalSites(context)) {
      const failing = new Map<string, { readonly rack: PlacedRack; readonly outcome: FedRackOutcome; count: number }>();
      for (const rack of racksAt(context, site).racks) {
        const { feeds, parts } = rack;
        const loadKW = parts.reduce((sum, { kW }) => sum + kW, 0);
        if (feeds.length === 0 || loadKW === 0) continue;
        const outcomes = rackOutcomes({ feeds, loadKW }, highest(parts.map(({ survival }) => survival)));
        const worst = outcomes.filter(({ carries }) => !carries).sort((a, b) => a.capacityKW - b.capacityKW)[0];
        if (worst === undefined) continue;
        const place = rackOf(path, rack);
        const known = failing.get(place);
        if (known === undefined) failing.set(place, { rack, outcome: worst, count: 1 });
        else known.count++;
      }
      for (const [place, { rack, outcome, count }] of failing) {
        const { loss, loadKW, capacityKW, liveFeeds } = outcome;
        const lost = loss.feeds.length === 0 ? "" : ` with ${loss.name} lost`;
        yield {
          path: place,
          observed: Number(loadKW.toFixed(2)),
          limit: Number(capacityKW.toFixed(2)),
          unit: "kW",
          message: `${rack.id}${count === 1 ? "" : ` (and ${count - 1} more ${count === 2 ? "rack" : "racks"})`} draws ${loadKW.toFixed(2)} kW; ${liveFeeds === 0 ? "no feed is" : `${liveFeeds} ${liveFeeds === 1 ? "feed carries" : "feeds carry"} ${capacityKW.toFixed(2)} kW`}${liveFeeds === 0 ? " left" : ""}${lost}`,
          hint: "fewer machines in a rack, larger or more feeds, or a survival that is asked of less",
        };
      }
    }
  },
};

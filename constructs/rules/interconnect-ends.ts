import { didYouMean } from "../model";
import type { Rule } from "./rule";
import { hinted } from "./walk";

export const interconnectEnds: Rule = {
  id: "LINK-1",
  title: "an interconnect has two ends, at different sites of the fleet",
  severity: "error",
  source: "the fleet document: a link is stated once and belongs to both its ends",
  *check(context) {
    const names = context.fleet.sites.map((site) => site.name);
    for (const { name, between } of context.fleet.interconnects) {
      const path = `interconnects.${name}.between`;
      const [from, to] = between;
      if (from === to) {
        yield { path, observed: from, message: `both ends are at ${from}; an interconnect is between two sites` };
      }
      if (context.lacksItems("sites")) continue;
      for (const [index, end] of between.entries()) {
        if (names.includes(end)) continue;
        yield {
          path: `${path}[${index}]`,
          observed: end,
          message: `the fleet has no site ${JSON.stringify(end)}`,
          ...hinted(didYouMean(end, names)),
        };
      }
    }
  },
};

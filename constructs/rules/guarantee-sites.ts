import { didYouMean, leaseOf } from "../model";
import type { Rule } from "./rule";
import { hinted } from "./walk";

export const guaranteeSites: Rule = {
  id: "GUAR-4",
  title: "a guarantee covers sites that exist and have a lease",
  severity: "error",
  source: "the fleet document: what is guaranteed is the rent of a lease",
  *check(context) {
    const { sites, guarantees } = context.fleet;
    const leased = sites.filter((site) => leaseOf(site) !== undefined).map((site) => site.name);
    for (const guarantee of guarantees) {
      for (const [index, name] of guarantee.sites.entries()) {
        const place = { path: `guarantees.${guarantee.name}.sites[${index}]`, observed: name };
        const site = sites.find((each) => each.name === name);
        if (site === undefined) {
          if (context.lacksItems("sites")) continue;
          yield {
            ...place,
            message: `the fleet has no site ${JSON.stringify(name)}`,
            ...hinted(didYouMean(name, leased)),
          };
        } else if (leaseOf(site) === undefined && !context.isPartial(`sites.${name}.title`)) {
          const message = `the site ${name} has no lease that could be guaranteed: it is ${site.tenure === "cloud" ? "a cloud's" : "owned"}`;
          yield { ...place, message, ...hinted(didYouMean(name, leased)) };
        }
      }
    }
  },
};

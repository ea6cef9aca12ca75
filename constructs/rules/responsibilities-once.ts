import type { Rule } from "./rule";
import { sites } from "./walk";

export const responsibilitiesOnce: Rule = {
  id: "RESP-1",
  title: "a layer has one row in the responsibility matrix",
  severity: "error",
  source: "the fleet document: two exceptions for one layer contradict each other or repeat themselves",
  *check(context) {
    for (const { site, path } of sites(context)) {
      if (!("responsibilities" in site)) continue;
      const layers = site.responsibilities.map(({ layer }) => layer);
      for (const [index, layer] of layers.entries()) {
        const first = layers.indexOf(layer);
        if (first === index) continue;
        yield {
          path: `${path}.responsibilities[${index}]`,
          observed: layer,
          message: `states the layer ${layer} a second time; responsibilities[${first}] states it already`,
          hint: "keep one row for the layer",
        };
      }
    }
  },
};

import type { OutputRule } from "../output-rule";
import { placeOf, templatedGroups } from "./node-groups";

export const efaPrimary: OutputRule = {
  id: "AWS-EFA-01",
  title: "the first interface of a machine takes addresses, and no two interfaces have one place",
  severity: "error",
  formula: "interface_type of card 0, device 0 is interface or efa; (card, device) differ",
  source:
    "Amazon EC2 user guide, EFA on accelerated computing instances: an EFA-only interface cannot be the primary one",
  *check(stack) {
    for (const { template, interfaces } of templatedGroups(stack)) {
      const places = interfaces.map(placeOf);
      for (const [index, place] of places.entries()) {
        const path = `${template.path}.network_interfaces[${index}]`;
        if (place === "0.0" && interfaces[index]?.["interface_type"] === "efa-only") {
          yield {
            path: `${path}.interface_type`,
            observed: "efa-only",
            message: "the first interface of a machine needs an address, and an EFA-only one takes none",
            hint: 'make it "interface", and card 0\'s EFA-only one its second device',
          };
        }
        if (places.indexOf(place) === index) continue;
        yield {
          path,
          observed: place,
          message: `two interfaces are device ${place.split(".")[1]} of network card ${place.split(".")[0]}`,
        };
      }
      if (interfaces.length > 0 && !places.includes("0.0")) {
        yield {
          path: `${template.path}.network_interfaces`,
          message: "none of the interfaces is device 0 of network card 0, without which no machine starts",
        };
      }
    }
  },
};

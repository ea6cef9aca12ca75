import type { OutputRule } from "../output-rule";
import { texts } from "../stack-output";
import { isEfa, templatedGroups } from "./node-groups";

export const efaMachine: OutputRule = {
  id: "AWS-EFA-03",
  title: "interfaces stand on network cards that the machine has, and EFA on those that have EFA",
  severity: "error",
  formula: "card < cards; device < interfaces of the card; EFA interfaces a card <= 1, and 0 on a card without EFA",
  source:
    "Amazon EC2 user guide, EFA on accelerated computing instances; the network cards of each machine in the catalogue",
  *check(stack, { machine }) {
    for (const { group, template, interfaces } of templatedGroups(stack)) {
      const [type = ""] = texts(template.values["instance_type"] ?? group.values["instance_types"]);
      const known = machine(type);
      if (known?.networkCards === undefined) continue;
      const { efaCards, interfacesPerCard } = known.networkCards;
      const taken = new Set<number>();
      for (const [index, each] of interfaces.entries()) {
        const [card = 0, device = 0] = [each["network_card_index"], each["device_index"]].map((place) =>
          typeof place === "number" ? place : 0,
        );
        const path = `${template.path}.network_interfaces[${index}]`;
        const room = interfacesPerCard[card];
        if (room === undefined) {
          const last = interfacesPerCard.length - 1;
          const message = `the last network card of ${type} is ${last}; got ${card}`;
          yield { path: `${path}.network_card_index`, observed: card, limit: last, message };
        } else if (device >= room) {
          const message = `the last device of network card ${card} of ${type} is ${room - 1}; got ${device}`;
          yield { path: `${path}.device_index`, observed: device, limit: room - 1, message };
        }
        if (!isEfa(each) || room === undefined) continue;
        if (!efaCards.includes(card)) {
          yield { path, observed: card, message: `network card ${card} of ${type} has no EFA` };
        } else if (taken.has(card)) {
          yield { path, observed: card, message: `network card ${card} has an EFA interface already, and takes one` };
        }
        taken.add(card);
      }
    }
  },
};

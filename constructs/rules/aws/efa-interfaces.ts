import { typeStep } from "../../model";
import type { Report, Rule } from "../rule";

export const efaInterfaceCards: Rule = {
  id: "AWS-EFA-02",
  title: "EFA interfaces stand on cards that exist, one a card, beside the primary interface on the first",
  severity: "error",
  structural: true,
  formula:
    "0 <= card < number of cards; each card once; card 0 with EFA takes 2 interfaces or more; the first card takes one for addresses",
  source:
    "Amazon EC2 user guide, EFA on accelerated computing instances: network cards, device indexes, the primary interface",
  *check(context) {
    for (const machine of context.fleet.machines) {
      const cards = machine.networkCards;
      if (machine.offer !== "aws" || cards === undefined) continue;
      const path = `machines${typeStep(machine.type)}.networkCards`;
      const count = cards.interfacesPerCard.length;
      if (count === 0)
        yield {
          path: `${path}.interfacesPerCard`,
          observed: 0,
          limit: 1,
          unit: "cards",
          message: "a machine has at least one network card",
        };
      for (const [index, card] of cards.efaCards.entries())
        yield* efaCard(cards, card, index, count, `${path}.efaCards[${index}]`);
    }
  },
};

type Cards = { readonly interfacesPerCard: readonly number[]; readonly efaCards: readonly number[] };

function* efaCard(cards: Cards, card: number, index: number, count: number, path: string): Generator<Report> {
  if (card >= count) {
    const message = `EFA stands on card ${card}; the machine has ${count}, of which the last is ${count - 1}`;
    yield { path, observed: card, limit: count - 1, message };
  } else if (cards.efaCards.indexOf(card) < index) {
    yield { path, observed: card, message: `card ${card} stands twice; a card takes one EFA interface` };
  } else if (card === 0 && (cards.interfacesPerCard[0] ?? 0) < 2) {
    yield {
      path,
      observed: cards.interfacesPerCard[0] ?? 0,
      limit: 2,
      unit: "interfaces",
      message: "card 0 carries the interface for addresses; with EFA it must take two interfaces",
      hint: "leave card 0 out of efaCards, or correct interfacesPerCard",
    };
  }
}

import { CommitmentState } from "../model";
import type { Rule } from "./rule";

const order = CommitmentState.options;

export const guaranteeAmount: Rule = {
  id: "GUAR-3",
  title: "a guarantee that binds has an amount",
  severity: "warning",
  source: "data-center leases filed with the SEC (Form 8-K), which state the amounts of their backstops",
  *check(context) {
    for (const { name, state, amount } of context.fleet.guarantees) {
      const path = `guarantees.${name}.amount`;
      if (amount !== undefined || order.indexOf(state) < order.indexOf("binding") || context.isPartial(path)) continue;
      yield {
        path,
        observed: state,
        message: `the guarantee is ${state}, but nobody says up to which amount; exposure cannot be added up`,
        hint: "give the amount with its basis, an assumed one included",
      };
    }
  },
};

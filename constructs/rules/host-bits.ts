import { networkOf } from "../model";
import { plannedRanges } from "./planned-ranges";
import type { Rule } from "./rule";
import { statedRanges } from "./stated-ranges";

export const hostBits: Rule = {
  id: "ADDR-1",
  title: "an address range begins at its own first address",
  severity: "error",
  source: "RFC 4632, classless inter-domain routing; clouds refuse a range with host bits",
  *check(context) {
    for (const { path, range } of [...statedRanges(context), ...plannedRanges(context)]) {
      const network = networkOf(range);
      if (network === range.cidr) continue;
      yield {
        path,
        observed: range.cidr,
        limit: network,
        message: `${range.cidr} is an address inside a range, not a range: its host bits are not zero`,
        hint: `did you mean "${network}"?`,
      };
    }
  },
};

import { phasesOf } from "../model";
import type { Rule } from "./rule";
import { leases, phasesPath } from "./walk";

export const oneCurrency: Rule = {
  id: "X-CUR",
  title: "the amounts of a lease and of its guarantees are in one currency",
  severity: "warning",
  source: "arithmetic: amounts of different currencies do not add, and are totalled apart",
  *check(context) {
    for (const { site, lease, path } of leases(context)) {
      const guarantees = context.fleet.guarantees.filter((guarantee) => guarantee.sites.includes(site.name));
      const amounts = [
        { of: `${path}.rentPerKWMonth`, currency: lease.rentPerKWMonth?.currency },
        { of: `${path}.rentPerMonth`, currency: lease.rentPerMonth?.currency },
        { of: `${path}.rentPerAcceleratorHour`, currency: lease.rentPerAcceleratorHour?.currency },
        { of: `${path}.terminationFee`, currency: lease.terminationFee?.currency },
        ...phasesOf(site).map((phase) => ({
          of: `${phasesPath(site)}.${phase.id}`,
          currency: (phase.rentPerKWMonth ?? phase.rentPerMonth ?? phase.rentPerAcceleratorHour)?.currency,
        })),
        ...(lease.premises ?? []).map((each) => ({
          of: `${path}.premises.${each.id}`,
          currency: (each.rentPerKWMonth ?? each.rentPerMonth ?? each.rentPerAcceleratorHour)?.currency,
        })),
        ...(lease.passThrough ?? []).map((each) => ({
          of: `${path}.passThrough.${each.id}`,
          currency: (each.perMonth ?? each.perMWh)?.currency,
        })),
        ...(lease.security ?? []).map((each) => ({
          of: `${path}.security.${each.id}`,
          currency: each.amount?.currency,
        })),
        ...lease.terminationRights.map((right) => ({ of: `${path}.terminationRights`, currency: right.fee?.currency })),
        ...guarantees.map(({ name, amount }) => ({ of: `guarantees.${name}.amount`, currency: amount?.currency })),
      ].filter((amount) => amount.currency !== undefined);
      const currencies = [...new Set(amounts.map((amount) => amount.currency))];
      const [first] = amounts;
      const other = amounts.find((amount) => amount.currency !== first?.currency);
      if (first === undefined || other === undefined) continue;
      yield {
        path,
        observed: currencies.join(", "),
        limit: first.currency ?? "",
        message: `the money of this lease is in ${currencies.join(" and ")} (${first.of}, ${other.of}); it is never added up to one sum`,
        hint: "convert one of them, and say at which rate in its source",
      };
    }
  },
};

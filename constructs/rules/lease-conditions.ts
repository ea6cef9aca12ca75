import { compareDates } from "../model";
import type { Rule } from "./rule";
import { leases } from "./walk";

export const leaseConditions: Rule = {
  id: "LEASE-8",
  title: "conditions of a lease are met by their day, and all of them once the lease binds",
  severity: "warning",
  formula: "met <= by; as of <= by while a condition is open; no open condition in the states binding and commenced",
  source:
    "leases are signed under conditions (permits, energization, financing) with a day after which they may be given up",
  *check(context) {
    for (const { lease, path } of leases(context)) {
      if (lease.state === "ended") continue;
      for (const { id, what, by, met } of lease.conditions ?? []) {
        const place = `${path}.conditions.${id}`;
        if (met !== undefined && compareDates(met, context.asOf) > 0) {
          const message = `the condition ${id} cannot have been met on ${met}: as of ${context.asOf} that day is in the future`;
          yield { path: `${place}.met`, severity: "error", observed: met, limit: context.asOf, message };
        } else if (met !== undefined && by !== undefined && compareDates(met, by) > 0) {
          const message = `the condition ${id} was met on ${met}, after ${by}: the lease might have been given up`;
          yield {
            path: `${place}.met`,
            observed: met,
            limit: by,
            message,
            hint: "record the waiver or extension that kept it",
          };
        } else if (met === undefined && by !== undefined && compareDates(context.asOf, by) > 0) {
          yield {
            path: `${place}.by`,
            observed: context.asOf,
            limit: by,
            message: `the condition ${id} (${what}) was to be met by ${by} and is open: the lease may be given up`,
            hint: "give the day on which it was met, or the day that was agreed instead",
          };
        }
        if (met === undefined && (lease.state === "binding" || lease.state === "commenced")) {
          yield {
            path: `${path}.state`,
            observed: lease.state,
            limit: "signedWithConditions",
            message: `the lease is ${lease.state}, but its condition ${id} (${what}) is open`,
            hint: 'set the state to "signedWithConditions", or give the day on which the condition was met',
          };
        }
      }
    }
  },
};

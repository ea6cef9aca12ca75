import { isSigned, leaseEndOf, noticeWindow, optionSpans, premisesOf } from "../ledger";
import { compareDates, daysBetween, type ExtensionOption, earliest } from "../model";
import type { Report, Rule, RuleContext } from "./rule";
import { leases, phasesPath } from "./walk";

export const optionNotice: Rule = {
  id: "TIME-2",
  title: "options to extend are exercised in time, one after the other, or their last day lies ahead",
  severity: "warning",
  formula: "notice by the end of the term before - noticeMonths - noticeDays; a note policy.noticeDueDays before that",
  source:
    "leases filed with the SEC (Form 8-K) give extension options with a notice; a notice that is missed is an option lost",
  *check(context) {
    for (const { site, lease, path } of leases(context)) {
      if (!isSigned(lease.state) || lease.extensionOptions === undefined || context.isPartial(phasesPath(site)))
        continue;
      const premises = premisesOf(site, context.machine);
      const end = leaseEndOf({ ...lease, extensionOptions: [] }, premises);
      const first = earliest(...premises.map(({ to }) => to)) ?? end;
      if (first === undefined) {
        yield {
          path: `${path}.extensionOptions`,
          message: "nobody says when the lease ends, so that no notice has a last day",
          hint: "give end, or termMonths and the day of the first rent",
        };
        continue;
      }
      let skipped: string | undefined;
      for (const { option, before } of optionSpans(lease, first)) {
        yield* judged(option, before, skipped, `${path}.extensionOptions.${option.id}`, context);
        if (option.exercised === undefined) skipped ??= option.id;
      }
    }
  },
};

function* judged(
  option: ExtensionOption,
  before: string,
  skipped: string | undefined,
  path: string,
  { asOf, fleet }: RuleContext,
): Generator<Report> {
  const { from, by } = noticeWindow(before, option);
  const { exercised, id } = option;
  if (exercised === undefined) {
    // Options behind one that is still open come with it.
    if (skipped !== undefined) return;
    const place = { path, observed: asOf, limit: by };
    if (compareDates(asOf, by) > 0) {
      yield {
        ...place,
        message: `the option ${id} has lapsed: notice was due by ${by}, for the term that ends on ${before}`,
        hint: "take the option out, or give the day on which it was exercised",
      };
    } else if (daysBetween(asOf, by) <= fleet.policy.noticeDueDays) {
      yield {
        ...place,
        severity: "note",
        message: `notice for the option ${id} is due by ${by}, in ${daysBetween(asOf, by)} days`,
      };
    }
    return;
  }
  const place = { path: `${path}.exercised`, severity: "error" as const, observed: exercised };
  if (skipped !== undefined) {
    const message = `the option ${id} is exercised, but ${skipped} before it is not: options follow one another`;
    yield { ...place, message, hint: `give the day on which ${skipped} was exercised` };
  } else if (compareDates(exercised, asOf) > 0) {
    yield {
      ...place,
      limit: asOf,
      message: `the option ${id} cannot have been exercised on ${exercised}: as of ${asOf} that day is in the future`,
    };
  } else if (compareDates(exercised, by) > 0) {
    yield {
      ...place,
      limit: by,
      message: `the option ${id} was exercised on ${exercised}, after the last day of notice, ${by}`,
    };
  } else if (from !== undefined && compareDates(exercised, from) < 0) {
    yield {
      ...place,
      limit: from,
      message: `the option ${id} was exercised on ${exercised}, before the first day of notice, ${from}`,
    };
  }
}

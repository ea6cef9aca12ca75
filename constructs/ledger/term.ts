import { addDays, addMonths, compareDates, type ExtensionOption, earliest, type LeaseTerms, latest } from "../model";

/** A stretch of a lease: its first term, or an extension that was exercised. */
export interface TermSpan {
  /** First day; the rent of each premises begins on a day of its own within the first span. */
  readonly from: string | undefined;
  /** Last day. */
  readonly to: string;
  /** The option by which it is there; absent for the first term. */
  readonly option?: ExtensionOption;
}

/** The last day of the first term of premises whose rent begins on `own`; nothing where the lease says nothing of it. */
export function termEnd(
  lease: LeaseTerms,
  rents: readonly (string | undefined)[],
  own: string | undefined = undefined,
): string | undefined {
  if (lease.end !== undefined) return lease.end;
  if (lease.termMonths === undefined) return undefined;
  const from = {
    firstRent: earliest(...rents),
    lastRent: latest(...rents),
    eachRent: own ?? latest(...rents),
    signed: lease.signed,
  }[lease.termFrom ?? "firstRent"];
  return from === undefined ? undefined : addDays(addMonths(from, lease.termMonths), -1);
}

/** The term and the extensions that were exercised, one after the other; an option after one that was not exercised is not reached. */
export function termSpans(lease: LeaseTerms, end: string, from: string | undefined): TermSpan[] {
  const spans: TermSpan[] = [{ from, to: end }];
  for (const option of lease.extensionOptions ?? []) {
    const before = spans.at(-1)?.to ?? end;
    if (option.exercised === undefined) break;
    spans.push({ from: addDays(before, 1), to: endAfter(before, option), option });
  }
  return spans;
}

/** The last day of an extension of what ends on `end`. */
export const endAfter = (end: string, { months }: Pick<ExtensionOption, "months">): string =>
  addDays(addMonths(addDays(end, 1), months), -1);

/** The last day on which an option of a term that ends on `end` can be exercised, and the first. */
export function noticeWindow(end: string, option: ExtensionOption): { readonly from?: string; readonly by: string } {
  const { noticeMonths = 0, noticeDays = 0, earliestNoticeMonths } = option;
  const by = addDays(addMonths(end, -noticeMonths), -noticeDays);
  return { ...(earliestNoticeMonths === undefined ? {} : { from: addMonths(end, -earliestNoticeMonths) }), by };
}

/** Each option with the end of the term before it and after it, as if all were exercised. */
export function optionSpans(
  lease: LeaseTerms,
  end: string,
): { readonly option: ExtensionOption; readonly before: string; readonly after: string }[] {
  const spans: { option: ExtensionOption; before: string; after: string }[] = [];
  for (const option of lease.extensionOptions ?? []) {
    const before = spans.at(-1)?.after ?? end;
    spans.push({ option, before, after: endAfter(before, option) });
  }
  return spans;
}

/** The last day of all that was agreed and exercised. */
export const lastDay = (lease: LeaseTerms, end: string): string => termSpans(lease, end, undefined).at(-1)?.to ?? end;

/** Whether a day lies within days, both included; an end that is not known does not end. */
export const isBetween = (day: string, from: string | undefined, to: string | undefined): boolean =>
  (from === undefined || compareDates(day, from) >= 0) && (to === undefined || compareDates(day, to) <= 0);

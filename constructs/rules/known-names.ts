import { didYouMean } from "../model";

/** More names than a hint can hold. */
const MOST_NAMED = 10;

/** Which name was meant, or which there are. */
export function hintFor(name: string, known: readonly string[]): { readonly hint?: string } {
  const names = [...new Set(known)];
  const meant = didYouMean(name, names);
  if (meant !== undefined) return { hint: meant };
  if (names.length === 0) return {};
  const more = names.length > MOST_NAMED ? `, and ${names.length - MOST_NAMED} more` : "";
  return { hint: `known are ${names.slice(0, MOST_NAMED).join(", ")}${more}` };
}

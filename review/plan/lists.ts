import { diffing } from "./diffing";
import type { Json } from "./json";

/** A place in one list and the place in another that it is compared with; one of them is absent where something comes or goes. */
export interface ListPair {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** Lists of which both are longer are compared place by place: a comparison that looks for moves takes the square of the length. */
const LONGEST = 2000;

/**
 * Which elements of two lists are to be compared with each other: those that differ. What stays in its order is left out, so that an
 * element put in front does not change all behind it.
 */
export function listPairs(before: readonly Json[], after: readonly Json[]): ListPair[] {
  const isPlain = before.length === after.length || before.length === 0 || after.length === 0;
  if (isPlain || Math.max(before.length, after.length) > LONGEST) return byPlace(before.length, after.length);
  const [one, other] = [before, after].map((list) => list.map((each) => JSON.stringify(each)));
  const pairs: ListPair[] = [];
  let [at, to] = [0, 0];
  const gone: number[] = [];
  const settle = () => {
    pairs.push(...gone.splice(0).map((index) => ({ before: index, after: undefined })));
  };
  for (const { added, removed, value } of diffing().diffArrays(one ?? [], other ?? [])) {
    for (const _ of value) {
      if (removed) gone.push(at++);
      else if (added) pairs.push({ before: gone.shift(), after: to++ });
      else {
        settle();
        at++;
        to++;
      }
    }
  }
  settle();
  return pairs;
}

/** The places of two lists, each with the same place of the other. */
export const byPlace = (before: number, after: number): ListPair[] =>
  Array.from({ length: Math.max(before, after) }, (_, index) => ({
    before: index < before ? index : undefined,
    after: index < after ? index : undefined,
  }));

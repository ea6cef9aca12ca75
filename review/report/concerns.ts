import type { Action } from "../plan/action";
import { type Sides, stepTo } from "../plan/attributes";
import { mayName } from "../plan/names";
import { concernTypes, concernWords, type Words } from "./concern-words";
import type { Concern, ReviewedAttribute } from "./schema";

const BEGINS = { step: "(^|\\.)", part: "(^|[._])", anywhere: "" } as const satisfies Readonly<
  Record<Words["begins"], string>
>;

/** Of a path, in which a name ends with it, with its key or with its place in a list. */
const inPath = concernWords.map(
  ({ concern, words, begins }) => [concern, new RegExp(`${BEGINS[begins]}(${words.join("|")})(\\[|\\.|$)`)] as const,
);

/** Any of the words, wherever: no path is a concern of which no step holds one. */
const anyWord = new RegExp(concernWords.flatMap(({ words }) => words).join("|"));

const order: readonly Concern[] = ["access", "network exposure", "encryption", "deletion protection"];

/** Asks each name once: thousands of changes are of a few types, and of the same attributes. */
function remembering<T>(answer: (name: string) => T): (name: string) => T {
  const known = new Map<string, { readonly is: T }>();
  return (name) => {
    const found = known.get(name) ?? { is: answer(name) };
    known.set(name, found);
    return found.is;
  };
}

const matching =
  (forms: readonly (readonly [Concern, RegExp])[]) =>
  (name: string): readonly Concern[] =>
    order.filter((concern) => forms.some(([each, form]) => each === concern && form.test(name)));

const concernsOfType = remembering(matching(concernTypes));
const concernsOfAttribute = remembering(matching(inPath));
const isSought = remembering((name) => anyWord.test(stepTo("", name)));

/** A change as concerns are asked of it. */
interface Concerning {
  readonly type: string;
  readonly action: Action;
  readonly sides: Sides;
  /** What differs between the sides. */
  readonly attributes: () => readonly ReviewedAttribute[];
}

/**
 * What a change touches that a reviewer looks at before the rest. Attributes count where something that exists changes: of what is
 * new, nearly everything has a key and a network.
 */
export function concernsOf({ type, action, sides, attributes }: Concerning): Concern[] {
  const ofType = concernsOfType(type);
  // Most changes touch nothing of the kind, which is told sooner than what they touch.
  const isAsked = (action === "update" || action === "replace") && mayName(sides, isSought);
  if (!isAsked) return [...ofType];
  const found = new Set([...ofType, ...attributes().flatMap(({ path }) => concernsOfAttribute(path))]);
  return order.filter((each) => found.has(each));
}

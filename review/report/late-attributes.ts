import { lazily } from "./lazily";
import type { ReviewedAttribute, ReviewedChange } from "./schema";

type Change = Omit<ReviewedChange, "attributes">;

const make = Symbol("make");

/** A change that knows how to make its attributes. */
interface Late {
  readonly [make]?: () => ReviewedAttribute[];
}

/** The same for all changes: one of its own would give each a shape of its own, which takes more time than all the rest of a large plan. */
const attributes = {
  enumerable: true,
  get(this: Late): ReviewedAttribute[] {
    return this[make]?.() ?? [];
  },
};

/** Gives a change its attributes, which are made when they are first asked for: of a large plan most are never shown. */
export function addAttributes<T extends Change>(
  change: T,
  made: () => ReviewedAttribute[],
): asserts change is T & ReviewedChange {
  Object.defineProperty(change, make, { value: lazily(made) });
  Object.defineProperty(change, "attributes", attributes);
}

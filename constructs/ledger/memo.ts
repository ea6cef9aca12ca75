/**
 * Keeps what a function makes of two objects and a text, for as long as both objects live. Rules, plans and files ask for the same
 * rent of the same site; documents are never changed, and so is what follows from them.
 */
export function memoized<One extends object, Other extends object, Result>(
  make: (one: One, other: Other, key: string) => Result,
): (one: One, other: Other, key: string) => Result {
  const made = new WeakMap<One, WeakMap<Other, Map<string, { readonly result: Result }>>>();
  return (one, other, key) => {
    const byOther = made.get(one) ?? new WeakMap<Other, Map<string, { readonly result: Result }>>();
    const byKey = byOther.get(other) ?? new Map<string, { readonly result: Result }>();
    const known = byKey.get(key) ?? { result: make(one, other, key) };
    byKey.set(key, known);
    byOther.set(other, byKey);
    made.set(one, byOther);
    return known.result;
  };
}

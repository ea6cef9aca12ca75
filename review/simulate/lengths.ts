/** Lists longer than this are not made up: what asks for one is a mistake, or worse. */
const MOST = 1000;

/** An element that a program looks up by a number: `names[2]`, `names.2.id`, `element(data.x.y.names, 2)`, `slice(data.x.y.names, 0, 3)`. */
const LOOK_UPS = [/(\w+)\[(\d+)\]/g, /(\w+)\.(\d+)(?=[.}\s,)\]])/g, /(\w+)\s*,\s*(?:\d+\s*,\s*)?(\d+)\s*\)/g];

/**
 * How many elements lists must have at least so that what programs look up in them is there, by the name of the attribute. Of all versions
 * together, so that each is answered the same.
 */
export function lengthsIn(texts: readonly string[]): Map<string, number> {
  const lengths = new Map<string, number>();
  for (const text of texts) {
    for (const form of LOOK_UPS) {
      for (const [, name = "", index = ""] of text.matchAll(form)) {
        const length = Math.min(Number(index) + 1, MOST);
        if (length > (lengths.get(name) ?? 0)) lengths.set(name, length);
      }
    }
  }
  return lengths;
}

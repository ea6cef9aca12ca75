import type { Parts } from "./parts";

/** Lists longer than this are not made up: what asks for one is a mistake, or worse. */
const MOST = 1000;

/** An element that a program looks up by a number: `names[2]`, `names.2.id`, `element(data.x.y.names, 2)`, `slice(data.x.y.names, 0, 3)`. */
const LOOK_UPS = [/(\w+)\[(\d+)\]/g, /(\w+)\.(\d+)(?=[.}\s,)\]])/g, /(\w+)\s*,\s*(?:\d+\s*,\s*)?(\d+)\s*\)/g];

/** An expression in what a part says, to the end of the text in which it stands. */
const EXPRESSION = /[$%]\{(?:[^"\\]|\\.)*/g;

/**
 * How many elements lists must have at least so that what programs look up in them is there, by the name of the attribute. Of all versions
 * together, so that each is answered the same.
 */
export function lengthsIn(...versions: readonly Parts[]): Map<string, number> {
  const lengths = new Map<string, number>();
  const texts = new Set(
    versions.flatMap((parts) => [...parts.values()].flatMap(({ said }) => said.match(EXPRESSION) ?? [])),
  );
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

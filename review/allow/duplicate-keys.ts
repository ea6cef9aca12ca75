/**
 * Keys that stand twice in one object of a JSON text. JavaScript keeps the last of them, and Terraform reads both: what one cannot see is
 * not checked.
 *
 * @param text JSON that was parsed before, and so is of the right form
 */
export function duplicateKeys(text: string): string[] {
  const found = new Set<string>();
  /** The keys of each object that is open, and nothing for a list. */
  const open: (Set<string> | undefined)[] = [];
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    const [token, colon] = match;
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(undefined);
    else if (token === "}" || token === "]") open.pop();
    else if (colon !== undefined) {
      const key: string = JSON.parse(token.slice(0, -colon.length));
      const keys = open.at(-1);
      if (keys?.has(key)) found.add(key);
      keys?.add(key);
    }
  }
  return [...found];
}

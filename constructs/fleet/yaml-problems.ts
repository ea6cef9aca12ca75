import { type Document, isAlias, isCollection, isMap, isScalar, visit, type YAMLError } from "yaml";

/** What is wrong at a place of a file, by its offset in the text. */
export interface Problem {
  readonly offset: number;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** What is wrong with a document as YAML, where it is wrong, in the words of whoever wrote it. */
export function yamlProblems(document: Document.Parsed, text: string, lineOf: (offset: number) => number): Problem[] {
  const errors = [...document.errors, ...document.warnings];
  const open = openEnds(document, text);
  const problems = errors
    .filter((error) => open.length === 0 || !saysUnclosed(error))
    .map((error): Problem => {
      const offset = error.pos[0];
      return { offset, message: error.code === "DUPLICATE_KEY" ? twice(document, offset, lineOf) : error.message };
    });
  return [...problems, ...open, ...danglingAliases(document)].sort((a, b) => a.offset - b.offset);
}

/** The parser says so once for each bracket around the place where it noticed. */
const saysUnclosed = ({ message }: YAMLError): boolean =>
  /^Flow (map|sequence) .*end with a [\]}]$|^Missing closing ["']quote$/.test(message);

const CLOSING: Readonly<Record<string, string>> = { "[": "]", "{": "}", '"': '"', "'": "'" };

/** Brackets and quotes that are not closed, where they open; of several within each other the innermost. */
function openEnds(document: Document.Parsed, text: string): Problem[] {
  if (!document.errors.some(saysUnclosed)) return [];
  const open: { from: number; to: number }[] = [];
  visit(document, (_, node) => {
    if (!(isCollection(node) || isScalar(node)) || !node.range) return;
    const [from, to] = node.range;
    const closing = CLOSING[text.charAt(from)];
    const plain = isScalar(node) && !String(node.type).startsWith("QUOTE");
    if (closing === undefined || plain) return;
    if (to - from < 2 || text.charAt(to - 1) !== closing) open.push({ from, to });
  });
  const innermost = open.filter(({ from, to }) => !open.some((inner) => inner.from > from && inner.from < to));
  return innermost.map(({ from }) => {
    const sign = text.charAt(from);
    const what = sign === "[" || sign === "{" ? "bracket" : "quote";
    return { offset: from, message: `the ${what} ${sign} that opens here is not closed` };
  });
}

/** A key that stands a second time in its map, by its offset. */
function twice(document: Document.Parsed, offset: number, lineOf: (offset: number) => number): string {
  const starts = (key: unknown): number | undefined => (isScalar(key) ? key.range?.[0] : undefined);
  let message = "a key stands twice";
  visit(document, (_, node) => {
    if (!isMap(node)) return;
    const key = node.items.find((pair) => starts(pair.key) === offset)?.key;
    if (!isScalar(key)) return;
    const first = node.items.find((pair) => isScalar(pair.key) && pair.key.value === key.value);
    const line = starts(first?.key);
    const where = line === undefined || line === offset ? "" : `; first on line ${lineOf(line)}`;
    message = `the key ${JSON.stringify(String(key.value))} stands twice${where}`;
  });
  return message;
}

function danglingAliases(document: Document.Parsed): Problem[] {
  const found: Problem[] = [];
  visit(document, (_, node) => {
    if (!isAlias(node) || node.resolve(document) !== undefined) return;
    const message = `the alias *${node.source} has no anchor &${node.source} before it`;
    found.push({ offset: node.range?.[0] ?? document.range[0], message });
  });
  return found;
}

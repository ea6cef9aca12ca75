import fc from "fast-check";
import { escapeMarkdown, markdownTable } from "../../constructs/emit/markdown";

test("a table has a heading, a rule with the alignment, and a line for each row", () => {
  const rows = [
    { name: "a", count: 3, there: true },
    { name: "b|c", count: undefined, there: false },
  ];
  expect(
    markdownTable(
      [
        { heading: "name", cell: ({ name }) => name },
        { heading: "count", align: "right", cell: ({ count }) => count },
        { heading: "there", cell: ({ there }) => there },
      ],
      rows,
    ),
  ).toBe("| name | count | there |\n| --- | ---: | --- |\n| a | 3 | yes |\n| b\\|c |  | no |\n");
});

test("whatever a name holds, it stays in its cell, on its line, and is no link", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const table = markdownTable([{ heading: "x", cell: (each: string) => each }], [text]);
      expect(table.split("\n")).toHaveLength(4);
      expect(escapeMarkdown(text)).not.toMatch(/(^|[^\\])(\\\\)*[|<[]/);
    }),
  );
});

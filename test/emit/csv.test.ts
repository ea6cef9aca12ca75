import fc from "fast-check";
import { toCsv } from "../../constructs/emit/csv";

describe("toCsv", () => {
  test("writes a header in the order of the columns, and a row a line", () => {
    const rows = [
      { rack: "r01", machines: 4, liquid: false },
      { machines: 3, rack: "r02" },
    ];
    expect(toCsv(["rack", "machines", "liquid"], rows)).toBe("rack,machines,liquid\r\nr01,4,false\r\nr02,3,\r\n");
  });

  test("writes the header alone where there are no rows", () => {
    expect(toCsv(["rack"], [])).toBe("rack\r\n");
  });

  test("quotes commas, quotes and line breaks, as RFC 4180 says", () => {
    expect(toCsv(["text"], [{ text: "a,b" }, { text: 'say "a"' }, { text: "a\nb" }, { text: "a\r\nb" }])).toBe(
      'text\r\n"a,b"\r\n"say ""a"""\r\n"a\nb"\r\n"a\r\nb"\r\n',
    );
  });

  test("leaves numbers as they are, and no cell for what is no number", () => {
    const rows = [{ kW: 1234567.5 }, { kW: -3 }, { kW: Number.NaN }];
    expect(toCsv(["kW"], rows)).toBe("kW\r\n1234567.5\r\n-3\r\n\r\n");
  });

  test("does not let a spreadsheet take a name for a formula", () => {
    const rows = [{ name: "=1+1" }, { name: "@SUM(A1)" }, { name: "-12.50" }, { name: "-x" }];
    expect(toCsv(["name"], rows)).toBe("name\r\n'=1+1\r\n'@SUM(A1)\r\n-12.50\r\n'-x\r\n");
  });

  test("loses nothing: what is read back is what was written", () => {
    const text = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", " ", "é") });
    const tables = fc.array(fc.record({ left: text, right: text }));
    fc.assert(
      fc.property(tables, (rows) => {
        const kept = rows.map(({ left, right }) =>
          [left, right].map((each) => (each.startsWith("\r") ? `'${each}` : each)),
        );
        expect(parse(toCsv(["left", "right"], rows)).slice(1)).toEqual(kept);
      }),
    );
  });
});

/** A reader of RFC 4180, written for this test alone. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], "", false];
  for (let at = 0; at < csv.length; at++) {
    const char = csv.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (csv.charAt(at + 1) === '"') cell += csv.charAt(++at);
      else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ",") [row, cell] = [[...row, cell], ""];
    else if (char === "\r" && csv.charAt(at + 1) === "\n") {
      rows.push([...row, cell]);
      [row, cell] = [[], ""];
      at++;
    } else cell += char;
  }
  return rows;
}

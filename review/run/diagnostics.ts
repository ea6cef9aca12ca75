import { isObject, type Json, type JsonObject, objectAt, textAt } from "../plan/json";
import type { Diagnostic } from "../report/schema";

/** What Terraform names in the text of a guard that stops it, since it gives no address with it. */
const GUARDED = /Resource (\S+) has\s+lifecycle\.prevent_destroy/;

/**
 * Errors and warnings in what a command with `-json` prints, one object a line. Only the summary and the address are taken: the rest
 * quotes lines of source, and with them whatever value stands there.
 */
export function diagnosticsOf(output: string): Diagnostic[] {
  const found = output.split("\n").flatMap((line) => {
    const json = parse(line);
    return json === undefined || textAt(json, "type") !== "diagnostic"
      ? []
      : diagnosticOf(objectAt(json, "diagnostic"));
  });
  const known = new Set<string>();
  return found.filter((each) => {
    const key = JSON.stringify(each);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

function diagnosticOf(json: JsonObject): Diagnostic[] {
  const severity = textAt(json, "severity");
  if (severity !== "error" && severity !== "warning") return [];
  const address =
    textAt(json, "address") ??
    GUARDED.exec(textAt(json, "detail") ?? "")?.[1] ??
    blockOf(textAt(objectAt(json, "snippet"), "context") ?? "");
  return [
    {
      severity,
      summary: firstLine(textAt(json, "summary") ?? "no summary"),
      ...(address === undefined ? {} : { address }),
    },
  ];
}

/** The object of a block whose head stands beside a message: `resource.aws_vpc.main`, or as HCL writes it. */
function blockOf(context: string): string | undefined {
  const [, kind, type, name] = /^(resource|data)[. ]"?([\w-]+)"?[. ]"?([\w-]+)"?(?:[.[ ]|$)/.exec(context) ?? [];
  return type === undefined ? undefined : `${kind === "data" ? "data." : ""}${type}.${name}`;
}

const firstLine = (text: string): string => text.split("\n").at(0) ?? "";

function parse(line: string): JsonObject | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    const json: Json = JSON.parse(line);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

import { objectAt } from "../plan/json";
import { unsetVariables } from "./cut";
import type { Versions } from "./versions";

/** What of a change a simulation cannot show, and what it has made up, for one stack. */
export function notesOf({ base, head }: Versions, parts: ReadonlySet<string>): string[] {
  const unset = [...new Set([base, head].flatMap(({ json }) => unsetVariables(json, parts)))];
  const isInBoth = base.stack !== undefined && head.stack !== undefined;
  const [before, after] = [base, head].map(({ json }) => objectAt(json, "terraform"));
  const differs = (name: string): boolean => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]);
  return [
    ...(unset.length === 0 ? [] : [`made-up values stand for the variables ${unset.join(", ")}`]),
    ...(isInBoth && (differs("backend") || differs("cloud"))
      ? ["where its state is kept changes, and a simulation does not show whether it moves along"]
      : []),
    ...(isInBoth && differs("required_providers")
      ? ["versions of its providers change, and a simulation does not show what they do differently"]
      : []),
  ];
}

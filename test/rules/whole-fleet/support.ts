import type { Finding } from "../../../constructs/model";
import { validateFleet } from "../../../constructs/rules";
import { AS_OF, brief, type Raw } from "../support";

/** Everything that all rules say of a whole fleet whose form is right; a test whose fleet has a wrong form tests nothing. */
export function findingsOf(raw: Raw): readonly Finding[] {
  const { findings } = validateFleet(raw, { asOf: AS_OF });
  const wrong = findings.filter(({ rule }) => rule === "SCHEMA");
  if (wrong.length > 0) throw new Error(wrong.map(({ path, message }) => `${path} ${message}`).join("\n"));
  return findings;
}

/** The same in short, each with its rule: `PWR-2 sites.abilene.powerTopology 1/0`. */
export const judged = (raw: Raw): string[] =>
  findingsOf(raw).map((finding) => `${finding.rule} ${brief([finding])[0]}`);

/** Messages of one rule in a whole fleet. */
export const messages = (raw: Raw, rule: string): string[] =>
  findingsOf(raw).flatMap((finding) => (finding.rule === rule ? [finding.message] : []));

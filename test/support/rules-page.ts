import { allRules } from "../../constructs/rules";

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** The page about every rule, from the rules themselves. */
export function rulesPage(): string {
  const rows = allRules.map((rule) => {
    const formula = rule.formula === undefined ? "" : ` <br>\`${cell(rule.formula)}\``;
    return `| ${rule.id} | ${rule.severity} | ${cell(rule.title)}${formula} | ${cell(rule.source)} |`;
  });
  return `# Rules

Every rule runs on the fleet document before anything is written. An error stops the synthesis; a warning does not. A finding says
where (\`sites.colossus-1.clusters.hopper.pools.h100.count\`), what was observed, what is allowed, and the likely fix.

Beside these, \`SCHEMA\` reports a value whose form is wrong, \`YAML\` a file that cannot be read, \`STATE-1\` local state that would be
lost in another output folder, \`FLEET-1\` two fleets that write to one folder, and \`PACKAGE-1\` a provider that is not installed.

A dated, reasoned exception for a path and everything below it is a waiver: \`fleet.waive({ rule, path, reason, until })\`.

This page is generated: \`UPDATE_GOLDEN=1 npx jest --config test/jest.config.js test/docs.test.ts\`.

| Rule | Severity | What holds | Source |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}

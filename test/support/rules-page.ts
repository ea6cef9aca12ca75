import { allChecks } from "../../cli/checks";
import { allRules } from "../../constructs/rules";

const checks = allChecks.filter(({ id }) => !allRules.some((rule) => rule.id === id));

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

Beside these there are checks of what rules cannot see, and which no waiver covers:

${checks.map(({ id, title }) => `- \`${id}\`: ${title}`).join("\n")}

A dated, reasoned exception for a path and everything below it is a waiver: \`fleet.waive({ rule, path, reason, until })\`.

This page is generated: \`UPDATE_GOLDEN=1 npx jest --config test/jest.config.js test/docs.test.ts\`.

| Rule | Severity | What holds | Source |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}

import { allChecks } from "../../cli/checks";
import { allRules } from "../../constructs/rules";
import { outputRules } from "../../constructs/rules/output";

const rules = [...allRules, ...outputRules];
const checks = allChecks.filter(({ id }) => !rules.some((rule) => rule.id === id));

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

const table = (
  listed: readonly Pick<(typeof rules)[number], "id" | "severity" | "title" | "formula" | "source">[],
): string => {
  const rows = listed.map((rule) => {
    const formula = rule.formula === undefined ? "" : ` <br>\`${cell(rule.formula)}\``;
    return `| ${rule.id} | ${rule.severity} | ${cell(rule.title)}${formula} | ${cell(rule.source)} |`;
  });
  return `| Rule | Severity | What holds | Source |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
};

/** The page about every rule, from the rules themselves. */
export function rulesPage(): string {
  return `# Rules

Every rule runs on the fleet document before anything is written. An error stops the synthesis; a warning does not. A finding says
where (\`sites.colossus-1.clusters.hopper.pools.h100.count\`), what was observed, what is allowed, and the likely fix.

Beside these there are checks of what rules cannot see, and which no waiver covers:

${checks.map(({ id, title }) => `- \`${id}\`: ${title}`).join("\n")}

A dated, reasoned exception for a path and everything below it is a waiver: \`fleet.waive({ rule, path, reason, until })\`.

This page is generated: \`UPDATE_GOLDEN=1 npx jest --config test/jest.config.js test/docs.test.ts\`.

## The fleet

${table(allRules)}
## The Terraform that is written

What the library makes keeps these rules by construction. They are asked of each stack once it is made, so that a hook, an aspect, an override
or a stack of the program's own does not break what the library keeps. Their paths begin with \`stacks\`: a waiver for \`stacks.ohio\`
covers that stack. \`npx siteform validate\` asks them too, where a program adds Terraform of its own.

${table(outputRules)}`;
}

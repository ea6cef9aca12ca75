import type { Rule } from "./rule";
import { physicalSites } from "./walk";

export const weightsLevel: Rule = {
  id: "SEC-1",
  title: "a site that holds weights attains the security level that they need",
  severity: "error",
  formula: "attained level >= requiredLevel of the profile, else policy.weightsLevel",
  source: "RAND, Securing AI Model Weights (RRA2849), security levels SL1 to SL5",
  *check(context) {
    for (const { site, path } of physicalSites(context)) {
      const profile = site.securityProfile;
      const place = `${path}.securityProfile`;
      if (profile?.weights === undefined) continue;
      const { requiredLevel } = profile.weights;
      const limit = requiredLevel ?? context.fleet.policy.weightsLevel;
      const by = requiredLevel === undefined ? " by policy" : "";
      const need = `the weights on ${profile.weights.clusters.join(", ")} need SL${limit}${by}`;
      if (profile.attained === undefined) {
        if (context.isPartial(`${place}.attained`)) continue;
        yield {
          path: place,
          severity: "warning",
          limit,
          message: `${need}; nobody has assessed what the site attains`,
          hint: "give attained, with its basis and source",
        };
        continue;
      }
      const { level, basis, source } = profile.attained;
      if (level < limit) {
        yield {
          path: `${place}.attained.level`,
          observed: level,
          limit,
          message: `${need}; the site attains SL${level} (${basis}: ${source})`,
          hint: "keep weights elsewhere, or raise what protects them here",
        };
      } else if (basis === "assumed") {
        yield {
          path: `${place}.attained.basis`,
          severity: "warning",
          observed: basis,
          message: `that the site attains SL${level} is assumed; weights rest on it`,
          hint: "have it assessed",
        };
      }
    }
  },
};

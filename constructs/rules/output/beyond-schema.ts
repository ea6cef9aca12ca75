import { compareVersions } from "../../ledger/provider-floors";
import { laterThanGoogle650 } from "./google/provider-version";
import type { OutputRule } from "./output-rule";
import { leastVersion } from "./stack-output";

/** The versions whose schema the bindings have: those that the packages @cdktf/provider-* of this project pin. */
const BINDINGS: Readonly<Record<string, string>> = { aws: "6.25.0", google: "6.50.0", azurerm: "4.55.0" };

/** What GCP-VER-01 knows more of. */
const known = new Set(laterThanGoogle650.map(([argument]) => argument));

export const beyondSchema: OutputRule = {
  id: "X-SCHEMA-01",
  title: "an argument that the bindings do not know comes with a version of the provider that does",
  severity: "warning",
  source:
    "the packages @cdktf/provider-aws 21.22.1, -google 16.12.1 and -azurerm 14.23.1, which bind 6.25.0, 6.50.0 and 4.55.0",
  *check(stack) {
    for (const { resource, argument, meant, provider } of stack.unknownArguments) {
      if (meant !== undefined) {
        yield {
          path: `${resource}.${argument}`,
          severity: "error",
          observed: argument,
          message: "an override names arguments as Terraform does, which refuses this one",
          hint: `did you mean ${JSON.stringify(meant)}?`,
        };
        continue;
      }
      const bound = BINDINGS[provider];
      const least = leastVersion(stack, provider);
      if (bound === undefined || known.has(argument)) continue;
      if (least !== undefined && compareVersions(least, bound) > 0) continue;
      yield {
        path: `${resource}.${argument}`,
        observed: least ?? "any version",
        message: `hashicorp/${provider} ${bound} does not know this argument, and the stack takes ${least === undefined ? "any version" : `${least} and later`}`,
        hint: `check its spelling, or ask for the version that knows it: stack.addOverride("terraform.required_providers.${provider}.version", ">= ...")`,
      };
    }
  },
};

import { didYouMean, type PhysicalSiteSpec } from "../model";
import type { Report, Rule } from "./rule";
import { hinted, sites } from "./walk";

/** A name that stands in one document for something in another. */
interface Reference {
  /** Below the site. */
  readonly path: string;
  readonly name: string;
}

/** References of one sort, and what they refer to. A new one is one row. */
interface ReferenceRow {
  /** What is referred to, in the singular. */
  readonly what: string;
  /** The list of the site in which it stands. */
  readonly list: string;
  readonly known: (site: PhysicalSiteSpec) => readonly string[];
  readonly references: (site: PhysicalSiteSpec) => Iterable<Reference>;
}

/** Those that no rule about their own subject looks at. */
const rows: readonly ReferenceRow[] = [
  {
    what: "fabric",
    list: "fabrics",
    known: (site) => site.fabrics.map(({ name }) => name),
    *references({ addressPlan }) {
      for (const list of ["networks", "asns"] as const) {
        for (const { name, fabric } of addressPlan?.[list] ?? []) {
          if (fabric !== undefined) yield { path: `addressPlan.${list}.${name}.fabric`, name: fabric };
        }
      }
    },
  },
];

export const documentRefs: Rule = {
  id: "DOC-1",
  title: "every name that stands for something in another document is the name of such a thing",
  severity: "error",
  source:
    "the Kubernetes resource model: objects refer to each other by kind and name; most references are looked at by the rule of their subject",
  *check(context) {
    for (const { site, path } of sites(context)) {
      if (site.tenure === "cloud") continue;
      for (const { what, list, known, references } of rows) {
        if (context.lacksItems(`${path}.${list}`)) continue;
        const names = known(site);
        for (const reference of references(site)) {
          if (!names.includes(reference.name)) yield dangling(`${path}.${reference.path}`, reference.name, what, names);
        }
      }
    }
  },
};

function dangling(path: string, name: string, what: string, names: readonly string[]): Report {
  const has = names.length === 0 ? `it has no ${what}` : `it has ${names.join(", ")}`;
  const message = `the site has no ${what} ${JSON.stringify(name)}; ${has}`;
  return { path, observed: name, message, ...hinted(didYouMean(name, names)) };
}

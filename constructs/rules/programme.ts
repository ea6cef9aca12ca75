import { powerFiguresOf } from "../ledger";
import { formatMW, type Programme, type SiteSpec, speaksOfSame, total } from "../model";
import type { Rule } from "./rule";
import { allSites } from "./walk";

type Member = { readonly site: SiteSpec; readonly path: string; readonly programme: Programme };

export const programmeAddsUp: Rule = {
  id: "PROG-1",
  title: "the sites of a programme say the same of it, and add up to what was announced",
  severity: "error",
  formula: "sum of the sites' power >= announced power, unless that is a ceiling; <= when it is",
  source: "an announcement for several sites together is their sum, however it is spread",
  *check(context) {
    const members = [...allSites(context)].flatMap(({ site, path }): Member[] =>
      "programme" in site && site.programme !== undefined ? [{ site, path, programme: site.programme }] : [],
    );
    for (const name of new Set(members.map(({ programme }) => programme.name))) {
      const own = members.filter(({ programme }) => programme.name === name);
      const [first, ...rest] = own;
      if (first === undefined) continue;
      for (const other of rest) {
        if (JSON.stringify(other.programme) === JSON.stringify(first.programme)) continue;
        yield {
          path: `${other.path}.programme`,
          message: `says something else of the programme ${name} than ${first.path}.programme does`,
          hint: "state a programme once, as a constant, and name it at each of its sites",
        };
      }
      const announced = first.programme.power;
      if (announced === undefined || context.isPartial("sites")) continue;
      const figures = own.flatMap(({ site }) => powerFiguresOf(site));
      if (!figures.every((figure) => speaksOfSame(figure, announced))) continue;
      const sum = total(figures.map(({ valueMW, bound, basis }) => ({ value: valueMW, bound, basis })));
      const misses = announced.bound === "atMost" ? sum.value > announced.valueMW : sum.value < announced.valueMW;
      if (!misses || announced.bound === "about") continue;
      yield {
        path: `${first.path}.programme.power`,
        observed: sum.value,
        limit: announced.valueMW,
        unit: "MW",
        message: `the ${own.length} sites of ${name} add up to ${formatMW(sum.value, sum.bound)}; announced were ${formatMW(announced.valueMW, announced.bound)}`,
        hint: "add the sites that are missing, or correct the figures of these",
      };
    }
  },
};

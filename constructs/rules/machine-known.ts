import type { Offer } from "../catalog";
import { didYouMean, type SiteSpec } from "../model";
import type { Rule } from "./rule";
import { pools } from "./walk";

/** Which machines can stand at a site: a cloud's own, or hardware. */
export const offerAt = (site: SiteSpec): Offer => (site.tenure === "cloud" ? site.provider : "hardware");

const offerNames: Record<Offer, string> = {
  aws: "AWS",
  google: "Google Cloud",
  azure: "Azure",
  hardware: "data-center hardware",
};

export const machineKnown: Rule = {
  id: "MACHINE-1",
  title: "every pool names a machine that exists and that its site can have",
  severity: "error",
  structural: true,
  source: "the catalogue, and the fleet's own definitions",
  *check(context) {
    for (const { site, pool, path } of pools(context)) {
      const offer = offerAt(site);
      const machine = context.machine(pool.machine);
      const hint = suggested(pool.machine, context.machineTypes(offer));
      // A definition that was left out for its form is not one that is missing.
      if (machine === undefined && context.lacksItems("machines")) continue;
      if (machine === undefined) {
        yield {
          path: `${path}.machine`,
          observed: pool.machine,
          message: `${JSON.stringify(pool.machine)} is no machine of ${offerNames[offer]} that the catalogue knows`,
          hint: hint ?? "define a machine newer than the catalogue with defineMachine()",
        };
      } else if (machine.offer !== offer) {
        yield {
          path: `${path}.machine`,
          observed: pool.machine,
          message: `${pool.machine} is a machine of ${offerNames[machine.offer]}; this site has ${offerNames[offer]}`,
          ...(hint === undefined ? {} : { hint }),
        };
      }
    }
  },
};

/** Sizes of Azure are often written without `Standard_`, and that of GB200 has letters more than its neighbours. */
function suggested(type: string, types: readonly string[]): string | undefined {
  const [, size = type] = /^standard_(.*)$/i.exec(type) ?? [];
  if (/^standard_[^n]/i.test(type)) {
    return `a pool is of machines with accelerators; those of another size are the system's: system: { size: ${JSON.stringify(type)} }`;
  }
  const meant = [`Standard_${size}`, `Standard_${size.replace(/^(ND\d+isr)_(GB200)/i, "$1_NDR_$2")}`];
  const found = types.find((each) => meant.some((name) => name.toLowerCase() === each.toLowerCase()));
  return found === undefined ? (sizesOf(type, types) ?? didYouMean(type, types)) : `did you mean "${found}"?`;
}

/** The sizes of a family that is named without one, where it has several: `p5` is `p5.4xlarge` or `p5.48xlarge`. */
function sizesOf(family: string, types: readonly string[]): string | undefined {
  const sizes = types.filter((type) => type.startsWith(`${family}.`));
  return sizes.length < 2 ? undefined : `it comes as ${sizes.join(", ")}`;
}

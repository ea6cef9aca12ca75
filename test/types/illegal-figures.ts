/**
 * Compiled by `tsc -p test/tsconfig.json` and never run: each line below an `@ts-expect-error` must not compile, and
 * everything else must. Figures have a unit, a meaning and a source.
 */
import {
  about,
  addMoney,
  assumed,
  atLeast,
  contracted,
  type DataRate,
  type Duration,
  days,
  eur,
  type Figure,
  Fleet,
  gigabitsPerSecond,
  gigawatts,
  type Money,
  measured,
  megawatts,
  OwnedSite,
  type Power,
  type PowerFigure,
  reported,
  sum,
  usd,
  vendorStated,
} from "siteform";
import { location, ownedProps, power } from "./legal-props";

const fleet = new Fleet("atlas");
const source = "a report";
const meaning = "criticalIT";

// What compiles: each statement gives the figure of what it was given.
export const figures: readonly PowerFigure[] = [
  reported(gigawatts(2.2), { meaning: "unstated", source }),
  reported(atLeast(megawatts(300)), { meaning: "unstated", countedAs: "criticalIT", source }),
  assumed(about(megawatts(4)), { meaning }),
  measured(sum([megawatts(1), megawatts(2)]), { meaning: "utility", source }),
];
export const numbers: readonly Figure[] = [assumed(1.2), vendorStated(atLeast(10.2), { source })];
export const total: Money<"USD"> = addMoney(usd(1), usd("2.00"));
export const rate: DataRate = gigabitsPerSecond(400);
export const span: Duration = days(90);
export const megawattsInAll: Power = sum([megawatts(1), gigawatts(1)]);
new OwnedSite(fleet, "a", { ...ownedProps, peakPue: assumed(1.2, { source }) });
contracted(usd(1_300_000_000), { source });

// @ts-expect-error a number where power is wanted
export const number: Power = 300;
// @ts-expect-error a time where power is wanted
export const time: Power = days(3);
// @ts-expect-error a data rate where power is wanted
export const speed: Power = gigabitsPerSecond(400);
// @ts-expect-error power where a data rate is wanted
export const load: DataRate = megawatts(300);
// @ts-expect-error an object that looks like one
export const lookalike: Power = { value: 300 };
// @ts-expect-error a sum over two dimensions
sum([megawatts(1), gigabitsPerSecond(1)]);
// @ts-expect-error a text where a number is wanted
megawatts("300");
// @ts-expect-error a quantity is no number
megawatts(megawatts(300));
// @ts-expect-error a quantity cannot be changed
megawatts(300).value = 400;

// @ts-expect-error euros added to dollars
addMoney(usd(1), eur(1));
// @ts-expect-error dollars where euros are wanted
export const euros: Money<"EUR"> = usd(1);
// @ts-expect-error a plain number added to dollars
addMoney(usd(1), 1);

// @ts-expect-error power of which nobody says which power it is
reported(megawatts(300), { source });
// @ts-expect-error power of which nobody says who says so
reported(megawatts(300), { meaning });
// @ts-expect-error power without anything said
reported(megawatts(300));
// @ts-expect-error an assumed power without a meaning
assumed(megawatts(300), { source });
// @ts-expect-error an assumed power without anything said
assumed(megawatts(300));
// @ts-expect-error a meaning that does not exist
reported(megawatts(300), { meaning: "gross", source });
// @ts-expect-error an unstated figure is not counted as unstated
reported(megawatts(300), { meaning: "unstated", countedAs: "unstated", source });
// @ts-expect-error money has no meaning of power
contracted(usd(1), { meaning, source });
// @ts-expect-error a duration is no figure of a site
reported(days(90), { source });
// @ts-expect-error a bound of a duration neither
atLeast(days(90));

// @ts-expect-error a site's power without who says so
new OwnedSite(fleet, "b", { location, power: megawatts(4) });
// @ts-expect-error a site's power as a number
new OwnedSite(fleet, "c", { location, power: 4 });
// @ts-expect-error money where power is wanted
new OwnedSite(fleet, "d", { location, power: contracted(usd(4), { source }) });
// @ts-expect-error power where a ratio is wanted
new OwnedSite(fleet, "e", { location, power, peakPue: power });
// @ts-expect-error a ratio as a number, without who says so
new OwnedSite(fleet, "f", { location, power, peakPue: 1.2 });

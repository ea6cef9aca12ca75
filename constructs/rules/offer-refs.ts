import { accelerators } from "../catalog";
import { partyName } from "../ledger";
import { sitePartiesOf } from "../ledger/capacity";
import { didYouMean, subdivisionsOf } from "../model";
import { hintFor } from "./known-names";
import type { Report, Rule, RuleContext } from "./rule";
import { hinted } from "./walk";

export const offerRefs: Rule = {
  id: "DEMAND-4",
  title: "offers and the limits of planning name accelerators, places and counterparties that exist",
  severity: "error",
  source: "the catalogue, ISO 3166, and the fleet itself",
  *check(context) {
    const { fleet } = context;
    for (const { name, accelerator, jurisdiction } of fleet.offers) {
      yield* ofAccelerator(context, accelerator, `offers.${name}.accelerator`);
      yield* ofPlace(jurisdiction, `offers.${name}.jurisdiction`);
    }
    const { power, concentration } = fleet.planning?.limits ?? { power: [], concentration: [] };
    for (const { name, jurisdiction } of power) {
      if (jurisdiction !== undefined) yield* ofPlace(jurisdiction, `planning.limits.power.${name}.jurisdiction`);
    }
    for (const { name, counterparty } of concentration) {
      if (counterparty !== undefined) yield* ofParty(context, counterparty, name);
    }
  },
};

function* ofAccelerator({ fleet, lacksItems }: RuleContext, name: string, path: string): Generator<Report> {
  const known = [...Object.keys(accelerators), ...fleet.machines.map(({ accelerator }) => accelerator)];
  if (known.some((each) => partyName(each) === partyName(name)) || lacksItems("machines")) return;
  const message = `${JSON.stringify(name)} is no accelerator of the catalogue or of the fleet's machines`;
  yield { path, observed: name, message, ...hintFor(name, known) };
}

interface Place {
  readonly country: string;
  readonly subdivision?: string | undefined;
}

function* ofPlace({ country, subdivision }: Place, path: string): Generator<Report> {
  const codes = subdivisionsOf(country);
  if (codes.length === 0) {
    const message = `${JSON.stringify(country)} is the code of no country`;
    yield { path: `${path}.country`, observed: country, message };
  } else if (subdivision !== undefined && !codes.includes(subdivision)) {
    const message = `there is no subdivision ${JSON.stringify(subdivision)} of ${country} in ISO 3166`;
    yield { path: `${path}.subdivision`, observed: subdivision, message, ...hinted(didYouMean(subdivision, codes)) };
  }
}

/** A limit on a party from which nothing is had, and nobody offers anything, limits nothing. */
function* ofParty({ fleet, isPartial }: RuleContext, name: string, limit: string): Generator<Report> {
  const known = [
    ...fleet.offers.map(({ counterparty }) => counterparty),
    ...fleet.sites.map((site) => sitePartiesOf(site).counterparty),
  ];
  if (known.some((each) => partyName(each) === partyName(name)) || isPartial("sites") || isPartial("offers")) return;
  yield {
    path: `planning.limits.concentration.${limit}.counterparty`,
    observed: name,
    message: `no offer and no site is of a counterparty ${JSON.stringify(name)}`,
    ...hintFor(name, known),
  };
}

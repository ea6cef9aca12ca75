import { documents } from "../../support";

/** A leased site, and a leased title, whose lease nobody wrote. */
export const fleet = () => documents();

export const expected = [
  "error   sites/abilene.yaml:10:3: sites.abilene.title.lease: is missing; must be an object with landlord and state  [SCHEMA]",
  "error   sites/memphis.yaml:5:1: sites.memphis.lease: is missing; must be an object with landlord, state and phases  [SCHEMA]",
];

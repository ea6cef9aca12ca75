import { fleetOf, ownedSite, type Raw } from "./support";

/** The power tree of the site. */
export const at = "sites.abilene.powerTopology";
/** A site of one's own with a power tree. */
export const tree = (topology: Raw, more: Raw = {}): Raw => fleetOf(ownedSite({ powerTopology: topology, ...more }));
/** A component of it. */
export const node = (id: string, kind: string, more: Raw = {}): Raw => ({ id, kind, ...more });
/** A load that must live through the loss of a feed. */
export const load = (id: string, powerKW: number, feeds: string[], more: Raw = {}): Raw => ({
  id,
  kind: "control",
  powerKW,
  feeds,
  ...more,
});
/** The grid. */
export const grid = node("grid", "utility");
/** A UPS on the grid. */
export const ups = (id: string, ratedKW: number, more: Raw = {}) =>
  node(id, "ups", { parents: ["grid"], ratedKW, ...more });

import { LeasedSiteSpec, type PhysicalSiteSpec } from "../../../constructs/model";
import { type RackLookups, rackLookups } from "../../../constructs/owned/racks/lookups";
import { leasedSite } from "../../rules/support";
import { rackType } from "./support";

export const lookups: RackLookups = rackLookups({ machines: [], rackTypes: [rackType()], deviceTypes: [] });

/** A leased site, as one writes it. */
export const site = (more: Readonly<Record<string, unknown>>): PhysicalSiteSpec =>
  LeasedSiteSpec.parse(leasedSite(more));

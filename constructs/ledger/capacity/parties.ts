import type { SiteSpec } from "../../model";
import { clouds, partyName } from "../party-roles";
import { counterpartyOf } from "../responsibility";

/** Whom a site depends on. */
export interface SiteParties {
  /** Who runs the place: the cloud, the landlord, the operator a partner has, or oneself. */
  readonly provider: string;
  /** With whom the agreement is; oneself where there is none. */
  readonly counterparty: string;
}

/** The name under which one's own sites stand. */
export const OWN = "own";

/** Who runs a site, and with whom the agreement about it is. */
export function sitePartiesOf(site: SiteSpec): SiteParties {
  if (site.tenure === "cloud") return { provider: clouds[site.provider], counterparty: clouds[site.provider] };
  if (site.tenure === "owned") return { provider: OWN, counterparty: OWN };
  const counterparty = partyName(counterpartyOf(site) ?? OWN);
  return {
    provider: site.tenure === "partner" ? partyName(site.operator ?? site.contractor) : counterparty,
    counterparty,
  };
}

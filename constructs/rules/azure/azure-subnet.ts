import { endpointsOf, partsOfId } from "../../ledger/azure-names";
import { type AzureSiteSpec, contains, parseRange } from "../../model";
import { addressesIn, rangeFor } from "../node-counts";
import type { Report, Rule, RuleContext } from "../rule";
import { azureClusters, azureSites } from "../walk";

export const azureSubnet: Rule = {
  id: "AZ-NET",
  title: "the subnets of a site on Azure lie in its network",
  severity: "error",
  formula: "apiServer <= /28; size of endpoints >= private endpoints + 5",
  source:
    "Azure Virtual Network documentation: a subnet's range is part of the network's address space; AKS documentation, API server VNet integration: a /28 at least",
  *check(context) {
    for (const { site, path } of azureSites(context)) {
      const { network } = site;
      yield* inside(context, site, `${path}.network.endpoints`, network.endpoints);
      yield* foreign(site, `${path}.network.id`, network.id);
      const needed = endpointsOf(site);
      if (needed.length > 0 && network.endpoints === undefined && !context.isPartial(`${path}.network`)) {
        yield {
          path: `${path}.network.endpoints`,
          observed: "none",
          message: `storage accounts and key vaults are reached by private addresses alone, and the network has no subnet for them (${needed.join(", ")})`,
          hint: `give it one: endpoints, a /27 of ${network.cidrs[0]}`,
        };
      }
      const addresses = endpointCount(site) + RESERVED;
      if (network.endpoints !== undefined && addresses > addressesIn(network.endpoints)) {
        yield {
          path: `${path}.network.endpoints`,
          observed: addresses,
          limit: addressesIn(network.endpoints),
          unit: "addresses",
          message: `${addresses - RESERVED} private endpoints and ${RESERVED} addresses that Azure keeps need ${addresses}; ${network.endpoints} has ${addressesIn(network.endpoints)}`,
          hint: `a ${rangeFor(addresses)} is enough`,
        };
      }
    }
    for (const { site, cluster, path } of azureClusters(context)) {
      const { nodes, apiServer, storage, subnetId } = cluster.network;
      yield* inside(context, site, `${path}.network.nodes`, nodes);
      yield* inside(context, site, `${path}.network.apiServer`, apiServer);
      yield* inside(context, site, `${path}.network.storage`, storage);
      const prefix = parseRange(apiServer ?? "")?.prefix;
      if (prefix !== undefined && prefix > 28) {
        yield {
          path: `${path}.network.apiServer`,
          observed: `/${prefix}`,
          limit: "/28",
          message: `${apiServer} is narrower than the /28 that an API server needs`,
          hint: "choose a /28; the range cannot be changed later",
        };
      }
      const network = site.network.id?.toLowerCase();
      if (subnetId === undefined || subnetId.toLowerCase().replace(/\/subnets\/[^/]+$/, "") === network) continue;
      yield {
        path: `${path}.network.subnetId`,
        observed: subnetId,
        limit: site.network.id ?? "none",
        message:
          network === undefined
            ? "the subnet exists, and the site's network is made anew"
            : "the subnet lies in another network than the site's",
        hint: `write network: { id: ${JSON.stringify(subnetId.replace(/\/subnets\/[^/]+$/i, ""))}, ... } at the site`,
      };
    }
  },
};

/** Addresses that Azure keeps in each subnet. */
const RESERVED = 5;

/** One for each account, one more for its directories, one for the key vault. */
const endpointCount = ({ storageAccounts, keyVault }: AzureSiteSpec): number =>
  storageAccounts.reduce((total, { hierarchical }) => total + (hierarchical ? 2 : 1), keyVault === undefined ? 0 : 1);

function* inside(context: RuleContext, site: AzureSiteSpec, path: string, cidr: string | undefined): Generator<Report> {
  const range = parseRange(cidr ?? "");
  const { cidrs } = site.network;
  if (range === undefined || context.isPartial(`sites.${site.name}.network`)) return;
  const holds = cidrs.some((each) => {
    const outer = parseRange(each);
    return outer !== undefined && contains(outer, range);
  });
  if (holds) return;
  yield {
    path,
    observed: range.cidr,
    limit: cidrs.join(", "),
    message: `${range.cidr} lies in none of the ranges of the site's network (${cidrs.join(", ")})`,
    hint: `choose a part of ${cidrs[0]}, or add the range to the site's network`,
  };
}

/** Terraform works in one subscription: in another it makes no subnet. */
function* foreign(site: AzureSiteSpec, path: string, id: string | undefined): Generator<Report> {
  if (id === undefined || partsOfId(id).subscription.toLowerCase() === site.subscription.toLowerCase()) return;
  const made = [
    ...site.clusters.filter(
      ({ network, storage }) =>
        network.subnetId === undefined ||
        network.apiServer !== undefined ||
        (network.storage !== undefined && storage.length > 0),
    ),
  ].map(({ name }) => name);
  if (made.length === 0 && endpointsOf(site).length === 0) return;
  yield {
    path,
    observed: partsOfId(id).subscription,
    limit: site.subscription,
    message: "the network belongs to another subscription, in which this site's stack makes no subnet",
    hint: "name existing subnets (subnetId of each cluster's network), and leave out what needs others",
  };
}

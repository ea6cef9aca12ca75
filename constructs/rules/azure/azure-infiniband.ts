import { wantsInfinibandFeature } from "../../ledger/azure-names";
import type { Report, Rule } from "../rule";
import { azureSites } from "../walk";

const FEATURE = "Microsoft.ContainerService/AKSInfinibandSupport";

export const azureInfiniband: Rule = {
  id: "AZ-AKS-04",
  title:
    "somebody sees to it that AKS's InfiniBand feature is registered for sizes with InfiniBand, and not for GB200 and GB300",
  severity: "warning",
  source:
    "AKS documentation, InfiniBand, and GB200 on AKS; terraform-provider-azurerm v4.55.0, resource_provider_registration_resource.go: one resource owns a subscription's registration",
  *check(context) {
    const owners = new Map<string, string>();
    for (const { site, path } of azureSites(context)) {
      const pools = site.clusters.flatMap((cluster) => cluster.pools);
      const wanting = (answer: boolean) => [
        ...new Set(pools.flatMap(({ machine }) => (wantsInfinibandFeature(machine) === answer ? [machine] : []))),
      ];
      const [registered, unregistered] = [wanting(true), wanting(false)];
      const at = `${path}.infiniband`;
      if (registered.length > 0 && unregistered.length > 0) {
        yield {
          path: at,
          observed: [...registered, ...unregistered].join(", "),
          message: `${FEATURE} must be registered before a pool of ${registered.join(", ")} is made, and must not be before one of ${unregistered.join(", ")}; it is one setting of the subscription`,
          hint: "give the two a subscription each, or make their pools one after the other with the feature switched between",
          ...(site.infiniband === "register" ? { severity: "error" } : {}),
        };
      } else if (site.infiniband === undefined && registered.length > 0) {
        yield external(
          at,
          registered,
          "register",
          `az feature register --namespace Microsoft.ContainerService --name AKSInfinibandSupport`,
        );
      } else if (site.infiniband === undefined && unregistered.length > 0) {
        yield external(
          at,
          unregistered,
          "unregister",
          `az feature unregister --namespace Microsoft.ContainerService --name AKSInfinibandSupport`,
        );
      }
      if (site.infiniband !== "register") continue;
      const other = owners.get(site.subscription.toLowerCase());
      if (other === undefined) owners.set(site.subscription.toLowerCase(), at);
      else {
        yield {
          path: at,
          severity: "error",
          observed: site.subscription,
          message: `the registration of subscription ${site.subscription} is that of ${other} already; two stacks cannot own it`,
          hint: 'write infiniband: "external" at all sites of the subscription but one',
        };
      }
    }
  },
};

function external(path: string, sizes: readonly string[], verb: string, command: string): Report {
  return {
    path,
    observed: sizes.join(", "),
    message: `before the first pool of ${sizes.join(", ")} is made, somebody must ${verb} ${FEATURE} in the subscription; otherwise its machines do not stand on one InfiniBand fabric`,
    hint: `run ${command}, and write infiniband: "external"`,
  };
}

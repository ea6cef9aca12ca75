import { type CostOptions, type Exposure, exposures, type PartyRole } from "../../ledger";
import { type FleetSpec, groupThousands } from "../../model";
import { toCsv } from "../csv";
import type { EmittedFile } from "../emit";
import { markdownTable } from "../markdown";
import { moneyTexts } from "../money-text";

const columns = ["party", "role", "of", "sites", "counts", "accelerators", "owedTo", "owedBy", "currency"] as const;

/** Everybody the fleet depends on, over all roles: a row for each role in a table, and each party in a page. */
export function exposureFiles(fleet: FleetSpec, options: CostOptions): EmittedFile[] {
  const all = exposures(fleet, { ...options, organisation: options.organisation ?? fleet.organisation });
  if (all.length === 0) return [];
  return [
    {
      file: "schedules/exposure.csv",
      text: toCsv(
        columns,
        all.flatMap(({ roles }) => roles.flatMap(rowsOf)),
      ),
    },
    { file: "schedules/exposure.md", text: page(all, options.asOf) },
  ];
}

/** A row for each currency of a role, and one where no money is owed. */
function rowsOf({ party, role, of, sites, counts, accelerators, owedTo, owedBy }: PartyRole) {
  const currencies = [...new Set([...owedTo, ...owedBy].map(({ currency }) => currency))].sort();
  const amount = (amounts: PartyRole["owedTo"], currency: string | undefined) =>
    amounts.find((each) => each.currency === currency)?.amount.toFixed(2);
  return (currencies.length === 0 ? [undefined] : currencies).map((currency) => ({
    party,
    role,
    of,
    sites: sites.join(" "),
    counts,
    accelerators,
    owedTo: amount(owedTo, currency),
    owedBy: amount(owedBy, currency),
    currency,
  }));
}

const roleWords = {
  landlord: "landlord",
  lender: "lender",
  obligor: "obligor",
  issuer: "issuer of security",
  contractor: "contractor",
  operator: "operator",
  utility: "utility",
  cloudProvider: "cloud provider",
  chipVendor: "maker of chips",
} as const;

const page = (all: readonly Exposure[], asOf: string | undefined): string =>
  [
    "# Exposure by party\n",
    `${asOf === undefined ? "Seen from the first rent of each lease" : `As of ${asOf}`}. A party stands here once, with all that it is to the fleet; what is only proposed counts in no sum and stands in brackets.\n`,
    markdownTable<Exposure>(
      [
        { heading: "party", cell: ({ party }) => party },
        { heading: "roles", cell: ({ roles }) => rolesText(roles) },
        { heading: "critical IT kW", align: "right", cell: ({ kW }) => groupThousands(Number(kW.toFixed(0))) },
        { heading: "of the fleet", align: "right", cell: ({ powerShare }) => percent(powerShare) },
        {
          heading: "accelerators made",
          align: "right",
          cell: ({ accelerators }) => (accelerators === 0 ? "" : groupThousands(accelerators)),
        },
        { heading: "owed to it until one can leave", align: "right", cell: ({ owedTo }) => moneyTexts(owedTo) },
        { heading: "promised or held by it", align: "right", cell: ({ owedBy }) => moneyTexts(owedBy) },
      ],
      all,
    ),
  ].join("\n");

function rolesText(roles: readonly PartyRole[]): string {
  const kinds = [...new Set(roles.map(({ role }) => role))];
  return kinds
    .map((kind) => {
      const own = roles.filter(({ role }) => role === kind);
      const places = [...new Set(own.map(({ of }) => of))];
      const text = `${roleWords[kind]} (${places.length <= 3 ? places.join(", ") : `${places.length} times`})`;
      return own.some(({ counts }) => counts) ? text : `[${text}]`;
    })
    .join(", ");
}

const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`;

import { type AccessRow, accessRows, weightZones } from "../../ledger";
import type { PhysicalSiteSpec, Zone } from "../../model";
import { toCsv } from "../csv";
import type { EmittedFile } from "../emit";
import { escapeMarkdown, markdownTable } from "../markdown";

/** Who may reach racks, BMCs and weights, and through which zones. */
export function accessFiles(site: PhysicalSiteSpec): EmittedFile[] {
  const rows = accessRows(site);
  return [
    { file: "schedules/access.csv", text: csv(site, rows) },
    { file: "schedules/access.md", text: markdown(site, rows) },
  ];
}

const columns = ["site", "zone", "party", "name", "racks", "bmc", "weights", "basis", "reason"] as const;

const csv = (site: PhysicalSiteSpec, rows: readonly AccessRow[]): string =>
  toCsv(
    columns,
    rows.map((row) => ({ ...row, site: site.name })),
  );

function markdown(site: PhysicalSiteSpec, rows: readonly AccessRow[]): string {
  const profile = site.securityProfile;
  const zones = profile?.zones ?? [];
  const holding = profile === undefined ? [] : weightZones(site, profile);
  const level = profile?.attained;
  const required = profile?.weights?.requiredLevel;
  return [
    `# Access: ${escapeMarkdown(site.displayName ?? site.name)}\n`,
    ...(profile?.weights === undefined
      ? ["No cluster of this site is said to hold weights.\n"]
      : [
          `Weights are held by: ${escapeMarkdown(profile.weights.clusters.join(", "))}. ` +
            `${required === undefined ? "The level they need is the policy's" : `They need SL${required}`}; ` +
            `${level === undefined ? "nobody has assessed what the site attains" : `the site attains SL${level.level} (${level.basis})`}.\n`,
        ]),
    "Escorted, of BMCs and of weights: each session is approved and recorded by one's own people.\n",
    markdownTable<AccessRow>(
      [
        { heading: "party", cell: ({ party }) => party },
        { heading: "who", cell: ({ name }) => name },
        { heading: "zone", cell: ({ zone }) => zone ?? "all" },
        { heading: "racks", cell: ({ racks }) => racks },
        { heading: "BMCs", cell: ({ bmc }) => bmc },
        { heading: "weights", cell: ({ weights }) => weights ?? "not stated" },
        { heading: "basis", cell: ({ basis }) => (basis === "stated" ? "stated" : "by scope") },
        { heading: "reason", cell: ({ reason }) => reason },
      ],
      rows,
    ),
    ...(zones.length === 0 ? [] : ["## Zones\n", zoneTable(zones, holding)]),
  ].join("\n");
}

const zoneTable = (zones: readonly Zone[], holding: readonly Zone[]): string =>
  markdownTable<Zone>(
    [
      { heading: "zone", cell: ({ id }) => id },
      { heading: "within", cell: ({ parent }) => parent },
      { heading: "protection class", align: "right", cell: ({ protectionClass }) => protectionClass },
      { heading: "entry", cell: ({ entry }) => entry },
      { heading: "logged", cell: ({ logged }) => logged },
      { heading: "visitors escorted", cell: ({ visitorEscort }) => visitorEscort },
      { heading: "halls", cell: ({ halls }) => halls.join(", ") },
      { heading: "weights", cell: (zone) => holding.includes(zone) },
    ],
    zones,
  );

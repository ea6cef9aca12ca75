import { type Notice, type NoticeOptions, noticeCalendar } from "../../ledger";
import type { FleetSpec } from "../../model";
import { toCsv } from "../csv";
import type { EmittedFile } from "../emit";
import { escapeMarkdown, markdownTable } from "../markdown";

const columns = ["day", "of", "kind", "id", "deadline", "what"] as const;

export interface NoticeFileOptions extends NoticeOptions {
  /**
   * The site whose calendar is wanted, with the guarantees of its lease.
   * @default - all sites and guarantees of the fleet
   */
  readonly site?: string;
}

/** The days that leases and guarantees bring, as a table for a calendar and as a page by year; no files where there are none. */
export function noticeFiles(fleet: FleetSpec, options: NoticeFileOptions): EmittedFile[] {
  const { site } = options;
  const ofSite = fleet.guarantees
    .filter(({ sites }) => site !== undefined && sites.includes(site))
    .map(({ name }) => name);
  const notices = noticeCalendar(fleet, options).filter(
    ({ of }) => site === undefined || of === site || ofSite.includes(of),
  );
  if (notices.length === 0) return [];
  return [
    {
      file: "schedules/notices.csv",
      text: toCsv(
        columns,
        notices.map((notice) => ({ ...notice })),
      ),
    },
    { file: "schedules/notices.md", text: page(site ?? "all sites", notices, site === undefined) },
  ];
}

function page(name: string, notices: readonly Notice[], withPlace: boolean): string {
  const years = [...new Set(notices.map(({ day }) => day.slice(0, 4)))];
  return [
    `# Notices and deadlines: ${escapeMarkdown(name)}\n`,
    "Days on which somebody must act are marked.\n",
    ...years.flatMap((year) => [
      `## ${year}\n`,
      markdownTable(
        [
          { heading: "day", cell: ({ day }: Notice) => day },
          { heading: "act", cell: ({ deadline }) => (deadline ? "yes" : "") },
          ...(withPlace ? [{ heading: "of", cell: ({ of }: Notice) => of }] : []),
          { heading: "what", cell: ({ what }) => what },
          { heading: "id", cell: ({ id }) => id },
        ],
        notices.filter(({ day }) => day.startsWith(year)),
      ),
    ]),
  ].join("\n");
}

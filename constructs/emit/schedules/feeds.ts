import { groupThousands, type PhysicalSiteSpec } from "../../model";
import { type PlacedRack, racksOnPower } from "../../owned/power/placed-racks";
import { feedKVA, feedKW } from "../../owned/power/rack-feeds";
import { sitePower } from "../../owned/power/site-power";
import { type PowerStudy, studyPower } from "../../owned/power/study";
import { isSound } from "../../owned/power/troubles";
import { toCsv } from "../csv";
import type { EmittedFile } from "../emit";
import { escapeMarkdown, markdownTable } from "../markdown";

/** One node of the feed schedule, when everything is there. */
export interface FeedRow {
  readonly node: string;
  /** The entry of the topology that it is a member of. */
  readonly entry: string;
  readonly kind: string;
  readonly hall: string | undefined;
  readonly side: string | undefined;
  readonly phase: string | undefined;
  readonly parents: readonly string[];
  readonly transfer: string | undefined;
  /** What it delivers without end; undefined where nobody says. */
  readonly limitKW: number | undefined;
  readonly limitKVA: number | undefined;
  readonly normalKW: number;
  readonly normalKVA: number;
  /** The most right after any single loss, before anything trips. */
  readonly worstKW: number;
  readonly worstKVA: number;
  /** The loss that brings it; undefined where none raises the load. */
  readonly worstLoss: string | undefined;
  /** Share of its tighter limit that is left at worst; below 0 it trips. */
  readonly margin: number | undefined;
}

/** Every node of a site's power tree with its load and its worst loss; none where there is no tree that can be followed. */
export function feedRows(site: PhysicalSiteSpec, racks: readonly PlacedRack[]): FeedRow[] {
  const { powerTopology } = site;
  if (powerTopology === undefined || !isSound(powerTopology)) return [];
  const power = sitePower(site, undefined, racksOnPower(racks));
  return power === undefined ? [] : rowsOf(studyPower(power.graph, powerTopology));
}

function rowsOf({ engine: { graph, baseline }, losses, worst }: PowerStudy): FeedRow[] {
  return graph.nodes.map(({ id, node, parents }, index) => {
    const [normalKW, kVAr] = [baseline.outKW[index] ?? 0, baseline.outKVAr[index] ?? 0];
    const [worstKW, worstKVA] = [worst.kW[index] ?? 0, worst.kVA[index] ?? 0];
    const [limitKW, limitKVA] = [graph.limitKW[index], graph.limitKVA[index]].map(finite);
    const margins = [marginOf(worstKW, limitKW), marginOf(worstKVA, limitKVA)].flatMap((each) => each ?? []);
    return {
      node: id,
      entry: node.id,
      kind: node.kind,
      hall: node.hall,
      side: node.side,
      phase: node.phase,
      parents,
      transfer: parents.length > 1 ? node.transfer : undefined,
      limitKW,
      limitKVA,
      normalKW,
      normalKVA: Math.hypot(normalKW, kVAr),
      worstKW,
      worstKVA,
      worstLoss: losses[worst.loss[index] ?? -1]?.name,
      margin: margins.length === 0 ? undefined : Math.min(...margins),
    };
  });
}

const finite = (value = Number.POSITIVE_INFINITY): number | undefined => (Number.isFinite(value) ? value : undefined);

const marginOf = (load: number, limit: number | undefined): number | undefined =>
  limit === undefined || limit === 0 ? undefined : 1 - load / limit;

/** The feed schedules of a site: each node with its load, its worst loss and what is left; each cord of each rack. */
export function feedFiles(site: PhysicalSiteSpec, racks: readonly PlacedRack[]): EmittedFile[] {
  const rows = feedRows(site, racks);
  const fed = racks.filter(({ feeds }) => feeds.length > 0);
  return [
    ...(rows.length === 0
      ? []
      : [
          { file: "schedules/power-feeds.csv", text: nodesCsv(site, rows) },
          { file: "schedules/power-feeds.md", text: nodesPage(site, rows) },
        ]),
    ...(fed.length === 0 ? [] : [{ file: "schedules/rack-feeds.csv", text: cordsCsv(site, fed) }]),
  ];
}

const nodesCsv = (site: PhysicalSiteSpec, rows: readonly FeedRow[]): string =>
  toCsv(
    [
      "site",
      "node",
      "kind",
      "hall",
      "side",
      "phase",
      "parents",
      "transfer",
      "limitKW",
      "limitKVA",
      "normalKW",
      "normalKVA",
      "worstKW",
      "worstKVA",
      "worstLoss",
      "marginPercent",
    ],
    rows.map((row) => ({
      site: site.name,
      ...row,
      parents: row.parents.join(" "),
      limitKW: rounded(row.limitKW),
      limitKVA: rounded(row.limitKVA),
      normalKW: rounded(row.normalKW),
      normalKVA: rounded(row.normalKVA),
      worstKW: rounded(row.worstKW),
      worstKVA: rounded(row.worstKVA),
      marginPercent: percent(row.margin),
    })),
  );

/** The member of each entry that has least left. */
interface EntryRow extends FeedRow {
  readonly count: number;
}

function byEntry(rows: readonly FeedRow[]): EntryRow[] {
  const found = new Map<string, EntryRow>();
  for (const row of rows) {
    const known = found.get(row.entry);
    const isTighter = known === undefined || (row.margin ?? 1) < (known.margin ?? 1);
    found.set(row.entry, { ...(isTighter ? row : known), count: (known?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

function nodesPage(site: PhysicalSiteSpec, rows: readonly FeedRow[]): string {
  const kW = (value: number | undefined) =>
    value === undefined ? undefined : groupThousands(Number(value.toFixed(1)));
  return [
    `# Power feeds: ${escapeMarkdown(site.displayName ?? site.name)}\n`,
    "When every phase is there: of each range of nodes the one with least left. The worst load is the one right after the loss of any one node, side or group, before anything trips.\n",
    markdownTable<EntryRow>(
      [
        { heading: "nodes", cell: ({ entry }) => entry },
        { heading: "kind", cell: ({ kind }) => kind },
        { heading: "count", align: "right", cell: ({ count }) => count },
        { heading: "tightest", cell: ({ node, count }) => (count === 1 ? undefined : node) },
        { heading: "from", cell: ({ parents }) => parents.join(", ") },
        { heading: "limit kW", align: "right", cell: ({ limitKW }) => kW(limitKW) },
        { heading: "limit kVA", align: "right", cell: ({ limitKVA }) => kW(limitKVA) },
        { heading: "normal kW", align: "right", cell: ({ normalKW }) => kW(normalKW) },
        { heading: "worst kW", align: "right", cell: ({ worstKW }) => kW(worstKW) },
        { heading: "worst kVA", align: "right", cell: ({ worstKVA }) => kW(worstKVA) },
        { heading: "with lost", cell: ({ worstLoss }) => worstLoss },
        { heading: "left %", align: "right", cell: ({ margin }) => percent(margin) },
      ],
      byEntry(rows),
    ),
  ].join("\n");
}

const cordsCsv = (site: PhysicalSiteSpec, racks: readonly PlacedRack[]): string =>
  toCsv(
    [
      "site",
      "hall",
      "rack",
      "feed",
      "side",
      "node",
      "voltageV",
      "currentA",
      "phases",
      "kVA",
      "kW",
      "rackKW",
      "shareKW",
      "shareOneLostKW",
    ],
    racks.flatMap(({ hall, position, feeds, parts }) => {
      const rackKW = parts.reduce((sum, { kW }) => sum + kW, 0);
      return feeds.map((feed) => ({
        site: site.name,
        hall,
        rack: position,
        feed: feed.id,
        side: feed.side,
        node: feed.source,
        voltageV: feed.voltageV,
        currentA: feed.currentA,
        phases: feed.phases,
        kVA: Number(feedKVA(feed).toFixed(2)),
        kW: Number(feedKW(feed).toFixed(2)),
        rackKW: rounded(rackKW),
        shareKW: rounded(rackKW / feeds.length),
        shareOneLostKW: feeds.length === 1 ? undefined : rounded(rackKW / (feeds.length - 1)),
      }));
    }),
  );

const rounded = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Number(value.toFixed(2));

const percent = (share: number | undefined): number | undefined =>
  share === undefined ? undefined : Number((share * 100).toFixed(1));

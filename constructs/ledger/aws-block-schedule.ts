import type { Machine } from "../catalog";
import type { AwsCapacityBlock } from "../model";

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * How long before its end a block's machines are released. EC2 begins to terminate them 30 minutes before the end, those of
 * an UltraServer 60; EKS scales its group to zero 40 minutes before the end. Pods get half an hour more than the terminating.
 * Sources: Amazon EC2 user guide, Capacity Blocks for ML; Amazon EKS user guide, managed node groups with Capacity Blocks.
 */
export const releaseMinutes = (machine: Pick<Machine, "ultraServerSizes">): number =>
  machine.ultraServerSizes === undefined ? 60 : 90;

/** The scheduled actions of a block's Auto Scaling group. */
export interface BlockSchedule {
  /** Cron expressions in UTC, at which all machines of the block are asked for: each hour of the window, from its start on. */
  readonly up: readonly string[];
  /** When none is asked for any more. */
  readonly down: string;
}

/**
 * When a block's machines are asked for and let go.
 *
 * The expressions have no start and no end beside them, on purpose. An action that runs once, or whose end has passed, is gone:
 * Terraform would make it again, with a time in the past, which EC2 Auto Scaling refuses. These stay until the pool goes, hold
 * whenever they are first made, the middle of the window included, and lie in its hours alone. No two fall on one instant,
 * which EC2 Auto Scaling refuses as well.
 */
export function blockSchedule(
  block: Pick<AwsCapacityBlock, "start" | "end">,
  machine: Pick<Machine, "ultraServerSizes">,
): BlockSchedule {
  const start = Date.parse(block.start);
  // A cron expression knows whole minutes.
  const first = Math.ceil(start / MINUTE) * MINUTE;
  const down = Math.floor(Date.parse(block.end) / MINUTE) * MINUTE - releaseMinutes(machine) * MINUTE;
  return { up: hourly(first, down), down: at(new Date(down)) };
}

const at = (time: Date): string =>
  `${time.getUTCMinutes()} ${time.getUTCHours()} ${time.getUTCDate()} ${time.getUTCMonth() + 1} *`;

/** The same minute of each hour from one instant up to another, without it. */
function hourly(from: number, to: number): string[] {
  const minute = new Date(from).getUTCMinutes();
  const last = from + Math.floor((to - 1 - from) / (60 * MINUTE)) * 60 * MINUTE;
  const [firstDay, lastDay] = [Math.floor(from / DAY), Math.floor(last / DAY)];
  const [firstHour, lastHour] = [new Date(from).getUTCHours(), new Date(last).getUTCHours()];
  const part = (hours: string, day: number) => {
    const date = new Date(day * DAY);
    return `${minute} ${hours} ${date.getUTCDate()} ${date.getUTCMonth() + 1} *`;
  };
  if (firstDay === lastDay) return [part(`${firstHour}-${lastHour}`, firstDay)];
  return [
    part(`${firstHour}-23`, firstDay),
    ...wholeDays(firstDay + 1, lastDay - 1).map((days) => `${minute} * ${days} *`),
    part(`0-${lastHour}`, lastDay),
  ];
}

/** Days from one to another, both included, as day and month of a cron expression: a part for each month they touch. */
function wholeDays(from: number, to: number): string[] {
  if (from > to) return [];
  const date = new Date(from * DAY);
  const endOfMonth = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / DAY;
  const last = Math.min(endOfMonth, to);
  const range = `${date.getUTCDate()}-${new Date(last * DAY).getUTCDate()}`;
  return [`${range} ${date.getUTCMonth() + 1}`, ...wholeDays(last + 1, to)];
}

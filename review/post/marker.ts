/** A run of a pipeline: its number, and which attempt it is. */
export interface Run {
  readonly number: number;
  readonly attempt: number;
}

/** What a comment is of, and what it was made from. */
export interface Marker {
  /** Comments of different environments stand side by side. */
  readonly environment: string;
  /** The commit that was reviewed. */
  readonly head: string;
  readonly run: Run;
}

/** The environment of whoever has only one. */
export const DEFAULT_ENVIRONMENT = "default";

const FORM =
  /^<!-- siteform review: environment=([a-z0-9]+(?:-[a-z0-9]+)*) head=([0-9a-f]{40,64}) run=(\d{1,15})\.(\d{1,9}) -->$/;

/** The line by which a comment is found again, which nobody sees. */
export const markerLine = ({ environment, head, run }: Marker): string =>
  `<!-- siteform review: environment=${environment} head=${head} run=${run.number}.${run.attempt} -->`;

/** The marker of a comment: its first line, and no other, so that nothing that a comment quotes is one. */
export function markerOf(body: string): Marker | undefined {
  const [, environment, head, number, attempt] = FORM.exec(body.split(/\r?\n/, 1).at(0) ?? "") ?? [];
  return environment === undefined || head === undefined
    ? undefined
    : { environment, head, run: { number: Number(number), attempt: Number(attempt) } };
}

/** Whether a run began after another. */
export const isLater = (one: Run, other: Run): boolean =>
  one.number > other.number || (one.number === other.number && one.attempt > other.attempt);

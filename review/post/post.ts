import { renderMarkdown } from "../markdown/render";
import { code } from "../markdown/text";
import type { Review } from "../report/schema";
import { PostError, persistently } from "./api";
import { DEFAULT_ENVIRONMENT, isLater, type Marker, markerLine, markerOf } from "./marker";
import type { Comment, MergeRequest, Place } from "./place";

/** What became of a review that was to be posted. */
export interface Posted {
  readonly outcome: "created" | "updated" | "same" | "older" | "movedOn";
  /** In words. */
  readonly message: string;
}

/**
 * Posts a review as the one comment of its environment on the request whose last commit was reviewed. It is found by who wrote it and by
 * its marker. What an earlier run says never takes the place of what a later one said, and of a commit that is no longer the last one
 * nothing is said.
 */
export async function postReview(
  review: Review,
  marker: Marker,
  place: Place,
  number: number | undefined,
): Promise<Posted> {
  const request = await requestOf(marker.head, place, number);
  if (request === undefined) {
    const short = marker.head.slice(0, 12);
    return {
      outcome: "movedOn",
      message: `nothing is posted: no open request has ${short} as its last commit. It moved on, or was closed`,
    };
  }
  const author = await place.author();
  // What was created may be there although its answer was lost: each attempt looks again.
  return persistently(() => upsert(bodyOf(review, marker, place.most), marker, place, request, author));
}

async function requestOf(head: string, place: Place, number: number | undefined): Promise<MergeRequest | undefined> {
  const found =
    number === undefined
      ? await place.requestsOf(head)
      : [await place.request(number)].filter((each) => each !== undefined);
  const open = found.filter((each) => each.isOpen && each.head === head);
  if (open.length > 1) {
    const names = open.map((each) => place.name(each.number)).join(", ");
    throw new PostError(`${names} have the same last commit: say with --number which one was reviewed`);
  }
  return open[0];
}

async function upsert(
  body: string,
  marker: Marker,
  place: Place,
  request: MergeRequest,
  author: string,
): Promise<Posted> {
  const where = place.name(request.number);
  const own = (await place.comments(request.number)).flatMap((comment) => {
    const read = markerOf(comment.body);
    return comment.author === author && read?.environment === marker.environment ? [{ comment, run: read.run }] : [];
  });
  const later = own.find(({ run }) => isLater(run, marker.run));
  if (later !== undefined) {
    return {
      outcome: "older",
      message: `nothing is posted: run ${later.run.number}.${later.run.attempt} has said something later on ${where}`,
    };
  }
  const [first, ...doubles] = own.map(({ comment }) => comment);
  const posted = await write(body, place, request, first, author);
  // Two runs that began at once have each found none.
  for (const double of doubles) await place.remove(request.number, double);
  return posted;
}

async function write(
  body: string,
  place: Place,
  { number }: MergeRequest,
  existing: Comment | undefined,
  author: string,
): Promise<Posted> {
  const where = place.name(number);
  if (existing === undefined) {
    const created = await place.create(number, body);
    if (created.author !== author) {
      throw new PostError(
        `the comment on ${where} was written as ${JSON.stringify(created.author)} and not as ${JSON.stringify(author)}: say so with --author, or the next run will not find it`,
      );
    }
    return { outcome: "created", message: `the review is posted on ${where}` };
  }
  // Places take white space away from the end of a text.
  if (existing.body.trimEnd() === body.trimEnd()) {
    return { outcome: "same", message: `the review on ${where} says the same already` };
  }
  await place.update(number, existing, body);
  return { outcome: "updated", message: `the review on ${where} is updated` };
}

/** The text of a comment: a marker that nobody sees, the review rendered here, and what it is of. */
function bodyOf(review: Review, marker: Marker, most: number): string {
  const { environment, head, run } = marker;
  const name = environment === DEFAULT_ENVIRONMENT ? "" : ` of ${code(environment)}`;
  const about = `Review${name} at ${code(head.slice(0, 12))}, run ${run.number}.${run.attempt}.`;
  const frame = (text: string) => `${markerLine(marker)}\n${text}\n---\n\n${about}\n`;
  return frame(renderMarkdown(review, { most: most - Buffer.byteLength(frame("")) }).text);
}

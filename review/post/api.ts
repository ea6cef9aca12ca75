import { setTimeout as delay } from "node:timers/promises";
import { types } from "node:util";
import { isList, isObject, type Json, textAt } from "../plan/json";

/** What the place where a review is posted refuses, or cannot do. Its message is for whoever runs the command. */
export class PostError extends Error {}

/** An answer that may be another one in a while. */
export class TryAgain extends Error {
  constructor(
    message: string,
    /** How long to wait, where the place says so. */
    readonly seconds: number | undefined,
  ) {
    super(message);
  }
}

/** How often one thing is asked for before it is given up. */
export const ATTEMPTS = 5;
/** Longest wait that a place may ask for, in seconds: a job has to end. */
const LONGEST_WAIT = 120;
/** How long one answer may take, in milliseconds. */
const TIMEOUT = 30_000;

/** How to reach an API. */
export interface ApiOptions {
  /** Address of the API, such as `https://api.github.com`. */
  readonly url: string;
  /** What each request carries, with the token in it. */
  readonly headers: Readonly<Record<string, string>>;
  /** The token, so that no message repeats it. */
  readonly token: string;
}

const { isNativeError } = types;

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** Asks an API in JSON. */
export class Api {
  constructor(private readonly options: ApiOptions) {}

  /**
   * Asks once.
   *
   * @throws TryAgain where the place is not there, too busy, or counts too many requests
   * @throws PostError where it refuses
   */
  async once(method: Method, path: string, body?: object): Promise<Json> {
    const { url, headers } = this.options;
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${url}${path}`, {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        // A token is for this address and no other.
        redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT),
      });
      text = await response.text();
    } catch (error) {
      throw new TryAgain(this.clean(`${method} ${path} has no answer: ${causeOf(error)}`), undefined);
    }
    if (response.ok) return parse(text) ?? null;
    throw this.failure(`${method} ${path}`, response, text);
  }

  /** Asks, and again after a while where that may help. Only for what may be done twice. */
  get(path: string): Promise<Json> {
    return persistently(() => this.once("GET", path));
  }

  /** What is changed or removed, which comes to the same when it is done twice. */
  change(method: "PATCH" | "PUT" | "DELETE", path: string, body?: object): Promise<Json> {
    return persistently(() => this.once(method, path, body));
  }

  /** All items of a list that comes in pages. */
  async pages(path: string, most = 100): Promise<Json[]> {
    const items: Json[] = [];
    for (let page = 1; page <= most; page++) {
      const found = await this.get(`${path}${path.includes("?") ? "&" : "?"}per_page=100&page=${page}`);
      if (!isList(found)) throw new PostError(`GET ${path} answers with something that is no list`);
      items.push(...found);
      if (found.length < 100) return items;
    }
    throw new PostError(`GET ${path} has more than ${most * 100} items`);
  }

  private failure(what: string, response: Response, text: string): Error {
    const { status, headers } = response;
    const json = parse(text);
    const told = isObject(json) ? (textAt(json, "message") ?? textAt(json, "error")) : undefined;
    const message = this.clean(`${what} answers ${status}${told === undefined ? "" : `: ${told.slice(0, 200)}`}`);
    const after = headers.get("retry-after");
    const seconds = after !== null && /^\d+$/.test(after) ? Number(after) : undefined;
    // Source: GitHub, "Rate limits for the REST API": a limit is a 403 or 429, with either header or with these words.
    const isLimit =
      status === 429 ||
      (status === 403 &&
        (after !== null || headers.get("x-ratelimit-remaining") === "0" || /secondary rate limit/i.test(told ?? "")));
    if (status >= 500 || isLimit) return new TryAgain(message, seconds);
    return new PostError(`${message}${hintOf(status)}`);
  }

  private clean(message: string): string {
    return message.replaceAll(this.options.token, "***");
  }
}

/** Does something again while its place says that it may help. */
export async function persistently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TryAgain)) throw error;
      const seconds = error.seconds ?? 2 ** (attempt - 1);
      if (attempt === ATTEMPTS || seconds > LONGEST_WAIT) throw new PostError(`${error.message}; given up`);
      await delay(seconds * 1000);
    }
  }
}

const hintOf = (status: number): string => {
  if (status >= 300 && status < 400) return "; it leads elsewhere: was the repository renamed?";
  if (status === 401) return "; is the token right, and still valid?";
  if (status === 403) return "; may the token write comments there?";
  if (status === 404) return "; is the name right, and may the token see it?";
  return "";
};

/** Why a request has no answer: what `fetch` says of it is only that it failed. */
function causeOf(error: unknown): string {
  if (!isNativeError(error)) return String(error);
  return isNativeError(error.cause) ? error.cause.message || error.message : error.message;
}

function parse(text: string): Json | undefined {
  try {
    const json: Json = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}

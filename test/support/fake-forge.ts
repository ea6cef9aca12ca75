import { createServer, type IncomingMessage, type Server } from "node:http";

/** The token that the fakes know. */
export const TOKEN = "ghs_TheTokenThatMustNeverBeSeen1234567890";

/** A comment as a fake keeps it. */
export interface KeptComment {
  readonly id: number;
  readonly author: string;
  body: string;
}

/** A request to merge as a fake keeps it. */
export interface KeptRequest {
  readonly number: number;
  head: string;
  isOpen: boolean;
  /** The commits of forks are not known by the repository. */
  readonly isFork?: boolean;
}

/** An answer that a fake gives instead of its own, once. */
export interface Fault {
  /** `POST /…/comments`: what the method and path must match. */
  readonly on: RegExp;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Whether what was asked for is done all the same. */
  readonly isDone?: boolean;
}

/** A place of requests to merge on this machine, that keeps what it was asked. */
export interface FakeForge {
  readonly url: string;
  readonly asked: string[];
  readonly comments: KeptComment[];
  readonly requests: KeptRequest[];
  readonly faults: Fault[];
  close(): Promise<void>;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

type Kept = Pick<FakeForge, "comments" | "requests">;

/** GitHub's API, as far as its documentation says what is asked here. Its token belongs to no user, as that of a job. */
export const fakeGitHub = (me = "github-actions[bot]", most = 65_536): Promise<FakeForge> =>
  serve("authorization", `Bearer ${TOKEN}`, ({ method, path, query, body }, { comments, requests }) => {
    const comment = ({ id, author, body: text }: KeptComment) => ({ id, body: text, user: { login: author } });
    const pull = ({ number, head, isOpen }: KeptRequest) => ({
      number,
      head: { sha: head },
      state: isOpen ? "open" : "closed",
    });
    const repo = "/repos/atlas/fleet";
    const [, commit] = path.match(/^\/repos\/atlas\/fleet\/commits\/(\w+)\/pulls$/) ?? [];
    const [, number] = path.match(/^\/repos\/atlas\/fleet\/(?:pulls|issues)\/(\d+)(?:\/comments)?$/) ?? [];
    const [, id] = path.match(/^\/repos\/atlas\/fleet\/issues\/comments\/(\d+)$/) ?? [];
    const found = requests.find((each) => each.number === Number(number));
    const known = comments.find((each) => each.id === Number(id));
    if (path === "/user") return { status: 403, body: { message: "Resource not accessible by integration" } };
    if (commit !== undefined) {
      const near = requests.filter(({ head, isFork }) => head === commit && isFork !== true);
      return { status: 200, body: page(near.map(pull), query) };
    }
    if (path === `${repo}/pulls`) {
      return { status: 200, body: page(requests.filter(({ isOpen }) => isOpen).map(pull), query) };
    }
    if (found !== undefined && path.endsWith("/comments")) {
      if (method === "GET") return { status: 200, body: page(comments.map(comment), query) };
      if (String(body["body"]).length > most) return { status: 422, body: { message: "Validation Failed" } };
      return { status: 201, body: comment(added(comments, me, body)) };
    }
    if (found !== undefined) return { status: 200, body: pull(found) };
    if (known !== undefined) return changed(comments, known, method, body);
    return { status: 404, body: { message: "Not Found" } };
  });

/** GitLab's API, as far as its documentation says what is asked here. */
export const fakeGitLab = (me = "project_17_bot"): Promise<FakeForge> =>
  serve("private-token", TOKEN, ({ method, path, query, body }, { comments, requests }) => {
    const note = ({ id, author, body: text }: KeptComment) => ({
      id,
      body: text,
      author: { username: author },
      system: false,
    });
    const merge = ({ number, head, isOpen }: KeptRequest) => ({
      iid: number,
      sha: head,
      state: isOpen ? "opened" : "merged",
    });
    const [, commit] = path.match(/^\/projects\/17\/repository\/commits\/(\w+)\/merge_requests$/) ?? [];
    const [, number, notes, id] = path.match(/^\/projects\/17\/merge_requests\/(\d+)(\/notes)?(?:\/(\d+))?$/) ?? [];
    const found = requests.find((each) => each.number === Number(number));
    const known = comments.find((each) => each.id === Number(id));
    if (path === "/user") return { status: 200, body: { username: me } };
    if (commit !== undefined) {
      return { status: 200, body: page(requests.filter(({ head }) => head === commit).map(merge), query) };
    }
    if (found === undefined) return { status: 404, body: { message: "404 Not found" } };
    if (notes === undefined) return { status: 200, body: merge(found) };
    if (known !== undefined) return changed(comments, known, method, body);
    return method === "GET"
      ? { status: 200, body: page(comments.map(note), query) }
      : { status: 201, body: note(added(comments, me, body)) };
  });

/** A part of a list, as both places give it. */
function page<Item>(items: readonly Item[], query: URLSearchParams): Item[] {
  const size = Number(query.get("per_page") ?? 30);
  const number = Number(query.get("page") ?? 1);
  return items.slice((number - 1) * size, number * size);
}

function added(comments: KeptComment[], author: string, body: Readonly<Record<string, unknown>>): KeptComment {
  const kept = { id: 1000 + comments.length, author, body: String(body["body"]) };
  comments.push(kept);
  return kept;
}

function changed(
  comments: KeptComment[],
  known: KeptComment,
  method: string,
  body: Readonly<Record<string, unknown>>,
): Answer {
  if (method === "DELETE") comments.splice(comments.indexOf(known), 1);
  else known.body = String(body["body"]);
  return { status: 200, body: {} };
}

async function serve(header: string, value: string, answer: (asked: Asked, kept: Kept) => Answer): Promise<FakeForge> {
  const kept: Omit<FakeForge, "url" | "close"> = { comments: [], requests: [], asked: [], faults: [] };
  const server: Server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const method = request.method ?? "GET";
    const what = `${method} ${url.pathname}`;
    const body = await bodyOf(request);
    kept.asked.push(what);
    const at = kept.faults.findIndex(({ on }) => on.test(what));
    const [fault] = at < 0 ? [] : kept.faults.splice(at, 1);
    const isKnown = request.headers[header] === value;
    const own = (): Answer =>
      isKnown
        ? answer({ method, path: url.pathname, query: url.searchParams, body }, kept)
        : { status: 401, body: { message: "Bad credentials" } };
    if (fault?.isDone === true) own();
    const given = fault === undefined ? own() : { status: fault.status, body: fault.body ?? { message: "a fault" } };
    response.writeHead(given.status, { "content-type": "application/json", ...fault?.headers });
    response.end(JSON.stringify(given.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    ...kept,
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text === "" ? {} : JSON.parse(text);
}

import { rooms } from "../markdown/rooms";
import { isObject, type Json, objectAt, textAt } from "../plan/json";
import { Api, PostError } from "./api";
import type { Comment, MergeRequest, Place } from "./place";

/** Who writes with the token that GitHub gives to a job. Source: GitHub, "Automatic token authentication". */
const ACTIONS = "github-actions[bot]";

export interface GitHubOptions {
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  /** Address of the API. @default https://api.github.com */
  readonly url?: string;
  /** Who the token belongs to. @default asked; of a token that belongs to nobody, `github-actions[bot]` */
  readonly author?: string;
}

/** Pull requests of a repository on GitHub. */
export class GitHub implements Place {
  readonly most = rooms.github.most;
  private readonly api: Api;
  private readonly repository: string;

  constructor(private readonly options: GitHubOptions) {
    const { repository, token, url = "https://api.github.com" } = options;
    this.repository = `/repos/${repository.split("/").map(encodeURIComponent).join("/")}`;
    this.api = new Api({
      url,
      token,
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${token}`,
        "user-agent": "siteform",
        "x-github-api-version": "2022-11-28",
      },
    });
  }

  readonly name = (number: number): string => `pull request #${number}`;

  async request(number: number): Promise<MergeRequest | undefined> {
    return pullOf(await this.api.get(`${this.repository}/pulls/${number}`));
  }

  async requestsOf(head: string): Promise<MergeRequest[]> {
    // A commit of a fork is not among those that the repository knows requests of: then all open ones are looked through.
    const near = await this.known(head);
    const found = near.filter((each) => each.head === head);
    if (found.length > 0) return found;
    const all = await this.api.pages(`${this.repository}/pulls?state=open&sort=updated&direction=desc`);
    return all.flatMap((json) => pullOf(json) ?? []).filter((each) => each.head === head);
  }

  private async known(head: string): Promise<MergeRequest[]> {
    try {
      const pulls = await this.api.pages(`${this.repository}/commits/${head}/pulls`);
      return pulls.flatMap((json) => pullOf(json) ?? []);
    } catch (error) {
      // It answers 422 or 404 for a commit that it does not know.
      if (error instanceof PostError) return [];
      throw error;
    }
  }

  async author(): Promise<string> {
    if (this.options.author !== undefined) return this.options.author.toLowerCase();
    try {
      const user = await this.api.get("/user");
      return ((isObject(user) ? textAt(user, "login") : undefined) ?? ACTIONS).toLowerCase();
    } catch (error) {
      // The token of a job, or of an app, belongs to no user.
      if (error instanceof PostError) return ACTIONS;
      throw error;
    }
  }

  async comments(number: number): Promise<Comment[]> {
    const found = await this.api.pages(`${this.repository}/issues/${number}/comments`);
    return found.flatMap((json) => commentOf(json) ?? []);
  }

  async create(number: number, body: string): Promise<Comment> {
    const created = commentOf(await this.api.once("POST", `${this.repository}/issues/${number}/comments`, { body }));
    if (created === undefined) throw new PostError("GitHub answers with something that is no comment");
    return created;
  }

  async update(_: number, { id }: Comment, body: string): Promise<void> {
    await this.api.change("PATCH", `${this.repository}/issues/comments/${id}`, { body });
  }

  async remove(_: number, { id }: Comment): Promise<void> {
    await this.api.change("DELETE", `${this.repository}/issues/comments/${id}`);
  }
}

function pullOf(json: Json): MergeRequest | undefined {
  if (!isObject(json)) return undefined;
  const [number, head] = [json["number"], textAt(objectAt(json, "head"), "sha")];
  return typeof number === "number" && head !== undefined
    ? { number, head, isOpen: textAt(json, "state") === "open" }
    : undefined;
}

function commentOf(json: Json): Comment | undefined {
  if (!isObject(json)) return undefined;
  const id = json["id"];
  const author = textAt(objectAt(json, "user"), "login");
  return typeof id === "number" && author !== undefined
    ? { id, author: author.toLowerCase(), body: textAt(json, "body") ?? "" }
    : undefined;
}

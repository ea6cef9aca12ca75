import { rooms } from "../markdown/rooms";
import { isObject, type Json, objectAt, textAt } from "../plan/json";
import { Api, PostError } from "./api";
import type { Comment, MergeRequest, Place } from "./place";

export interface GitLabOptions {
  /** Number of the project, or its path `group/name`. */
  readonly project: string;
  readonly token: string;
  /** Address of the API. @default https://gitlab.com/api/v4 */
  readonly url?: string;
  /** Who the token belongs to. @default asked */
  readonly author?: string;
}

/** Merge requests of a project on GitLab. */
export class GitLab implements Place {
  readonly most = rooms.gitlab.most;
  private readonly api: Api;
  private readonly project: string;

  constructor(private readonly options: GitLabOptions) {
    const { project, token, url = "https://gitlab.com/api/v4" } = options;
    this.project = `/projects/${encodeURIComponent(project)}`;
    this.api = new Api({ url, token, headers: { accept: "application/json", "private-token": token } });
  }

  readonly name = (number: number): string => `merge request !${number}`;

  async request(number: number): Promise<MergeRequest | undefined> {
    return requestOf(await this.api.get(`${this.project}/merge_requests/${number}`));
  }

  async requestsOf(head: string): Promise<MergeRequest[]> {
    const found = await this.api.pages(`${this.project}/repository/commits/${head}/merge_requests`);
    return found.flatMap((json) => requestOf(json) ?? []);
  }

  async author(): Promise<string> {
    if (this.options.author !== undefined) return this.options.author.toLowerCase();
    const user = await this.api.get("/user");
    const name = isObject(user) ? textAt(user, "username") : undefined;
    if (name === undefined) throw new PostError("GitLab does not say who the token belongs to: name it with --author");
    return name.toLowerCase();
  }

  async comments(number: number): Promise<Comment[]> {
    const found = await this.api.pages(`${this.notes(number)}?sort=asc&order_by=created_at`);
    return found.flatMap((json) => noteOf(json) ?? []);
  }

  async create(number: number, body: string): Promise<Comment> {
    const created = noteOf(await this.api.once("POST", this.notes(number), { body }));
    if (created === undefined) throw new PostError("GitLab answers with something that is no note");
    return created;
  }

  async update(number: number, { id }: Comment, body: string): Promise<void> {
    await this.api.change("PUT", `${this.notes(number)}/${id}`, { body });
  }

  async remove(number: number, { id }: Comment): Promise<void> {
    await this.api.change("DELETE", `${this.notes(number)}/${id}`);
  }

  private notes(number: number): string {
    return `${this.project}/merge_requests/${number}/notes`;
  }
}

function requestOf(json: Json): MergeRequest | undefined {
  if (!isObject(json)) return undefined;
  const [number, head] = [json["iid"], textAt(json, "sha")];
  return typeof number === "number" && head !== undefined
    ? { number, head, isOpen: textAt(json, "state") === "opened" }
    : undefined;
}

function noteOf(json: Json): Comment | undefined {
  if (!isObject(json) || json["system"] === true) return undefined;
  const id = json["id"];
  const author = textAt(objectAt(json, "author"), "username");
  return typeof id === "number" && author !== undefined
    ? { id, author: author.toLowerCase(), body: textAt(json, "body") ?? "" }
    : undefined;
}

/** A request to merge: a pull request of GitHub, a merge request of GitLab. */
export interface MergeRequest {
  readonly number: number;
  /** The last commit of what is to be merged. */
  readonly head: string;
  readonly isOpen: boolean;
}

/** A comment on a request to merge. */
export interface Comment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
}

/** A place where reviews are posted. Whatever it answers was checked by its form. */
export interface Place {
  /** What the place calls a request to merge, and how it writes its number. */
  readonly name: (number: number) => string;
  /** Most characters and bytes of a comment. */
  readonly most: number;
  /** The request of a number; nothing where there is none. */
  request(number: number): Promise<MergeRequest | undefined>;
  /** The open requests whose last commit is this one. */
  requestsOf(head: string): Promise<MergeRequest[]>;
  /** Who the token belongs to, as an author of comments. */
  author(): Promise<string>;
  /** The comments of a request, the oldest first. */
  comments(number: number): Promise<Comment[]>;
  /** Creates a comment, in one attempt: whoever does it again must look first whether it is there. */
  create(number: number, body: string): Promise<Comment>;
  update(number: number, comment: Comment, body: string): Promise<void>;
  remove(number: number, comment: Comment): Promise<void>;
}

/** Room of a place where a review is posted. */
export interface Room {
  /** Most characters, and most bytes: places count either. */
  readonly most: number;
}

/**
 * Rooms by place. GitHub refuses a comment above 65,536 characters, and a step summary above 1,024 kB; GitLab a note above 1,000,000
 * characters. Each keeps a reserve for what a place adds.
 */
export const rooms = {
  github: { most: 60_000 },
  gitlab: { most: 950_000 },
  summary: { most: 1_000_000 },
} as const satisfies Readonly<Record<string, Room>>;

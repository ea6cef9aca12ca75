/** A mistake of the user's: its message is all that is shown. */
export class UsageError extends Error {}

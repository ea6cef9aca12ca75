/** The file of results beside the plans. */
export const RESULTS = "results.json";

/** The file beside the plans in which stands what was begun of them. */
export const JOURNAL = "applied.json";

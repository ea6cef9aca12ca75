import { publishedSchema, type SchemaFile, type SchemaWords } from "../../constructs/model/json-schema";
import { Review } from "./schema";

/**
 * The published JSON Schema of a review, from the same schema that reads it: whoever reads `siteform review --format json` elsewhere
 * knows its form.
 *
 * @param wordsOf what is said of a schema @default nothing
 */
export const reviewSchema = (wordsOf?: (schema: unknown) => SchemaWords | undefined): SchemaFile => ({
  file: "review.json",
  schema: publishedSchema(Review, { name: "review", title: "Review" }, wordsOf),
});

/** A key made for the site. */
export interface CreatedKey {
  readonly kind: "created";
  readonly rotationDays?: number;
}

/** A key that exists. */
export interface ExistingKey {
  readonly kind: "existing";
  readonly key: string;
  readonly grant?: boolean;
}

export type GoogleEncryptionProps = CreatedKey | ExistingKey;

/**
 * A key made for each stack, in the site's region. A key ring is never deleted: a site of the same name later cannot make it
 * again, and takes `existingKey` then.
 */
export const createdKey = (
  options: {
    /** Days until a new version of the key encrypts what is new. @default 90 */
    readonly rotationDays?: number;
  } = {},
): CreatedKey => ({ kind: "created", ...options });

/** A key that exists, in the site's region, by its full name: `projects/.../locations/.../keyRings/.../cryptoKeys/...`. */
export const existingKey = (
  key: string,
  options: {
    /** Whether Google's service agents are granted its use here; else its owner has done so. @default true */
    readonly grant?: boolean;
  } = {},
): ExistingKey => ({ kind: "existing", key, ...options });

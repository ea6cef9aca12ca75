/** Forms by which secrets give themselves away, and what each is. */
const forms: readonly (readonly [form: RegExp, what: string])[] = [
  [/-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/, "a private key"],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, "an access key of AWS"],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}|\bgithub_pat_[A-Za-z0-9_]{22,}/, "a token of GitHub"],
  [/\bxox[abeprs]-[A-Za-z0-9-]{10,}/, "a token of Slack"],
  [/\bAIza[A-Za-z0-9_-]{35}/, "an API key of Google"],
  [/\b(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/=]{20,}/, "an access key of Azure"],
  [/\bsk-[A-Za-z0-9_-]{32,}/, "an API key"],
  [/\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\./, "a signed token"],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@]+@/i, "an address with a password in it"],
];

/** The words by which fields for secrets are called, at the end of a name: `password`, `bmcPassword`, `api_token`. */
const NAME = /(?:password|passwd|passphrase|secret|token|credentials?|private_?key|api_?key|access_?key|secret_?key)$/i;

/** What a text looks like that should not stand where others read it: `a private key`; `undefined` when it looks like nothing. */
export const secretIn = (text: string): string | undefined => forms.find(([form]) => form.test(text))?.[1];

/** Whether a field is called like one that holds a secret. */
export const isNameOfSecret = (field: string): boolean => NAME.test(field);

/** What to do about a secret in a document. */
export const KEEP_SECRETS_OUT = "keep secrets in a secret store: documents end up in pull requests, plans and logs";

/** A text without the secrets in it. */
export const withoutSecrets = (text: string): string =>
  forms.reduce((left, [form, what]) => left.replace(new RegExp(form, `${form.flags}g`), `(${what}, not shown)`), text);

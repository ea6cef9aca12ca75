import { show } from "../../constructs/model";
import { isNameOfSecret, secretIn, withoutSecrets } from "../../constructs/model/secrets";

// None of these is a secret: each has the form of one.
const looksLike: readonly (readonly [string, string])[] = [
  ["-----BEGIN PRIVATE KEY-----", "a private key"],
  ["-----BEGIN RSA PRIVATE KEY-----\nabc", "a private key"],
  ["-----BEGIN OPENSSH PRIVATE KEY-----", "a private key"],
  ["AKIAIOSFODNN7EXAMPLE", "an access key of AWS"],
  ["key ASIAIOSFODNN7EXAMPLE here", "an access key of AWS"],
  [`ghp_${"a".repeat(36)}`, "a token of GitHub"],
  [`github_pat_${"a".repeat(22)}`, "a token of GitHub"],
  [`xoxb-${"1".repeat(12)}`, "a token of Slack"],
  [`AIza${"a".repeat(35)}`, "an API key of Google"],
  [`AccountName=x;AccountKey=${"a".repeat(40)}==`, "an access key of Azure"],
  [`eyJ${"a".repeat(10)}.eyJ${"a".repeat(10)}.sig`, "a signed token"],
  ["https://me:hunter2@example.com/x", "an address with a password in it"],
];

describe("a text that looks like a secret", () => {
  test.each(looksLike)("%s is %s, and is not shown", (text, what) => {
    expect(secretIn(text)).toBe(what);
    expect(show(text)).toBe(`what looks like ${what}, not shown here`);
    expect(secretIn(withoutSecrets(`got ${text}!`))).toBeUndefined();
  });

  test.each([
    "a lease of 2026-05-01",
    "https://example.com/a:b@c",
    "arn:aws:iam::111122223333:role/deploy",
    "-----BEGIN PUBLIC KEY-----",
    "AKIA",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA",
    "sk-short",
    "sha256:0123456789abcdef",
  ])("%s is none", (text) => {
    expect(secretIn(text)).toBeUndefined();
    expect(withoutSecrets(text)).toBe(text);
  });

  test.each(["password", "bmcPassword", "api_token", "clientSecret", "privateKey", "apiKey", "credentials"])(
    "a field %s is called like one that holds a secret",
    (name) => expect(isNameOfSecret(name)).toBe(true),
  );
  test.each(["name", "key", "tokens", "passengers", "secretary"])("a field %s is not", (name) =>
    expect(isNameOfSecret(name)).toBe(false),
  );
});

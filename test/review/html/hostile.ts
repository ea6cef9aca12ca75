/** Names and texts that try to become more than text. */
export const hostile: readonly string[] = [
  "</script><script>alert(1)</script>",
  "</style><style>*{display:none}",
  "<img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  "javascript:alert(1)",
  "<!--",
  "]]>",
  "{{constructor.constructor('alert(1)')()}}",
  "url(https://example.com/x)",
  "&lt;b&gt;",
];

/** Marks that turn the direction of writing, and such that nobody sees. */
export const unseen = "a\u202eb\u2066c\u200bd\u0000e";

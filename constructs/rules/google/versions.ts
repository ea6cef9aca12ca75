/** Whether a version of Kubernetes is before a minor one: `1.32.9` is before `1.33`. */
export function isBefore(version: string, first: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [firstMajor = 0, firstMinor = 0] = first.split(".").map(Number);
  return major < firstMajor || (major === firstMajor && minor < firstMinor);
}

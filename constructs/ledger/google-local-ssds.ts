/**
 * Local SSDs that a machine type comes with; nothing for one whose number is not at hand. GKE takes no other number. Source: Cluster
 * Toolkit, examples gke-a3-highgpu to gke-a4.
 */
export const LOCAL_SSDS: ReadonlyMap<string, number> = new Map([
  ["a3-highgpu-8g", 16],
  ["a3-megagpu-8g", 16],
  ["a3-ultragpu-8g", 32],
  ["a4-highgpu-8g", 32],
]);

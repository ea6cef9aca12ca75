import type { AwsImage } from "../model";

type Image<K extends AwsImage["kind"]> = Extract<AwsImage, { kind: K }>;

interface ReleaseOptions {
  /**
   * The release to stay on.
   * @default - the newest when the node group is made, and when its version or template changes
   */
  readonly releaseVersion?: string;
}

/** The EKS image of Amazon Linux 2023 with the driver of the pool's chip. */
export const al2023 = (options: ReleaseOptions = {}): Image<"al2023"> => ({ kind: "al2023", ...options });

/** The EKS image of Bottlerocket with the driver of the pool's chip. */
export const bottlerocket = (options: ReleaseOptions = {}): Image<"bottlerocket"> => ({
  kind: "bottlerocket",
  ...options,
});

/** An image of one's own. EKS adds nothing to its user data: joining the cluster is the image's business. */
export const customImage = (options: {
  /** The image, e.g. `ami-0123456789abcdef0`. */
  readonly imageId: string;
  /** What the machine runs when it starts, in plain text. It stands in the state and the template: no secret. */
  readonly userData: string;
  /** @default "/dev/xvda" */
  readonly rootDevice?: string;
}): Image<"custom"> => ({ kind: "custom", ...options });

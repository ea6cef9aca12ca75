import { fakeGitLab, TOKEN } from "../support/fake-forge";
import { forge, HEAD, OTHER, post, reviewOf } from "./posting";

const gitlab = forge(fakeGitLab);

describe("siteform post on GitLab", () => {
  const job = (pipeline: number) => ({
    CI_PROJECT_ID: "17",
    CI_API_V4_URL: gitlab.current.url,
    CI_COMMIT_SHA: OTHER,
    CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: HEAD,
    CI_MERGE_REQUEST_IID: "7",
    CI_PIPELINE_IID: String(pipeline),
    GITLAB_TOKEN: TOKEN,
  });

  test("creates one note, updates it, and an earlier pipeline leaves it alone", async () => {
    expect((await post(reviewOf(1), {}, job(1))).out).toBe("the review is posted on merge request !7\n");
    expect((await post(reviewOf(3), {}, job(3))).out).toBe("the review on merge request !7 is updated\n");
    expect((await post(reviewOf(2), {}, job(2))).out).toBe(
      "nothing is posted: run 3.1 has said something later on merge request !7\n",
    );
    expect(gitlab.current.comments).toHaveLength(1);
    expect(gitlab.current.comments[0]?.body).toContain("**3** to create");
  });

  test("a note of somebody else with the same marker is not touched", async () => {
    const body = `<!-- siteform review: environment=default head=${HEAD} run=99.1 -->`;
    gitlab.current.comments.push({ id: 1, author: "mallory", body });
    await post(reviewOf(), {}, job(1));
    expect(gitlab.current.comments).toMatchObject([{ author: "mallory", body }, { author: "project_17_bot" }]);
  });

  test("from a pipeline of another project is told what it is about", async () => {
    const env = { CI_PROJECT_ID: "99", CI_COMMIT_SHA: OTHER, CI_PIPELINE_IID: "5", GITLAB_TOKEN: TOKEN };
    const options = { gitlab: "17", api: gitlab.current.url, head: HEAD, run: "12" };
    expect((await post(reviewOf(), options, env)).out).toBe("the review is posted on merge request !7\n");
    expect(gitlab.current.comments[0]?.body).toContain("run=12.1");
    expect((await post(reviewOf(), { gitlab: "17", api: gitlab.current.url }, env)).out).toContain("--head");
  });

  test("nothing is said of a merge request that moved on", async () => {
    const [request] = gitlab.current.requests;
    if (request !== undefined) request.head = OTHER;
    expect((await post(reviewOf(), {}, job(1))).out).toMatch(/^nothing is posted/);
    expect(gitlab.current.comments).toEqual([]);
  });
});

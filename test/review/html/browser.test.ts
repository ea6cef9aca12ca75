import type { Browser, Page } from "puppeteer-core";
import { renderPage } from "../../../review/html/page";
import { buildReview } from "../../../review/report/build-review";
import { tempFolder } from "../../support/temp";
import { describeWithChromium } from "../../support/with-tools";
import { changed, goldenFleet } from "../fleets";
import { change, stack } from "../support";
import { browser, type Opened, type Opening, open } from "./browser";
import { pageOf } from "./fleets";
import { hostile } from "./hostile";

const folder = tempFolder();

/** Sites without coordinates, of which two stand in the middle of one country, and others in one town. */
function crowded(): string {
  const town = { country: "US", subdivision: "US-TN", locality: "Memphis", latitude: 35.1, longitude: -90 };
  const fleet = changed(goldenFleet("data-centers"), (text) => {
    const document = JSON.parse(text);
    const [, memphis] = document.spec.sites;
    for (let number = 1; number <= 6; number++) {
      const location = { ...town, latitude: town.latitude + number / 50 };
      document.spec.sites.push({ ...memphis, name: `memphis-${number}`, location });
    }
    return JSON.stringify(document);
  });
  const review = buildReview([stack("lab")]);
  return renderPage({
    review,
    redact: (text) => text,
    asOf: "2026-11-28",
    base: undefined,
    head: fleet,
    hasBase: false,
  });
}

describeWithChromium("a review's page in Chromium", (chromium) => {
  let chrome: Browser;
  let html: string;
  const opened: Page[] = [];

  beforeAll(async () => {
    chrome = await browser(chromium);
    html = pageOf({}, { machines: 18, rows: "r[01-03]", feeder: "ups-a", second: "2027-06-01", byHand: "r02-03" });
  });
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
  });
  afterAll(async () => {
    await chrome.close();
  });

  const show = async (given = html, how: Opening = {}): Promise<Opened> => {
    const shown = await open({ newPage: () => chrome.newPage() }, folder, given, how);
    opened.push(shown.page);
    return shown;
  };
  /** What a page says of the element that has the focus, or of another. */
  const ask = <T>(page: Page, what: string): Promise<T> => page.evaluate(what) as Promise<T>;

  test("opens from a file, asks for nothing else, and complains of nothing", async () => {
    const { page, address, troubles, requests } = await show();
    expect(await ask<string>(page, "document.documentElement.className")).toBe("js");
    expect([troubles, requests]).toEqual([[], [address]]);
  });

  test("runs no script but its own, and loads nothing", async () => {
    const { page, troubles } = await show();
    await ask(
      page,
      `(() => {
      const script = document.createElement("script");
      script.textContent = "window.wasRun = true";
      document.body.append(script);
      const image = document.createElement("img");
      image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
      document.body.append(image);
      document.body.setAttribute("style", "display:none");
    })()`,
    );
    await ask(page, "new Promise((done) => setTimeout(done, 100))");
    expect(await ask(page, "window.wasRun === undefined")).toBe(true);
    expect(troubles.filter((each) => each.includes("Content Security Policy")).length).toBeGreaterThanOrEqual(2);
  });

  test("is quiet about hostile texts", async () => {
    const stacks = hostile.map((words, index) =>
      stack(`s${index}`, { resource_changes: [change(`a.b["${words}"]`, ["delete"], { before: { [words]: words } })] }),
    );
    const { page, troubles, requests } = await show(pageOf({}, { displayName: hostile.join("") }, stacks));
    await page.click(".unfold");
    expect([troubles, requests.length]).toEqual([[], 1]);
    expect(await ask(page, "document.querySelectorAll('script').length")).toBe(1);
    expect(await ask(page, `document.body.textContent.includes(${JSON.stringify(hostile[0])})`)).toBe(true);
  });

  describe("with the keyboard", () => {
    test("begins with a link to the content, and shows where it is", async () => {
      const { page } = await show();
      await page.keyboard.press("Tab");
      expect(await ask(page, "document.activeElement.textContent")).toBe("Skip to the content");
      expect(await ask(page, "document.activeElement.getBoundingClientRect().left >= 0")).toBe(true);
      await page.keyboard.press("Tab");
      expect(await ask(page, "getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    });

    test("reaches everything that can be used, in the order of the page", async () => {
      const { page } = await show();
      const wanted = await ask<number>(
        page,
        "Array.from(document.querySelectorAll('a, button, summary, input, [tabindex=\"0\"]')).filter((each) => each.tabIndex === 0 && each.checkVisibility() && (each.type !== 'radio' || each.checked)).length",
      );
      await ask(page, "window.trail = []");
      for (let step = 0; step < wanted; step++) {
        await page.keyboard.press("Tab");
        await ask(page, "void window.trail.push(document.activeElement)");
      }
      expect(wanted).toBeGreaterThan(20);
      expect(await ask(page, "new Set(window.trail).size")).toBe(wanted);
      expect(
        await ask(
          page,
          "window.trail.slice(1).every((each, index) => window.trail[index].compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING)",
        ),
      ).toBe(true);
    });

    test("chooses a picture with the arrows", async () => {
      const { page } = await show();
      const chosen = () =>
        ask<string[]>(
          page,
          "Array.from(document.querySelectorAll('[role=tab][aria-selected=true]')).map((each) => each.firstElementChild.textContent)",
        );
      const seen = () =>
        ask<string[]>(
          page,
          "Array.from(document.querySelectorAll('[role=tabpanel]')).filter((each) => each.checkVisibility()).map((each) => each.querySelector('.name').textContent)",
        );
      expect(await chosen()).toEqual(["Hall h1"]);
      await page.focus("[role=tab][aria-selected=true]");
      await page.keyboard.press("ArrowRight");
      expect([await chosen(), await seen()]).toEqual([["Power, one-line diagram"], ["Power, one-line diagram"]]);
      await page.keyboard.press("End");
      expect(await chosen()).toEqual(["Rack elevations"]);
      await page.keyboard.press("ArrowRight");
      expect([await chosen(), await seen()]).toEqual([["Hall h1"], ["Hall h1"]]);
      expect(await ask(page, "document.activeElement.getAttribute('aria-selected')")).toBe("true");
    });

    test("switches between before, after and both", async () => {
      const { page } = await show();
      const sides = () =>
        ask<boolean[]>(
          page,
          "['before', 'after'].map((side) => document.querySelector('.tab:not([hidden]) .side-' + side).checkVisibility())",
        );
      expect(await sides()).toEqual([false, true]);
      await page.focus(".tab:not([hidden]) .switch input:checked");
      await page.keyboard.press("ArrowRight");
      expect(await sides()).toEqual([true, true]);
      await page.keyboard.press("ArrowRight");
      expect(await sides()).toEqual([true, false]);
    });

    test("goes from rack to rack, and to what differs, and says what is there", async () => {
      const { page } = await show();
      await page.focus(".side-after .explore");
      const told = () =>
        ask<string>(page, "document.activeElement.parentElement.querySelector('[role=status]').textContent");
      const press = async (
        ...keys: readonly ("ArrowRight" | "ArrowDown" | "ArrowLeft" | "ArrowUp" | "Home" | "n" | "p")[]
      ) => {
        for (const key of keys) await page.keyboard.press(key);
        return (await told()).split(/[:,]/)[0];
      };
      expect(await press("Home")).toBe("r01-01");
      expect(await press("ArrowRight")).toBe("r01-02");
      expect(await press("ArrowDown")).toBe("r02-02");
      expect(await press("ArrowLeft", "ArrowUp")).toBe("r01-01");
      expect(await press("ArrowUp")).toBe("r01-01");
      expect(await press("n")).toBe("r02-01");
      expect(await told()).toBe(
        "r02-01, changed: train/h100, 4 machines: 4 dgx-h100; was: later/b200, 3 machines: 3 dgx-b200",
      );
      // The last of a row that came.
      expect(await press("p")).toBe("r03-04");
    });
  });

  test("tells whoever cannot see it what everything is", async () => {
    const { page } = await show();
    await page.click(".unfold");
    const unnamed = await ask<string[]>(
      page,
      "Array.from(document.querySelectorAll('a, button, summary, fieldset, [role=img], [role=group], [role=tablist]')).filter((each) => each.checkVisibility()).filter((each) => (each.getAttribute('aria-label') ?? (each.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join('') + (each.matches('a, button, summary, fieldset') ? each.textContent : '')).trim() === '').map((each) => each.outerHTML.slice(0, 80))",
    );
    expect(unnamed).toEqual([]);
    const { role, name } = (await page.accessibility.snapshot()) ?? { role: "none", name: "" };
    expect([role, name]).toEqual(["RootWebArea", "CHANGES: review of lab-fleet"]);
  });

  /** Colours of text and of what is behind it, as the browser reckons them, where they are too near. */
  const faint = `(() => {
    const parts = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
    const light = ([red, green, blue]) => [red, green, blue].map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
    const behind = (each) => { for (let at = each; at !== null; at = at.parentElement) { const colour = parts(getComputedStyle(at).backgroundColor); if (colour.length === 3 || colour[3] > 0) return colour; } return [255, 255, 255]; };
    return Array.from(document.querySelectorAll('body *:not(svg *)')).filter((each) => each.checkVisibility() && Array.from(each.childNodes).some((node) => node.nodeType === 3 && node.textContent.trim() !== '')).filter((each) => {
      const [one, other] = [light(parts(getComputedStyle(each).color)), light(behind(each))];
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < 4.5;
    }).map((each) => each.outerHTML.slice(0, 80));
  })()`;

  test.each(["light", "dark"] as const)("is read on a %s ground", async (scheme) => {
    const { page } = await show(html, { scheme });
    await page.click(".unfold");
    expect(await ask(page, faint)).toEqual([]);
    const [ground, floor] = await ask<string[]>(
      page,
      "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('.drawing rect')).fill]",
    );
    expect([ground, floor].map((colour) => Number(/\d+/.exec(colour ?? "")?.[0]) > 128)).toEqual([
      scheme === "light",
      scheme === "light",
    ]);
  });

  test.each([
    ["a lab", 1280],
    ["a lab", 390],
    ["a fleet", 1280],
    ["a fleet", 390],
  ])("of %s lays no words over others, and is no wider than a screen of %d px", async (what, width) => {
    const { page } = await show(what === "a lab" ? html : crowded(), { width });
    const overlaps = await ask<string[]>(
      page,
      `Array.from(document.querySelectorAll('.chart, .map')).flatMap((picture) => {
        const texts = Array.from(picture.querySelectorAll('text')).map((each) => ({ words: each.textContent, box: each.getBoundingClientRect() })).filter(({ box }) => box.width > 0);
        return texts.flatMap((one, at) => texts.slice(at + 1).filter((other) => one.box.left < other.box.right - 1 && other.box.left < one.box.right - 1 && one.box.top < other.box.bottom - 1 && other.box.top < one.box.bottom - 1).map((other) => one.words + ' on ' + other.words));
      })`,
    );
    expect(overlaps).toEqual([]);
    expect(await ask(page, "document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  });

  test("prints everything, light, and without what paper cannot do", async () => {
    const { page } = await show(html, { scheme: "dark" });
    await page.emulateMediaType("print");
    expect(
      await ask(
        page,
        "['nav', '[role=tablist]', '.switch'].map((each) => document.querySelector(each).checkVisibility())",
      ),
    ).toEqual([false, false, false]);
    expect(
      await ask(
        page,
        "Array.from(document.querySelectorAll('.tab, .side')).every((each) => each.checkVisibility() || each.closest('details:not([open])') !== null)",
      ),
    ).toBe(true);
    expect(await ask(page, "getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    await ask(
      page,
      "void addEventListener('beforeprint', () => { window.folded = Array.from(document.querySelectorAll('details:not([open])')).filter((each) => each.closest('.bulk') === null).length; })",
    );
    const before = await ask<number>(page, "document.querySelectorAll('details[open]').length");
    const pdf = await page.pdf({ format: "A4" });
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe("%PDF-");
    expect(await ask(page, "window.folded")).toBe(0);
    expect(await ask(page, "document.querySelectorAll('details[open]').length")).toBe(before);
  });

  // Each time a script asks where something is after it changed something, all is laid out anew: of thousands of parts, seconds.
  test("is laid out a few times, however much it holds", async () => {
    const changes = Array.from({ length: 600 }, (_, index) =>
      change(`a.b[${index}]`, ["create"], { after: { text: "x".repeat(200), other: index } }),
    );
    const { page } = await show(pageOf({}, { machines: 15 }, [stack("lab", { resource_changes: changes })]));
    expect(await ask(page, "document.querySelectorAll('pre').length")).toBe(600);
    expect((await page.metrics()).LayoutCount).toBeLessThan(40);
  });

  test("shows everything without its script, too", async () => {
    const { page, troubles } = await show(html, { hasScript: false });
    const text = await page.$eval("body", (body) => body.textContent ?? "");
    expect(troubles).toEqual([]);
    expect(text).toContain("One-line diagram of The lab");
    const hidden = await page.$$eval(
      ".tab, .side",
      (all) => all.filter((each) => each.getBoundingClientRect().height === 0).length,
    );
    expect(hidden).toBe(0);
  });
});

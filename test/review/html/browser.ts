import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, launch, type Page } from "puppeteer-core";

/** How a page is opened. */
export interface Opening {
  /** @default "light" */
  readonly scheme?: "light" | "dark";
  /** In px. @default 1280 */
  readonly width?: number;
  /** @default true */
  readonly hasScript?: boolean;
}

/** A page that is open, with all that went wrong in it and all that it asked for. */
export interface Opened {
  readonly page: Page;
  readonly address: string;
  readonly troubles: readonly string[];
  readonly requests: readonly string[];
}

/** A real browser without a screen, and without a sandbox: containers of pipelines have none to give. */
export const browser = (executablePath: string): Promise<Browser> =>
  launch({ executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu"] });

/** Writes a page to a file, and opens it from there. */
export async function open(
  { newPage }: Pick<Browser, "newPage">,
  folder: string,
  html: string,
  { scheme = "light", width = 1280, hasScript = true }: Opening = {},
): Promise<Opened> {
  const file = join(folder, "review.html");
  writeFileSync(file, html);
  const page = await newPage();
  const troubles: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => troubles.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("dialog", (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => requests.push(request.url()));
  await page.setJavaScriptEnabled(hasScript);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  const address = pathToFileURL(file).href;
  await page.goto(address, { waitUntil: "load" });
  return { page, address, troubles, requests };
}

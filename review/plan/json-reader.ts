import { isAscii, isUtf8 } from "node:buffer";
import type { Json } from "./json";
import type { Source } from "./source";

/** What is read is no JSON, or no text. Says nothing of what it holds. */
export class JsonError extends Error {}

/** As long as most values are many times over, and short enough to stay near the processor. */
const WINDOW = 256 * 1024;

const [QUOTE, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];
const SPACES = [0x20, 0x0a, 0x0d, 0x09];

/**
 * Reads a long JSON text value by value: whoever reads says of every object and list whether to take it whole or to go into it, so that of
 * a plan of many megabytes no more is held than what somebody keeps. Values are parsed by the engine; this only finds where they end.
 */
export class JsonReader {
  private window = Buffer.allocUnsafeSlow(WINDOW);
  private at = 0;
  private end = 0;

  public constructor(private readonly source: Source) {}

  /** Whether the next value is an object. */
  public isAtObject(): boolean {
    return this.peek() === OBJECT;
  }

  /** Whether the next value is a list. */
  public isAtList(): boolean {
    return this.peek() === LIST;
  }

  /** Goes into the object that comes next: what is given must read the value of each name. */
  public members(read: (name: string) => void): void {
    this.parts(OBJECT, OBJECT_END, () => {
      const name = this.peek() === QUOTE ? this.value() : undefined;
      if (typeof name !== "string" || this.peek() !== COLON) throw noJson();
      this.at += 1;
      read(name);
    });
  }

  /** Goes into the list that comes next: what is given must read each of its values. */
  public elements(read: () => void): void {
    this.parts(LIST, LIST_END, read);
  }

  /**
   * The next value, whole.
   *
   * @throws JsonError where it is none
   */
  public value(): Json {
    const first = this.peek();
    const length =
      first === OBJECT || first === LIST
        ? this.lengthOfNested()
        : first === QUOTE
          ? this.lengthOfText(0)
          : this.lengthOfWord();
    const bytes = this.window.subarray(this.at, this.at + length);
    this.at += length;
    if (!isUtf8(bytes)) throw new JsonError("the bytes are no UTF-8 text");
    const text = bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
    try {
      return JSON.parse(text);
    } catch {
      // What a parser says quotes the text, and with it whatever secret stands there.
      throw noJson();
    }
  }

  /** @throws JsonError where something follows */
  public finish(): void {
    if (this.peek() !== undefined) throw noJson();
  }

  private parts(start: number, end: number, read: () => void): void {
    if (this.peek() !== start) throw noJson();
    this.at += 1;
    if (this.peek() === end) {
      this.at += 1;
      return;
    }
    for (;;) {
      read();
      const next = this.peek();
      if (next !== COMMA && next !== end) throw noJson();
      this.at += 1;
      if (next === end) return;
    }
  }

  /** The next byte that is no space; nothing at the end. */
  private peek(): number | undefined {
    for (;;) {
      if (this.at === this.end && !this.more()) return undefined;
      const byte = this.window[this.at] ?? 0;
      if (!SPACES.includes(byte)) return byte;
      this.at += 1;
    }
  }

  /** The byte that lies so far ahead. Reads on where it is not read yet: what comes next moves to the front of the window. */
  private has(ahead: number): boolean {
    while (this.at + ahead >= this.end) if (!this.more()) return false;
    return true;
  }

  /** Reads on. False: there is no more. */
  private more(): boolean {
    const left = this.end - this.at;
    if (this.at > 0) this.window.copyWithin(0, this.at, this.end);
    if (left === this.window.length) {
      const wider = Buffer.allocUnsafeSlow(2 * left);
      this.window.copy(wider, 0, 0, left);
      this.window = wider;
    }
    const read = this.source(this.window.subarray(left));
    this.at = 0;
    this.end = left + read;
    return read > 0;
  }

  /** Of an object or a list. That each end fits its start is left to the parser. */
  private lengthOfNested(): number {
    let depth = 0;
    let ahead = 0;
    for (;;) {
      if (!this.has(ahead)) throw noJson();
      // A local copy: this loop sees every byte of a plan.
      const { window, at, end } = this;
      let index = at + ahead;
      while (index < end) {
        const byte = window[index];
        if (byte === QUOTE) break;
        index += 1;
        if (byte === OBJECT || byte === LIST) depth += 1;
        else if (byte === OBJECT_END || byte === LIST_END) {
          depth -= 1;
          if (depth === 0) return index - at;
        }
      }
      ahead = index - at;
      if (index < end) ahead = this.lengthOfText(ahead);
    }
  }

  /** Up to the end of the text whose first quote lies so far ahead. */
  private lengthOfText(from: number): number {
    let ahead = from + 1;
    for (;;) {
      if (!this.has(ahead)) throw noJson();
      const { window, at, end } = this;
      let index = at + ahead;
      while (index < end && window[index] !== QUOTE && window[index] !== BACKSLASH) index += 1;
      ahead = index - at;
      if (index === end) continue;
      if (window[index] === QUOTE) return ahead + 1;
      ahead += 2;
    }
  }

  /** Of a number, `true`, `false` or `null`: up to what may follow a value. */
  private lengthOfWord(): number {
    let ahead = 0;
    while (this.has(ahead)) {
      const byte = this.window[this.at + ahead] ?? 0;
      if (byte === COMMA || byte === LIST_END || byte === OBJECT_END || SPACES.includes(byte)) break;
      ahead += 1;
    }
    return ahead;
  }
}

const noJson = (): JsonError => new JsonError("it is no JSON");

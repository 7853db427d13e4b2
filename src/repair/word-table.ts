/** A long list of words in a quarter of the memory that a Set of them takes: its letters, and where in them each word begins. */

const lineBreak = 10;

export class WordTable {
  readonly #letters: Buffer;
  /** At the place that a word's letters tell, or the next free one behind it: where it begins. -1: free. */
  readonly #begins: Int32Array;

  /** @param lines words in letters of one byte, one a line. */
  constructor(lines: Buffer) {
    this.#letters = lines;
    let count = 1;
    for (const byte of lines) if (byte === lineBreak) count++;
    this.#begins = new Int32Array(2 ** Math.ceil(Math.log2(count * 1.5))).fill(-1);
    let begin = 0;
    for (const word of this) {
      this.#begins[this.#placeFor(word)] = begin;
      begin += word.length + 1;
    }
  }

  has(word: string): boolean {
    return this.#begins[this.#placeFor(word)] !== -1;
  }

  *[Symbol.iterator](): Generator<string> {
    for (let begin = 0; begin < this.#letters.length; ) {
      const next = this.#letters.indexOf(lineBreak, begin);
      const end = next === -1 ? this.#letters.length : next;
      yield this.#letters.toString('latin1', begin, end);
      begin = end + 1;
    }
  }

  /** Its own, or the free one where it would be put. */
  #placeFor(word: string): number {
    const last = this.#begins.length - 1;
    let sum = 0;
    for (let at = 0; at < word.length; at++) sum = Math.imul(sum, 31) + word.charCodeAt(at);
    let place = (Math.imul(sum, 0x9e3779b1) >>> 7) & last;
    while (this.#begins[place] !== -1 && !this.#isAt(this.#begins[place] as number, word))
      place = (place + 1) & last;
    return place;
  }

  #isAt(begin: number, word: string): boolean {
    for (let at = 0; at < word.length; at++) {
      const letter = word.charCodeAt(at);
      if (letter === lineBreak || this.#letters[begin + at] !== letter) return false;
    }
    const behind = begin + word.length;
    return behind >= this.#letters.length || this.#letters[behind] === lineBreak;
  }
}

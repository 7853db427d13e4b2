/** What was noted while a page was read: how each field was found, what is doubtful, what was dropped. */

export type Sure = { field: string; confidence: number; how: string };

const mostFurniture = 200;
const longestFurniture = 200;

/** Collects the notes of one reading, each list bounded. */
export class Notes {
  readonly sure: Sure[] = [];
  readonly doubts: string[] = [];
  readonly furniture: string[] = [];

  /** Notes how a field was found; a later note for the same field replaces the earlier. */
  found(field: string, confidence: number, how: string): void {
    const at = this.sure.findIndex((note) => note.field === field);
    const note = { field, confidence: Math.round(confidence * 100) / 100, how };
    if (at === -1) this.sure.push(note);
    else this.sure[at] = note;
  }

  /** Notes a sentence for an editor, once. */
  doubt(sentence: string): void {
    if (!this.doubts.includes(sentence)) this.doubts.push(sentence);
  }

  /** Notes lines that were left out. */
  drop(...lines: string[]): void {
    for (const line of lines) {
      const text = line.replace(/\s+/g, ' ').trim().slice(0, longestFurniture);
      if (text !== '' && this.furniture.length < mostFurniture && !this.furniture.includes(text))
        this.furniture.push(text);
    }
  }
}

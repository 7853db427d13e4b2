/**
 * Prepared pages, by path, bounded in bytes; those that nobody asked for since go first. Answers to questions of somebody's own have a shelf of
 * an eighth: however many are asked, no page goes for them.
 *
 * A page is good until something that it shows changes. Each page says what it shows by tags; an act drops the pages
 * with its tags. A page that was being made while an act came in is not kept: it may show what was before.
 */
import type { PreparedPage } from './prepared-page.ts';

/** `story:271032` for its own pages, `lists:en` for all that list an edition's stories, `fronts:en` for what editors arrange. */
export type Tag = `story:${number}` | `lists:${string}` | `fronts:${string}`;

type Kept = {
  page: PreparedPage;
  tags: Tag[];
  goodUntil: Date | null;
  /** Whether somebody asked for it since room was last made. */
  used?: boolean;
};

function weightOf(path: string, { page }: Kept): number {
  return page.size + path.length;
}

class Shelf {
  readonly pages = new Map<string, Kept>();
  bytes = 0;
  readonly #maxBytes: number;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(path: string, now: () => Date): PreparedPage | undefined {
    const kept = this.pages.get(path);
    if (!kept) return undefined;
    if (kept.goodUntil && now() >= kept.goodUntil) {
      this.remove(path);
      return undefined;
    }
    kept.used = true;
    return kept.page;
  }

  /** Not where the page alone would fill a tenth of it. */
  put(path: string, kept: Kept): void {
    const bytes = weightOf(path, kept);
    if (bytes > this.#maxBytes / 10) return;
    this.remove(path);
    for (const [oldest, { used }] of this.pages) {
      if (this.bytes + bytes <= this.#maxBytes) break;
      if (used) this.#putLast(oldest);
      else this.remove(oldest);
    }
    this.pages.set(path, kept);
    this.bytes += bytes;
  }

  /** What was used has another turn. To put each page last whenever it is asked for would cost more than to send it. */
  #putLast(path: string): void {
    const kept = this.pages.get(path) as Kept;
    kept.used = false;
    this.pages.delete(path);
    this.pages.set(path, kept);
  }

  remove(path: string): void {
    const kept = this.pages.get(path);
    if (!kept) return;
    this.pages.delete(path);
    this.bytes -= weightOf(path, kept);
  }

  clear(): void {
    this.pages.clear();
    this.bytes = 0;
  }
}

export class PageCache {
  #changes = 0;
  #deaf = false;
  readonly #pages: Shelf;
  readonly #answers: Shelf;
  readonly #clock: () => Date;

  constructor(maxBytes: number, clock: () => Date = () => new Date()) {
    this.#answers = new Shelf(maxBytes / 8);
    this.#pages = new Shelf(maxBytes - maxBytes / 8);
    this.#clock = clock;
  }

  get(path: string): PreparedPage | undefined {
    return this.#pages.get(path, this.#clock) ?? this.#answers.get(path, this.#clock);
  }

  /** Counts every drop. Ask before the data is read, and give it back to `put`. */
  get moment(): number {
    return this.#changes;
  }

  /**
   * Keeps a page unless something changed since `moment`, or it alone would fill a tenth of the shelf.
   * @param goodUntil when it ends by itself, in every process by its own clock; null: never.
   */
  put(path: string, page: PreparedPage, tags: Tag[], moment: number, goodUntil: Date | null = null): void {
    if (!this.#deaf && moment === this.#changes) this.#pages.put(path, { page, tags, goodUntil });
  }

  /** The same of an answer to a question of somebody's own. */
  putAnswer(path: string, page: PreparedPage, tags: Tag[], moment: number): void {
    if (!this.#deaf && moment === this.#changes) this.#answers.put(path, { page, tags, goodUntil: null });
  }

  drop(tags: Tag[]): void {
    this.#changes++;
    for (const shelf of [this.#pages, this.#answers]) {
      for (const [path, kept] of shelf.pages) {
        if (kept.tags.some((tag) => tags.includes(tag))) shelf.remove(path);
      }
    }
  }

  dropAll(): void {
    this.#changes++;
    this.#pages.clear();
    this.#answers.clear();
  }

  /** Nobody tells of acts any more: nothing is kept until `hear`. */
  goDeaf(): void {
    this.#deaf = true;
    this.dropAll();
  }

  hear(): void {
    this.dropAll();
    this.#deaf = false;
  }

  /** Bytes held now; never above the bound. */
  get bytes(): number {
    return this.#pages.bytes + this.#answers.bytes;
  }
}

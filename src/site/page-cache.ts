/**
 * Prepared pages, by path, bounded in bytes; the one unused longest goes first.
 *
 * A page is good until something that it shows changes. Each page says what it shows by tags; an act drops the pages
 * with its tags. A page that was being made while an act came in is not kept: it may show what was before.
 */
import type { PreparedPage } from './prepared-page.ts';

/** `story:271032` for its own pages, `lists:en` for all that list an edition's stories, `fronts:en` for what editors arrange. */
export type Tag = `story:${number}` | `lists:${string}` | `fronts:${string}`;

export class PageCache {
  #pages = new Map<string, { page: PreparedPage; tags: Tag[]; goodUntil: Date | null }>();
  #bytes = 0;
  #changes = 0;
  #deaf = false;
  readonly #maxBytes: number;
  readonly #clock: () => Date;

  constructor(maxBytes: number, clock: () => Date = () => new Date()) {
    this.#maxBytes = maxBytes;
    this.#clock = clock;
  }

  get(path: string): PreparedPage | undefined {
    const kept = this.#pages.get(path);
    if (!kept) return undefined;
    if (kept.goodUntil && this.#clock() >= kept.goodUntil) {
      this.#remove(path);
      return undefined;
    }
    // Re-inserted, it is the newest in the map's order.
    this.#pages.delete(path);
    this.#pages.set(path, kept);
    return kept.page;
  }

  /** Counts every drop. Ask before the data is read, and give it back to `put`. */
  get moment(): number {
    return this.#changes;
  }

  /**
   * Keeps a page unless something changed since `moment`, or it alone would fill a tenth of the cache.
   * @param goodUntil when it ends by itself, in every process by its own clock; null: never.
   */
  put(path: string, page: PreparedPage, tags: Tag[], moment: number, goodUntil: Date | null = null): void {
    if (this.#deaf || moment !== this.#changes || page.size > this.#maxBytes / 10) return;
    this.#remove(path);
    this.#pages.set(path, { page, tags, goodUntil });
    this.#bytes += page.size;
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#remove(oldest);
    }
  }

  drop(tags: Tag[]): void {
    this.#changes++;
    for (const [path, kept] of this.#pages) {
      if (kept.tags.some((tag) => tags.includes(tag))) this.#remove(path);
    }
  }

  dropAll(): void {
    this.#changes++;
    this.#pages.clear();
    this.#bytes = 0;
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
    return this.#bytes;
  }

  #remove(path: string): void {
    const kept = this.#pages.get(path);
    if (!kept) return;
    this.#pages.delete(path);
    this.#bytes -= kept.page.size;
  }
}

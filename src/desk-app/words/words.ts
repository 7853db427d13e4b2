/** What a language has to say: all that English says. A word that one lacks fails the type check. */
import type { en } from './en.ts';

export type Words = typeof en;

/** Reads a story from the files of its folder: the other way round from story-files.ts. Shapes are checked here, truth is not. */
import type { PublicState } from '../record/act.ts';
import { exportFormat } from './export-paths.ts';
import {
  type ExportedAct,
  type ExportedPicture,
  type ExportedStory,
  type ExportedVersion,
  type Opened,
  openWith,
} from './exported-story.ts';
import { list, membersOf, mustBe, notWritten, parse, string, whole } from './read-members.ts';

export type ReadRecord = Omit<ExportedStory, 'versions'> & { drawnWith: string };

/** @throws RangeError, naming the member that is not as an export writes it. */
export function readRecord(text: string): ReadRecord {
  const json = membersOf(parse(text), 'the file');
  mustBe(json.format === exportFormat, 'format');
  return {
    code: whole(json.code, 'code'),
    lang: string(json.lang, 'lang'),
    translationGroup:
      json.translationGroup === null ? null : string(json.translationGroup, 'translationGroup'),
    translations: list(json.translations, 'translations').map((one) => {
      const { code, lang } = membersOf(one, 'translations');
      return { code: whole(code, 'translations'), lang: string(lang, 'translations') };
    }),
    acts: list(json.acts, 'acts').map(readAct),
    drawnWith: string(json.drawnWith, 'drawnWith'),
  };
}

/** @throws RangeError as above. */
export function readVersionFile(text: string): ExportedVersion & { code: number } {
  const json = membersOf(parse(text), 'the file');
  mustBe(json.format === exportFormat, 'format');
  return {
    code: whole(json.code, 'code'),
    version: whole(json.version, 'version'),
    index: whole(json.index, 'index'),
    fields: readOpened(json.fields, 'fields'),
    pictures: list(json.pictures, 'pictures').map(readPicture),
  };
}

function readAct(json: unknown): ExportedAct {
  const act = membersOf(json, 'acts');
  mustBe(states.has(act.state as PublicState), 'state');
  return {
    index: whole(act.index, 'index'),
    leaf: string(act.leaf, 'leaf'),
    state: act.state as PublicState,
    facts: readOpened(act.facts, 'facts'),
  };
}

const states = new Set<PublicState>(['public', 'held', 'killed', 'removed']);

function readOpened(json: unknown, what: string): Record<string, Opened> {
  return Object.fromEntries(
    Object.entries(membersOf(json, what)).map(([name, opened]) => {
      const { salt, value } = membersOf(opened, `${what}.${name}`);
      mustBe(/^[A-Za-z0-9+/]{43}=$/.test(string(salt, `${what}.${name}`)), `the salt of ${what}.${name}`);
      return [name, openedOf(salt as string, value, `${what}.${name}`)];
    }),
  );
}

function openedOf(salt: string, value: unknown, what: string): Opened {
  try {
    return openWith(salt, value);
  } catch {
    throw notWritten(what);
  }
}

function readPicture(json: unknown): ExportedPicture {
  const picture = membersOf(json, 'pictures');
  mustBe(/^[0-9a-f]{64}$/.test(string(picture.sha256, 'pictures')), 'pictures');
  mustBe(/^image\/[a-z0-9.+-]{1,40}$/.test(string(picture.mediaType, 'pictures')), 'pictures');
  return {
    sha256: picture.sha256 as string,
    mediaType: picture.mediaType as string,
    width: whole(picture.width, 'pictures'),
    height: whole(picture.height, 'pictures'),
  };
}

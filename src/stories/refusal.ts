/** Refusals of use cases: values, each with its sentence. Bugs are exceptions. */
import type { ActKind, LastAct, SoFar } from '../record/act.ts';
import { refusalInPersian } from './refusals-fa.ts';
import { inEnglish, type Saying } from './saying.ts';
import { whatToDoInstead } from './what-may-follow.ts';

export type Refusal =
  | { kind: 'no-such-story' }
  /** `last`: the newest act, which may have taken the draft. */
  | { kind: 'no-draft'; code: number | null; last: LastAct | null }
  | { kind: 'not-published'; code: number | null }
  | { kind: 'may-not-follow'; code: number; act: ActKind; soFar: SoFar }
  /** Somebody acted after what the author of this act saw. */
  | { kind: 'acted-since'; code: number; last: LastAct }
  | { kind: 'no-such-reason'; act: ActKind; said: string; known: readonly string[] }
  | { kind: 'note-too-long'; length: number; longest: number }
  | { kind: 'no-replacement'; code: number }
  | { kind: 'words-redacted'; code: number; version: number }
  /** The record was taken over from an export in which the story's words were withheld. */
  | { kind: 'words-absent'; code: number }
  | { kind: 'no-fields'; known: readonly string[] }
  | { kind: 'no-such-field'; field: string; known: readonly string[] }
  | { kind: 'embargoed'; until: Date }
  | { kind: 'with-lawyer' }
  | { kind: 'time-is-past'; at: Date }
  | { kind: 'no-code' }
  | { kind: 'code-taken'; code: number; headline: string }
  | { kind: 'code-out-of-range'; code: number }
  | { kind: 'no-headline' }
  | { kind: 'no-text' }
  | { kind: 'no-edition'; lang: string }
  | { kind: 'future'; statedAt: Date }
  /** An act that can still be undone is about to take the draft. */
  | { kind: 'act-waits'; act: ActKind; dueAt: Date }
  | { kind: 'is-scheduled'; act: ActKind; dueAt: Date }
  | { kind: 'already-done' }
  | { kind: 'not-allowed'; what: string; desk: string; lang: string }
  | { kind: 'no-such-desk'; desk: string; known: readonly string[] }
  | { kind: 'no-such-template'; template: string; known: readonly string[] }
  | { kind: 'no-such-stage'; stage: string; known: readonly string[] }
  | { kind: 'no-such-event' }
  | { kind: 'planned-since' }
  | { kind: 'event-without-title' }
  | { kind: 'event-ends-first' }
  /** That a coverage names. */
  | { kind: 'no-story-to-cover'; code: number }
  | { kind: 'no-such-thread' }
  /** `section` empty: an edition's first page. */
  | { kind: 'no-such-front'; lang: string; section: string }
  | { kind: 'no-such-slot'; slot: string }
  /** Two stories in one place, or one story in two. */
  | { kind: 'slot-taken'; slot: string; code: number }
  | { kind: 'twice-on-front'; code: number }
  | { kind: 'front-headline-too-long'; code: number; length: number; longest: number }
  /** Unknown, a draft, or taken back: readers do not get it. */
  | { kind: 'not-on-the-site'; code: number }
  | { kind: 'in-another-language'; code: number; lang: string }
  /** Somebody arranged the front after its author read it. */
  | { kind: 'front-changed'; by: string; at: Date }
  /** On no desk in particular. */
  | { kind: 'not-allowed-in'; what: string; lang: string }
  | { kind: 'too-many-views'; most: number }
  /** Somebody changed the settings after their author read them. */
  | { kind: 'settings-changed' }
  | { kind: 'unfit-settings'; sentences: readonly string[] }
  | { kind: 'unfit-vocabulary'; sentence: string }
  /** Not in the vocabulary of subjects. */
  | { kind: 'no-such-subject'; code: string; name: string }
  | {
      kind: 'subject-retired';
      code: string;
      name: string;
      /** YYYY-MM-DD */
      on: string;
      instead: { code: string; name: string } | null;
    }
  /** A check before an act says stop. */
  | { kind: 'not-ready'; sentence: string }
  /** `revision` of the present draft; 0: it was published. */
  | { kind: 'saved-since'; revision: number; by?: string };

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export function refuse<T>(refusal: Refusal): Result<T> {
  return { ok: false, refusal };
}

/** What happened and what to do next. */
export function sentenceOf(refusal: Refusal, saying: Saying = inEnglish): string {
  if (saying.lang === 'fa') return refusalInPersian(refusal, saying);
  const { moment } = saying;
  switch (refusal.kind) {
    case 'no-such-story':
      return 'There is no such story.';
    case 'no-draft':
      return `Story ${refusal.code ?? '(no code)'} has no draft: save one first.${newest(refusal.last, saying)}`;
    case 'not-published':
      return `Story ${refusal.code ?? '(no code)'} is not published yet: publish it first.`;
    case 'may-not-follow': {
      const { code, act, soFar } = refusal;
      return `Story ${code} cannot be ${done[act]}: ${whatToDoInstead(soFar, act)}${newest(soFar.last, saying)}`;
    }
    case 'acted-since':
      return `Somebody was faster on story ${refusal.code}: read it again, then decide.${newest(refusal.last, saying)}`;
    case 'no-such-reason': {
      const known = refusal.known.filter((one) => one !== '');
      const hint = known.length > 0 ? `say one of ${known.join(', ')}` : 'it needs none';
      return `There is no reason class “${refusal.said}” for ${nouns[refusal.act]}: ${hint}.`;
    }
    case 'note-too-long':
      return `The sentence for readers has ${refusal.length} characters: ${refusal.longest} at most.`;
    case 'no-replacement':
      return `The code ${refusal.code} cannot stand in the story’s place: name another story that is public.`;
    case 'words-redacted':
      return `Words of version ${refusal.version} of story ${refusal.code} were redacted and do not come back: correct the story instead.`;
    case 'words-absent':
      return `The words of story ${refusal.code} are not here: it was withheld in the export that this record was taken over from. It cannot come back; file a new story.`;
    case 'no-fields':
      return `Say which fields to redact: ${refusal.known.join(', ')}, or all.`;
    case 'no-such-field':
      return `A story has no field “${refusal.field}”: say ${refusal.known.join(', ')}, or all.`;
    case 'embargoed':
      return `The story is under embargo until ${moment(refusal.until)}: schedule it for then, or later.`;
    case 'with-lawyer':
      return 'The story is marked for a lawyer: have it cleared, then take the mark away.';
    case 'time-is-past':
      return `The time ${moment(refusal.at)} is past: name one to come, or none to act now.`;
    case 'no-code':
      return 'The story has no code: give it a free one first.';
    case 'code-taken':
      return `The code ${refusal.code} is taken by the story “${refusal.headline}”: the item is kept as a draft without a code.`;
    case 'code-out-of-range':
      return `The code ${refusal.code} cannot be kept: a code is a whole number from 1 to 999999999.`;
    case 'no-headline':
      return 'The story has no headline: write one.';
    case 'no-text':
      return 'The story has neither a lead nor a body: write one.';
    case 'no-edition':
      return `There is no edition in “${refusal.lang}”: add it in the settings, or change the language of the story.`;
    case 'future':
      return `The story says it was published in the future (${moment(refusal.statedAt)}): correct its time.`;
    case 'act-waits':
      return `The story is about to be ${done[refusal.act]}, at ${moment(refusal.dueAt)}: undo that to go on writing.`;
    case 'is-scheduled':
      return `The story is to be ${done[refusal.act]} at ${moment(refusal.dueAt)}: only who may do that changes it now. Ask one of them.`;
    case 'already-done':
      return 'It is too late to undo: the act was done, refused or undone already.';
    case 'not-allowed':
      return `Your roles do not allow that (${refusal.what}) on the desk “${refusal.desk}” in “${refusal.lang}”: ask whoever has the right, or an administrator.`;
    case 'no-such-desk':
      return `There is no desk “${refusal.desk}”: say one of ${refusal.known.join(', ')}.`;
    case 'no-such-template':
      return `There is no template “${refusal.template}” for that desk and language: say one of ${refusal.known.join(', ')}.`;
    case 'no-such-stage':
      return `The desk has no stage “${refusal.stage}”: say one of ${refusal.known.join(', ')}.`;
    case 'settings-changed':
      return 'Somebody changed these settings since you read them: read them again, then change yours.';
    case 'unfit-settings':
      return refusal.sentences.join(' ');
    case 'no-such-event':
      return 'There is no such event.';
    case 'planned-since':
      return 'Somebody changed this event since you read it: read it again, then change it.';
    case 'no-such-subject':
      return `The subject ${refusal.code}${refusal.name ? ` (“${refusal.name}”)` : ''} is not in the vocabulary: choose another, or have an administrator load the newest one.`;
    case 'subject-retired': {
      const { code, name, on, instead } = refusal;
      const next = instead
        ? `choose ${instead.code} (“${instead.name}”) in its place`
        : 'choose another in its place';
      return `The subject ${code} (“${name}”) was retired on ${on}: ${next}.`;
    }
    case 'event-without-title':
      return 'The event has no title: say what is expected.';
    case 'event-ends-first':
      return 'The event ends before it begins: mend one of the two times.';
    case 'no-story-to-cover':
      return `There is no story ${refusal.code}: name one that is there, or none yet.`;
    case 'no-such-thread':
      return 'No story is in this thread any more.';
    case 'no-such-front':
      return refusal.section
        ? `There is no section “${refusal.section}” in the edition “${refusal.lang}”: add it in the settings.`
        : `There is no edition in “${refusal.lang}”: add it in the settings.`;
    case 'no-such-slot':
      return `This front has no place “${refusal.slot}”: read it again, then arrange it.`;
    case 'slot-taken':
      return `Two stories were put in one place (${refusal.slot}), the second of them ${refusal.code}: put it elsewhere.`;
    case 'twice-on-front':
      return `Story ${refusal.code} stands in two places: take it out of one.`;
    case 'front-headline-too-long':
      return `The front headline of story ${refusal.code} has ${refusal.length} characters: ${refusal.longest} at most.`;
    case 'not-on-the-site':
      return `Readers do not get story ${refusal.code}, so it cannot stand on a front: take it out, or publish it first.`;
    case 'in-another-language':
      return `Story ${refusal.code} is in “${refusal.lang}”: put it on a front of that edition.`;
    case 'front-changed':
      return `${refusal.by || 'Somebody'} arranged this front at ${moment(refusal.at)}, after you read it: nothing was put over it. Compare the two, then decide.`;
    case 'not-allowed-in':
      return `Your roles do not allow that (${refusal.what}) in “${refusal.lang}”: ask whoever has the right, or an administrator.`;
    case 'too-many-views':
      return `You have ${refusal.most} views already: remove one first.`;
    case 'unfit-vocabulary':
    case 'not-ready':
      return refusal.sentence;
    case 'saved-since':
      return refusal.revision === 0
        ? 'The draft was published, or given up, since you read it: nothing was written over. Read it again.'
        : `${refusal.by || 'Somebody'} saved this story since you read it: nothing was written over. Read it again.`;
  }
}

/** The same to be kept: without the words of another story, which may have to be removed one day. */
export function sentenceToKeep(refusal: Refusal): string {
  if (refusal.kind !== 'code-taken') return sentenceOf(refusal);
  return `The code ${refusal.code} is taken by another story: the item is kept as a draft without a code.`;
}

/** What an act does to a story, and what it is. */
const done: Record<ActKind, string> = {
  publish: 'published',
  update: 'updated',
  correct: 'corrected',
  hold: 'held',
  release: 'released',
  kill: 'killed',
  redact: 'redacted',
  withdraw: 'set back',
};
const nouns: Record<ActKind, string> = {
  publish: 'a publication',
  update: 'an update',
  correct: 'a correction',
  hold: 'a hold',
  release: 'a release',
  kill: 'a kill',
  redact: 'a redaction',
  withdraw: 'a withdrawal',
};

/** What happened last, so that whoever comes too late sees it. */
function newest(last: LastAct | null, { moment }: Saying): string {
  if (!last) return '';
  const why = last.reasonClass === '' ? '' : ` (${last.reasonClass})`;
  return ` The newest act is ${nouns[last.kind]}${why} by ${last.by} at ${moment(last.actedAt)}.`;
}

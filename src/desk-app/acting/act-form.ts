/** What is said in the panel before an act, and what is sent of it. Pure. */
import { instantIn } from '../../dates/zoned-time.ts';
import type { ActAsk, DeskSetup, DeskStory } from '../../desk/desk-api.ts';
import type { ActKind } from '../../record/act.ts';

export type ActForm = {
  kind: ActKind;
  reasonClass: string;
  note: string;
  /** As typed, in any digits. */
  replacement: string;
  fields: readonly string[];
  flash: boolean;
  /** Local time of the agency (YYYY-MM-DDTHH:MM); empty: now. */
  at: string;
  embargo: boolean;
};

export function emptyForm(kind: ActKind, setup: Pick<DeskSetup, 'reasonClasses'>): ActForm {
  return {
    kind,
    reasonClass: setup.reasonClasses[kind][0] ?? '',
    note: '',
    replacement: '',
    fields: [],
    flash: false,
    at: '',
    embargo: false,
  };
}

/** Acts that change or show words have a preflight; the others take something away. */
export const hasPreflight = (kind: ActKind): boolean =>
  kind === 'publish' || kind === 'update' || kind === 'correct';
export const hasNote = (kind: ActKind): boolean => kind !== 'publish' && kind !== 'release';
/** Whether readers would hear of an act that something was wrong, and not what. Null: they need not hear it. */
export const lacksNote = ({ kind, note }: Pick<ActForm, 'kind' | 'note'>): boolean | null =>
  kind === 'correct' || kind === 'kill' ? note.trim() === '' : null;
/** Acts of words can be put off; what takes a story away is done at once. */
export const canWait = (kind: ActKind): boolean =>
  kind === 'publish' || kind === 'update' || kind === 'correct';
export const isAtOnce = ({ kind, flash }: Pick<ActForm, 'kind' | 'flash'>): boolean =>
  flash || kind === 'hold' || kind === 'kill';

/** The newest act that was read. */
export function basedOnOf(story: Pick<DeskStory, 'acts'>): number | null {
  return story.acts.length === 0 ? null : Math.max(...story.acts.map(({ actId }) => actId));
}

export function askOf(
  form: ActForm,
  {
    basedOn,
    revision,
    zone,
    code,
  }: { basedOn: number | null; revision: number; zone: string; code: number | null },
): ActAsk {
  const { kind } = form;
  const wantsWords = canWait(kind);
  return {
    kind,
    basedOn,
    ...(form.reasonClass ? { reasonClass: form.reasonClass } : {}),
    ...(hasNote(kind) && form.note.trim() ? { note: form.note.trim() } : {}),
    ...(wantsWords && revision > 0 ? { revision } : {}),
    ...(kind === 'kill' && code !== null ? { replacement: code } : {}),
    ...(kind === 'redact' ? { fields: [...form.fields] } : {}),
    ...(form.flash ? { flash: true } : {}),
    ...(wantsWords && form.at ? { at: instantIn(zone, form.at).toISOString(), embargo: form.embargo } : {}),
  };
}

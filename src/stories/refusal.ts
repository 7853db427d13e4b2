/** Refusals of use cases: values, each with its sentence. Bugs are exceptions. */
export type Refusal =
  | { kind: 'no-such-story' }
  | { kind: 'no-draft'; code: number | null }
  | { kind: 'already-published'; code: number }
  | { kind: 'not-published'; code: number | null }
  | { kind: 'no-code' }
  | { kind: 'code-taken'; code: number; headline: string }
  | { kind: 'code-out-of-range'; code: number }
  | { kind: 'no-headline' }
  | { kind: 'no-text' }
  | { kind: 'no-edition'; lang: string }
  | { kind: 'future'; statedAt: Date }
  /** `revision` of the present draft; 0: it was published. */
  | { kind: 'saved-since'; revision: number };

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export function refuse<T>(refusal: Refusal): Result<T> {
  return { ok: false, refusal };
}

/** What happened and what to do next, in English for the desk and the command line. */
export function sentenceOf(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'no-such-story':
      return 'There is no such story.';
    case 'no-draft':
      return `Story ${refusal.code ?? '(no code)'} has no draft: save one first.`;
    case 'already-published':
      return `Story ${refusal.code} is published already: update it instead.`;
    case 'not-published':
      return `Story ${refusal.code ?? '(no code)'} is not published yet: publish it first.`;
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
      return `The story says it was published in the future (${refusal.statedAt.toISOString()}): correct its time.`;
    case 'saved-since':
      return 'Somebody saved or published the draft since you read it: read it again.';
  }
}

/**
 * Everything that can be done by key, menu or palette. One table: the palette, the menus and the sheet of keys are drawn
 * from it, and a test holds that no two verbs share a key where both could be meant.
 *
 * Keys are places on the keyboard (`KeyboardEvent.code`), so that J is J under a Persian or Russian layout. `Mod` is
 * Control, on a Mac Command. `list`: a single key, heard only while a list has the focus, and can be switched off (WCAG 2.1.4);
 * `front`: the same while a front that is being arranged, or its candidates, have it.
 */
export type Heard = 'anywhere' | 'list' | 'front' | 'story';

export type Verb = { keys: readonly string[]; heard: Heard; group: Group };
export type Group = 'anywhere' | 'move' | 'story' | 'acts' | 'comments' | 'write' | 'front';

const verb = (group: Group, heard: Heard, ...keys: string[]): Verb => ({ keys, heard, group });

export const verbs = {
  palette: verb('anywhere', 'anywhere', 'Mod+KeyK'),
  keys: verb('anywhere', 'list', 'Shift+Slash', 'F1'),
  'go-stories': verb('anywhere', 'anywhere', 'Alt+Digit1'),
  'go-people': verb('anywhere', 'anywhere', 'Alt+Digit2'),
  'go-account': verb('anywhere', 'anywhere', 'Alt+Digit3'),
  'go-agenda': verb('anywhere', 'anywhere', 'Alt+Digit4'),
  'go-settings': verb('anywhere', 'anywhere', 'Alt+Digit5'),
  'go-threads': verb('anywhere', 'anywhere', 'Alt+Digit6'),
  'go-fronts': verb('anywhere', 'anywhere', 'Alt+Digit8'),
  'go-comments': verb('anywhere', 'anywhere', 'Alt+Digit9'),
  'sign-out': verb('anywhere', 'anywhere'),

  next: verb('move', 'list', 'KeyJ', 'ArrowDown'),
  previous: verb('move', 'list', 'KeyK', 'ArrowUp'),
  first: verb('move', 'list', 'Home'),
  last: verb('move', 'list', 'End'),
  'page-down': verb('move', 'list', 'PageDown'),
  'page-up': verb('move', 'list', 'PageUp'),
  'next-section': verb('move', 'list', 'BracketRight'),
  'previous-section': verb('move', 'list', 'BracketLeft'),
  filter: verb('move', 'list', 'Slash'),
  'show-new': verb('move', 'list', 'KeyU'),
  'switch-view': verb('move', 'list', 'KeyV'),
  preview: verb('move', 'list', 'Space'),

  open: verb('story', 'list', 'Enter', 'KeyE'),
  new: verb('story', 'list', 'KeyN'),
  flash: verb('story', 'list', 'KeyF'),
  'move-stage': verb('story', 'list', 'KeyM'),
  priority: verb('story', 'list', ...Array.from({ length: 9 }, (_, at) => `Digit${at + 1}`)),
  copy: verb('story', 'list', 'KeyY'),
  'follow-up': verb('story', 'list', 'KeyL'),
  translate: verb('story', 'list', 'KeyT'),

  publish: verb('acts', 'list', 'KeyP'),
  update: verb('acts', 'list', 'KeyD'),
  correct: verb('acts', 'list', 'KeyC'),
  hold: verb('acts', 'list', 'KeyH'),
  release: verb('acts', 'list', 'KeyR'),
  kill: verb('acts', 'list', 'KeyX'),
  redact: verb('acts', 'list'),
  withdraw: verb('acts', 'list'),
  'do-act': verb('acts', 'story', 'Mod+Enter'),
  'undo-act': verb('acts', 'list', 'KeyZ'),
  'act-now': verb('acts', 'list', 'KeyW'),

  'approve-comment': verb('comments', 'list', 'KeyA'),
  'reject-comment': verb('comments', 'list', 'KeyS'),
  'ban-comment': verb('comments', 'list', 'KeyB'),

  'act-panel': verb('write', 'story', 'Alt+KeyA'),
  'details-panel': verb('write', 'story', 'Alt+KeyI'),
  'preview-panel': verb('write', 'story', 'Alt+KeyP'),
  'difference-panel': verb('write', 'story', 'Alt+KeyD'),
  'history-panel': verb('write', 'story', 'Alt+KeyH'),
  'notes-panel': verb('write', 'story', 'Alt+KeyN'),
  save: verb('write', 'story', 'Mod+KeyS'),
  'take-pen': verb('write', 'story'),
  find: verb('write', 'story', 'Mod+KeyF'),
  'find-next': verb('write', 'story', 'F3', 'Mod+KeyG'),
  strong: verb('write', 'story', 'Mod+KeyB'),
  emphasis: verb('write', 'story', 'Mod+KeyI'),
  link: verb('write', 'story', 'Alt+KeyK'),
  heading: verb('write', 'story', 'Alt+Digit7'),
  quote: verb('write', 'story', 'Alt+KeyQ'),
  list: verb('write', 'story', 'Alt+KeyL'),
  numbers: verb('write', 'story', 'Alt+KeyO'),
  table: verb('write', 'story'),
  picture: verb('write', 'story'),
  direction: verb('write', 'story', 'Alt+KeyR'),
  dates: verb('write', 'story'),
  'next-doubt': verb('write', 'story', 'F7'),
  'repair-doubt': verb('write', 'story', 'Alt+Enter'),
  'leave-doubt': verb('write', 'story', 'Alt+Backspace'),
  close: verb('write', 'story', 'Escape'),

  'pick-up': verb('front', 'front', 'Enter', 'Space'),
  'put-back': verb('front', 'front', 'Escape'),
  'next-place': verb('front', 'front', 'ArrowDown'),
  'previous-place': verb('front', 'front', 'ArrowUp'),
  'place-right': verb('front', 'front', 'ArrowRight'),
  'place-left': verb('front', 'front', 'ArrowLeft'),
  'pin-here': verb('front', 'front', 'KeyP'),
  unpin: verb('front', 'front', 'Delete', 'Backspace'),
  'front-headline': verb('front', 'front', 'KeyH'),
  'front-until': verb('front', 'front', 'KeyU'),
  'find-candidate': verb('front', 'front', 'Slash'),
  'preview-front': verb('front', 'front', 'KeyV'),
  'earlier-fronts': verb('front', 'front', 'KeyE'),
  'put-on-front': verb('front', 'front', 'Mod+Enter'),
} as const satisfies Record<string, Verb>;

export type VerbId = keyof typeof verbs;
export const verbIds = Object.keys(verbs) as VerbId[];

/** What other programs may take the site for: the words of the setting, for the server and for the desk's screens. */

/** What a program that feeds a language model may take the site for; each is asked for by robots of its own. */
export const modelUses = ['search', 'citation', 'training'] as const;
export type ModelUse = (typeof modelUses)[number];

export type ForMachines = {
  models: Record<ModelUse, boolean>;
  /** Whether feeds have the whole text of a story or its lead alone. */
  feeds: 'full' | 'summary';
  /** Where somebody writes who found a hole: an e-mail address or an https address; empty: no security.txt. */
  securityContact: string;
};

/** What the screens and the server say to each other about people: see src/people/people-routes.ts. */
import type { Grant, Place, Role, Verb } from '../../people/policy.ts';

export type { Grant, Role, Verb };

export type PersonJson = {
  id: string;
  name: string;
  email: string;
  uiLang: string;
  grants: Grant[];
  disabled: boolean;
  signedInAt: string | null;
  signsInWith: { password: boolean; app: boolean; passkeys: number; singleSignOn: boolean };
};
/** `may`: for each verb, where. */
export type Me = PersonJson & { may: Partial<Record<Verb, Place[]>>; sessionId: string };

export type SessionJson = {
  id: string;
  beganAt: string;
  expiresAt: string;
  address: string;
  userAgent: string;
  current: boolean;
};
export type InvitationJson = { id: number; name: string; email: string; grants: Grant[]; expiresAt: string };
export type AuditJson = {
  id: string;
  at: string;
  personName: string;
  what: string;
  about: Record<string, unknown>;
  /** What the person whom it was about is called now. */
  aboutName: string | null;
};

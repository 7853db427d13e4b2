/** The parts of the audit list, each by itself: what stands before the first dot of an entry's word. */
export const auditParts = ['people', 'settings', 'act', 'front', 'comment'] as const;
export type AuditPart = (typeof auditParts)[number];

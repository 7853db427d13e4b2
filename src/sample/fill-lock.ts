/** Held while an installation is filled, with the sample or from a backup: of two processes at once, one fills it. */
export const fillLock = 7_213_003;
